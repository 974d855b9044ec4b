// Verdicts for a document.
#include <fmt/format.h>

#include "sim/cli/validate_output.hpp"

namespace clout::cli {

namespace {

using patterns::Reading;
using patterns::Verdict;

/// A bar would end a cell.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '|' || c == '<') safe += '\\';
    safe += c == '\n' ? ' ' : c;
  }
  return safe;
}

std::string readings_cell(const Verdict& verdict, patterns::Effort effort) {
  std::string text;
  for (const Reading& each : verdict.evidence.readings) {
    if (!text.empty()) text += "<br>";
    text += fmt::format("{}{}: {} [{}]", holds(each, effort) ? "" : "**fails** ", cell(each.name),
                        cell(reading_text(each)), cell(band_text(each)));
  }
  return text;
}

}  // namespace

std::string validation_markdown(std::span<const Verdict> verdicts,
                                const ValidationHeading& heading) {
  std::string text =
      fmt::format("**{}** Parameters: {}, seed {}. Command: `{}`\n\n", validation_summary(verdicts),
                  heading.parameters, heading.seed, heading.command);
  text +=
      "| | | Finding | Source, grade | Published | Ours, with 95% interval [what must hold] |\n"
      "|---|---|---|---|---|---|\n";
  for (const Verdict& each : verdicts) {
    const patterns::Pattern& pattern = each.pattern;
    text += fmt::format("| {}{} | {} | {} | {}, {} | {} | {} |\n", pattern.id,
                        pattern.calibrated_on ? " (c)" : "", each.holds ? "holds" : "**fails**",
                        cell(pattern.finding), cell(pattern.source), pattern.grade,
                        cell(pattern.published), readings_cell(each, heading.effort));
  }
  text += "\n(c): seen by calibration.\n\n";
  for (const Verdict& each : verdicts) {
    if (!each.evidence.note.empty())
      text += fmt::format("- **{}** {}\n", each.pattern.id, each.evidence.note);
  }
  return text;
}

}  // namespace clout::cli
