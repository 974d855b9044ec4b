// A study's sweep, ready to run: its points checked, and the file it goes to.
#pragma once

#include <string>
#include <vector>

#include "analysis/design/sweep_points.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::cli {

struct SweepPlan {
  scenario::Scenario study;
  std::vector<design::SweepPoint> points;
  store::SweepRecord record;  ///< without values
};

/// path: the scenario's file; by: the figure that says who wins, empty for that of the first
/// campaign's objective. Throws InputError if the study has no sweep, a point cannot be run, or
/// there is no such figure.
SweepPlan sweep_plan(const std::string& path, scenario::Scenario study, const std::string& by);

/// The same for points that somebody else chose; design: what a file says of how.
SweepPlan plan_of_points(const std::string& path, scenario::Scenario study,
                         std::vector<design::SweepPoint> points, const std::string& design,
                         const std::string& by);

/// The plan with these points in place of its own, of the same settings. Throws InputError if one
/// of them cannot be run.
void set_points(SweepPlan& plan, std::vector<design::SweepPoint> points);

/// The study at a point.
scenario::Scenario study_at(const SweepPlan& plan, std::size_t point);

}  // namespace clout::cli
