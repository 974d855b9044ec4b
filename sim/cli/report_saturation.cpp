// What wore off between the start and the end: trust, suspicion, engagement, tier by tier.
#include <fmt/format.h>

#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

/// What is set side by side between the start and the end of a run.
struct Measure {
  report::TierMeasure of;
  const char* title;
  const char* unit;
  const char* axis;
  double scale;  ///< of changes: in thousandths of what goes from 0 to 1
};
constexpr Measure measures[] = {
    {report::TierMeasure::trust, "Trust", "1", "Change in mean trust (thousandths)", 1000},
    {report::TierMeasure::suspicion, "Suspicion", "1", "Change in mean suspicion (thousandths)",
     1000},
    {report::TierMeasure::engagement, "Engagement with sponsored posts", "share",
     "Change in engagements per view (points)", 1},
};

const char* meaning(report::TierMeasure measure) {
  switch (measure) {
    case report::TierMeasure::trust:
      return "mean trust of followers, last evening less first morning";
    case report::TierMeasure::suspicion:
      return "mean suspicion of sponsored posts recognised as such, last less first";
    case report::TierMeasure::engagement:
      return "engagements per view of a sponsored post, last less first";
  }
  return "";
}

/// " 28 days of the run", or nothing for what is a level.
std::string window_text(const ReportInput& input, const Measure& measure) {
  return measure.of == report::TierMeasure::trust
             ? std::string()
             : fmt::format(" {} days of the run", input.histories.window);
}

HtmlTable all_shifts(const ReportInput& input, const Measure& measure) {
  HtmlTable table{fmt::format("{} at the start and at the end, by tier and arm.", measure.title),
                  {"Tier and arm", "Start", "End", measure.axis},
                  {}};
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    if (!in_market(input.histories, tier)) continue;
    for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
      const report::TierShift shift = tier_shift(input.histories, arm, tier, measure.of);
      table.rows.push_back({tier_name(tier) + ": " + arm_cell(input, arm),
                            html_value(shift.start, measure.unit),
                            html_value(shift.end, measure.unit),
                            html_value(scaled(shift.change, measure.scale), measure.unit)});
    }
  }
  return table;
}

/// The reference arm, all tiers.
std::string level_chart(const ReportInput& input, const Measure& measure) {
  const std::size_t arm = input.comparison.reference;
  const std::string& name = input.comparison.arms[arm].label;
  DotChart chart;
  chart.head = {measure.axis, measure.unit,
                fmt::format("Change in {} by tier in {}", measure.title, name)};
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    if (in_market(input.histories, tier))
      chart.rows.push_back(
          {tier_name(tier), arm_style(input, arm),
           scaled(tier_shift(input.histories, arm, tier, measure.of).change, measure.scale)});
  }
  return html_figure(
      dot_chart(chart),
      fmt::format("{} in arm {}: {}{}. Dots are {}.", measure.title, name, meaning(measure.of),
                  window_text(input, measure), means_text(input, "lines")),
      all_shifts(input, measure));
}

/// The other arms, in the tiers that they hired from.
std::string beyond_chart(const ReportInput& input, const Measure& measure) {
  const std::size_t reference = input.comparison.reference;
  const std::string& name = input.comparison.arms[reference].label;
  DotChart chart;
  chart.head = {fmt::format("{}, less {}", measure.axis, name), measure.unit,
                fmt::format("Change in {} beyond {}", measure.title, name)};
  HtmlTable data{fmt::format("{}: change in tiers that an arm hired from, less that in arm {}.",
                             measure.title, name),
                 {"Tier and arm", "Difference"},
                 {}};
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    bool headed = false;
    for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
      if (arm == reference || input.comparison.arms[arm].hired[tier] <= 0) continue;
      if (!headed) chart.rows.push_back({tier_name(tier), "", {}, true});
      headed = true;
      const auto by =
          scaled(shift_beyond(input.histories, arm, reference, tier, measure.of), measure.scale);
      chart.rows.push_back({input.comparison.arms[arm].label, arm_style(input, arm), by});
      data.rows.push_back(
          {tier_name(tier) + ": " + arm_cell(input, arm), html_value(by, measure.unit)});
    }
  }
  if (chart.rows.empty()) return {};
  return html_figure(
      dot_chart(chart),
      fmt::format("{}: the same change in the tiers that an arm hired from, less that in arm {} in "
                  "the same replicate. Dots are {}.",
                  measure.title, name, means_text(input, "lines")),
      data);
}

}  // namespace

std::string saturation_section(const ReportInput& input) {
  if (input.histories.arms.empty()) return {};
  std::string html = html_paragraph(
      "Figures of whole tiers, hired or not: they drift in every arm, as all advertising of the "
      "market does its work. What a campaign does to them is the difference between arms.");
  html += "<div class=\"charts\">\n";
  for (const Measure& each : measures) html += level_chart(input, each) + beyond_chart(input, each);
  return html + "</div>\n";
}

}  // namespace clout::cli
