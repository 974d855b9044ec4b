// How arms are called and coloured throughout a report.
#include <algorithm>
#include <cmath>

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

std::string means_text(const ReportInput& input, std::string_view intervals) {
  if (input.comparison.studies.front().replicates < 2)
    return "of one replicate, which has no intervals";
  return fmt::format("means over {}, {} their 95% intervals", replicates_text(input), intervals);
}

const store::StudyRecord& study_of(const ReportInput& input) {
  return input.comparison.studies.front().study;
}

bool has_campaign(const ReportInput& input, std::size_t arm) {
  return !study_of(input).arms[input.comparison.arms[arm].arm].campaigns.empty();
}

std::string arm_colour(const ReportInput& input, std::size_t arm) {
  if (!has_campaign(input, arm)) return "idle";
  std::size_t before = 0;
  for (std::size_t other = 0; other < arm; ++other)
    before += has_campaign(input, other) ? std::size_t{1} : 0;
  std::string style = fmt::format("c{}", before % colours);
  if (before >= colours) style += " second";
  return style;
}

std::string arm_style(const ReportInput& input, std::size_t arm) {
  const bool best =
      input.verdict.standing == report::Standing::settled && arm == input.verdict.best;
  return arm_colour(input, arm) + (best ? " best" : "");
}

std::string arm_cell(const ReportInput& input, std::size_t arm) {
  return fmt::format("<span class=\"key {}\"></span>{}", arm_style(input, arm),
                     xml_text(input.comparison.arms[arm].label));
}

std::string tier_name(std::size_t tier) { return std::string(choice_names<market::Tier>[tier]); }

bool in_market(const report::Histories& histories, std::size_t tier) {
  return std::all_of(histories.arms.begin(), histories.arms.end(), [&](const auto& replicate) {
    return std::isfinite(replicate.front().trust[tier].front());
  });
}

stats::MeanInterval scaled(stats::MeanInterval value, double scale) {
  value.mean *= scale;
  value.low *= scale;
  value.high *= scale;
  return value;
}

const report::ComparedFigure& figure_named(const ReportInput& input, const char* name) {
  const auto& figures = input.comparison.figures;
  const auto at = std::find_if(figures.begin(), figures.end(),
                               [&](const auto& each) { return each.figure.name == name; });
  CLOUT_EXPECT(at != figures.end());
  return *at;
}

}  // namespace clout::cli
