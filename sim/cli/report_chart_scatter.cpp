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

/// Beyond the farthest end of an interval, so that none seems to be cut off.
constexpr double end_room = 0.04;
constexpr double cap = 3;  // half the height of an interval's ends

constexpr double dot_radius = 4;
constexpr double digit_width = 7.5;
constexpr double number_height = 11;
constexpr double nearest_ring = 12;  // of numbers about a dot; those farther out have a line to it
constexpr double ring_pitch = 9;
constexpr int rings = 24;
/// Directions in which a number may stand, the usual ones first.
constexpr SvgPoint directions[] = {{0.8, -0.6},   {-0.8, -0.6},   {0.8, 0.6},    {-0.8, 0.6},
                                   {1, 0},        {-1, 0},        {0, -1},       {0, 1},
                                   {0.95, -0.31}, {0.6, -0.8},    {0.31, -0.95}, {-0.31, -0.95},
                                   {-0.6, -0.8},  {-0.95, -0.31}, {0.95, 0.31},  {-0.95, 0.31}};

struct Box {
  double left, right, top, bottom;

  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

Box around(SvgPoint at, double half_width, double half_height) {
  return {at.x - half_width, at.x + half_width, at.y - half_height, at.y + half_height};
}

class Scatter {
 public:
  explicit Scatter(const ScatterChart& chart) : chart_(chart), x_(across(chart)), y_(up(chart)) {}

  std::string text() {
    frame();
    for (std::size_t n = 0; n < chart_.dots.size(); ++n) dot(n);
    for (std::size_t n = 0; n < chart_.dots.size(); ++n) {
      if (shown(n)) taken_.push_back(around(place(n), dot_radius, dot_radius));
    }
    for (std::size_t n = 0; n < chart_.dots.size(); ++n) number(n);
    svg_ += numbers_;
    return drawing(chart_.head, list(), svg_);
  }

 private:
  static PlotAxis across(const ScatterChart& chart) {
    std::vector<MeanInterval> values;
    for (const ScatterDot& each : chart.dots) values.push_back(each.across);
    PlotAxis axis = axis_over(values);
    axis.high += end_room * (axis.high - axis.low);
    return axis;
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
    if (std::isfinite(each.across.low)) {
      const double low = x_of(each.across.low);
      const double high = x_of(each.across.high);
      svg_ += svg_line({low, y}, {high, y}, "class=\"faint\"");
      for (const double end : {low, high})
        svg_ += svg_line({end, y - cap}, {end, y + cap}, "class=\"faint\"");
    }
    svg_ += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/></g>\n", x, y,
                        dot_radius);
  }

  /// As near to its dot as neither a number nor a dot stands; left out if there is no such place.
  void number(std::size_t n) {
    if (!shown(n)) return;
    const SvgPoint dot = place(n);
    const std::string text = std::to_string(n + 1);
    const double half_width = digit_width * static_cast<double>(text.size()) / 2;
    for (int ring = 0; ring < rings; ++ring) {
      const double away = nearest_ring + ring * ring_pitch;
      for (const SvgPoint& direction : directions) {
        const SvgPoint at{dot.x + direction.x * away, dot.y + direction.y * away};
        const Box box = around(at, half_width, number_height / 2);
        if (!is_free(box)) continue;
        taken_.push_back(box);
        if (ring > 0) {
          const double end = away - number_height / 2;
          svg_ +=
              svg_line({dot.x + direction.x * dot_radius, dot.y + direction.y * dot_radius},
                       {dot.x + direction.x * end, dot.y + direction.y * end}, "class=\"zero\"");
        }
        numbers_ +=
            svg_text({at.x, at.y + 4}, text, "class=\"number name\" text-anchor=\"middle\"");
        return;
      }
    }
  }

  /// Within the frame, and beside what stands there.
  bool is_free(const Box& box) const {
    return box.left >= left && box.right <= chart_width && box.top >= top - number_height &&
           box.bottom <= bottom &&
           std::ranges::none_of(taken_, [&](const Box& each) { return each.meets(box); });
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
  std::vector<Box> taken_;  ///< by dots and numbers
  std::string numbers_;     ///< above the lines to them
  std::string svg_;
};

}  // namespace

std::string scatter_chart(const ScatterChart& chart) { return Scatter(chart).text(); }

}  // namespace clout::cli
