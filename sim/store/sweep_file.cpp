#include "sim/store/sweep_file.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/store/study_attributes.hpp"
#include "sim/store/sweep_layout.hpp"

namespace clout::store {

namespace {

/// Of how many values a chunk is worth compressing.
constexpr std::size_t smallest_chunk = 512;
constexpr std::size_t largest_chunk = std::size_t{1} << 18U;

std::vector<std::int32_t> replicate_numbers(const SweepRecord& sweep) {
  std::vector<std::int32_t> numbers;
  for (const random::Replicate each : sweep.replicates)
    numbers.push_back(static_cast<std::int32_t>(each));
  return numbers;
}

/// Names of netCDF variables, each its own: no '/', which HDF5 takes for a group, and no blanks,
/// which separate names in CF's attribute coordinates.
std::vector<std::string> variable_names(const SweepRecord& sweep) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const SweptSetting& setting : sweep.settings) {
    std::string name = setting.key;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '/' || c == ' '; }, '_');
    while (!taken.insert(name).second) name += '_';
    names.push_back(std::move(name));
  }
  return names;
}

/// Along points, so that one point's part is never torn.
std::vector<hsize_t> chunk_of(const SweepRecord& sweep) {
  const std::size_t point = sweep.study.arms.size() * sweep.replicates.size();
  if (point * sweep.points() < smallest_chunk) return {};
  const std::size_t points = std::clamp(largest_chunk / point, std::size_t{1}, sweep.points());
  return {points, sweep.study.arms.size(), sweep.replicates.size()};
}

template <typename Values>
hdf5::Handle scale(hid_t parent, const hdf5::ArrayInfo& info, const Values& labels) {
  hdf5::Handle made = hdf5::create_scale(parent, info, labels.size());
  hdf5::write_block(made.id(), hdf5::whole_block({labels.size()}), labels);
  return made;
}

/// A SweepRecord on its way into a file.
class SweepOutput {
 public:
  SweepOutput(const std::string& path, const SweepRecord& sweep)
      : sweep_(sweep), names_(variable_names(sweep)), file_(hdf5::create_file(path)) {}

  void write() {
    write_attributes(file_.id(), sweep_layout::schema, "complete", sweep_layout::attributes,
                     sweep_.study);
    hdf5::write_attribute(file_.id(), sweep_layout::design, sweep_.design);
    hdf5::write_attribute(file_.id(), sweep_layout::judged_by, sweep_.judged_by);
    write_values();
    write_config();
    constexpr const char* no_room = "the disk is full or cannot be written";
    hdf5::check(H5Fflush(file_.id(), H5F_SCOPE_LOCAL), no_room);
    file_.close(no_room);
  }

 private:
  void write_values() {
    std::vector<std::int32_t> numbers(sweep_.points());
    std::iota(numbers.begin(), numbers.end(), 0);
    const hdf5::Handle points = scale(file_.id(), sweep_layout::point, numbers);
    const hdf5::Handle arms = scale(file_.id(), sweep_layout::arm, arm_names(sweep_));
    const hdf5::Handle replicates =
        scale(file_.id(), sweep_layout::replicate, replicate_numbers(sweep_));
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const SweptSetting& setting = sweep_.settings[n];
      const hid_t along = points.id();
      const hdf5::Handle array = hdf5::create_array(
          file_.id(), sweep_layout::info_of(names_[n].c_str(), setting), {&along, 1}, {});
      std::visit(
          [&](const auto& values) {
            hdf5::write_block(array.id(), hdf5::whole_block({values.size()}), values);
          },
          setting.values);
    }
    std::string coordinates;
    for (const std::string& name : names_) coordinates += (coordinates.empty() ? "" : " ") + name;
    const hid_t along[] = {points.id(), arms.id(), replicates.id()};
    for (const SweepFigure& figure : sweep_.figures) {
      const hdf5::Handle array =
          hdf5::create_array(file_.id(), sweep_layout::info_of(figure), along, chunk_of(sweep_));
      // CF: xarray makes the settings coordinates by it.
      hdf5::write_attribute(array.id(), "coordinates", coordinates);
      hdf5::write_block(
          array.id(),
          hdf5::whole_block({sweep_.points(), sweep_.study.arms.size(), sweep_.replicates.size()}),
          figure.values);
    }
  }

  void write_config() {
    const hdf5::Handle group = hdf5::create_group(file_.id(), sweep_layout::config);
    std::vector<std::string> figures;
    for (const SweepFigure& figure : sweep_.figures) figures.push_back(figure.name);
    const hdf5::Handle settings = scale(group.id(), sweep_layout::setting, setting_keys(sweep_));
    scale(group.id(), sweep_layout::figure, figures);
    const hid_t along = settings.id();
    const hdf5::Handle variables =
        hdf5::create_array(group.id(), sweep_layout::setting_variable, {&along, 1}, {});
    hdf5::write_block(variables.id(), hdf5::whole_block({names_.size()}), names_);
    write_text(group.id(), sweep_layout::scenario, sweep_.study.scenario);
    write_text(group.id(), sweep_layout::resolved, sweep_.study.resolved);
  }

  static void write_text(hid_t group, const hdf5::ArrayInfo& info, const std::string& text) {
    const hdf5::Handle array = hdf5::create_array(group, info, {}, {});
    hdf5::write_block(array.id(), {}, std::span(&text, 1));
  }

  const SweepRecord& sweep_;
  std::vector<std::string> names_;
  hdf5::Handle file_;
};

}  // namespace

std::vector<std::string> arm_names(const SweepRecord& sweep) {
  std::vector<std::string> names;
  for (const ArmRecord& arm : sweep.study.arms) names.push_back(arm.name);
  return names;
}

std::vector<std::string> setting_keys(const SweepRecord& sweep) {
  std::vector<std::string> keys;
  for (const SweptSetting& setting : sweep.settings) keys.push_back(setting.key);
  return keys;
}

std::size_t SweepRecord::points() const {
  if (settings.empty()) return 0;
  return std::visit([](const auto& values) { return values.size(); }, settings.front().values);
}

std::string point_text(const SweepRecord& sweep, std::size_t point) {
  std::string text;
  for (const SweptSetting& setting : sweep.settings) {
    std::visit(
        [&](const auto& values) { text += fmt::format("{} = {}\n", setting.key, values[point]); },
        setting.values);
  }
  return text;
}

void write_sweep(const std::string& path, const SweepRecord& sweep) {
  CLOUT_EXPECT(sweep.points() > 0 && !sweep.figures.empty() && !sweep.replicates.empty());
  write_sealed(path, [&](const std::string& temporary) { SweepOutput(temporary, sweep).write(); });
}

}  // namespace clout::store
