// A comparison for a document.
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/verdict.hpp"
#include "sim/cli/compare_output.hpp"

namespace clout::cli {

namespace {

using report::ComparedFigure;
using report::Comparison;

/// Names come from the user; a bar would end a cell.
std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\n') {
      safe += ' ';
      continue;
    }
    if (c == '|' || c == '\\' || c == '<') safe += '\\';
    safe += c;
  }
  return safe;
}

std::string line(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + cell + " |";
  return text + "\n";
}

/// A return without an interval says nothing and is not told.
std::string value_cell(const ComparedFigure& figure, std::size_t arm) {
  const auto& value = figure.arms[arm].value;
  if (std::isnan(value.low) && figure.figure.name == "roi") return "n/a";
  return report::interval_text(value, figure.figure.unit);
}

/// A row of one more number of each arm; left out where no arm has it.
template <typename Text>
void add_row(const std::string& label, const ComparedFigure& figure, double report::ArmFigure::*of,
             Text text, std::string& document) {
  std::vector<std::string> cells{label};
  bool known = false;
  for (const report::ArmFigure& arm : figure.arms) {
    known = known || !std::isnan(arm.*of);
    cells.push_back(std::isnan(arm.*of) ? "" : text(arm.*of));
  }
  if (known) document += line(cells);
}

void add_figure(const Comparison& comparison, const ComparedFigure& figure, std::string& text) {
  std::vector<std::string> values{figure.figure.name + report::unit_text(figure.figure.unit)};
  std::vector<std::string> differences{"difference"};
  for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm) {
    values.push_back(value_cell(figure, arm));
    const auto& difference = figure.arms[arm].difference;
    differences.push_back(
        std::isnan(difference.low) ? "" : report::interval_text(difference, figure.figure.unit));
  }
  text += line(values);
  if (comparison.arms.size() > 1) text += line(differences);
  if (&figure == &comparison.figures[comparison.judged_by])
    add_row("p (Holm)", figure, &report::ArmFigure::p_holm, report::p_text, text);
  if (figure.figure.name == "roi")
    add_row("chance of a loss", figure, &report::ArmFigure::below_zero, report::chance_text, text);
}

}  // namespace

std::string compare_markdown(const Comparison& comparison, bool all) {
  std::string text;
  for (const report::StudyHeading& each : comparison.studies) {
    text += fmt::format("## {}\n\n", escaped(each.study.title));
    if (!each.study.question.empty()) text += escaped(each.study.question) + "\n\n";
    text += heading_text(each) + ".\n\n";
  }
  text += escaped(report::judge(comparison).text) + "\n\n";
  std::vector<std::string> header{""};
  for (const report::ComparedArm& arm : comparison.arms) header.push_back(escaped(arm.label));
  text += line(header) + line(std::vector<std::string>(header.size(), "---"));
  for (const ComparedFigure& figure : comparison.figures) {
    if (is_shown(comparison, figure, all)) add_figure(comparison, figure, text);
  }
  text += "\nMeans with 95% intervals over replicates.";
  if (comparison.arms.size() > 1)
    text +=
        fmt::format(" Differences are to {}, at 95% for all {} together (Bonferroni).",
                    escaped(comparison.arms[comparison.reference].label), comparison.comparisons());
  text += "\n\n";
  const std::string pairing = pairing_text(comparison);
  if (!pairing.empty()) text += escaped(pairing) + "\n\n";
  for (const std::string& each : report::caveats(comparison)) text += "- " + escaped(each) + "\n";
  return text;
}

}  // namespace clout::cli
