#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <unistd.h>

#include "sim/base/ordinary_file.hpp"
#include "sim/store/hdf5.hpp"

namespace clout::store::hdf5 {

namespace {

/// Elements read at once; text needs a pointer and an allocation for each.
constexpr hsize_t piece_elements = hsize_t{1} << 22U;
constexpr hsize_t piece_texts = hsize_t{1} << 16U;

/// HDF5 itself does not tell.
std::string why_unreadable(const std::string& path) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none)) return "is a folder";
  if (::access(path.c_str(), R_OK) != 0)
    return std::string("cannot be opened: ") + std::strerror(errno);
  return "the file cannot be read";
}

Handle open_attribute(hid_t object, const char* name, H5T_class_t wanted) {
  Handle attribute(H5Aopen(object, name, H5P_DEFAULT), H5Aclose, "the attribute is missing");
  const Handle type(H5Aget_type(attribute.id()), H5Tclose, "the attribute has no type");
  const Handle space(H5Aget_space(attribute.id()), H5Sclose, "the attribute has no shape");
  const bool text_fits = wanted != H5T_STRING || H5Tis_variable_str(type.id()) > 0;
  if (H5Tget_class(type.id()) != wanted || H5Sget_simple_extent_npoints(space.id()) != 1 ||
      !text_fits) {
    throw Failure("the attribute has another type");
  }
  return attribute;
}

template <typename Visit>
void in_pieces(hid_t column, hsize_t size, hsize_t piece_size, Visit visit) {
  const Handle space(H5Dget_space(column), H5Sclose, "no space");
  for (hsize_t begin = 0; begin < size; begin += piece_size) {
    const hsize_t count = std::min(piece_size, size - begin);
    const Handle piece(H5Screate_simple(1, &count, nullptr), H5Sclose, "no space");
    check(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, &begin, nullptr, &count, nullptr),
          "no selection");
    visit(begin, count, piece.id(), space.id());
  }
}

}  // namespace

Handle open_file(const std::string& path) {
  refuse_pipe_or_device(path);
  const htri_t recognised = H5Fis_hdf5(path.c_str());
  if (recognised < 0) throw Failure(why_unreadable(path));
  if (recognised == 0) throw Failure("the file is not HDF5");
  // Everything is closed with the file, also what a damaged file keeps HDF5 from closing by itself.
  const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "no property list");
  check(H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG), "no control of closing");
  return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.id()), H5Fclose,
          "the file is cut off or damaged"};
}

bool has(hid_t parent, const char* path) { return H5Lexists(parent, path, H5P_DEFAULT) > 0; }

std::string read_text_attribute(hid_t object, const char* name) {
  const Handle attribute = open_attribute(object, name, H5T_STRING);
  char* text = nullptr;
  check(H5Aread(attribute.id(), text_type().id(), &text), "the attribute cannot be read");
  std::string copy = text == nullptr ? "" : text;
  H5free_memory(text);
  return copy;
}

std::int64_t read_integer_attribute(hid_t object, const char* name) {
  const Handle attribute = open_attribute(object, name, H5T_INTEGER);
  std::int64_t value = 0;
  check(H5Aread(attribute.id(), H5T_NATIVE_INT64, &value), "the attribute cannot be read");
  return value;
}

double read_real_attribute(hid_t object, const char* name) {
  const Handle attribute = open_attribute(object, name, H5T_FLOAT);
  double value = 0;
  check(H5Aread(attribute.id(), H5T_NATIVE_DOUBLE, &value), "the attribute cannot be read");
  return value;
}

void check_can_be_held(hid_t dataset, hsize_t length) {
  // gzip cannot shrink data by more than 1032 to 1, so a longer dataset was never written.
  constexpr hsize_t most_ratio = 1100;
  const Handle type(H5Dget_type(dataset), H5Tclose, "the dataset has no type");
  const Handle file(H5Iget_file_id(dataset), H5Fclose, "no file");
  hsize_t bytes = 0;
  check(H5Fget_filesize(file.id(), &bytes), "no file size");
  if (length / most_ratio > bytes / H5Tget_size(type.id()) + 1)
    throw Failure("the dataset claims more elements than the file can hold");
}

Handle open_column(hid_t parent, const ColumnInfo& info, hsize_t& length) {
  if (!has(parent, info.name)) throw Failure("the dataset is missing");
  Handle column(H5Dopen2(parent, info.name, H5P_DEFAULT), H5Dclose, "the dataset cannot be opened");
  const Handle type(H5Dget_type(column.id()), H5Tclose, "the dataset has no type");
  const Handle wanted = file_type(info.element);
  if (H5Tequal(type.id(), wanted.id()) <= 0) throw Failure("the dataset has another type");
  const Handle space(H5Dget_space(column.id()), H5Sclose, "the dataset has no shape");
  if (H5Sget_simple_extent_ndims(space.id()) != 1)
    throw Failure("the dataset does not have one dimension");
  length = static_cast<hsize_t>(H5Sget_simple_extent_npoints(space.id()));
  check_can_be_held(column.id(), length);
  return column;
}

void read_column(hid_t column, hid_t memory_type, void* memory, hsize_t size) {
  const std::size_t element = H5Tget_size(memory_type);
  in_pieces(column, size, piece_elements, [&](hsize_t begin, hsize_t, hid_t piece, hid_t selected) {
    check(H5Dread(column, memory_type, piece, selected, H5P_DEFAULT,
                  static_cast<char*>(memory) + begin * element),
          "the dataset cannot be read; the file is damaged");
  });
}

std::vector<std::string> read_texts(hid_t column, hsize_t size) {
  std::vector<std::string> texts;
  const Handle type = text_type();
  in_pieces(column, size, piece_texts, [&](hsize_t, hsize_t count, hid_t piece, hid_t selected) {
    std::vector<char*> starts(count, nullptr);
    check(H5Dread(column, type.id(), piece, selected, H5P_DEFAULT, starts.data()),
          "the dataset cannot be read; the file is damaged");
    for (const char* start : starts) texts.emplace_back(start == nullptr ? "" : start);
    check(H5Dvlen_reclaim(type.id(), piece, H5P_DEFAULT, starts.data()),
          "memory cannot be given back");
  });
  return texts;
}

}  // namespace clout::store::hdf5
