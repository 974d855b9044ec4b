// How the study went over its days, and what wore off.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/beyond_idle.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using report::DailySeries;
using report::Histories;

/// Times that the table of a chart shows, beside the first and the last.
constexpr std::size_t table_steps = 8;

std::string tier_name(std::size_t tier) { return std::string(choice_names<market::Tier>[tier]); }

/// The chart's numbers at a few times; the CSV of the page has all.
HtmlTable table_of(const LineChart& chart, const std::string& caption) {
  HtmlTable table{caption, {"Days since the start"}, {}};
  for (const ChartLine& line : chart.lines) table.head.push_back(xml_text(line.label));
  const std::size_t last = chart.days.size() - 1;
  const std::size_t steps = std::min(table_steps, last);
  for (std::size_t step = 0; step <= steps; ++step) {
    const std::size_t at = steps == 0 ? last : step * last / steps;
    std::vector<std::string> row{std::to_string(chart.days[at])};
    for (const ChartLine& line : chart.lines)
      row.push_back(html_value(line.values[at], chart.head.unit));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string bands_text(const ReportInput& input) {
  const bool bands = input.histories.arms.size() > 1;
  return fmt::format("lines are means over {}{}", replicates_text(input),
                     bands ? ", bands their 95% intervals day by day" : "");
}

std::string customers_chart(const ReportInput& input) {
  const report::Comparison& comparison = input.comparison;
  // What sells anyway would hide what the arms do.
  std::vector<std::size_t> campaigns;
  bool beyond = true;
  for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
    if (!has_campaign(input, arm)) continue;
    campaigns.push_back(arm);
    beyond = beyond && report::idle_beside(comparison, arm).has_value();
  }
  beyond = beyond && !campaigns.empty();
  LineChart chart{{beyond ? "Customers won so far (people)" : "New customers so far (people)",
                   "people", "Customers over days by arm"},
                  input.histories.days,
                  {}};
  for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
    if (beyond && !has_campaign(input, arm)) continue;
    const auto idle = beyond ? report::idle_beside(comparison, arm) : std::nullopt;
    chart.lines.push_back({comparison.arms[arm].label, arm_style(input, arm),
                           daily_series(input.histories, arm, report::customers_level, idle)});
  }
  const std::string what =
      beyond ? "New customers so far, more than without a campaign in the same replicate"
             : "New customers so far, those who come anyway included";
  return html_figure(line_chart(chart), what + ": " + bands_text(input) + ".",
                     table_of(chart, what + ", people."));
}

std::string reach_chart(const ReportInput& input) {
  LineChart chart{{"People reached so far", "people", "People reached over days by arm"},
                  input.histories.days,
                  {}};
  for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
    if (has_campaign(input, arm))
      chart.lines.push_back({input.comparison.arms[arm].label, arm_style(input, arm),
                             daily_series(input.histories, arm, report::reached_level)});
  }
  if (chart.lines.empty()) return {};
  return html_figure(
      line_chart(chart),
      "People who have seen at least one post of the campaigns so far: " + bands_text(input) + ".",
      table_of(chart, "People reached so far."));
}

bool in_market(const Histories& histories, std::size_t tier) {
  return std::all_of(histories.arms.begin(), histories.arms.end(), [&](const auto& replicate) {
    return std::isfinite(replicate.front().trust[tier].front());
  });
}

std::string trust_chart(const ReportInput& input, std::size_t tier) {
  LineChart chart{{"Mean trust (0 to 1)", "1", "Trust in " + tier_name(tier) + " over days by arm"},
                  input.histories.days,
                  {},
                  false};
  for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
    chart.lines.push_back(
        {input.comparison.arms[arm].label, arm_style(input, arm),
         daily_series(input.histories, arm, report::trust_level, std::nullopt, tier)});
  }
  const std::string caption =
      fmt::format("Trust of followers in all {} influencers, hired or not", tier_name(tier));
  return html_figure(line_chart(chart),
                     caption + ": " + bands_text(input) + "; the axis does not start at 0.",
                     table_of(chart, caption + ", 0 to 1."));
}

/// What is set side by side between the start and the end of a run.
struct Measure {
  report::TierMeasure of;
  const char* title;
  const char* unit;
  const char* axis;
};
constexpr Measure measures[] = {
    {report::TierMeasure::trust, "Trust", "1", "Change in mean trust (0 to 1)"},
    {report::TierMeasure::suspicion, "Suspicion", "1", "Change in mean suspicion (0 to 1)"},
    {report::TierMeasure::engagement, "Engagement with sponsored posts", "share",
     "Change in engagements per view (points)"},
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

std::string shift_chart(const ReportInput& input, const Measure& measure) {
  DotChart chart;
  chart.head = {measure.axis, measure.unit, std::string(measure.title) + " at start and end"};
  HtmlTable data{fmt::format("{} at the start and at the end, by tier and arm.", measure.title),
                 {"Tier and arm", "Start", "End", "Change"},
                 {}};
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    if (!in_market(input.histories, tier)) continue;
    chart.rows.push_back({tier_name(tier), "", {}, true});
    for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
      const report::TierShift shift = tier_shift(input.histories, arm, tier, measure.of);
      chart.rows.push_back({input.comparison.arms[arm].label, arm_style(input, arm), shift.change});
      data.rows.push_back(
          {tier_name(tier) + ": " + arm_cell(input, arm), html_value(shift.start, measure.unit),
           html_value(shift.end, measure.unit), html_value(shift.change, measure.unit)});
    }
  }
  const std::string windows = measure.of == report::TierMeasure::trust
                                  ? std::string()
                                  : fmt::format(" {} days of the run", input.histories.window);
  return html_figure(
      dot_chart(chart),
      fmt::format("{}: {}{}. Dots are means over {}, lines their 95% intervals.", measure.title,
                  meaning(measure.of), windows, replicates_text(input)),
      data);
}

}  // namespace

std::string days_section(const ReportInput& input) {
  if (input.histories.arms.empty() || input.histories.days.back() == 0) return {};
  std::string html = "<div class=\"charts\">\n" + customers_chart(input) + reach_chart(input);
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    if (in_market(input.histories, tier)) html += trust_chart(input, tier);
  }
  return html + "</div>\n";
}

std::string saturation_section(const ReportInput& input) {
  if (input.histories.arms.empty()) return {};
  std::string html = html_paragraph(
      "Figures of whole tiers, hired or not: they drift in every arm alike, as the market's "
      "advertising does its work. What a campaign does to trust is the difference between arms.");
  html += "<div class=\"charts\">\n";
  for (const Measure& each : measures) html += shift_chart(input, each);
  return html + "</div>\n";
}

}  // namespace clout::cli
