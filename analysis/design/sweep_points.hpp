// The points of a study's sweep.
#pragma once

#include <vector>

#include "analysis/design/varied_setting.hpp"
#include "sim/engine/run_spec.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::design {

/// What a point sets: one setting for each parameter of the sweep, in their order.
using SweepPoint = std::vector<engine::Setting>;

/// What points in the coordinates of such dimensions set.
std::vector<SweepPoint> settings_at(const Points& points, const std::vector<VariedSetting>& all);

/// All points of study.sweep, which must have a parameter. Every beginning is spread over the
/// space (a list keeps its order). Points of latin_hypercube and sobol depend on the study's seed;
/// twice as many begin with the same ones (sobol: any number more). Of a crossover the coarse grid.
std::vector<SweepPoint> sweep_points(const scenario::Scenario& study);

}  // namespace clout::design
