#include "analysis/design/sweep_points.hpp"

#include <algorithm>
#include <bit>

#include "analysis/design/crossover.hpp"
#include "sim/base/contracts.hpp"

namespace clout::design {

namespace {

using scenario::SweepDesign;
using scenario::SweepParameter;

/// A range as so many steps with both ends; steps that round to the same whole number are one.
void make_levels(const SweepParameter& parameter, VariedSetting& each) {
  if (each.dimension.scale == Scale::levels) return;
  VariedSetting range = each;
  // Steps of whole numbers are those of real ones, rounded: else the ends would be no steps.
  if (range.dimension.scale == Scale::whole) range.dimension.scale = Scale::linear;
  const auto steps = static_cast<std::size_t>(parameter.steps);
  for (std::size_t step = 0; step < steps; ++step) {
    each.dimension.levels.push_back(
        setting_value(range, step_coordinate(range.dimension, step, steps)));
  }
  auto& levels = each.dimension.levels;
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  each.dimension.scale = Scale::levels;
}

std::vector<SweepPoint> listed(const scenario::SweepSpec& sweep) {
  std::vector<SweepPoint> points(sweep.parameters.front().values.size());
  for (std::size_t n = 0; n < points.size(); ++n) {
    for (const SweepParameter& each : sweep.parameters)
      points[n].push_back({each.name, each.values[n]});
  }
  return points;
}

}  // namespace

std::vector<SweepPoint> settings_at(const Points& points, const std::vector<VariedSetting>& all) {
  std::vector<SweepPoint> made;
  for (const Point& point : points) {
    SweepPoint settings;
    for (std::size_t n = 0; n < all.size(); ++n)
      settings.push_back({all[n].dimension.name, setting_value(all[n], point[n])});
    made.push_back(std::move(settings));
  }
  return made;
}

std::vector<SweepPoint> sweep_points(const scenario::Scenario& study) {
  const scenario::SweepSpec& sweep = study.sweep;
  CLOUT_EXPECT(!sweep.parameters.empty());
  if (sweep.design == SweepDesign::list) return listed(sweep);
  if (sweep.design == SweepDesign::crossover) return Crossover(study).points();
  std::vector<VariedSetting> all = varied_settings(study);
  const random::Seed seed{static_cast<std::uint64_t>(study.run.seed)};
  const auto count = static_cast<std::size_t>(sweep.points);
  if (sweep.design == SweepDesign::sobol)
    return settings_at(sobol(seed, all.size(), count, Randomization::shift), all);
  if (sweep.design == SweepDesign::latin_hypercube) {
    // Doubled as often as the number allows, so that it begins with all the smaller designs.
    const auto doublings = static_cast<std::size_t>(std::countr_zero(count));
    return settings_at(latin_hypercube(seed, all.size(), count >> doublings, doublings), all);
  }
  std::vector<Dimension> dimensions;
  for (std::size_t n = 0; n < all.size(); ++n) {
    make_levels(sweep.parameters[n], all[n]);
    dimensions.push_back(all[n].dimension);
  }
  const std::vector<std::size_t> not_read(all.size());
  return settings_at(full_grid(dimensions, not_read), all);
}

}  // namespace clout::design
