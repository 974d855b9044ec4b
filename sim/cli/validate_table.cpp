// Verdicts on a terminal.
#include <algorithm>

#include <fmt/format.h>

#include "sim/cli/terminal.hpp"
#include "sim/cli/validate_output.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

using patterns::Reading;
using patterns::Verdict;

constexpr std::size_t line_width = 100;
constexpr std::size_t indent = 6;

std::string indented(std::string_view text) {
  return std::string(indent, ' ') + wrapped(text, line_width - indent, indent);
}

/// "      loss per post    0.19% (0.15% .. 0.23%), 8 seeds    0.05% to 0.5%"; what does not hold is
/// marked.
std::string reading_lines(const std::vector<Reading>& readings, patterns::Effort effort,
                          bool color) {
  std::size_t name_width = 0;
  std::size_t value_width = 0;
  for (const Reading& each : readings) {
    name_width = std::max(name_width, each.name.size());
    value_width = std::max(value_width, reading_text(each).size());
  }
  std::string text;
  for (const Reading& each : readings) {
    const bool good = holds(each, effort);
    const std::string mark = good ? " " : painted("x", "31", color);
    text += fmt::format("    {} {:<{}}  {:<{}}  {}\n", mark, each.name, name_width,
                        reading_text(each), value_width, band_text(each));
  }
  return text;
}

std::string block(const Verdict& verdict, patterns::Effort effort, bool color) {
  const patterns::Pattern& pattern = verdict.pattern;
  const std::string word =
      verdict.holds ? painted("holds", "32", color) : painted("FAILS", "31", color);
  std::string text = fmt::format("{}  {}  {} (grade {}){}\n", painted(pattern.id, "1", color), word,
                                 pattern.source, pattern.grade,
                                 pattern.calibrated_on ? ", seen by calibration" : "");
  text += indented(pattern.finding);
  text += indented(fmt::format("Published: {}", pattern.published));
  text += indented(fmt::format("Must hold: {}", pattern.criterion));
  text += reading_lines(verdict.evidence.readings, effort, color);
  if (!verdict.evidence.note.empty()) text += indented(verdict.evidence.note);
  return text;
}

}  // namespace

std::string validation_table(std::span<const Verdict> verdicts, const ValidationHeading& heading,
                             bool color) {
  std::string text;
  for (const Verdict& each : verdicts) text += block(each, heading.effort, color) + "\n";
  text += painted(validation_summary(verdicts), "1", color) + "\n";
  text += wrapped(fmt::format("Parameters: {}, seed {}. 95% intervals over seeds in brackets.{}",
                              heading.parameters, heading.seed,
                              heading.effort == patterns::Effort::quick
                                  ? " Quick run: a figure passes if its interval meets the band."
                                  : ""),
                  line_width);
  return text;
}

}  // namespace clout::cli
