#include "sim/cli/report_chart_parts.hpp"

#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli::chart_parts {

std::string drawing(const ChartHead& head, double height, const std::string& body) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {} {:.0f}\" "
      "role=\"img\" aria-label=\"{}\">\n{}</svg>\n",
      chart_width, height, xml_text(head.alt), body);
}

std::string value_axis(const PlotAxis& axis, const ChartHead& head, double top, double bottom,
                       const Place& x_of) {
  std::string svg;
  for (const double tick : axis.ticks()) {
    const double x = x_of(tick);
    svg += svg_line({x, top}, {x, bottom + 3}, tick == 0 ? "class=\"zero\"" : "class=\"grid\"");
    svg += svg_text({x, bottom + 16}, report::number_text(tick, head.unit, 2),
                    "class=\"tick\" text-anchor=\"middle\"");
  }
  const double middle = (x_of(axis.low) + x_of(axis.high)) / 2;
  return svg + svg_text({middle, bottom + 33}, head.axis, "class=\"axis\" text-anchor=\"middle\"");
}

Place between_rooms(const PlotAxis& axis, double labels) {
  constexpr double end_room = 6;  // so that a dot at an end stays beside the numbers
  const double from = labels + end_room;
  constexpr double to = chart_width - number_room - end_room;
  return [axis, from](double value) { return from + axis.at(value) * (to - from); };
}

std::string row_label(const std::string& label, double y, double room) {
  const auto letters = static_cast<std::size_t>(room / letter_width);
  return fmt::format("<g><title>{}</title>{}</g>\n", xml_text(label),
                     svg_text({0, y}, cut_text(label, letters), "class=\"name\""));
}

std::string whisker(const stats::MeanInterval& value, double y, const Place& x_of) {
  if (!std::isfinite(value.low) || !(value.high > value.low)) return {};
  return svg_line({x_of(value.low), y}, {x_of(value.high), y}, "class=\"whisker\"");
}

std::string spoken(const stats::MeanInterval& value, const std::string& unit) {
  const bool defined = std::isfinite(value.mean);
  return report::interval_text(value, unit) + (defined ? report::unit_text(unit) : "");
}

}  // namespace clout::cli::chart_parts
