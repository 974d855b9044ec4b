#include "sim/cli/sweep_chart.hpp"

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/cli/report_chart.hpp"
#include "sim/cli/report_html.hpp"
#include "sim/cli/svg.hpp"
#include "sim/cli/sweep_axis.hpp"
#include "sim/cli/wrapped_text.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

constexpr std::size_t colours = 7;  // of the style sheet: c0 to c6

/// Lines of text below each other; moves y to the last one's baseline.
std::string paragraph(const std::string& text, std::size_t letters, double line_height,
                      const char* attributes, double& y) {
  std::string svg;
  for (const std::string& line : lines_of(text, letters, 0))
    svg += svg_text({0, y += line_height}, line, attributes);
  return svg;
}

/// Where the picture itself says how high it is.
double height_of(const std::string& svg) {
  const std::string mark = fmt::format("viewBox=\"0 0 {} ", chart_width);
  return std::stod(svg.substr(svg.find(mark) + mark.size()));
}

}  // namespace

std::string sweep_arm_style(std::size_t arm) { return fmt::format("c{}", arm % colours); }

std::string arm_mark(std::size_t arm, double x, double y, const char* kind) {
  constexpr double r = 4;
  const std::string style = fmt::format("class=\"{} {}\"", kind, sweep_arm_style(arm));
  switch (arm % 4) {
    case 0:
      return fmt::format("<circle {} cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/>\n", style, x, y, r);
    case 1:
      return fmt::format("<rect {} x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\"/>\n", style,
                         x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1);
    case 2:
      return fmt::format("<path {} d=\"M{:.1f},{:.1f}l{},{}h{}z\"/>\n", style, x, y - r - 1,
                         r + 0.5, 2 * r, -2 * r - 1);
    default:
      return fmt::format("<path {0} d=\"M{1:.1f},{2:.1f}l{3},{3}l-{3},{3}l-{3},-{3}z\"/>\n", style,
                         x, y - r - 1, r + 1);
  }
}

SweepChart sweep_chart(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  if (sweep.settings.size() == 1) return sweep_curves(sweep, summary);
  if (sweep.settings.size() == 2) return sweep_map(sweep, summary);
  return {};
}

void require_chart(const store::SweepRecord& sweep) {
  bool usable = sweep.settings.size() <= 2;
  for (std::size_t n = 0; n < sweep.settings.size(); ++n)
    usable = usable && sweep_axis(sweep, n).has_value();
  if (usable) return;
  Diagnostic problem;
  problem.place.key = "--plot";
  problem.problem = "there is no picture of what this sweep varies";
  problem.expected = "one or two settings that are numbers, each with several values";
  throw InputError(problem);
}

std::string sweep_plot(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  require_chart(sweep);
  constexpr double margin = 16;
  // How many letters of a wide font go into the picture's width.
  constexpr std::size_t title_letters = 46;
  constexpr std::size_t text_letters = 66;
  const store::StudyRecord& study = sweep.study;
  const std::string& title = study.question.empty() ? study.title : study.question;
  SweepChart chart = sweep_chart(sweep, summary);
  double y = 0;
  std::string body =
      paragraph(title, title_letters, 18, "style=\"font-weight:700;font-size:14px\"", y);
  body += paragraph(summary.text, text_letters, 14, "class=\"axis\"", y);
  y += 10;
  const double height = height_of(chart.svg);
  chart.svg.insert(
      std::string("<svg ").size(),
      fmt::format("y=\"{:.0f}\" width=\"{}\" height=\"{:.0f}\" ", y, chart_width, height));
  body += chart.svg;
  y += height;
  body += paragraph(chart.caption, text_letters, 14, "class=\"axis\"", y);
  body += paragraph(fmt::format("{} points ({}), {} replicates of {} days, seed {}; {} ({:.7}).",
                                sweep.points(), sweep.design, sweep.replicates.size(), study.days,
                                study.seed, study.software, study.git_sha1),
                    text_letters, 14, "class=\"axis\"", y);
  const double width = chart_width + 2 * margin;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"{0} {0} {1} {2:.0f}\" "
      "width=\"{3:.0f}\" height=\"{4:.0f}\" role=\"img\">\n<title>{5}</title>\n<style>{6}</style>\n"
      "<rect x=\"{0}\" y=\"{0}\" width=\"100%\" height=\"100%\" style=\"fill:var(--page)\"/>\n{7}"
      "</svg>\n",
      -margin, width, y + 2 * margin + 4, 1.6 * width, 1.6 * (y + 2 * margin + 4), xml_text(title),
      report_chart_style(), body);
}

}  // namespace clout::cli
