#include "sim/store/hdf5_array.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include <hdf5_hl.h>

namespace clout::store::hdf5 {

namespace {

constexpr const char* no_room = "the disk is full or cannot be written";
constexpr const char* damaged = "the dataset cannot be read; the file is damaged";

Handle space_of(std::span<const hsize_t> lengths) {
  if (lengths.empty()) return {H5Screate(H5S_SCALAR), H5Sclose, "no space"};
  return {H5Screate_simple(static_cast<int>(lengths.size()), lengths.data(), nullptr), H5Sclose,
          "no space"};
}

hsize_t elements_of(const Block& block) {
  return std::accumulate(block.length.begin(), block.length.end(), hsize_t{1}, std::multiplies<>());
}

/// The array's space with the block selected.
Handle selection(hid_t array, const Block& block) {
  Handle space(H5Dget_space(array), H5Sclose, "no space");
  if (!block.begin.empty()) {
    check(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, block.begin.data(), nullptr,
                              block.length.data(), nullptr),
          "no selection");
  }
  return space;
}

void write(hid_t array, const Block& block, hid_t type, const void* values) {
  const Handle memory = space_of(block.length);
  const Handle selected = selection(array, block);
  check(H5Dwrite(array, type, memory.id(), selected.id(), H5P_DEFAULT, values), no_room);
}

void read(hid_t array, const Block& block, hid_t type, void* values) {
  const Handle memory = space_of(block.length);
  const Handle selected = selection(array, block);
  check(H5Dread(array, type, memory.id(), selected.id(), H5P_DEFAULT, values), damaged);
}

/// CF's way to say what the numbers of a category stand for.
void write_categories(hid_t array, std::span<const char* const> names) {
  if (names.empty()) return;
  std::vector<signed char> values(names.size());
  std::iota(values.begin(), values.end(), static_cast<signed char>(0));
  const hsize_t count = values.size();
  const Handle space = space_of({&count, 1});
  const Handle attribute(
      H5Acreate2(array, "flag_values", H5T_STD_I8LE, space.id(), H5P_DEFAULT, H5P_DEFAULT),
      H5Aclose, "an attribute cannot be made");
  check(H5Awrite(attribute.id(), H5T_NATIVE_SCHAR, values.data()),
        "an attribute cannot be written");
  std::string meanings;
  for (const char* name : names) meanings += (meanings.empty() ? "" : " ") + std::string(name);
  write_attribute(array, "flag_meanings", meanings);
}

void describe(hid_t array, const ArrayInfo& info) {
  write_attribute(array, "long_name", std::string(info.long_name));
  write_attribute(array, "units", std::string(info.units));
  write_categories(array, info.categories);
}

}  // namespace

Block whole_block(std::vector<hsize_t> lengths) {
  return {std::vector<hsize_t>(lengths.size(), 0), std::move(lengths)};
}

Handle create_array(hid_t parent, const ArrayInfo& info, std::span<const hid_t> dimensions,
                    std::span<const hsize_t> chunk) {
  std::vector<hsize_t> lengths;
  for (const hid_t dimension : dimensions) {
    const Handle space(H5Dget_space(dimension), H5Sclose, "no space");
    lengths.push_back(static_cast<hsize_t>(H5Sget_simple_extent_npoints(space.id())));
  }
  const Handle properties = dataset_properties();
  if (!chunk.empty()) {
    check(H5Pset_chunk(properties.id(), static_cast<int>(chunk.size()), chunk.data()), "no chunks");
    check(H5Pset_shuffle(properties.id()), "no shuffle filter");
    check(H5Pset_deflate(properties.id(), 1), "no gzip filter");
  }
  const Handle space = space_of(lengths);
  const Handle type = file_type(info.element);
  Handle array(H5Dcreate2(parent, info.name, type.id(), space.id(), H5P_DEFAULT, properties.id(),
                          H5P_DEFAULT),
               H5Dclose, no_room);
  for (unsigned axis = 0; axis < dimensions.size(); ++axis)
    check(H5DSattach_scale(array.id(), dimensions[axis], axis), "a dimension cannot be attached");
  describe(array.id(), info);
  return array;
}

Handle create_scale(hid_t parent, const ArrayInfo& info, hsize_t length) {
  const Handle space = space_of({&length, 1});
  const Handle type = file_type(info.element);
  const Handle properties = dataset_properties();
  Handle scale(H5Dcreate2(parent, info.name, type.id(), space.id(), H5P_DEFAULT, properties.id(),
                          H5P_DEFAULT),
               H5Dclose, no_room);
  check(H5DSset_scale(scale.id(), info.name), "a dimension scale cannot be made");
  describe(scale.id(), info);
  return scale;
}

Handle open_array(hid_t parent, const ArrayInfo& info, std::span<const hsize_t> lengths) {
  if (!has(parent, info.name)) throw Failure("the dataset is missing");
  Handle array(H5Dopen2(parent, info.name, H5P_DEFAULT), H5Dclose, "the dataset cannot be opened");
  const Handle type(H5Dget_type(array.id()), H5Tclose, "the dataset has no type");
  const Handle wanted = file_type(info.element);
  if (H5Tequal(type.id(), wanted.id()) <= 0) throw Failure("the dataset has another type");
  const Handle space(H5Dget_space(array.id()), H5Sclose, "the dataset has no shape");
  const int axes = H5Sget_simple_extent_ndims(space.id());
  std::vector<hsize_t> found(static_cast<std::size_t>(std::max(axes, 0)));
  if (!found.empty()) H5Sget_simple_extent_dims(space.id(), found.data(), nullptr);
  if (axes < 0 || !std::equal(found.begin(), found.end(), lengths.begin(), lengths.end()))
    throw Failure("the dataset has another shape");
  return array;
}

void write_block(hid_t array, const Block& block, std::span<const std::int32_t> values) {
  write(array, block, H5T_NATIVE_INT32, values.data());
}

void write_block(hid_t array, const Block& block, std::span<const double> values) {
  write(array, block, H5T_NATIVE_DOUBLE, values.data());
}

void write_block(hid_t array, const Block& block, std::span<const std::string> values) {
  std::vector<const char*> starts(values.size());
  std::transform(values.begin(), values.end(), starts.begin(),
                 [](const std::string& text) { return text.c_str(); });
  write(array, block, text_type().id(), starts.data());
}

void read_block(hid_t array, const Block& block, std::vector<std::int32_t>& values) {
  check_can_be_held(array, elements_of(block));
  values.resize(elements_of(block));
  read(array, block, H5T_NATIVE_INT32, values.data());
}

void read_block(hid_t array, const Block& block, std::vector<double>& values) {
  check_can_be_held(array, elements_of(block));
  values.resize(elements_of(block));
  read(array, block, H5T_NATIVE_DOUBLE, values.data());
}

void read_block(hid_t array, const Block& block, std::vector<std::string>& values) {
  check_can_be_held(array, elements_of(block));
  std::vector<char*> starts(elements_of(block), nullptr);
  const Handle type = text_type();
  read(array, block, type.id(), starts.data());
  values.clear();
  for (const char* start : starts) values.emplace_back(start == nullptr ? "" : start);
  const Handle memory = space_of(block.length);
  check(H5Dvlen_reclaim(type.id(), memory.id(), H5P_DEFAULT, starts.data()),
        "memory cannot be given back");
}

}  // namespace clout::store::hdf5
