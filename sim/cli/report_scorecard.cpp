// Arms side by side: values, differences to the reference, chances.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/compare_panels.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using report::ComparedFigure;

/// Columns after the figure that the verdict is about.
constexpr const char* columns[] = {"incremental_customers", "profit", "roi", "reached",
                                   "cost_per_customer"};

/// "+1.2k .. +3.4k to nothing", coloured where it is settled which is better.
std::string difference_cell(const report::ArmFigure& arm, const report::Figure& figure) {
  const stats::MeanInterval& by = arm.difference;
  if (!std::isfinite(by.low)) return {};
  const bool apart = by.low > 0 || by.high < 0;
  const char* style = "";
  if (apart && figure.better != report::Better::neither)
    style = (by.mean > 0) == (figure.better == report::Better::more) ? "better" : "worse";
  return fmt::format("<br><span class=\"{}\">{}{}{}</span><br><small>{} .. {}</small>", style,
                     by.mean > 0 ? "+" : "", report::number_text(by.mean, figure.unit),
                     apart ? "*" : "", report::number_text(by.low, figure.unit),
                     report::number_text(by.high, figure.unit));
}

std::string figure_cell(const ReportInput& input, const ComparedFigure& figure, std::size_t arm) {
  const report::ArmFigure& about = figure.arms[arm];
  // A return without an interval says nothing and is not told.
  if (figure.figure.name == "roi" && std::isnan(about.value.low)) return "n/a";
  std::string cell = html_value(about.value, figure.figure.unit);
  if (arm != input.comparison.reference) cell += difference_cell(about, figure.figure);
  return cell;
}

std::string heading_of(const ComparedFigure& figure) {
  const std::string unit = figure.figure.unit == "share" ? "%" : figure.figure.unit;
  const std::string words = report::figure_words(figure.figure.name).title;
  return xml_text(unit == "1" ? words : words + ", " + unit);
}

std::vector<const ComparedFigure*> figures_of(const ReportInput& input) {
  std::vector<const ComparedFigure*> shown{&input.comparison.figures[input.comparison.judged_by]};
  for (const char* name : columns) {
    const ComparedFigure& each = figure_named(input, name);
    if (&each != shown.front() && is_shown(input.comparison, each, true)) shown.push_back(&each);
  }
  return shown;
}

std::string first_cell(const ReportInput& input, std::size_t arm) {
  const report::ComparedArm& about = input.comparison.arms[arm];
  std::string cell = arm_cell(input, arm);
  const std::string money = about.spent_usd > 0
                                ? "; spent " + report::number_text(about.spent_usd, "USD") + " USD"
                                : std::string();
  return cell + "<br><small>hired " + xml_text(hired_text(about)) + money + "</small>";
}

std::string chance_cell(double chance) {
  return std::isnan(chance) ? "n/a" : xml_text(report::chance_text(chance));
}

HtmlTable table_of(const ReportInput& input) {
  const report::Comparison& comparison = input.comparison;
  const std::vector<const ComparedFigure*> figures = figures_of(input);
  HtmlTable table;
  table.caption = "Figures are " + means_text(input, "and below them") + ".";
  const bool several = comparison.arms.size() > 1;
  if (several && std::isfinite(figures.front()->arms.front().value.low)) {
    table.caption += fmt::format(
        " With a sign: the difference to {} in the same replicates; its interval holds at 95% for "
        "all {} comparisons of a column together, * where it excludes 0. Chances are about {}, and "
        "so is p: of "
        "no difference, adjusted for all comparisons together (Holm).",
        comparison.arms[comparison.reference].label, comparison.comparisons(),
        report::figure_words(figures.front()->figure.name).title);
  }
  table.head = {"Arm"};
  for (const ComparedFigure* each : figures) table.head.push_back(heading_of(*each));
  if (several) {
    table.head.insert(table.head.begin() + 2,
                      {"Mean is the best", "Wins a further run", "p (Holm)"});
  }
  for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
    std::vector<std::string> row{first_cell(input, arm)};
    for (const ComparedFigure* each : figures) row.push_back(figure_cell(input, *each, arm));
    if (several) {
      const report::ArmFigure& of_arm = figures.front()->arms[arm];
      row.insert(row.begin() + 2,
                 {chance_cell(of_arm.win.mean_is_best), chance_cell(of_arm.win.wins_further),
                  xml_text(report::p_text(of_arm.p_holm))});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string chart_of(const ReportInput& input, const ComparePanel& panel) {
  DotChart chart;
  chart.head = {panel.title + ", " + panel.explanation, panel.unit, panel.title + " by arm"};
  HtmlTable data{
      panel.title + " by arm, " + panel.explanation + ".", {"Arm", "Mean and 95% interval"}, {}};
  for (std::size_t arm = 0; arm < panel.arms.size(); ++arm) {
    chart.rows.push_back(
        {input.comparison.arms[arm].label, arm_style(input, arm), panel.arms[arm]});
    data.rows.push_back({arm_cell(input, arm), html_value(panel.arms[arm], panel.unit)});
  }
  // What is counted stands in the caption; the axis has room for its unit.
  chart.head.axis = panel.title + " (" + axis_unit(panel.unit) + ")";
  const std::string caption = fmt::format("{}: {}. Dots are {}.", panel.title, panel.explanation,
                                          means_text(input, "lines"));
  return html_figure(dot_chart(chart), caption, data);
}

}  // namespace

std::string scorecard_section(const ReportInput& input) {
  std::string html = html_table(table_of(input)) + "<div class=\"charts\">\n";
  for (const ComparePanel& panel : compare_panels(input.comparison)) html += chart_of(input, panel);
  return html + "</div>\n";
}

}  // namespace clout::cli
