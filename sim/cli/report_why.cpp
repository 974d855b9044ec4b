// Why arms came out as they did: from money to customers to profit.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "analysis/report/beyond_idle.hpp"
#include "analysis/report/factors.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using report::Comparison;
using stats::MeanInterval;

/// A step from money to margin. beyond: what is counted is more than without a campaign.
struct Step {
  const char* figure;
  const char* title;
  bool beyond;
};
constexpr Step steps[] = {
    {"cost", "Spent, USD", false},
    {"posts", "Posts", false},
    {"impressions", "Views", false},
    {"reached", "People reached", false},
    {"aware", "Made aware", true},
    {"considering", "Made to consider", true},
    {"first_purchases", "Customers won", true},
    {"contribution", "Margin won, USD", true},
    {"profit", "Profit, USD", false},
};

MeanInterval value_of(const ReportInput& input, const Step& step, std::size_t arm) {
  const report::ComparedFigure& figure = figure_named(input, step.figure);
  if (!step.beyond) return figure.arms[arm].value;
  const auto beyond = report::beyond_idle(input.comparison, figure, arm);
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  return beyond ? *beyond : MeanInterval{none, none, none, 0};
}

std::vector<std::size_t> arms_with_campaigns(const ReportInput& input) {
  std::vector<std::size_t> arms;
  for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
    if (has_campaign(input, arm)) arms.push_back(arm);
  }
  return arms;
}

/// A bar as long as the value's share of the column's largest; nothing below 0.
std::string cell_bar(const ReportInput& input, std::size_t arm, double share) {
  return fmt::format(
      "<svg class=\"cellbar {}\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\"><rect x=\"{:.1f}\" width=\"{:.1f}\" height=\"6\"/></svg>",
      arm_style(input, arm), 100 - 100 * share, 100 * share);
}

std::string funnel_table(const ReportInput& input, const std::vector<std::size_t>& arms) {
  HtmlTable table;
  table.caption = fmt::format(
      "From money to profit, step by step: {}; a bar is the arm's share of the column's largest.",
      means_text(input, "below them"));
  table.head = {"Arm"};
  std::vector<Step> shown;
  for (const Step& step : steps) {
    const auto is_told = [&](std::size_t arm) {
      return std::isfinite(value_of(input, step, arm).mean);
    };
    if (std::none_of(arms.begin(), arms.end(), is_told)) continue;
    shown.push_back(step);
    table.head.emplace_back(step.title);
  }
  if (std::ranges::any_of(shown, &Step::beyond)) {
    table.caption +=
        " Made aware, made to consider, won: people, more than in the arm without campaigns in the "
        "same replicate.";
  }
  for (const std::size_t arm : arms) {
    std::vector<std::string> row{arm_cell(input, arm)};
    for (const Step& step : shown) {
      const MeanInterval value = value_of(input, step, arm);
      double most = 0;
      for (const std::size_t other : arms)
        most = std::max(most, std::abs(value_of(input, step, other).mean));
      std::string cell = html_value(value, figure_named(input, step.figure).figure.unit);
      if (value.mean > 0) cell += cell_bar(input, arm, value.mean / most);
      row.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return html_table(table);
}

/// Best arm and the next best one that both have campaigns.
std::optional<std::pair<std::size_t, std::size_t>> rivals(const ReportInput& input,
                                                          std::vector<std::size_t> arms) {
  const Comparison& comparison = input.comparison;
  const auto& figure = comparison.figures[comparison.judged_by];
  const double sign = figure.figure.better == report::Better::less ? -1 : 1;
  std::erase_if(arms, [&](std::size_t arm) { return std::isnan(figure.arms[arm].value.mean); });
  std::stable_sort(arms.begin(), arms.end(), [&](std::size_t a, std::size_t b) {
    return sign * figure.arms[a].value.mean > sign * figure.arms[b].value.mean;
  });
  if (arms.size() < 2) return std::nullopt;
  return std::pair(arms[0], arms[1]);
}

std::string factor_chart(const ReportInput& input, std::size_t arm, std::size_t other) {
  const std::string& name = input.comparison.arms[arm].label;
  const std::string& rival = input.comparison.arms[other].label;
  DotChart chart;
  chart.ratio = true;
  chart.wide_labels = true;
  chart.head = {fmt::format("{} as a multiple of {}", cut_text(name, 14), cut_text(rival, 14)), "1",
                fmt::format("Steps of {} as a multiple of {}", name, rival)};
  HtmlTable data{fmt::format("Steps from money to margin of {} and {}.", name, rival),
                 {"Step", xml_text(name), xml_text(rival), "Times"},
                 {}};
  for (const report::Factor& each : report::factors(input.comparison)) {
    const MeanInterval ratio = report::times(each, arm, other);
    if (std::isfinite(ratio.mean)) chart.rows.push_back({each.name, arm_colour(input, arm), ratio});
    data.rows.push_back(
        {xml_text(each.name), html_value(stats::mean_interval(each.values[arm]), each.unit),
         html_value(stats::mean_interval(each.values[other]), each.unit), html_value(ratio, "1")});
  }
  if (chart.rows.empty()) return {};
  return html_figure(
      dot_chart(chart),
      fmt::format(
          "What sets {} apart from {}: right of 1\u00D7 {} makes more of what the step before "
          "left; all steps multiply to the margin that campaigns added. Dots are geometric {}. "
          "Steps that a replicate did not get to are left out.",
          name, rival, name, means_text(input, "lines")),
      data);
}

std::string money_chart(const ReportInput& input, const std::vector<std::size_t>& arms) {
  WaterfallChart chart;
  chart.head = {"US dollars", "USD", "Margin won, cost and profit by arm"};
  HtmlTable data{"Margin won, cost and profit by arm, in US dollars.",
                 {"Arm", "Margin won", "Cost", "Profit"},
                 {}};
  for (const std::size_t arm : arms) {
    const WaterfallRow row{input.comparison.arms[arm].label, arm_style(input, arm),
                           value_of(input, {"contribution", "", true}, arm),
                           value_of(input, {"cost", "", false}, arm),
                           value_of(input, {"profit", "", false}, arm)};
    if (!std::isfinite(row.won.mean)) continue;
    chart.rows.push_back(row);
    data.rows.push_back({arm_cell(input, arm), html_value(row.won, "USD"),
                         html_value(row.cost, "USD"), html_value(row.profit, "USD")});
  }
  if (chart.rows.empty()) return {};
  return html_figure(
      waterfall_chart(chart),
      fmt::format(
          "Profit is the margin that campaigns added, beyond the arm without them, less what they "
          "cost: bars are {}.",
          means_text(input, "whiskers")),
      data);
}

}  // namespace

std::string why_section(const ReportInput& input) {
  const std::vector<std::size_t> arms = arms_with_campaigns(input);
  if (arms.empty() || input.comparison.studies.front().replicates == 0) return {};
  std::string html = funnel_table(input, arms) + "<div class=\"charts\">\n";
  if (const auto pair = rivals(input, arms)) html += factor_chart(input, pair->first, pair->second);
  return html + money_chart(input, arms) + "</div>\n";
}

}  // namespace clout::cli
