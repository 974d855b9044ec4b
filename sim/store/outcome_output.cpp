#include "sim/store/outcome_output.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <string_view>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/store/graph_layout.hpp"
#include "sim/store/outcome_labels.hpp"
#include "sim/store/study_attributes.hpp"

namespace clout::store {

namespace {

using outcome_layout::Axis;
using outcome_layout::Element;
using outcome_layout::Variable;

/// A replicate's part smaller than this is not worth a piece of its own.
constexpr hsize_t smallest_chunk = 512;
constexpr hsize_t largest_chunk = hsize_t{1} << 18U;
constexpr hsize_t event_chunk = hsize_t{1} << 14U;

/// A piece is what is written at once: one replicate, all arms if they fit.
std::vector<hsize_t> chunk_of(const Variable& variable, const Shape& shape) {
  std::vector<hsize_t> chunk;
  for (const Axis axis : variable.along) {
    const hsize_t length = shape.length(axis);
    chunk.push_back(axis == Axis::replicate ? 1
                    : axis == Axis::event   ? std::min(length, event_chunk)
                                            : length);
  }
  const auto size = [&] {
    return std::accumulate(chunk.begin(), chunk.end(), hsize_t{1}, std::multiplies<>());
  };
  if (variable.element == Element::text || size() < smallest_chunk) return {};
  for (hsize_t& length : chunk) {
    if (size() > largest_chunk) length = 1;
  }
  return chunk;
}

std::string state_of(const StudyRecord& study, std::size_t replicates) {
  if (static_cast<std::int64_t>(replicates) >= study.planned_replicates) return "complete";
  return fmt::format("incomplete: {} of {} replicates", replicates, study.planned_replicates);
}

std::vector<const Variable*> variables_of(const char* group) {
  std::vector<const Variable*> found;
  for (const auto table :
       {outcome_layout::replicate_variables(), outcome_layout::study_variables()}) {
    for (const Variable& variable : table) {
      if (std::string_view(variable.group) == group) found.push_back(&variable);
    }
  }
  return found;
}

}  // namespace

OutcomeOutput::OutcomeOutput(const std::string& path, const StudyRecord& study,
                             std::span<const random::Replicate> replicates, std::size_t events)
    : shape_(shape_of(study, replicates.size(), events)), file_(hdf5::create_file(path)) {
  CLOUT_EXPECT(!replicates.empty());
  write_attributes(file_.id(), outcome_layout::schema, state_of(study, shape_.replicates),
                   outcome_layout::attributes(), study);
  for (const char* group : {outcome_layout::daily_group, outcome_layout::outcome_group,
                            outcome_layout::events_group, outcome_layout::config_group})
    create_group(group, study, replicates);
  write_study(study);
}

void OutcomeOutput::create_group(const char* name, const StudyRecord& study,
                                 std::span<const random::Replicate> replicates) {
  const hdf5::Handle group = hdf5::create_group(file_.id(), name);
  std::map<Axis, hdf5::Handle> scales;
  const auto scale = [&](Axis axis) {
    const auto known = scales.find(axis);
    if (known != scales.end()) return known->second.id();
    const outcome_layout::AxisRow& row = outcome_layout::axes()[static_cast<std::size_t>(axis)];
    const hsize_t length = shape_.length(axis);
    if (axis == Axis::event) {
      return scales.emplace(axis, hdf5::create_dimension(group.id(), row.name, length))
          .first->second.id();
    }
    hdf5::Handle made = hdf5::create_scale(group.id(), info_of(row), length);
    std::visit(
        [&](const auto& values) {
          hdf5::write_block(made.id(), {{0}, {length}}, values);
        },
        labels_of(axis, study, replicates));
    return scales.emplace(axis, std::move(made)).first->second.id();
  };
  if (std::string_view(name) == outcome_layout::config_group) {
    for (const Axis axis : outcome_layout::named_axes) {
      if (shape_.length(axis) > 0) scale(axis);
    }
  }
  // In the order of the tables, so that arrays_ has their positions.
  for (const Variable* variable : variables_of(name)) {
    arrays_.emplace_back();
    if (shape_.elements(*variable) == 0) continue;
    std::vector<hid_t> dimensions;
    for (const Axis axis : variable->along) dimensions.push_back(scale(axis));
    arrays_.back() =
        hdf5::create_array(group.id(), info_of(*variable), dimensions, chunk_of(*variable, shape_));
  }
}

hdf5::Block OutcomeOutput::block_of(const Variable& variable, std::size_t events) const {
  hdf5::Block block;
  for (const Axis axis : variable.along) {
    const bool one = axis == Axis::replicate;
    const bool rows = axis == Axis::event;
    block.begin.push_back(one ? replicates_done_ : rows ? events_done_ : 0);
    block.length.push_back(one ? 1 : rows ? events : shape_.length(axis));
  }
  return block;
}

void OutcomeOutput::write_study(const StudyRecord& study) {
  const auto variables = outcome_layout::study_variables();
  const Slabs slabs = encode_study(study);
  const std::size_t first = outcome_layout::replicate_variables().size();
  for (std::size_t n = 0; n < variables.size(); ++n) {
    if (shape_.elements(variables[n]) == 0) continue;
    const hdf5::Block all = block_of(variables[n], 0);
    std::visit([&](const auto& values) { hdf5::write_block(arrays_[first + n].id(), all, values); },
               slabs[n]);
  }
  arrays_.resize(first);
}

void OutcomeOutput::add(const Slabs& slabs) {
  const auto variables = outcome_layout::replicate_variables();
  std::size_t events = 0;
  for (std::size_t n = 0; n < variables.size(); ++n) {
    if (variables[n].along == std::vector{Axis::event})
      events = std::visit([](const auto& values) { return values.size(); }, slabs[n]);
  }
  CLOUT_EXPECT(replicates_done_ < shape_.replicates && events_done_ + events <= shape_.events);
  for (std::size_t n = 0; n < variables.size(); ++n) {
    const hdf5::Block block = block_of(variables[n], events);
    std::visit(
        [&](const auto& values) {
          if (!values.empty()) hdf5::write_block(arrays_[n].id(), block, values);
        },
        slabs[n]);
  }
  ++replicates_done_;
  events_done_ += events;
}

void OutcomeOutput::add_graph(const graph::FollowerGraph& graph) {
  const auto group = hdf5::create_group(file_.id(), outcome_layout::graph_group);
  const auto bounds =
      hdf5::create_dimension(group.id(), graph_layout::account_bound, graph.offsets().size());
  const auto offsets = hdf5::create_column(group.id(), graph_layout::indptr, bounds.id(), 1);
  // Offsets stay below 2^63 and account numbers below 2^31: the same bits signed and unsigned.
  hdf5::write_column(offsets.id(), H5T_NATIVE_INT64, graph.offsets().data(),
                     graph.offsets().size());
  if (graph.follows() == 0) return;
  const auto follows = hdf5::create_dimension(group.id(), graph_layout::follow, graph.follows());
  const auto rows = hdf5::create_column(group.id(), graph_layout::indices, follows.id(), 1);
  hdf5::write_column(rows.id(), H5T_NATIVE_INT32, graph.rows().data(), graph.follows());
}

void OutcomeOutput::close() {
  CLOUT_EXPECT(replicates_done_ == shape_.replicates && events_done_ == shape_.events);
  arrays_.clear();
  constexpr const char* no_room = "the disk is full or cannot be written";
  hdf5::check(H5Fflush(file_.id(), H5F_SCOPE_LOCAL), no_room);
  file_.close(no_room);
}

}  // namespace clout::store
