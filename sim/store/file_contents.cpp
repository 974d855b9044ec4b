#include "sim/store/file_contents.hpp"

#include <filesystem>
#include <string_view>

#include <hdf5_hl.h>

#include "sim/graph/problem_list.hpp"
#include "sim/store/hdf5.hpp"
#include "sim/store/sealed_file.hpp"

namespace clout::store {

namespace {

/// Groups deeper than this are not ours, and a damaged file may have circles.
constexpr int deepest = 8;

/// How netCDF-4 marks a dataset that is nothing but the length of a dimension.
constexpr std::string_view bare_dimension = "This is a netCDF dimension but not a netCDF variable";

std::string text_or_nothing(hid_t object, const char* name) {
  if (H5Aexists(object, name) <= 0) return {};
  try {
    return hdf5::read_text_attribute(object, name);
  } catch (const hdf5::Failure&) {
    return {};  // of another type: some other program's
  }
}

std::string type_name(hid_t dataset) {
  const hdf5::Handle type(H5Dget_type(dataset), H5Tclose, "the dataset has no type");
  const std::string bits = std::to_string(8 * H5Tget_size(type.id()));
  switch (H5Tget_class(type.id())) {
    case H5T_INTEGER:
      return (H5Tget_sign(type.id()) == H5T_SGN_NONE ? "uint" : "int") + bits;
    case H5T_FLOAT:
      return "float" + bits;
    case H5T_STRING:
      return "text";
    default:
      return "other";
  }
}

std::vector<std::uint64_t> shape_of(hid_t dataset) {
  const hdf5::Handle space(H5Dget_space(dataset), H5Sclose, "the dataset has no shape");
  const int axes = H5Sget_simple_extent_ndims(space.id());
  if (axes <= 0) return {};
  std::vector<hsize_t> lengths(static_cast<std::size_t>(axes));
  hdf5::check(H5Sget_simple_extent_dims(space.id(), lengths.data(), nullptr), "no shape");
  return {lengths.begin(), lengths.end()};
}

/// HDF5's own bare dimension marker is a string of fixed length.
bool is_bare_dimension(hid_t dataset) {
  if (H5Aexists(dataset, "NAME") <= 0) return false;
  const hdf5::Handle attribute(H5Aopen(dataset, "NAME", H5P_DEFAULT), H5Aclose, "no attribute");
  const hdf5::Handle type(H5Aget_type(attribute.id()), H5Tclose, "no type");
  if (H5Tget_class(type.id()) != H5T_STRING || H5Tis_variable_str(type.id()) > 0) return false;
  std::string text(H5Tget_size(type.id()), '\0');
  hdf5::check(H5Aread(attribute.id(), type.id(), text.data()), "the attribute cannot be read");
  return text.starts_with(bare_dimension);
}

void add_object(hid_t group, const std::string& name, const std::string& path, int depth,
                FileContents& contents);

void add_group(hid_t group, const std::string& path, int depth, FileContents& contents) {
  H5G_info_t info;
  hdf5::check(H5Gget_info(group, &info), "the group cannot be read");
  const hdf5::Handle made(H5Gget_create_plist(group), H5Pclose, "no properties");
  unsigned order = 0;
  hdf5::check(H5Pget_link_creation_order(made.id(), &order), "no order");
  const H5_index_t by = (order & H5P_CRT_ORDER_TRACKED) != 0 ? H5_INDEX_CRT_ORDER : H5_INDEX_NAME;
  for (hsize_t i = 0; i < info.nlinks; ++i) {
    const auto name_of = [&](char* out, std::size_t size) {
      return H5Lget_name_by_idx(group, ".", by, H5_ITER_INC, i, out, size, H5P_DEFAULT);
    };
    const ssize_t length = name_of(nullptr, 0);
    if (length < 0) throw hdf5::Failure("a name cannot be read");
    std::string name(static_cast<std::size_t>(length), '\0');
    name_of(name.data(), name.size() + 1);
    add_object(group, name, path.empty() ? name : path + "/" + name, depth, contents);
  }
}

void add_object(hid_t group, const std::string& name, const std::string& path, int depth,
                FileContents& contents) {
  const hdf5::Handle object(H5Oopen(group, name.c_str(), H5P_DEFAULT), H5Oclose,
                            "an object cannot be opened");
  const H5I_type_t kind = H5Iget_type(object.id());
  if (kind == H5I_GROUP && depth < deepest) add_group(object.id(), path, depth + 1, contents);
  if (kind != H5I_DATASET || is_bare_dimension(object.id())) return;
  contents.datasets.push_back(
      {path, type_name(object.id()), shape_of(object.id()), text_or_nothing(object.id(), "units"),
       text_or_nothing(object.id(), "long_name"), H5DSis_scale(object.id()) > 0});
}

/// What work returns on the open file; HDF5's failures become the user's message.
template <typename Work>
auto with_file(const std::string& path, const std::string& expected, Work work) {
  const hdf5::Silence silence;
  try {
    const hdf5::Handle file = hdf5::open_file(path);
    return work(file.id());
  } catch (const hdf5::Failure& failure) {
    throw graph::input_error(path, 0, failure.what(), expected);
  }
}

}  // namespace

std::string schema_of(const CheckedFile& checked, const std::string& expected) {
  if (checked.seal() == Seal::broken)
    throw graph::input_error(checked.path(), 0, broken_seal, expected);
  return with_file(checked.path(), expected,
                   [](hid_t file) { return text_or_nothing(file, "schema_name"); });
}

FileContents read_contents(const std::string& path) {
  return with_file(path, "a file written by clout", [&](hid_t file) {
    FileContents contents;
    std::error_code unknown;
    contents.bytes = std::filesystem::file_size(path, unknown);
    const hdf5::Handle root(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose, "no root group");
    add_group(root.id(), "", 0, contents);
    return contents;
  });
}

}  // namespace clout::store
