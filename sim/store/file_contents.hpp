// What lies in an HDF5 file, without reading it: for people who want to know what they have.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/store/seal.hpp"

namespace clout::store {

struct DatasetInfo {
  std::string path;                  ///< "daily/impressions"
  std::string type;                  ///< "int32", "float64", "text"
  std::vector<std::uint64_t> shape;  ///< empty: one value
  std::string units;                 ///< may be empty
  std::string long_name;             ///< may be empty
  bool axis = false;                 ///< labels of a dimension that other datasets have
};

struct FileContents {
  std::uint64_t bytes = 0;
  std::vector<DatasetInfo> datasets;  ///< group by group, in the order in which they were made
};

/// "clout-outcome", "clout-sweep", "clout-graph"; empty for a file of another program. Throws
/// InputError if the file cannot be read, is not HDF5 or its seal is broken, which says that
/// expected would be right.
std::string schema_of(const CheckedFile& checked,
                      const std::string& expected = "a file written by clout");

/// Of a file that its own reader has accepted: damage is not looked for here. Throws InputError if
/// the file cannot be read or is not HDF5.
FileContents read_contents(const std::string& path);

}  // namespace clout::store
