// What was won, what it cost, what is left.
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/report_chart_parts.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using namespace chart_parts;
using stats::MeanInterval;

constexpr double top_room = 4;
constexpr double axis_room = 42;
constexpr double bar_height = 14;
constexpr double bar_pitch = 19;
constexpr double block_height = 22 + 3 * bar_pitch + 6;

struct Bar {
  const char* label;
  const char* style;
  double from;
  double to;
  MeanInterval value;    ///< what the bar's length stands for
  MeanInterval whisker;  ///< where its end may lie
};

std::string draw(const Bar& bar, double y, const Place& x_of, const std::string& unit) {
  const double left = x_of(std::min(bar.from, bar.to));
  const double right = x_of(std::max(bar.from, bar.to));
  std::string svg = fmt::format("<g class=\"{}\"><title>{}: {}</title>\n", bar.style, bar.label,
                                spoken(bar.value, unit));
  svg += svg_text({12, y + 4}, bar.label, "class=\"tick\"");
  svg += fmt::format(
      "<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/>\n", left,
      y - bar_height / 2, std::max(right - left, 1.0), bar_height);
  return svg + whisker(bar.whisker, y, x_of) +
         svg_text({chart_width, y + 4}, report::number_text(bar.value.mean, unit),
                  "class=\"number\" text-anchor=\"end\"") +
         "</g>\n";
}

std::string block(const WaterfallRow& row, double top, const Place& x_of, const std::string& unit) {
  const MeanInterval cost{-row.cost.mean, -row.cost.high, -row.cost.low, row.cost.count};
  const Bar bars[] = {
      {"margin won", "won", 0, row.won.mean, row.won, row.won},
      {"cost", "cost", row.won.mean, row.won.mean - row.cost.mean, cost, {}},
      {"profit", "profit", 0, row.profit.mean, row.profit, row.profit},
  };
  std::string svg = fmt::format("<g class=\"{}\">\n", row.style) +
                    svg_text({0, top + 14}, cut_text(row.label, 50), "class=\"group\"");
  double y = top + 22 + bar_pitch / 2;
  for (const Bar& bar : bars) {
    svg += draw(bar, y, x_of, unit);
    y += bar_pitch;
  }
  return svg + "</g>\n";
}

}  // namespace

std::string waterfall_chart(const WaterfallChart& chart) {
  std::vector<MeanInterval> values;
  for (const WaterfallRow& row : chart.rows) {
    values.push_back(row.won);
    values.push_back(row.profit);
  }
  const PlotAxis axis = axis_over(values);
  const Place x_of = between_rooms(axis);
  const double bottom = top_room + block_height * static_cast<double>(chart.rows.size());
  std::string body = value_axis(axis, chart.head, top_room, bottom, x_of);
  double top = top_room;
  for (const WaterfallRow& row : chart.rows) {
    body += block(row, top, x_of, chart.head.unit);
    top += block_height;
  }
  return drawing(chart.head, bottom + axis_room, body);
}

}  // namespace clout::cli
