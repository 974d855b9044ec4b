#include "analysis/report/sweep_flips.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"

namespace clout::report {

namespace {

const std::vector<double>* only_numbers(const store::SweepRecord& sweep) {
  if (sweep.settings.size() != 1) return nullptr;
  return std::get_if<std::vector<double>>(&sweep.settings.front().values);
}

/// One arm less another, by point and replicate; empty if the figure is not defined for both.
std::vector<std::vector<double>> differences(const store::SweepRecord& sweep,
                                             const store::SweepFigure& figure,
                                             const std::vector<std::size_t>& points,
                                             std::size_t arm, std::size_t other) {
  std::vector<std::vector<double>> result;
  for (const std::size_t point : points) {
    result.push_back(replicates_of(sweep, figure, point, arm));
    const std::vector<double> less = replicates_of(sweep, figure, point, other);
    for (std::size_t n = 0; n < less.size(); ++n) {
      result.back()[n] -= less[n];
      if (std::isnan(result.back()[n])) return {};
    }
  }
  return result;
}

std::string place_text(double value, const store::SweptSetting& setting) {
  if (std::isinf(value)) return value < 0 ? "below the range" : "beyond the range";
  return number_text(value, shown_unit(setting));
}

}  // namespace

std::vector<std::size_t> points_on_a_line(const store::SweepRecord& sweep) {
  const auto* const values = only_numbers(sweep);
  if (values == nullptr) return {};
  std::vector<std::size_t> order(values->size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t point) { return (*values)[point]; });
  const auto same = [&](std::size_t a, std::size_t b) { return (*values)[a] == (*values)[b]; };
  order.erase(std::unique(order.begin(), order.end(), same), order.end());
  return order;
}

std::vector<Flip> flips(const store::SweepRecord& sweep, const SweepSummary& summary,
                        Spacing spacing) {
  const std::vector<std::size_t> points = points_on_a_line(sweep);
  const auto figure =
      std::ranges::find(sweep.figures, summary.figure.name, &store::SweepFigure::name);
  if (points.empty() || figure == sweep.figures.end()) return {};
  std::vector<double> positions;
  for (const std::size_t point : points) {
    const double value = (*only_numbers(sweep))[point];
    positions.push_back(spacing == Spacing::log ? std::log(value) : value);
  }
  std::vector<Flip> found;
  for (std::size_t n = 0; n + 1 < points.size(); ++n) {
    const auto below = summary.points[points[n]].best;
    const auto above = summary.points[points[n + 1]].best;
    if (!below || !above || *below == *above) continue;
    const auto lead = differences(sweep, *figure, points, *below, *above);
    if (lead.empty()) continue;
    Flip flip{*below, *above,
              stats::crossing_between(positions, lead, n,
                                      random::Seed{static_cast<std::uint64_t>(sweep.study.seed)})};
    if (spacing == Spacing::log) {
      stats::Estimate& at = flip.at.at;
      at = {std::exp(at.value), std::isinf(at.low) ? at.low : std::exp(at.low),
            std::isinf(at.high) ? at.high : std::exp(at.high)};
    }
    found.push_back(flip);
  }
  return found;
}

std::string flips_text(const store::SweepRecord& sweep, const std::vector<Flip>& flips) {
  std::string text;
  for (const Flip& each : flips) {
    const store::SweptSetting& setting = sweep.settings.front();
    const stats::Estimate& at = each.at.at;
    text += fmt::format("{}The best mean passes from {} to {} at {} {}{}", text.empty() ? "" : " ",
                        sweep.study.arms[each.below].name, sweep.study.arms[each.above].name,
                        setting_label(setting.key), place_text(at.value, setting),
                        unit_text(setting.unit));
    text += std::isnan(at.low)
                ? " (one replicate: no interval)."
                : fmt::format(" (95% interval {} .. {}).", place_text(at.low, setting),
                              place_text(at.high, setting));
  }
  return text;
}

}  // namespace clout::report
