// A study's and a replicate's part of an outcome file as plain arrays, variable by variable. Knows
// the layout and nothing of HDF5's calls.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "sim/engine/replicate.hpp"
#include "sim/store/outcome_layout.hpp"

namespace clout::store {

/// Values of one variable, last axis fastest. 8-bit categories are held as 32-bit numbers.
using Slab = std::variant<std::vector<std::int32_t>, std::vector<double>, std::vector<std::string>>;

/// One slab for each row of the table, in its order.
using Slabs = std::vector<Slab>;

/// Lengths of the axes: of all there is in a file, or, with one replicate, of a replicate's part.
struct Shape {
  std::size_t replicates = 1;
  std::size_t events = 0;
  std::size_t arms = 0;
  std::size_t days = 0;
  std::size_t brands = 0;
  std::size_t niches = 0;
  std::size_t campaigns = 0;

  std::size_t length(outcome_layout::Axis axis) const noexcept;
  std::vector<std::size_t> lengths(const outcome_layout::Variable& variable) const;
  /// Elements of the variable; 0: it is left out, since netCDF has no axes of length 0.
  std::size_t elements(const outcome_layout::Variable& variable) const;
};

Shape shape_of(const StudyRecord& study, std::size_t replicates, std::size_t events);

/// Rows of group events that the outcomes of a replicate have.
std::size_t events_in(std::span<const engine::Outcome> outcomes);

/// The arrays of a replicate, from the outcomes of all arms in their order. Throws InputError if a
/// count does not fit 32 bits.
Slabs encode_replicate(const StudyRecord& study, std::span<const engine::Outcome> outcomes);

/// The outcomes that encode_replicate was given. Throws hdf5::Failure for numbers that no engine
/// reports.
std::vector<engine::Outcome> decode_replicate(const StudyRecord& study, random::Replicate replicate,
                                              const Slabs& slabs);

/// The arrays of the config group.
Slabs encode_study(const StudyRecord& study);

/// Fills in what encode_study took; arms, brands, niches and campaigns have their names already.
void decode_study(const Slabs& slabs, StudyRecord& study);

}  // namespace clout::store
