#include "sim/store/sealed_file.hpp"

#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::store {

namespace {

/// What files of other schemas of ours hold.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> known_schemas{{
    {"clout-graph", "a follower graph"},
    {"clout-outcome", "the outcomes of a run"},
    {"clout-sweep", "a sweep"},
}};

void check_schema(hid_t file, const std::string& path, const Schema& schema) {
  if (H5Aexists(file, "schema_name") <= 0) {
    refuse_file(path, schema, "schema_name",
                "the attribute is missing, so clout did not write this file");
  }
  try {
    const std::string name = hdf5::read_text_attribute(file, "schema_name");
    if (name != schema.name) {
      for (const auto& [known, holds] : known_schemas) {
        if (name == known) refuse_file(path, schema, "", fmt::format("the file holds {}", holds));
      }
      refuse_file(path, schema, "schema_name", fmt::format("the file holds '{}'", name));
    }
    const std::int64_t version = hdf5::read_integer_attribute(file, "schema_version");
    if (version == schema.version) return;
    refuse_file(path, schema, "schema_version",
                fmt::format("the layout has version {} and this program reads version {}; {}",
                            version, schema.version,
                            version > schema.version ? "a newer clout reads it" : schema.if_older));
  } catch (const hdf5::Failure& failure) {
    refuse_file(path, schema, "schema_version", failure.what());
  }
}

/// A file without a seal may be one that lost a part of it. HDF5 knows where its own part ends.
void refuse_part_of_seal(hid_t file, const std::string& path, const Schema& schema) {
  haddr_t end = 0;
  std::error_code none;
  const std::uintmax_t size = std::filesystem::file_size(path, none);
  if (H5Fget_eoa(file, &end) >= 0 && size <= end) return;
  refuse_file(path, schema, "",
              "the checksum at the end is damaged: the file is cut off, or a byte has changed");
}

}  // namespace

void refuse_file(const std::string& path, const Schema& schema, const std::string& key,
                 const std::string& problem) {
  Diagnostic diagnostic;
  diagnostic.place.file = path;
  diagnostic.place.key = key;
  diagnostic.problem = problem;
  diagnostic.expected = schema.expected;
  throw InputError(diagnostic);
}

void write_sealed(const std::string& path, const std::function<void(const std::string&)>& write) {
  const hdf5::Silence silence;
  NewFile file(path);
  try {
    write(file.temporary());
  } catch (const hdf5::Failure& failure) {
    throw graph::input_error(path, 0, failure.what(), "a place with enough room");
  }
  seal(file.temporary(), path);
  file.commit();
}

hdf5::Handle open_sealed(const CheckedFile& checked, const Schema& schema) {
  const std::string& path = checked.path();
  if (checked.seal() == Seal::broken) refuse_file(path, schema, "", broken_seal);
  hdf5::Handle file;
  try {
    file = hdf5::open_file(path);
  } catch (const hdf5::Failure& failure) {
    refuse_file(path, schema, "", failure.what());
  }
  check_schema(file.id(), path, schema);
  if (checked.seal() == Seal::holds) return file;
  if (schema.always_sealed) {
    refuse_file(path, schema, "",
                "the checksum at the end is missing: the file is cut off, or another program wrote "
                "into it");
  }
  refuse_part_of_seal(file.id(), path, schema);
  return file;
}

}  // namespace clout::store
