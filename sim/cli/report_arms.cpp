// How arms are called and coloured throughout a report.
#include <algorithm>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

constexpr std::size_t colours = 7;  // of the style sheet: c0 to c6

}  // namespace

std::string replicates_text(const ReportInput& input) {
  const std::size_t count = input.comparison.studies.front().replicates;
  return fmt::format("{} replicate{}", count, count == 1 ? "" : "s");
}

const store::StudyRecord& study_of(const ReportInput& input) {
  return input.comparison.studies.front().study;
}

bool has_campaign(const ReportInput& input, std::size_t arm) {
  return !study_of(input).arms[input.comparison.arms[arm].arm].campaigns.empty();
}

std::string arm_style(const ReportInput& input, std::size_t arm) {
  if (!has_campaign(input, arm)) return "idle";
  std::size_t before = 0;
  for (std::size_t other = 0; other < arm; ++other) before += has_campaign(input, other) ? std::size_t{1} : 0;
  std::string style = fmt::format("c{}", before % colours);
  if (before >= colours) style += " second";
  const bool best =
      input.verdict.standing == report::Standing::settled && arm == input.verdict.best;
  return best ? style + " best" : style;
}

std::string arm_cell(const ReportInput& input, std::size_t arm) {
  return fmt::format("<span class=\"key {}\"></span>{}", arm_style(input, arm),
                     xml_text(input.comparison.arms[arm].label));
}

const report::ComparedFigure& figure_named(const ReportInput& input, const char* name) {
  const auto& figures = input.comparison.figures;
  const auto at = std::find_if(figures.begin(), figures.end(),
                               [&](const auto& each) { return each.figure.name == name; });
  CLOUT_EXPECT(at != figures.end());
  return *at;
}

}  // namespace clout::cli
