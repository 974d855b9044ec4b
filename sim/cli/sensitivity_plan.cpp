#include "sim/cli/sensitivity_plan.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/run_progress.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/engine/ensemble.hpp"

namespace clout::cli {

namespace {

using sensitivity::Method;

/// Of one replicate of the study as it is, all arms side by side, on its graph: measured.
double seconds_of_a_replicate(const scenario::Scenario& study, const StudyMemory& memory) {
  const graph::Network network = network_of(study, memory);
  const std::vector<engine::Arm> arms = arms_of(study);
  engine::RunSpec run = study.run;
  run.replicates = 1;
  const auto start = std::chrono::steady_clock::now();
  run_ensemble(network, arms, run, memory.live_markets(network, arms, run), {});
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void refuse_many_parameters(const scenario::Scenario& study, const sensitivity::Sizes& sizes,
                            const StudyMemory& memory) {
  const std::size_t parameters = study.sweep.parameters.size();
  if (parameters <= sensitivity::most_sobol_parameters) return;
  const std::size_t points = points_of(Method::sobol, study, sizes);
  const double seconds = seconds_of_a_replicate(study, memory) * static_cast<double>(points) *
                         static_cast<double>(study.run.replicates);
  Diagnostic problem;
  problem.place.key = "--method";
  problem.problem = fmt::format(
      "Sobol indices of {} parameters would take {} points of {} replicate{}, about {}", parameters,
      points, study.run.replicates, study.run.replicates == 1 ? "" : "s", duration_text(seconds));
  problem.expected = fmt::format("at most {} parameters", sensitivity::most_sobol_parameters);
  problem.suggestion = "screen them with --method morris, then name the first ones in --parameters";
  throw InputError(problem);
}

void refuse_many_points(const scenario::Scenario& study, std::span<const Method> methods,
                        const sensitivity::Sizes& sizes) {
  std::size_t points = 1;
  for (const Method method : methods) points += points_of(method, study, sizes);
  if (points <= static_cast<std::size_t>(scenario::most_sweep_points)) return;
  refuse_option("--method", fmt::format("a study of {} points", points),
                fmt::format("at most {}", scenario::most_sweep_points));
}

}  // namespace

SweepPlan sensitivity_plan(const std::string& path, scenario::Scenario study,
                           std::span<const Method> methods, const sensitivity::Sizes& sizes,
                           const std::string& figure, const StudyMemory& memory) {
  // A grid over dozens of parameters is refused where the study is read back from the file.
  study.sweep.design = scenario::SweepDesign::latin_hypercube;
  if (std::find(methods.begin(), methods.end(), Method::sobol) != methods.end())
    refuse_many_parameters(study, sizes, memory);
  refuse_many_points(study, methods, sizes);
  sensitivity::Design design = design_of(study, methods, sizes);
  return plan_of_points(path, std::move(study), std::move(design.points),
                        sensitivity::blocks_text(design.blocks), figure);
}

}  // namespace clout::cli
