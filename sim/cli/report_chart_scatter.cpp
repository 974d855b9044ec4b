// Numbered dots on two axes, and what the numbers stand for.
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

constexpr double left = 50;
constexpr double right = chart_width - 12;
constexpr double top = 34;
constexpr double height = 220;
constexpr double bottom = top + height;
constexpr double list_pitch = 16;
constexpr std::size_t name_letters = 56;

class Scatter {
 public:
  explicit Scatter(const ScatterChart& chart) : chart_(chart), x_(across(chart)), y_(up(chart)) {}

  std::string text() {
    frame();
    for (std::size_t n = 0; n < chart_.dots.size(); ++n) dot(n);
    for (std::size_t n = 0; n < chart_.dots.size(); ++n) number(n);
    return drawing(chart_.head, list(), svg_);
  }

 private:
  static PlotAxis across(const ScatterChart& chart) {
    std::vector<MeanInterval> values;
    for (const ScatterDot& each : chart.dots) values.push_back(each.across);
    return axis_over(values);
  }
  static PlotAxis up(const ScatterChart& chart) {
    std::vector<MeanInterval> values;
    for (const ScatterDot& each : chart.dots) values.push_back({each.up, each.up, each.up, 1});
    return axis_over(values);
  }

  double x_of(double value) const { return left + x_.at(value) * (right - left); }
  double y_of(double value) const { return bottom - y_.at(value) * height; }
  SvgPoint place(std::size_t n) const {
    return {x_of(chart_.dots[n].across.mean), y_of(chart_.dots[n].up)};
  }
  bool shown(std::size_t n) const {
    return std::isfinite(chart_.dots[n].across.mean) && std::isfinite(chart_.dots[n].up);
  }

  void frame() {
    const Place across = [this](double value) { return x_of(value); };
    svg_ += value_axis(x_, chart_.head, top, bottom, across);
    svg_ += svg_text({0, 11}, chart_.title, "class=\"axis\"");
    for (const double tick : y_.ticks()) {
      svg_ += svg_line({left, y_of(tick)}, {right, y_of(tick)},
                       tick == 0 ? "class=\"zero\"" : "class=\"grid\"");
      svg_ += svg_text({left - 5, y_of(tick) + 4}, report::number_text(tick, chart_.head.unit, 2),
                       "class=\"tick\" text-anchor=\"end\"");
    }
    const double both = std::min(x_.high, y_.high);
    svg_ += svg_line({x_of(0), y_of(0)}, {x_of(both), y_of(both)},
                     "class=\"zero\" stroke-dasharray=\"4 4\"");
  }

  void dot(std::size_t n) {
    if (!shown(n)) return;
    const ScatterDot& each = chart_.dots[n];
    const auto [x, y] = place(n);
    svg_ += fmt::format("<g class=\"{}\"><title>{}: {}, {} up</title>\n", each.style,
                        xml_text(each.label), spoken(each.across, chart_.head.unit),
                        report::number_text(each.up, chart_.head.unit));
    if (std::isfinite(each.across.low))
      svg_ += svg_line({x_of(each.across.low), y}, {x_of(each.across.high), y}, "class=\"faint\"");
    svg_ += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/></g>\n", x, y);
  }

  /// Beside its dot where no other number stands; numbers of a heap of dots are left out.
  void number(std::size_t n) {
    if (!shown(n)) return;
    const auto [x, y] = place(n);
    for (const SvgPoint move : {SvgPoint{10, -4}, {-10, -4}, {10, 12}, {-10, 12}}) {
      const SvgPoint at{x + move.x, y + move.y};
      const bool taken = std::ranges::any_of(numbers_, [&](const SvgPoint& other) {
        return std::abs(other.x - at.x) < 14 && std::abs(other.y - at.y) < 11;
      });
      if (taken || at.y > bottom + 2) continue;
      numbers_.push_back(at);
      svg_ += svg_text(at, std::to_string(n + 1), "class=\"number\" text-anchor=\"middle\"");
      return;
    }
  }

  /// Returns where it ends.
  double list() {
    double y = bottom + 46;
    for (std::size_t n = 0; n < chart_.dots.size(); ++n) {
      y += list_pitch;
      svg_ += svg_text({20, y}, std::to_string(n + 1), "class=\"number\" text-anchor=\"end\"");
      svg_ += svg_text({28, y}, cut_text(chart_.dots[n].label, name_letters), "class=\"name\"");
    }
    return y + 10;
  }

  const ScatterChart& chart_;
  PlotAxis x_;
  PlotAxis y_;
  std::vector<SvgPoint> numbers_;
  std::string svg_;
};

}  // namespace

std::string scatter_chart(const ScatterChart& chart) { return Scatter(chart).text(); }

}  // namespace clout::cli
