#include "sim/store/hdf5.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include <hdf5_hl.h>

namespace clout::store::hdf5 {

namespace {

/// Elements of a chunk: 1 MiB of 32-bit ids, which fits HDF5's default chunk cache.
constexpr hsize_t chunk_elements = hsize_t{1} << 18U;
/// Elements handed to HDF5 at once: whole chunks, so that each is compressed once.
constexpr hsize_t piece_elements = 16 * chunk_elements;
constexpr unsigned ordered = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

/// Element size of a type in bytes; 8 pointers' worth for text, only used to walk through memory.
const char* at(const void* memory, hid_t type, hsize_t element) {
  return static_cast<const char*>(memory) + element * H5Tget_size(type);
}

void write_attribute(hid_t object, const char* name, hid_t type, const void* value) {
  const Handle space(H5Screate(H5S_SCALAR), H5Sclose, "no scalar space");
  const Handle attribute(H5Acreate2(object, name, type, space.id(), H5P_DEFAULT, H5P_DEFAULT),
                         H5Aclose, "an attribute cannot be made");
  check(H5Awrite(attribute.id(), type, value), "an attribute cannot be written");
}

}  // namespace

Handle::Handle(hid_t id, Close closer, const char* what) : id_(id), close_(closer) {
  if (id < 0) throw Failure(what);
}

Handle& Handle::operator=(Handle&& other) noexcept {
  reset();
  id_ = std::exchange(other.id_, -1);
  close_ = other.close_;
  return *this;
}

void Handle::reset() noexcept {
  if (id_ >= 0) close_(std::exchange(id_, -1));
}

void Handle::close(const char* what) { check(close_(std::exchange(id_, -1)), what); }

void check(herr_t status, const char* what) {
  if (status < 0) throw Failure(what);
}

Silence::Silence() {
  // Handles close all there is. At exit HDF5 would look again, and print what it thinks of files
  // that were damaged.
  [[maybe_unused]] static const herr_t once = H5dont_atexit();
  H5Eget_auto2(H5E_DEFAULT, &function_, &data_);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Silence::~Silence() { H5Eset_auto2(H5E_DEFAULT, function_, data_); }

Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "no text type");
  check(H5Tset_size(type.id(), H5T_VARIABLE), "no text type");
  check(H5Tset_cset(type.id(), H5T_CSET_UTF8), "no text type");
  return type;
}

Handle create_file(const std::string& path) {
  const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "no property list");
  check(H5Pset_link_creation_order(creation.id(), ordered), "no creation order");
  check(H5Pset_attr_creation_order(creation.id(), ordered), "no creation order");
  check(H5Pset_obj_track_times(creation.id(), false), "no control of times");
  const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "no property list");
  check(H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_V18), "no file format");
  return {H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()), H5Fclose,
          "the file cannot be made"};
}

Handle create_group(hid_t parent, const char* name) {
  const Handle creation(H5Pcreate(H5P_GROUP_CREATE), H5Pclose, "no property list");
  check(H5Pset_link_creation_order(creation.id(), ordered), "no creation order");
  check(H5Pset_attr_creation_order(creation.id(), ordered), "no creation order");
  check(H5Pset_obj_track_times(creation.id(), false), "no control of times");
  return {H5Gcreate2(parent, name, H5P_DEFAULT, creation.id(), H5P_DEFAULT), H5Gclose,
          "a group cannot be made"};
}

void write_attribute(hid_t object, const char* name, const std::string& text) {
  const char* const start = text.c_str();
  write_attribute(object, name, text_type().id(), &start);
}

void write_attribute(hid_t object, const char* name, double number) {
  write_attribute(object, name, H5T_IEEE_F64LE, &number);
}

void write_attribute(hid_t object, const char* name, std::int64_t number) {
  write_attribute(object, name, H5T_STD_I64LE, &number);
}

Handle dataset_properties() {
  Handle properties(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "no property list");
  check(H5Pset_obj_track_times(properties.id(), false), "no control of times");
  check(H5Pset_attr_creation_order(properties.id(), ordered), "no creation order");
  return properties;
}

Handle create_dimension(hid_t parent, const char* name, hsize_t length) {
  const Handle space(H5Screate_simple(1, &length, nullptr), H5Sclose, "no space");
  const Handle properties = dataset_properties();
  // Never written, so it takes no room; big-endian 32-bit floats are netCDF's own choice.
  Handle dimension(H5Dcreate2(parent, name, H5T_IEEE_F32BE, space.id(), H5P_DEFAULT,
                              properties.id(), H5P_DEFAULT),
                   H5Dclose, "a dimension cannot be made");
  std::array<char, 80> title{};
  std::snprintf(title.data(), title.size(),
                "This is a netCDF dimension but not a netCDF variable. %10lld",
                static_cast<long long>(length));
  check(H5DSset_scale(dimension.id(), title.data()), "a dimension scale cannot be made");
  return dimension;
}

Handle file_type(Element element) {
  const auto copy = [](hid_t type) { return Handle(H5Tcopy(type), H5Tclose, "no type"); };
  switch (element) {
    case Element::int8:
      return copy(H5T_STD_I8LE);
    case Element::int16:
      return copy(H5T_STD_I16LE);
    case Element::int32:
      return copy(H5T_STD_I32LE);
    case Element::int64:
      return copy(H5T_STD_I64LE);
    case Element::real:
      return copy(H5T_IEEE_F64LE);
    case Element::text:
      return text_type();
  }
  throw Failure("no type");
}

Handle create_column(hid_t parent, const ColumnInfo& info, hid_t dimension, int compression) {
  const Handle space(H5Dget_space(dimension), H5Sclose, "no space");
  const auto length = static_cast<hsize_t>(H5Sget_simple_extent_npoints(space.id()));
  const Handle properties = dataset_properties();
  if (compression > 0) {
    const hsize_t chunk = std::min(length, chunk_elements);
    check(H5Pset_chunk(properties.id(), 1, &chunk), "no chunks");
    check(H5Pset_shuffle(properties.id()), "no shuffle filter");
    check(H5Pset_deflate(properties.id(), static_cast<unsigned>(compression)), "no gzip filter");
  }
  const Handle type = file_type(info.element);
  Handle column(H5Dcreate2(parent, info.name, type.id(), space.id(), H5P_DEFAULT, properties.id(),
                           H5P_DEFAULT),
                H5Dclose, "a dataset cannot be made");
  check(H5DSattach_scale(column.id(), dimension, 0), "a dimension cannot be attached");
  write_attribute(column.id(), "long_name", std::string(info.long_name));
  write_attribute(column.id(), "units", std::string(info.units));
  return column;
}

void write_column(hid_t column, hid_t memory_type, const void* memory, hsize_t size) {
  const Handle space(H5Dget_space(column), H5Sclose, "no space");
  for (hsize_t begin = 0; begin < size; begin += piece_elements) {
    const hsize_t count = std::min(piece_elements, size - begin);
    const Handle piece(H5Screate_simple(1, &count, nullptr), H5Sclose, "no space");
    check(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, &begin, nullptr, &count, nullptr),
          "no selection");
    check(H5Dwrite(column, memory_type, piece.id(), space.id(), H5P_DEFAULT,
                   at(memory, memory_type, begin)),
          "a dataset cannot be written");
  }
}

void write_column(hid_t column, std::span<const std::string> texts) {
  std::vector<const char*> starts(texts.size());
  std::transform(texts.begin(), texts.end(), starts.begin(),
                 [](const std::string& text) { return text.c_str(); });
  write_column(column, text_type().id(), starts.data(), starts.size());
}

}  // namespace clout::store::hdf5
