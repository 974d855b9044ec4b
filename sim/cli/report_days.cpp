// How the study went over its days.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "analysis/report/beyond_idle.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using report::DailySeries;

/// Times that the table of a chart shows, beside the first and the last.
constexpr std::size_t table_steps = 8;

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
  return "lines are " + means_text(input, "bands (day by day)");
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

/// Levels of all tiers in one arm: what the market does by itself, if that arm has no campaign.
std::string trust_chart(const ReportInput& input) {
  const std::size_t arm = input.comparison.reference;
  const std::string& name = input.comparison.arms[arm].label;
  LineChart chart{{"Mean trust (0 to 1)", "1", "Trust by tier over days in " + name},
                  input.histories.days,
                  {},
                  false};
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    if (in_market(input.histories, tier))
      chart.lines.push_back(
          {tier_name(tier), fmt::format("c{}", tier),
           daily_series(input.histories, arm, report::trust_level, std::nullopt, tier)});
  }
  if (chart.lines.empty()) return {};
  const std::string what =
      "Trust of followers by tier of influencers, hired or not, in arm " + name;
  return html_figure(line_chart(chart),
                     what + ": " + bands_text(input) + "; the axis does not start at 0.",
                     table_of(chart, what + ", 0 to 1."));
}

/// What arms did to the trust in a tier that they hired from; nothing if none did.
std::string trust_change_chart(const ReportInput& input, std::size_t tier) {
  const std::size_t reference = input.comparison.reference;
  const std::string beyond = "less that in arm " + input.comparison.arms[reference].label;
  LineChart chart{{"Mean trust in thousandths, " + beyond, "1",
                   "Trust in " + tier_name(tier) + " over days by arm, " + beyond},
                  input.histories.days,
                  {}};
  for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
    if (arm == reference || input.comparison.arms[arm].hired[tier] <= 0) continue;
    DailySeries series = daily_series(input.histories, arm, report::trust_level, reference, tier);
    for (stats::MeanInterval& each : series) each = scaled(each, 1000);
    chart.lines.push_back(
        {input.comparison.arms[arm].label, arm_style(input, arm), std::move(series)});
  }
  if (chart.lines.empty()) return {};
  const std::string what = fmt::format(
      "What arms that hired {} influencers did to the trust in all of that tier, {} in the same "
      "replicate",
      tier_name(tier), beyond);
  return html_figure(line_chart(chart), what + ": " + bands_text(input) + ".",
                     table_of(chart, what + ", in thousandths."));
}

}  // namespace

std::string days_section(const ReportInput& input) {
  if (input.histories.arms.empty() || input.histories.days.back() == 0) return {};
  std::string html =
      "<div class=\"charts\">\n" + customers_chart(input) + reach_chart(input) + trust_chart(input);
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    if (in_market(input.histories, tier)) html += trust_change_chart(input, tier);
  }
  return html + "</div>\n";
}

}  // namespace clout::cli
