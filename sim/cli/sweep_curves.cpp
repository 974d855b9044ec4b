// Each arm's figure over one setting, and where the best arm flips.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "analysis/report/sweep_flips.hpp"
#include "sim/cli/compare_panels.hpp"
#include "sim/cli/report_chart_parts.hpp"
#include "sim/cli/sweep_axis.hpp"
#include "sim/cli/sweep_chart.hpp"
#include "sim/cli/sweep_output.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using namespace chart_parts;
using stats::MeanInterval;

constexpr double left = 48;
constexpr double right = chart_width - 14;
constexpr double top = 26;
constexpr double height = 220;
constexpr double bottom = top + height;
constexpr double inset = 8;
constexpr double legend_pitch = 18;

class Curves {
 public:
  Curves(const store::SweepRecord& sweep, const report::SweepSummary& summary, SweepAxis axis)
      : sweep_(sweep),
        summary_(summary),
        across_(std::move(axis)),
        up_(up_of(summary)),
        order_(report::points_on_a_line(sweep)) {}

  std::string text(const std::vector<report::Flip>& flips) {
    for (const report::Flip& each : flips) flip(each);
    frame();
    for (std::size_t arm = 0; arm < sweep_.study.arms.size(); ++arm) band(arm);
    for (std::size_t arm = 0; arm < sweep_.study.arms.size(); ++arm) curve(arm);
    const double low = legend();
    const ChartHead head{
        across_.title, summary_.figure.unit,
        fmt::format("{} of each arm over {}", report::figure_words(summary_.figure.name).title,
                    report::setting_label(sweep_.settings[0].key))};
    return drawing(head, low, svg_);
  }

 private:
  static PlotAxis up_of(const report::SweepSummary& summary) {
    std::vector<MeanInterval> values;
    for (const report::PointSummary& each : summary.points)
      values.insert(values.end(), each.arms.begin(), each.arms.end());
    PlotAxis axis = axis_over(values);
    axis.step = round_step(axis.high - axis.low);
    return axis;
  }

  double x_of(double value) const {
    return left + inset + across_.at(value) * (right - left - 2 * inset);
  }
  double x_at(std::size_t point) const {
    return x_of(std::get<std::vector<double>>(sweep_.settings[0].values)[point]);
  }
  double y_of(double value) const { return bottom - up_.at(value) * height; }

  void frame() {
    for (const double tick : across_.ticks()) {
      svg_ += svg_line({x_of(tick), bottom}, {x_of(tick), bottom + 4}, "class=\"zero\"");
      svg_ += svg_text({x_of(tick), bottom + 17}, across_.tick_text(tick),
                       "class=\"tick\" text-anchor=\"middle\"");
    }
    for (const double tick : up_.ticks()) {
      const double y = y_of(tick);
      svg_ += svg_line({left, y}, {right, y}, tick == 0 ? "class=\"zero\"" : "class=\"grid\"");
      svg_ += svg_text({left - 5, y + 4}, report::number_text(tick, summary_.figure.unit, 2),
                       "class=\"tick\" text-anchor=\"end\"");
    }
    const std::string unit = axis_unit(summary_.figure.unit);
    svg_ += svg_text({0, 13},
                     report::figure_words(summary_.figure.name).title +
                         (unit.empty() ? std::string() : " (" + unit + ")"),
                     "class=\"axis\"");
    svg_ += svg_text({(left + right) / 2, bottom + 34}, across_.title,
                     "class=\"axis\" text-anchor=\"middle\"");
  }

  /// The crossing as a line, its interval as a strip, both no farther than the points.
  void flip(const report::Flip& each) {
    const stats::Estimate& at = each.at.at;
    if (!std::isnan(at.low)) {
      const double from = x_of(std::max(at.low, across_.low));
      const double to = x_of(std::min(at.high, across_.high));
      svg_ += fmt::format(
          "<rect class=\"strip\" x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\"/>\n", from,
          top, std::max(to - from, 1.0), height);
    }
    svg_ += svg_line({x_of(at.value), top}, {x_of(at.value), bottom}, "class=\"border\"");
  }

  void band(std::size_t arm) {
    std::string there;
    std::string back;
    for (const std::size_t point : order_) {
      const MeanInterval& value = summary_.points[point].arms[arm];
      if (!std::isfinite(value.low)) continue;
      there += fmt::format("{:.1f},{:.1f} ", x_at(point), y_of(value.high));
      back = fmt::format("{:.1f},{:.1f} ", x_at(point), y_of(value.low)) + back;
    }
    if (there.empty()) return;
    svg_ += fmt::format("<polygon class=\"band {}\" points=\"{}{}\"/>\n", sweep_arm_style(arm),
                        there, back);
  }

  void curve(std::size_t arm) {
    std::string line;
    std::string marks;
    for (const std::size_t point : order_) {
      const MeanInterval& value = summary_.points[point].arms[arm];
      if (!std::isfinite(value.mean)) continue;
      line += fmt::format("{:.1f},{:.1f} ", x_at(point), y_of(value.mean));
      marks += fmt::format("<g><title>{} at {}: {}</title>{}</g>\n",
                           xml_text(sweep_.study.arms[arm].name),
                           xml_text(report::value_with_unit(sweep_.settings[0], point)),
                           spoken(value, summary_.figure.unit),
                           arm_mark(arm, x_at(point), y_of(value.mean), "spot"));
    }
    if (line.empty()) return;
    svg_ += fmt::format("<g class=\"{}\"><polyline class=\"curve\" points=\"{}\"/></g>\n{}",
                        sweep_arm_style(arm), line, marks);
  }

  double legend() {
    double y = bottom + 42;
    for (std::size_t arm = 0; arm < sweep_.study.arms.size(); ++arm) {
      y += legend_pitch;
      svg_ += arm_mark(arm, left + 4, y - 4, "spot");
      svg_ += svg_text({left + 16, y}, cut_text(sweep_.study.arms[arm].name, 40), "");
    }
    return y + 10;
  }

  const store::SweepRecord& sweep_;
  const report::SweepSummary& summary_;
  SweepAxis across_;
  PlotAxis up_;
  std::vector<std::size_t> order_;
  std::string svg_;
};

}  // namespace

SweepChart sweep_curves(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  auto axis = sweep_axis(sweep, 0);
  if (!axis) return {};
  const auto flips = sweep_flips(sweep, summary);
  std::string caption =
      fmt::format("Mean of {}, by arm, over {} replicate{}, with bands of 95% intervals.",
                  report::figure_phrase(summary.figure.name), sweep.replicates.size(),
                  sweep.replicates.size() == 1 ? "" : "s");
  if (!flips.empty()) {
    caption += " " + report::flips_text(sweep, flips) +
               " Strips are the intervals: percentiles over resampled replicates, too short where "
               "replicates are few.";
  }
  return {Curves(sweep, summary, std::move(*axis)).text(flips), std::move(caption)};
}

}  // namespace clout::cli
