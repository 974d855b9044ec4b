// How a single campaign may end: replicates one by one, quantiles, chance of a loss.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/cli/compare_panels.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

/// Profit where an idle arm tells it, else what the verdict is about.
const report::ComparedFigure& figure_at_risk(const ReportInput& input) {
  const report::ComparedFigure& profit = figure_named(input, "profit");
  for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
    if (has_campaign(input, arm) && std::isfinite(profit.arms[arm].value.mean)) return profit;
  }
  return input.comparison.figures[input.comparison.judged_by];
}

std::string quantile_cell(const stats::QuantileInterval& quantile, const std::string& unit) {
  std::string cell = xml_text(report::number_text(quantile.value, unit));
  return cell + (std::isfinite(quantile.low) ? fmt::format("<br><small>{} .. {}</small>",
                                                           report::number_text(quantile.low, unit),
                                                           report::number_text(quantile.high, unit))
                                             : "<br><small>no interval</small>");
}

bool is_defined(const std::vector<double>& values) {
  for (const double value : values) {
    if (std::isnan(value)) return false;
  }
  return !values.empty();
}

/// All replicates, or where they are too many to be seen, that many evenly spaced quantiles.
constexpr std::size_t most_dots = 100;

std::vector<double> dots_of(std::vector<double> values) {
  if (values.size() <= most_dots) return values;
  std::sort(values.begin(), values.end());
  std::vector<double> dots;
  for (std::size_t dot = 0; dot < most_dots; ++dot)
    dots.push_back(values[(2 * dot + 1) * values.size() / (2 * most_dots)]);
  return dots;
}

std::string dots_text(const ReportInput& input) {
  const bool all = input.comparison.studies.front().replicates <= most_dots;
  return all ? "one of " + replicates_text(input)
             : fmt::format("one of {} evenly spaced quantiles of {}", most_dots,
                           replicates_text(input));
}

/// "Profit (USD)"
std::string axis_of(const report::ComparedFigure& figure) {
  return fmt::format("{} ({})", report::figure_words(figure.figure.name).title,
                     axis_unit(figure.figure.unit));
}

/// Arms that have an outcome to be spread, in their order.
std::vector<std::size_t> arms_at_risk(const ReportInput& input,
                                      const report::ComparedFigure& figure) {
  std::vector<std::size_t> arms;
  for (std::size_t arm = 0; arm < figure.values.size(); ++arm) {
    if (has_campaign(input, arm) && is_defined(figure.values[arm])) arms.push_back(arm);
  }
  return arms;
}

HtmlTable dots_table(const ReportInput& input, const SpreadChart& chart,
                     const std::vector<std::size_t>& arms) {
  HtmlTable table{"The dots of the chart, arm by arm: " + chart.head.axis + ".", {"Arm"}, {}};
  for (std::size_t dot = 0; dot < chart.rows.front().values.size(); ++dot)
    table.head.push_back(fmt::format("No. {}", dot + 1));
  for (std::size_t row = 0; row < arms.size(); ++row) {
    std::vector<std::string> cells{arm_cell(input, arms[row])};
    for (const double value : chart.rows[row].values)
      cells.push_back(xml_text(report::number_text(value, chart.head.unit)));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

HtmlTable quantile_table(const ReportInput& input, const report::ComparedFigure& figure,
                         const std::vector<std::size_t>& arms) {
  const std::string& unit = figure.figure.unit;
  HtmlTable table{
      fmt::format("Quantiles of {} over {}, with distribution-free intervals of at least 95% "
                  "(order statistics: a median needs 6 replicates for one, P10 and P90 need 36), "
                  "and the chance that a further replicate is a loss.",
                  axis_of(figure), replicates_text(input)),
      {"Arm", "P10", "P50", "P90", "Chance of a loss"},
      {}};
  for (const std::size_t arm : arms) {
    const report::ArmFigure& of_arm = figure.arms[arm];
    table.rows.push_back({arm_cell(input, arm), quantile_cell(of_arm.p10, unit),
                          quantile_cell(of_arm.median, unit), quantile_cell(of_arm.p90, unit),
                          xml_text(report::chance_text(of_arm.below_zero))});
  }
  return table;
}

/// The same of the return, where the figure above is the profit that it is a share of.
std::string return_table(const ReportInput& input, const report::ComparedFigure& above) {
  const report::ComparedFigure& roi = figure_named(input, "roi");
  if (above.figure.name != "profit") return {};
  const std::vector<std::size_t> arms = arms_at_risk(input, roi);
  return arms.empty() ? std::string() : html_table(quantile_table(input, roi, arms));
}

}  // namespace

std::string risk_section(const ReportInput& input) {
  const report::ComparedFigure& figure = figure_at_risk(input);
  const std::vector<std::size_t> arms = arms_at_risk(input, figure);
  if (arms.empty()) return {};
  const std::string& unit = figure.figure.unit;
  SpreadChart chart;
  chart.head = {axis_of(figure), unit, "Spread over replicates by arm"};
  for (const std::size_t arm : arms) {
    const report::ArmFigure& of_arm = figure.arms[arm];
    chart.rows.push_back({input.comparison.arms[arm].label, arm_style(input, arm),
                          dots_of(figure.values[arm]), of_arm.p10, of_arm.median, of_arm.p90});
  }
  return html_table(quantile_table(input, figure, arms)) + return_table(input, figure) +
         "<div class=\"charts\">\n" +
         html_figure(spread_chart(chart),
                     fmt::format("What a single campaign may come to: each dot is {}, the ticks "
                                 "are the quantiles P10, P50 (the number at the right) and P90.",
                                 dots_text(input)),
                     dots_table(input, chart, arms)) +
         "</div>\n";
}

}  // namespace clout::cli
