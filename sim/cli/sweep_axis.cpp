#include "sim/cli/sweep_axis.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/cli/compare_panels.hpp"
#include "sim/cli/plot_axis.hpp"
#include "sim/cli/report_html.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::cli {

namespace {

using report::Spacing;

/// Listed values that go over a decade are read in ratios.
constexpr double decade = 10;

/// What the design says of a range; none for listed values, and if this version of the program
/// reads the study no more.
std::optional<Spacing> designed(const store::SweepRecord& sweep, const std::string& key) {
  try {
    const scenario::Scenario study = scenario::read_scenario_text(
        sweep.study.resolved, "resolved", [](const std::string&) { return std::string(); });
    for (const scenario::SweepParameter& each : study.sweep.parameters) {
      if (each.name != key || !each.values.empty()) continue;
      return each.scale == scenario::SweepScale::log ? Spacing::log : Spacing::linear;
    }
  } catch (const InputError&) {
  }
  return std::nullopt;
}

/// 1, 2 and 5 times powers of ten, or powers of ten only where there are many.
std::vector<double> ratio_ticks(double low, double high) {
  constexpr double slack = 1e-9;
  const bool many = high / low > 2000;
  std::vector<double> ticks;
  for (double power = std::floor(std::log10(low)); power <= std::log10(high); ++power) {
    for (const double digit : {1.0, 2.0, 5.0}) {
      const double tick = digit * std::pow(10, power);
      if (many && digit > 1) continue;
      if (tick >= low * (1 - slack) && tick <= high * (1 + slack)) ticks.push_back(tick);
    }
  }
  return ticks;
}

}  // namespace

double round_step(double range) {
  const double size = range / 4;
  const double power = std::pow(10, std::floor(std::log10(size)));
  return power * (size / power > 5 ? 10 : size / power > 2 ? 5 : size / power > 1 ? 2 : 1);
}

double SweepAxis::at(double value) const {
  if (spacing == Spacing::log) return std::log(value / low) / std::log(high / low);
  return (value - low) / (high - low);
}

std::vector<double> SweepAxis::ticks() const {
  if (spacing == Spacing::log) {
    const std::vector<double> ticks = ratio_ticks(low, high);
    if (ticks.size() >= 2) return ticks;
    return {low, high};
  }
  return PlotAxis{low, high, round_step(high - low)}.ticks();
}

std::string SweepAxis::tick_text(double value) const { return report::number_text(value, unit, 2); }

std::optional<SweepAxis> sweep_axis(const store::SweepRecord& sweep, std::size_t setting) {
  const store::SweptSetting& varied = sweep.settings[setting];
  const auto* const values = std::get_if<std::vector<double>>(&varied.values);
  if (values == nullptr) return std::nullopt;
  const auto [low, high] = std::ranges::minmax(*values);
  if (!(low < high)) return std::nullopt;
  const std::string unit = report::shown_unit(varied);
  SweepAxis axis{report::capital(report::setting_labels(sweep)[setting]), unit, Spacing::linear,
                 low, high};
  const Spacing listed = low > 0 && high / low > decade ? Spacing::log : Spacing::linear;
  axis.spacing = designed(sweep, varied.key).value_or(listed);
  std::string words = unit == "1" ? "" : axis_unit(unit);
  if (axis.spacing == Spacing::log) words += words.empty() ? "log scale" : ", log scale";
  if (!words.empty()) axis.title += " (" + words + ")";
  return axis;
}

}  // namespace clout::cli
