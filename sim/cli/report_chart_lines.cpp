// Levels over days, with bands.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/report_chart_parts.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using namespace chart_parts;
using stats::MeanInterval;

constexpr double left = 46;
constexpr double right = chart_width - 106;  // room for the lines' names
constexpr double top = 24;
constexpr double height = 190;
constexpr double bottom = top + height;
constexpr double name_pitch = 13;
constexpr std::size_t name_letters = 14;

class Lines {
 public:
  explicit Lines(const LineChart& chart) : chart_(chart), axis_(axis_of(chart)) {}

  std::string text() {
    frame();
    for (const ChartLine& line : chart_.lines) band(line);
    for (const ChartLine& line : chart_.lines) curve(line);
    names();
    return drawing(chart_.head, std::max(bottom + 40, lowest_name_ + 8), svg_);
  }

 private:
  static PlotAxis axis_of(const LineChart& chart) {
    std::vector<MeanInterval> values;
    for (const ChartLine& line : chart.lines)
      values.insert(values.end(), line.values.begin(), line.values.end());
    return chart.from_zero ? axis_over(values) : axis_around(values);
  }

  double x_of(std::int64_t day) const {
    return left +
           (right - left) * static_cast<double>(day) / static_cast<double>(chart_.days.back());
  }
  double y_of(double value) const { return bottom - axis_.at(value) * height; }

  void frame() {
    svg_ += svg_text({0, 11}, chart_.head.axis, "class=\"axis\"");
    for (const double tick : axis_.ticks()) {
      const double y = y_of(tick);
      svg_ += svg_line({left, y}, {right, y}, tick == 0 ? "class=\"zero\"" : "class=\"grid\"");
      svg_ += svg_text({left - 5, y + 4}, report::number_text(tick, chart_.head.unit, digits()),
                       "class=\"tick\" text-anchor=\"end\"");
    }
    const auto last = static_cast<double>(chart_.days.back());
    const MeanInterval days{last, last, last, 1};
    for (const double tick : axis_over({&days, 1}).ticks()) {
      if (tick != std::floor(tick)) continue;
      const double x = x_of(static_cast<std::int64_t>(tick));
      svg_ += svg_line({x, bottom}, {x, bottom + 4}, "class=\"zero\"");
      svg_ += svg_text({x, bottom + 17}, fmt::format("{:.0f}", std::abs(tick)),
                       "class=\"tick\" text-anchor=\"middle\"");
    }
    svg_ += svg_text({(left + right) / 2, bottom + 34}, "Days since the start",
                     "class=\"axis\" text-anchor=\"middle\"");
  }

  /// As many as tell neighbouring ticks apart.
  int digits() const {
    const double size = std::max(std::abs(axis_.low), std::abs(axis_.high));
    return std::max(2, 2 + static_cast<int>(std::floor(std::log10(size / axis_.step))));
  }

  void band(const ChartLine& line) {
    std::string there;
    std::string back;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
      const MeanInterval& value = line.values[i];
      if (!std::isfinite(value.low)) continue;
      const double x = x_of(chart_.days[i]);
      there += fmt::format("{:.1f},{:.1f} ", x, y_of(value.high));
      back = fmt::format("{:.1f},{:.1f} ", x, y_of(value.low)) + back;
    }
    if (there.empty()) return;
    svg_ += fmt::format("<polygon class=\"band {}\" points=\"{}{}\"/>\n", line.style, there, back);
  }

  void curve(const ChartLine& line) {
    std::string points;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
      if (std::isfinite(line.values[i].mean))
        points += fmt::format("{:.1f},{:.1f} ", x_of(chart_.days[i]), y_of(line.values[i].mean));
    }
    if (points.empty()) return;
    svg_ += fmt::format(
        "<g class=\"{}\"><title>{}: {} at the end</title><polyline class=\"curve\" "
        "points=\"{}\"/></g>\n",
        line.style, xml_text(line.label), spoken(line.values.back(), chart_.head.unit), points);
  }

  /// Each at the end of its line, moved down where names would cover each other.
  void names() {
    std::vector<std::size_t> order(chart_.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return !std::isfinite(end_of(i)); });
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return end_of(a) > end_of(b); });
    // Room for those below: a name is never pushed out of the chart while there is room above.
    double y = -std::numeric_limits<double>::infinity();
    for (std::size_t n = 0; n < order.size(); ++n) {
      const double below = name_pitch * static_cast<double>(order.size() - 1 - n);
      y = std::max(std::min(y_of(end_of(order[n])), bottom - below), y + name_pitch);
      y = std::max(y, top);
      const ChartLine& line = chart_.lines[order[n]];
      svg_ += fmt::format("<g class=\"{}\">", line.style);
      svg_ += svg_line({right + 2, y_of(end_of(order[n]))}, {right + 9, y}, "class=\"leader\"");
      svg_ +=
          svg_text({right + 12, y + 4}, cut_text(line.label, name_letters), "class=\"linename\"") +
          "</g>\n";
      lowest_name_ = y;
    }
  }

  double end_of(std::size_t line) const { return chart_.lines[line].values.back().mean; }

  const LineChart& chart_;
  PlotAxis axis_;
  std::string svg_;
  double lowest_name_ = 0;
};

}  // namespace

std::string line_chart(const LineChart& chart) { return Lines(chart).text(); }

}  // namespace clout::cli
