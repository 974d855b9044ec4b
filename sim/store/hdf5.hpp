// HDF5's C library behind types that close what they open and throw what fails. Only sources of
// sim/store include this.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <hdf5.h>

namespace clout::store::hdf5 {

/// Something that HDF5 has open: a file, group, dataset, space, type, attribute or property list.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);

  Handle() = default;
  /// what: for the message if id is negative, which is how HDF5 says that a call failed. Throws
  /// Failure then.
  Handle(hid_t id, Close closer, const char* what);
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  Handle& operator=(Handle&& other) noexcept;
  ~Handle() { reset(); }

  hid_t id() const noexcept { return id_; }

  /// Closes now; throws Failure if HDF5 cannot, as when the disk is full.
  void close(const char* what);

 private:
  void reset() noexcept;

  hid_t id_ = -1;
  Close close_ = nullptr;
};

/// A call that failed. what() says which; callers add the file and make an InputError of it.
class Failure : public std::exception {
 public:
  explicit Failure(std::string what) : what_(std::move(what)) {}
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::string what_;
};

/// Throws Failure if status is negative.
void check(herr_t status, const char* what);

/// While it lives HDF5 prints no error stacks of its own.
class Silence {
 public:
  Silence();
  ~Silence();
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  H5E_auto2_t function_ = nullptr;
  void* data_ = nullptr;
};

/// Variable-length UTF-8 string, which netCDF and h5py read as text.
Handle text_type();

// Writing. All objects are made without times and with creation order kept, so that equal contents
// give equal bytes.

/// An empty file at the path, replacing what is there.
Handle create_file(const std::string& path);
Handle create_group(hid_t parent, const char* name);
void write_attribute(hid_t object, const char* name, const std::string& text);
void write_attribute(hid_t object, const char* name, double number);
void write_attribute(hid_t object, const char* name, std::int64_t number);

/// A dimension that has a length and no coordinates, as netCDF-4 writes it.
Handle create_dimension(hid_t parent, const char* name, hsize_t length);

/// Properties of every dataset: no times, attributes in order.
Handle dataset_properties();

/// What the elements of a column are, in the file.
enum class Element { int8, int16, int32, int64, real, text };

/// One column: a dataset along one dimension, with its long name and unit.
struct ColumnInfo {
  const char* name;
  const char* dimension;
  Element element;
  const char* units;
  const char* long_name;
};

/// The HDF5 type of the element in the file. The returned handle may be a copy.
Handle file_type(Element element);

Handle create_column(hid_t parent, const ColumnInfo& info, hid_t dimension, int compression);

/// Writes size elements at memory, of memory_type, into the column, piece by piece.
void write_column(hid_t column, hid_t memory_type, const void* memory, hsize_t size);
void write_column(hid_t column, std::span<const std::string> texts);

// Reading.

/// Opens for reading; throws Failure if it is not HDF5, is cut off or damaged, and InputError if it
/// is a pipe, which HDF5 cannot read.
Handle open_file(const std::string& path);
bool has(hid_t parent, const char* path);
std::string read_text_attribute(hid_t object, const char* name);
std::int64_t read_integer_attribute(hid_t object, const char* name);
double read_real_attribute(hid_t object, const char* name);

/// Opens the column and checks its type and that it has one dimension; sets length. Throws Failure.
Handle open_column(hid_t parent, const ColumnInfo& info, hsize_t& length);
/// Throws Failure if a dataset of this length is more than the file can hold: before memory is
/// asked for it.
void check_can_be_held(hid_t dataset, hsize_t length);
/// Reads the whole column of size elements into memory, piece by piece.
void read_column(hid_t column, hid_t memory_type, void* memory, hsize_t size);
std::vector<std::string> read_texts(hid_t column, hsize_t size);

}  // namespace clout::store::hdf5
