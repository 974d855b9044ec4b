#include "sim/cli/select_run.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "analysis/report/arm_values.hpp"
#include "analysis/stats/looks.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/engine/ensemble.hpp"

namespace clout::cli {

namespace {

[[noreturn]] void refuse_figure(const std::string& problem) {
  Diagnostic diagnostic;
  diagnostic.place.key = "--by";
  diagnostic.problem = problem;
  diagnostic.suggestion = "choose a figure that every replicate has";
  throw InputError(diagnostic);
}

class SelectRun {
 public:
  SelectRun(const SelectStudy& study, ArmValues& values, RunProgress& progress,
            const std::stop_token& stop)
      : study_(study), values_(values), progress_(progress), stop_(stop) {}

  /// Until these arms have the first so many replicates.
  bool run_to(std::size_t replicates, std::span<const std::size_t> wanted) {
    std::set<std::size_t> positions;
    std::size_t have = replicates;
    for (const std::size_t arm : wanted) {
      if (values_[arm].size() >= replicates) continue;
      positions.insert(arm);
      have = std::min(have, values_[arm].size());
      if (const auto idle = report::idle_arm(study_.record, arm)) positions.insert(*idle);
    }
    if (positions.empty()) return true;
    return run_arms({positions.begin(), positions.end()}, have, replicates);
  }

 private:
  bool run_arms(const std::vector<std::size_t>& positions, std::size_t from, std::size_t to) {
    std::vector<engine::Arm> arms;
    for (const std::size_t position : positions) arms.push_back(study_.arms[position]);
    engine::RunSpec run = study_.run;
    run.replicates = static_cast<std::int64_t>(to);
    std::vector<random::Replicate> done;
    for (std::size_t n = 0; n < from; ++n) done.push_back(static_cast<random::Replicate>(n));
    std::vector<report::Totals> totals;  // of the replicate that is being reported
    random::Replicate current{};
    const engine::Recorder recorder{
        [&](engine::Outcome&& outcome) {
          if (outcome.replicate != current) totals.clear();
          current = outcome.replicate;
          if (outcome.arm != totals.size()) return;  // an arm before it was not finished
          outcome.arm = positions[outcome.arm];
          totals.push_back(report::totals_of(study_.record, outcome));
          if (totals.size() == positions.size()) add(positions, totals, current);
        },
        [&](const engine::EnsembleProgress& each) { progress_.show(each); }};
    return run_ensemble(study_.network, arms, run, study_.live_markets, recorder, stop_, done);
  }

  void add(const std::vector<std::size_t>& positions, const std::vector<report::Totals>& totals,
           random::Replicate replicate) {
    for (std::size_t n = 0; n < positions.size(); ++n) {
      std::vector<double>& values = values_[positions[n]];
      // One that an arm has, and one behind a gap that an interruption left.
      if (values.size() != static_cast<std::size_t>(replicate)) continue;
      const auto idle = report::idle_arm(study_.record, positions[n]);
      const auto at = idle ? std::find(positions.begin(), positions.end(), *idle) : positions.end();
      const report::Totals* const beside =
          at == positions.end() ? nullptr
                                : &totals[static_cast<std::size_t>(at - positions.begin())];
      values.push_back(study_.figure.value({study_.record, totals[n], beside}));
    }
  }

  const SelectStudy& study_;
  ArmValues& values_;
  RunProgress& progress_;
  const std::stop_token& stop_;
};

std::vector<std::size_t> contestants_of(const SelectStudy& study, const ArmValues& values,
                                        std::size_t pilot) {
  std::vector<std::size_t> contestants;
  for (std::size_t arm = 0; arm < values.size(); ++arm) {
    const std::vector<double> first(values[arm].begin(),
                                    values[arm].begin() + static_cast<std::ptrdiff_t>(pilot));
    if (report::known(first)) contestants.push_back(arm);
  }
  if (contestants.size() < 2)
    refuse_figure(fmt::format("{} is defined for fewer than two arms", study.figure.name));
  return contestants;
}

/// The arms still in play after the first so many replicates, of those that were.
std::vector<std::size_t> survivors(const SelectStudy& study, const ArmValues& values,
                                   const std::vector<std::size_t>& contestants,
                                   std::size_t replicates, const stats::Promise& promise) {
  std::vector<std::vector<double>> turned;
  for (const std::size_t arm : contestants) {
    const std::size_t count = std::min(replicates, values[arm].size());
    turned.emplace_back(values[arm].begin(),
                        values[arm].begin() + static_cast<std::ptrdiff_t>(count));
    if (!report::known(turned.back()))
      refuse_figure(fmt::format("{} is not defined in every replicate of {}", study.figure.name,
                                study.record.arms[arm].name));
    for (double& value : turned.back()) value *= report::sign_of(study.figure);
  }
  const std::vector<std::span<const double>> arms(turned.begin(), turned.end());
  std::vector<std::size_t> left;
  for (const std::size_t n : stats::select_kn(arms, promise).surviving)
    left.push_back(contestants[n]);
  return left;
}

}  // namespace

SelectResult run_selection(const SelectStudy& study, const stats::Promise& promise,
                           std::size_t most, ArmValues& values, RunProgress& progress,
                           const std::stop_token& stop, const std::function<void()>& saved) {
  SelectRun selection(study, values, progress, stop);
  SelectResult result;
  for (std::size_t arm = 0; arm < study.arms.size(); ++arm) result.surviving.push_back(arm);
  for (std::size_t n = promise.pilot;; n = stats::next_look(n, 0, most)) {
    const bool all = selection.run_to(n, result.surviving);
    saved();
    if (!all) return result;
    if (result.contestants.empty())
      result.contestants = contestants_of(study, values, promise.pilot);
    result.surviving = survivors(study, values, result.contestants, n, promise);
    if (result.surviving.size() == 1 || n == most) break;
  }
  result.complete = true;
  return result;
}

}  // namespace clout::cli
