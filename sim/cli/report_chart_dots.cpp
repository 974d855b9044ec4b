// Dots with intervals, and all replicates as dots.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/report_chart_parts.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using namespace chart_parts;
using stats::MeanInterval;

constexpr double top_room = 6;
constexpr double axis_room = 42;
constexpr double end_room = 6;

double labels_of(const DotChart& chart) { return chart.wide_labels ? wide_label_room : label_room; }

/// Ratios on a logarithmic axis: ticks 1, and the powers of two or ten that the values reach.
class RatioAxis {
 public:
  explicit RatioAxis(const DotChart& chart) : from_(labels_of(chart) + end_room) {
    for (const DotRow& row : chart.rows) {
      for (const double value : {row.value.mean, row.value.low, row.value.high}) {
        if (std::isfinite(value) && value > 0) reach_ = std::max(reach_, std::abs(std::log(value)));
      }
    }
  }

  double x_of(double value) const {
    constexpr double to = chart_width - number_room - end_room;
    return from_ + (to - from_) * (std::log(value) + reach_) / (2 * reach_);
  }

  std::vector<double> ticks() const {
    const double base = reach_ > std::log(30.0) ? 10 : reach_ > std::log(5.0) ? 4 : 2;
    std::vector<double> ticks;
    const double most = std::floor(reach_ / std::log(base) + 1e-9);
    for (double n = -most; n <= most; ++n) ticks.push_back(std::pow(base, n));
    return ticks;
  }

 private:
  double from_;                   // where the axis starts, in pixels
  double reach_ = std::log(2.0);  // of the axis, on each side of 1
};

std::string ratio_text(double value) { return report::number_text(value, "1", 2) + "\u00D7"; }

std::string ratio_axis(const RatioAxis& axis, const ChartHead& head, double bottom) {
  std::string svg;
  for (const double tick : axis.ticks()) {
    const double x = axis.x_of(tick);
    svg +=
        svg_line({x, top_room}, {x, bottom + 3}, tick == 1 ? "class=\"zero\"" : "class=\"grid\"");
    const std::string label = tick < 1 ? fmt::format("1/{:.0f}\u00D7", 1 / tick) : ratio_text(tick);
    svg += svg_text({x, bottom + 16}, label, "class=\"tick\" text-anchor=\"middle\"");
  }
  return svg +
         svg_text({axis.x_of(1), bottom + 33}, head.axis, "class=\"axis\" text-anchor=\"middle\"");
}

std::string dot_row(const DotRow& row, double y, const Place& x_of, const DotChart& chart) {
  const std::string& unit = chart.head.unit;
  const bool defined = std::isfinite(row.value.mean);
  const std::string number = !defined      ? "n/a"
                             : chart.ratio ? ratio_text(row.value.mean)
                                           : report::number_text(row.value.mean, unit);
  std::string svg =
      fmt::format("<g class=\"{}\"><title>{}: {}</title>\n", row.style, xml_text(row.label),
                  chart.ratio ? report::interval_text(row.value, "1") : spoken(row.value, unit));
  svg += row_label(row.label, y + 4, labels_of(chart));
  if (defined) {
    svg += whisker(row.value, y, x_of);
    svg += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\"/>\n",
                       x_of(row.value.mean), y);
  }
  return svg + svg_text({chart_width, y + 4}, number, "class=\"number\" text-anchor=\"end\"") +
         "</g>\n";
}

PlotAxis axis_of(const std::vector<DotRow>& rows) {
  std::vector<MeanInterval> values;
  for (const DotRow& row : rows) {
    if (!row.heading) values.push_back(row.value);
  }
  return axis_over(values);
}

/// All replicates of an arm, spread a little up and down so that equal ones can be told apart, and
/// its quantiles.
std::string spread_row(const SpreadRow& row, double y, const Place& x_of, const ChartHead& head) {
  constexpr double lanes[] = {0, 3, -3, 6, -6};
  std::string svg = fmt::format("<g class=\"{}\">\n", row.style);
  svg += row_label(row.label, y + 4);
  std::size_t lane = 0;
  for (const double value : row.values) {
    svg += fmt::format("<circle class=\"replicate\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"/>\n",
                       x_of(value), y + lanes[lane++ % std::size(lanes)]);
  }
  const stats::QuantileInterval* const quantiles[] = {&row.low, &row.middle, &row.high};
  for (const stats::QuantileInterval* each : quantiles) {
    const double x = x_of(each->value);
    const bool middle = each == &row.middle;
    svg += svg_line({x, y - (middle ? 11 : 8)}, {x, y + (middle ? 11 : 8)}, "class=\"quantile\"");
  }
  return svg +
         svg_text({chart_width, y + 4}, report::number_text(row.middle.value, head.unit),
                  "class=\"number\" text-anchor=\"end\"") +
         "</g>\n";
}

}  // namespace

std::string dot_chart(const DotChart& chart) {
  const double bottom = top_room + row_height * static_cast<double>(chart.rows.size());
  const RatioAxis ratios(chart);
  const PlotAxis axis = axis_of(chart.rows);
  const Place x_of = chart.ratio ? Place([&](double value) { return ratios.x_of(value); })
                                 : between_rooms(axis, labels_of(chart));
  std::string body = chart.ratio ? ratio_axis(ratios, chart.head, bottom)
                                 : value_axis(axis, chart.head, top_room, bottom, x_of);
  double y = top_room + row_height / 2;
  for (const DotRow& row : chart.rows) {
    body += row.heading ? svg_text({0, y + 6}, row.label, "class=\"group\"")
                        : dot_row(row, y, x_of, chart);
    y += row_height;
  }
  return drawing(chart.head, bottom + axis_room, body);
}

std::string spread_chart(const SpreadChart& chart) {
  constexpr double height = 34;
  const double bottom = top_room + height * static_cast<double>(chart.rows.size());
  std::vector<MeanInterval> values;
  for (const SpreadRow& row : chart.rows) {
    for (const double value : row.values) values.push_back({value, value, value, 1});
  }
  const PlotAxis axis = axis_over(values);
  const Place x_of = between_rooms(axis);
  std::string body = value_axis(axis, chart.head, top_room, bottom, x_of);
  double y = top_room + height / 2;
  for (const SpreadRow& row : chart.rows) {
    body += spread_row(row, y, x_of, chart.head);
    y += height;
  }
  return drawing(chart.head, bottom + axis_room, body);
}

}  // namespace clout::cli
