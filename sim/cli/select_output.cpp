#include "sim/cli/select_output.hpp"

#include <algorithm>
#include <tuple>

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "analysis/report/arm_values.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/stats/mean_interval.hpp"
#include "sim/cli/json_number.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

constexpr std::size_t line_width = 100;

bool is_among(const std::vector<std::size_t>& arms, std::size_t arm) {
  return std::find(arms.begin(), arms.end(), arm) != arms.end();
}

const char* state_of(const SelectionReport& selection, std::size_t arm) {
  if (!is_among(selection.result.contestants, arm)) return "not defined";
  if (!is_among(selection.result.surviving, arm)) return "out";
  return selection.result.decided() ? "best" : "in play";
}

std::size_t replicates_of(const ArmValues& values) {
  std::size_t all = 0;
  for (const std::vector<double>& arm : values) all += arm.size();
  return all;
}

std::size_t longest(const ArmValues& values) {
  std::size_t most = 0;
  for (const std::vector<double>& arm : values) most = std::max(most, arm.size());
  return most;
}

std::vector<std::size_t> order_of(const SelectionReport& selection) {
  std::vector<std::size_t> order(selection.values.size());
  for (std::size_t arm = 0; arm < order.size(); ++arm) order[arm] = arm;
  const auto rank = [&](std::size_t arm) {
    const bool in_play = is_among(selection.result.surviving, arm);
    const bool defined = is_among(selection.result.contestants, arm);
    const double mean =
        defined ? report::sign_of(selection.figure) * stats::moments(selection.values[arm]).mean
                : 0;
    return std::tuple(!in_play, !defined, selection.values[arm].size(), mean);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto [out_a, undefined_a, count_a, mean_a] = rank(a);
    const auto [out_b, undefined_b, count_b, mean_b] = rank(b);
    return std::tuple(out_a, undefined_a, count_b, mean_b) <
           std::tuple(out_b, undefined_b, count_a, mean_a);
  });
  return order;
}

std::string promise_text(const SelectionReport& selection) {
  const std::string& unit = selection.figure.unit;
  return fmt::format("with a chance of at least {:.4g}%, no arm is better by more than {}{}",
                     100 * selection.promise.confidence,
                     report::number_text(selection.promise.indifference, unit),
                     report::unit_text(unit));
}

}  // namespace

std::string selection_sentence(const SelectionReport& selection) {
  const SelectResult& result = selection.result;
  if (result.decided()) {
    return fmt::format("{} is the best in {}: {}.",
                       selection.study.arms[result.surviving.front()].name, selection.figure.name,
                       promise_text(selection));
  }
  std::string names;
  for (const std::size_t arm : result.surviving)
    names += (names.empty() ? "" : ", ") + selection.study.arms[arm].name;
  return fmt::format("It is open after {} replicates which arm is best in {}: {} are in play.",
                     longest(selection.values), selection.figure.name, names);
}

std::string selection_table(const SelectionReport& selection) {
  std::string text =
      wrapped(selection.study.title, line_width) + wrapped(selection.study.question, line_width) +
      "\n" + wrapped(selection_sentence(selection), line_width) + "\n" +
      fmt::format("{:<32}{:>12}{:>12}  {}\n", "arm", "", "replicates", selection.figure.name);
  for (const std::size_t arm : order_of(selection)) {
    const std::vector<double>& values = selection.values[arm];
    text += fmt::format("{:<32}{:>12}{:>12}  {}\n", selection.study.arms[arm].name,
                        state_of(selection, arm), values.size(),
                        report::interval_text(stats::mean_interval(values), selection.figure.unit));
  }
  text += "\n" + wrapped(fmt::format("{} replicates of single arms, where equal numbers for all "
                                     "would be {}. Procedure KN on common random numbers; (..) "
                                     "are 95% intervals of each mean alone, and those of arms that "
                                     "are out end with the replicate that put them out.",
                                     replicates_of(selection.values),
                                     selection.values.size() * longest(selection.values)),
                         line_width);
  return text;
}

boost::json::object selection_json(const SelectionReport& selection) {
  const SelectResult& result = selection.result;
  boost::json::array arms;
  for (std::size_t arm = 0; arm < selection.values.size(); ++arm) {
    const stats::MeanInterval mean = stats::mean_interval(selection.values[arm]);
    arms.push_back({{"name", selection.study.arms[arm].name},
                    {"state", state_of(selection, arm)},
                    {"replicates", selection.values[arm].size()},
                    {"mean", json_number(mean.mean)},
                    {"low", json_number(mean.low)},
                    {"high", json_number(mean.high)}});
  }
  boost::json::value best = nullptr;
  if (result.decided()) best = selection.study.arms[result.surviving.front()].name;
  return {{"title", selection.study.title},
          {"config_sha256", selection.study.config_sha256},
          {"software", selection.study.software},
          {"git_sha1", selection.study.git_sha1},
          {"seed", selection.study.seed},
          {"figure", selection.figure.name},
          {"unit", selection.figure.unit},
          {"procedure", "KN"},
          {"indifference", selection.promise.indifference},
          {"confidence", selection.promise.confidence},
          {"pilot", selection.promise.pilot},
          {"at_most", selection.most},
          {"decided", result.decided()},
          {"best", std::move(best)},
          {"text", selection_sentence(selection)},
          {"replicates_of_arms", replicates_of(selection.values)},
          {"arms", std::move(arms)}};
}

}  // namespace clout::cli
