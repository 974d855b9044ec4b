#include "sim/cli/sensitivity_chart.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "sim/cli/compare_panels.hpp"
#include "sim/cli/report_chart.hpp"

namespace clout::cli {

namespace {

using sensitivity::Method;
using sensitivity::Sensitivity;
using stats::MeanInterval;

MeanInterval interval(const stats::Estimate& each) { return {each.value, each.low, each.high, 0}; }

/// The most important settings by a method, first ones first, without those that have no effect at
/// all; empty if it was not run.
std::vector<std::size_t> leaders(const Sensitivity& found, Method method) {
  const auto values = importance(found.indices, method);
  auto order = sensitivity::ranked(values);
  const auto none = std::ranges::find_if(order, [&](std::size_t n) { return !(values[n] > 0); });
  // If none has an effect, that is what there is to see.
  if (none != order.begin()) order.erase(none, order.end());
  order.resize(std::min(order.size(), most_charted_settings));
  return order;
}

/// " The first 16 of 40 settings." where not all are drawn.
std::string cut_note(const Sensitivity& found, std::size_t drawn) {
  if (drawn == found.settings()) return {};
  if (drawn == most_charted_settings)
    return fmt::format(" The first {} of {} settings.", drawn, found.settings());
  return fmt::format(" Without any effect, and not drawn: {} of {} settings.",
                     found.settings() - drawn, found.settings());
}

std::string in_unit(const std::string& words, const Sensitivity& found) {
  const std::string unit = axis_unit(found.outcome.figure.unit);
  return unit.empty() ? words : words + " (" + unit + ")";
}

}  // namespace

SweepChart tornado_chart(const store::SweepRecord& sweep, const Sensitivity& found) {
  const auto order = leaders(found, Method::one_at_a_time);
  if (order.empty()) return {};
  const std::vector<std::string> labels = report::setting_labels(sweep);
  BarChart chart;
  chart.head = {in_unit("Change of the outcome", found), found.outcome.figure.unit,
                "Change of " + found.outcome.text + " with one setting at a time at another value"};
  for (const std::size_t n : order) {
    BarGroup group{labels[n], {}};
    for (const sensitivity::Step& step : found.indices.one_at_a_time[n]) {
      const std::string value = report::value_with_unit(sweep.settings[n], step.point);
      group.bars.push_back({value, group.bars.empty() ? "c0" : "c1", step.change});
    }
    chart.groups.push_back(std::move(group));
  }
  return {bar_chart(chart),
          fmt::format("One setting at a time, the others being the study's own: by how much {} "
                      "changes with the setting at the value on the left. Lines are 95% intervals "
                      "over replicates.{}",
                      found.outcome.text, cut_note(found, order.size()))};
}

SweepChart morris_chart(const store::SweepRecord& sweep, const Sensitivity& found) {
  const auto order = leaders(found, Method::morris);
  if (order.empty()) return {};
  const std::vector<std::string> labels = report::setting_labels(sweep);
  ScatterChart chart;
  chart.head = {in_unit("Mean absolute effect over the whole range", found),
                found.outcome.figure.unit,
                "Morris' effects on " + found.outcome.text + ": size and deviation by setting"};
  chart.title = in_unit("Deviation of the effect", found);
  for (const std::size_t n : order) {
    const stats::ElementaryEffect& each = found.indices.morris[n];
    chart.dots.push_back({labels[n], "c0", each.absolute, each.deviation});
  }
  return {scatter_chart(chart),
          fmt::format("Settings anywhere in their ranges, all at once (Morris): farther right, the "
                      "setting moves {} more; above the dashed line its effect depends on the "
                      "other settings, or bends, more than it is large. Lines are 95% intervals "
                      "over trajectories.{}",
                      found.outcome.text, cut_note(found, order.size()))};
}

SweepChart sobol_chart(const store::SweepRecord& sweep, const Sensitivity& found) {
  const auto order = leaders(found, Method::sobol);
  if (order.empty()) return {};
  const std::vector<std::string> labels = report::setting_labels(sweep);
  BarChart chart;
  chart.head = {"Share of the variance", "share",
                "Sobol shares of the variance of " + found.outcome.text + " by setting"};
  for (const std::size_t n : order) {
    const stats::SobolIndex& each = found.indices.sobol[n];
    chart.groups.push_back(
        {labels[n],
         {{"with others", "c0", interval(each.total)}, {"alone", "c1", interval(each.first)}}});
  }
  return {bar_chart(chart),
          fmt::format("How much of the variance of {} over the ranges is due to each setting: with "
                      "all its interactions, and alone (Sobol). Lines are 95% bootstrap intervals "
                      "over rows; estimates may leave 0 to 100% by their error.{}",
                      found.outcome.text, cut_note(found, order.size()))};
}

SweepChart pawn_chart(const store::SweepRecord& sweep, const Sensitivity& found) {
  const auto order = leaders(found, Method::pawn);
  if (order.empty()) return {};
  const std::vector<std::string> labels = report::setting_labels(sweep);
  BarChart chart;
  chart.head = {"Distance of distributions, 0 to 1", "1",
                "PAWN distances of " + found.outcome.text + " by setting"};
  chart.limit = found.indices.pawn_threshold;
  for (const std::size_t n : order)
    chart.groups.push_back({labels[n], {{"", "c0", found.indices.pawn[n]}}});
  return {bar_chart(chart),
          fmt::format("How far knowing the setting moves the whole distribution of {} (PAWN): 95% "
                      "of settings without effect stay left of the dashed line. Lines are 95% "
                      "intervals over replicates.{}",
                      found.outcome.text, cut_note(found, order.size()))};
}

SweepChart split_chart(const Sensitivity& found) {
  if (!found.indices.split) return {};
  const stats::VarianceSplit& split = *found.indices.split;
  BarChart chart;
  chart.head = {"Share of the variance", "share",
                "Variance of " + found.outcome.text + " split into settings, graph and chance"};
  chart.groups = {{"The settings, over their ranges", {{"", "c0", interval(split.parameters)}}},
                  {"The graph, drawn anew", {{"", "c2", interval(split.graph)}}},
                  {"Chance, on the same graph", {{"", "idle", interval(split.chance)}}}};
  return {bar_chart(chart),
          fmt::format("What makes one run of {} differ from another, on a graph of its own and at "
                      "any settings. Lines are 95% intervals, for effects that are normal.",
                      found.outcome.text)};
}

}  // namespace clout::cli
