// The labels of the axes of an outcome file. Only sources of sim/store include this.
#pragma once

#include <span>

#include "sim/store/hdf5_array.hpp"
#include "sim/store/outcome_slabs.hpp"

namespace clout::store {

/// Labels of one axis; empty for Axis::event, which has none.
Slab labels_of(outcome_layout::Axis axis, const StudyRecord& study,
               std::span<const random::Replicate> replicates);

inline hdf5::ArrayInfo info_of(const outcome_layout::AxisRow& axis) {
  return {axis.name, axis.labels, "1", axis.long_name, {}};
}

inline hdf5::ArrayInfo info_of(const outcome_layout::Variable& variable) {
  return {variable.name, variable.element, variable.units, variable.long_name, variable.categories};
}

}  // namespace clout::store
