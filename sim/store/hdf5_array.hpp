// Datasets of any number of axes, written and read block by block. Only sources of sim/store
// include this.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/store/hdf5.hpp"

namespace clout::store::hdf5 {

/// A variable whose axes are dimensions of its group.
struct ArrayInfo {
  const char* name;
  Element element;
  const char* units;
  const char* long_name;
  std::vector<const char*> categories;  ///< names of 0, 1, 2, ...; blanks are not allowed
};

/// A rectangle of an array: where it begins on each axis, and its lengths. Both empty: the one
/// value of an array without axes.
struct Block {
  std::vector<hsize_t> begin;
  std::vector<hsize_t> length;
};

/// All of an array of these lengths.
Block whole_block(std::vector<hsize_t> lengths);

/// Makes the array along these dimensions. chunk: lengths of its compressed pieces; empty: it is
/// stored whole and as it is.
Handle create_array(hid_t parent, const ArrayInfo& info, std::span<const hid_t> dimensions,
                    std::span<const hsize_t> chunk);

/// A dimension with labels.
Handle create_scale(hid_t parent, const ArrayInfo& info, hsize_t length);

/// Opens the array and checks type and lengths of axes. Throws Failure.
Handle open_array(hid_t parent, const ArrayInfo& info, std::span<const hsize_t> lengths);

void write_block(hid_t array, const Block& block, std::span<const std::int32_t> values);
void write_block(hid_t array, const Block& block, std::span<const double> values);
void write_block(hid_t array, const Block& block, std::span<const std::string> values);

void read_block(hid_t array, const Block& block, std::vector<std::int32_t>& values);
void read_block(hid_t array, const Block& block, std::vector<double>& values);
void read_block(hid_t array, const Block& block, std::vector<std::string>& values);

}  // namespace clout::store::hdf5
