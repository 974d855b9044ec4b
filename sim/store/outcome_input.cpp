#include "sim/store/outcome_input.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "sim/store/outcome_labels.hpp"
#include "sim/store/study_attributes.hpp"

namespace clout::store {

namespace {

using outcome_layout::Axis;
using outcome_layout::Element;
using outcome_layout::Variable;

/// More of anything than a study can have is a broken file; the bound keeps sizes far from
/// overflowing.
void check_plausible(std::int64_t value, std::int64_t most) {
  if (value < 0 || value > most) throw hdf5::Failure(fmt::format("{} cannot be", value));
}

hdf5::Block whole(const Variable& variable, const Shape& shape) {
  hdf5::Block block;
  for (const std::size_t length : shape.lengths(variable)) {
    block.begin.push_back(0);
    block.length.push_back(length);
  }
  return block;
}

}  // namespace

OutcomeInput::OutcomeInput(const CheckedFile& checked)
    : path_(checked.path()), file_(open_sealed(checked, outcome_layout::schema)) {
  read_attributes(file_.id(), path_, outcome_layout::schema, outcome_layout::attributes(), study_);
  try {
    check_plausible(study_.days, 1'000'000);
  } catch (const hdf5::Failure& failure) {
    refuse("days", failure.what());
  }
  read_axes();
  read_study();
  read_replicates();
}

void OutcomeInput::refuse(const std::string& key, const std::string& problem) const {
  refuse_file(path_, outcome_layout::schema, key, problem);
}

std::vector<std::string> OutcomeInput::names(Axis axis) const {
  const outcome_layout::AxisRow& row = outcome_layout::axes()[static_cast<std::size_t>(axis)];
  const std::string name = fmt::format("{}/{}", outcome_layout::config_group, row.name);
  try {
    if (!hdf5::has(file_.id(), outcome_layout::config_group))
      throw hdf5::Failure("the dataset is missing");
    if (!hdf5::has(file_.id(), name.c_str())) return {};
    const hdf5::ColumnInfo column{name.c_str(), row.name, row.labels, "1", row.long_name};
    hsize_t length = 0;
    const hdf5::Handle dataset = hdf5::open_column(file_.id(), column, length);
    return hdf5::read_texts(dataset.id(), length);
  } catch (const hdf5::Failure& failure) {
    refuse(name, failure.what());
  }
}

void OutcomeInput::read_axes() {
  for (std::string& name : names(Axis::arm)) {
    study_.arms.emplace_back();
    study_.arms.back().name = std::move(name);
  }
  for (std::string& name : names(Axis::campaign)) {
    study_.campaigns.emplace_back();
    study_.campaigns.back().name = std::move(name);
  }
  study_.brands = names(Axis::brand);
  study_.niches = names(Axis::niche);
  if (study_.arms.empty()) refuse("config/arm", "the dataset is missing");
}

void OutcomeInput::read_study() {
  const Shape shape = shape_of(study_, 0, 0);
  Slabs slabs;
  for (const Variable& variable : outcome_layout::study_variables())
    slabs.push_back(read(variable, shape, whole(variable, shape)));
  try {
    decode_study(slabs, study_);
  } catch (const hdf5::Failure& failure) {
    refuse("", failure.what());
  }
}

void OutcomeInput::read_replicates() {
  const auto column = [&](const char* name) {
    const std::string path = fmt::format("{}/{}", outcome_layout::outcome_group, name);
    try {
      if (!hdf5::has(file_.id(), outcome_layout::outcome_group))
        throw hdf5::Failure("the dataset is missing");
      hsize_t length = 0;
      const hdf5::Handle dataset = hdf5::open_column(
          file_.id(), {path.c_str(), "replicate", Element::int32, "1", ""}, length);
      std::vector<std::int32_t> values(length);
      hdf5::read_column(dataset.id(), H5T_NATIVE_INT32, values.data(), length);
      if (std::any_of(values.begin(), values.end(), [](std::int32_t value) { return value < 0; }))
        throw hdf5::Failure("a value is negative");
      return values;
    } catch (const hdf5::Failure& failure) {
      refuse(path, failure.what());
    }
  };
  const auto numbers = column("replicate");
  const auto events = column("events");
  if (std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>()) != numbers.end())
    refuse("outcome/replicate", "the numbers do not rise");
  if (events.size() != numbers.size()) refuse("outcome/events", "the dataset has another shape");
  for (const std::int32_t number : numbers)
    replicates_.push_back(static_cast<random::Replicate>(number));
  first_event_.push_back(0);
  for (const std::int32_t count : events)
    first_event_.push_back(first_event_.back() + static_cast<std::size_t>(count));
}

Slab OutcomeInput::read(const Variable& variable, const Shape& all,
                        const hdf5::Block& block) const {
  const std::string key = fmt::format("{}/{}", variable.group, variable.name);
  const auto fill = [&](auto values) -> Slab {
    if (all.elements(variable) == 0) {
      if (hdf5::has(file_.id(), key.c_str())) throw hdf5::Failure("an axis of it is missing");
      return values;
    }
    if (!hdf5::has(file_.id(), variable.group)) throw hdf5::Failure("the dataset is missing");
    const hdf5::Handle group(H5Gopen2(file_.id(), variable.group, H5P_DEFAULT), H5Gclose,
                             "the group cannot be opened");
    const auto lengths = all.lengths(variable);
    const hdf5::Handle array = hdf5::open_array(
        group.id(), info_of(variable), std::vector<hsize_t>(lengths.begin(), lengths.end()));
    if (block.length.empty() || block.length.front() > 0)
      hdf5::read_block(array.id(), block, values);
    return values;
  };
  try {
    if (variable.element == Element::text) return fill(std::vector<std::string>());
    if (variable.element == Element::real) return fill(std::vector<double>());
    return fill(std::vector<std::int32_t>());
  } catch (const hdf5::Failure& failure) {
    refuse(key, failure.what());
  }
}

std::size_t OutcomeInput::events(std::size_t position) const {
  return first_event_[position + 1] - first_event_[position];
}

Slabs OutcomeInput::slabs(std::size_t position) const {
  const Shape all = shape_of(study_, replicates_.size(), first_event_.back());
  Slabs slabs;
  for (const Variable& variable : outcome_layout::replicate_variables()) {
    hdf5::Block block = whole(variable, all);
    for (std::size_t axis = 0; axis < variable.along.size(); ++axis) {
      const bool rows = variable.along[axis] == Axis::event;
      if (!rows && variable.along[axis] != Axis::replicate) continue;
      block.begin[axis] = rows ? first_event_[position] : position;
      block.length[axis] = rows ? events(position) : 1;
    }
    slabs.push_back(read(variable, all, block));
  }
  return slabs;
}

}  // namespace clout::store
