// Bars with intervals, in groups whose names may be as long as a setting's key.
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

constexpr double top_room = 4;
constexpr double axis_room = 42;
constexpr double name_height = 17;  // of the line above a group's bars
constexpr double bar_height = 10;
constexpr double bar_pitch = 14;
constexpr double group_gap = 7;
constexpr double bar_label_room = 84;
constexpr std::size_t bar_label_letters = 13;
constexpr std::size_t name_letters = 58;

double height_of(const BarGroup& group) {
  return name_height + bar_pitch * static_cast<double>(group.bars.size()) + group_gap;
}

double labels_of(const BarChart& chart) {
  const bool named = std::ranges::any_of(chart.groups, [](const BarGroup& group) {
    return std::ranges::any_of(group.bars, [](const BarMark& bar) { return !bar.label.empty(); });
  });
  return named ? bar_label_room : 0;
}

PlotAxis axis_of(const BarChart& chart) {
  std::vector<MeanInterval> values;
  for (const BarGroup& group : chart.groups) {
    for (const BarMark& bar : group.bars) values.push_back(bar.value);
  }
  if (chart.limit) values.push_back({*chart.limit, *chart.limit, *chart.limit, 1});
  return axis_over(values);
}

std::string draw(const BarMark& bar, double y, const Place& x_of, const std::string& unit) {
  const bool defined = std::isfinite(bar.value.mean);
  std::string svg =
      fmt::format("<g class=\"{}\"><title>{}{}{}</title>\n", bar.style, xml_text(bar.label),
                  bar.label.empty() ? "" : ": ", xml_text(spoken(bar.value, unit)));
  svg += svg_text({0, y + 4}, cut_text(bar.label, bar_label_letters), "class=\"tick\"");
  if (defined) {
    const double left = x_of(std::min(0.0, bar.value.mean));
    const double right = x_of(std::max(0.0, bar.value.mean));
    svg += fmt::format(
        "<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/>\n", left,
        y - bar_height / 2, std::max(right - left, 1.0), bar_height);
    svg += whisker(bar.value, y, x_of);
  }
  return svg +
         svg_text({chart_width, y + 4}, defined ? report::number_text(bar.value.mean, unit) : "n/a",
                  "class=\"number\" text-anchor=\"end\"") +
         "</g>\n";
}

}  // namespace

std::string bar_chart(const BarChart& chart) {
  double bottom = top_room;
  for (const BarGroup& group : chart.groups) bottom += height_of(group);
  const PlotAxis axis = axis_of(chart);
  const Place x_of = between_rooms(axis, labels_of(chart));
  std::string body = value_axis(axis, chart.head, top_room, bottom, x_of);
  double y = top_room;
  for (const BarGroup& group : chart.groups) {
    body +=
        fmt::format("<g><title>{}</title>{}</g>\n", xml_text(group.label),
                    svg_text({0, y + 13}, cut_text(group.label, name_letters), "class=\"name\""));
    double middle = y + name_height + bar_pitch / 2;
    for (const BarMark& bar : group.bars) {
      body += draw(bar, middle, x_of, chart.head.unit);
      middle += bar_pitch;
    }
    y += height_of(group);
  }
  if (chart.limit) {
    const double x = x_of(*chart.limit);
    body += svg_line({x, top_room}, {x, bottom}, "class=\"quantile\" stroke-dasharray=\"4 3\"");
  }
  return drawing(chart.head, bottom + axis_room, body);
}

}  // namespace clout::cli
