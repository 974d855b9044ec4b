#include "sim/cli/chart_picture.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "sim/cli/report_chart.hpp"
#include "sim/cli/report_html.hpp"
#include "sim/cli/svg.hpp"
#include "sim/cli/wrapped_text.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

constexpr double margin = 16;
constexpr double gutter = 44;     // between two charts
constexpr double gap = 24;        // between rows of charts
constexpr double enlarged = 1.6;  // of one chart; two side by side are as wide on a screen

/// Letters of a wide font, at most, in the width of a chart.
constexpr std::size_t title_letters = 46;
constexpr std::size_t text_letters = 66;

/// Lines of text below each other; moves y to the last one's baseline.
std::string paragraph(const std::string& text, std::size_t letters, SvgPoint& at,
                      double line_height, const char* attributes) {
  std::string svg;
  for (const std::string& line : lines_of(text, letters, 0)) {
    at.y += line_height;
    svg += svg_text(at, line, attributes);
  }
  return svg;
}

/// Where the chart itself says how high it is.
double height_of(const std::string& svg) {
  const std::string mark = fmt::format("viewBox=\"0 0 {} ", chart_width);
  return std::stod(svg.substr(svg.find(mark) + mark.size()));
}

/// A chart and its caption; moves the place below them.
std::string placed(SweepChart chart, SvgPoint& at) {
  const double height = height_of(chart.svg);
  chart.svg.insert(std::string("<svg ").size(),
                   fmt::format("x=\"{:.0f}\" y=\"{:.0f}\" width=\"{}\" height=\"{:.0f}\" ", at.x,
                               at.y, chart_width, height));
  at.y += height;
  return chart.svg + paragraph(chart.caption, text_letters, at, 14, "class=\"axis\"");
}

std::string made_from(const store::SweepRecord& sweep) {
  const store::StudyRecord& study = sweep.study;
  return fmt::format("{} points ({}), {} replicate{} of {} days, seed {}; {} ({:.7}).",
                     sweep.points(), sweep.design, sweep.replicates.size(),
                     sweep.replicates.size() == 1 ? "" : "s", study.days, study.seed,
                     study.software, study.git_sha1);
}

}  // namespace

std::string chart_picture(const std::string& title, const std::string& text,
                          std::span<const SweepChart> charts, const store::SweepRecord& sweep) {
  std::vector<SweepChart> drawn(charts.begin(), charts.end());
  std::erase_if(drawn, [](const SweepChart& each) { return each.svg.empty(); });
  const std::size_t columns = drawn.size() > 1 ? 2 : 1;
  SvgPoint at;
  std::string body =
      paragraph(title, columns * title_letters, at, 19, "style=\"font-size:15px;font-weight:700\"");
  body += paragraph(text, columns * text_letters, at, 14, "class=\"axis\"");
  double below = at.y + 10;
  for (std::size_t first = 0; first < drawn.size(); first += columns) {
    double lowest = below;
    for (std::size_t n = first; n < std::min(first + columns, drawn.size()); ++n) {
      SvgPoint place{static_cast<double>(n - first) * (chart_width + gutter), below};
      body += placed(std::move(drawn[n]), place);
      lowest = std::max(lowest, place.y);
    }
    below = lowest + (first + columns < drawn.size() ? gap : 0);
  }
  at.y = below + 6;
  body += paragraph(made_from(sweep), columns * text_letters, at, 14, "class=\"axis\"");
  const double width = chart_width + (columns > 1 ? chart_width + gutter : 0) + 2 * margin;
  const double height = at.y + 2 * margin + 4;
  const double scale = columns > 1 ? 1 : enlarged;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"{0} {0} {1} {2:.0f}\" "
      "width=\"{3:.0f}\" height=\"{4:.0f}\" role=\"img\">\n<title>{5}</title>\n<style>{6}</style>\n"
      "<rect x=\"{0}\" y=\"{0}\" width=\"100%\" height=\"100%\" style=\"fill:var(--page)\"/>\n{7}"
      "</svg>\n",
      -margin, width, height, scale * width, scale * height, xml_text(title), report_chart_style(),
      body);
}

}  // namespace clout::cli
