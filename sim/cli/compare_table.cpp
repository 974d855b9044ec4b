// Arms side by side on a terminal.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/verdict.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

using report::ArmFigure;
using report::ComparedFigure;
using report::Comparison;
using report::number_text;

constexpr std::size_t line_width = 100;
constexpr std::size_t label_width = 25;
constexpr std::size_t least_arm_width = 15;

/// A return without an interval says nothing and is not told.
std::string value_text(const ArmFigure& arm, const report::Figure& figure) {
  const auto& value = arm.value;
  if (std::isnan(value.low))
    return figure.name == "roi" ? "n/a" : number_text(value.mean, figure.unit);
  if (value.high == value.low) return number_text(value.mean, figure.unit);
  return report::plus_minus(value.mean, value.high - value.mean, figure.unit);
}

bool excludes_zero(const stats::MeanInterval& interval) {
  if (interval.low == interval.high && interval.count < report::fewest_for_no_spread) return false;
  return interval.low > 0 || interval.high < 0;
}

/// "+1.2M +-0.3M*"
std::string difference_text(const stats::MeanInterval& difference, std::string_view unit) {
  if (std::isnan(difference.mean) || (std::isnan(difference.low) && unit == "share")) return "";
  const std::string sign = difference.mean > 0 ? "+" : "";
  if (!(difference.high > difference.low)) {
    const bool settled = !std::isnan(difference.low) && excludes_zero(difference);
    return sign + number_text(difference.mean, unit) + (settled ? "*" : "");
  }
  const std::string text =
      sign + report::plus_minus(difference.mean, difference.high - difference.mean, unit);
  return text + (excludes_zero(difference) ? "*" : "");
}

/// Green for better than the reference, red for worse, where that is settled.
const char* color_of(const ArmFigure& arm, const report::Figure& figure) {
  if (figure.better == report::Better::neither || !excludes_zero(arm.difference)) return "0";
  return (arm.difference.mean > 0) == (figure.better == report::Better::more) ? "32" : "31";
}

class Table {
 public:
  Table(const Comparison& comparison, const TableOptions& options)
      : comparison_(comparison), options_(options), arm_width_(width_of_cells()) {}

  std::string text() {
    head();
    arms();
    const std::size_t beside = (line_width - label_width) / arm_width_;
    for (std::size_t from = 0; from < comparison_.arms.size(); from += beside)
      block(from, std::min(from + beside, comparison_.arms.size()));
    if (options_.all) text_ += risk_table(comparison_);
    text_ += '\n';
    for (const std::string& each : report::caveats(comparison_))
      text_ += wrapped("- " + each, line_width, 2);
    return std::move(text_);
  }

 private:
  /// Of the widest cell, with a blank before it.
  std::size_t width_of_cells() const {
    std::size_t width = least_arm_width;
    for (const ComparedFigure& figure : comparison_.figures) {
      if (!is_shown(comparison_, figure, options_.all)) continue;
      for (const ArmFigure& arm : figure.arms) {
        width = std::max({width, value_text(arm, figure.figure).size() + 1,
                          difference_text(arm.difference, figure.figure.unit).size() + 1});
      }
    }
    return width;
  }

  void head() {
    for (const report::StudyHeading& each : comparison_.studies) {
      const bool several = comparison_.studies.size() > 1;
      text_ += wrapped((several ? each.label + ": " : "") + each.study.title, line_width);
      text_ += wrapped(each.study.question, line_width);
      text_ += heading_text(each) + "\n";
    }
    for (const std::string& line : lines_of(report::judge(comparison_).text, line_width, 0))
      text_ += "\n" + painted(line, "1", options_.color);
    text_ += "\n\n";
  }

  void arms() {
    for (std::size_t i = 0; i < comparison_.arms.size(); ++i) {
      const report::ComparedArm& arm = comparison_.arms[i];
      text_ += wrapped(
          fmt::format("{} {}: {}{}hired {}; spent {} USD, left over {} USD", i + 1, arm.label,
                      arm.note, arm.note.empty() ? "" : "; ", hired_text(arm),
                      number_text(arm.spent_usd, "USD"), number_text(arm.left_over_usd, "USD")),
          line_width, 4);
    }
    text_ += "\n+-: half of the 95% interval of a mean.";
    if (comparison_.arms.size() > 1) {
      text_ += fmt::format(
          " Below: difference to {}, 95% for all {} together\n(Bonferroni); * where it excludes 0.",
          name(comparison_.reference), comparison_.comparisons());
    }
    text_ += '\n' + wrapped(pairing_text(comparison_), line_width);
  }

  /// The arm's label, or its number if that is too long for a column.
  std::string name(std::size_t arm) const {
    const std::string& label = comparison_.arms[arm].label;
    return label.size() < arm_width_ ? label : fmt::format("arm {}", arm + 1);
  }

  /// One line: a label, and a cell for each arm of the block.
  template <typename Cell>
  void row(const std::string& label, std::size_t from, std::size_t to, Cell cell) {
    if (label.size() > label_width) {
      text_ += label + "\n" + std::string(label_width, ' ');
    } else {
      text_ += fmt::format("{:<{}}", label, label_width);
    }
    for (std::size_t arm = from; arm < to; ++arm) cell(arm);
    text_.erase(text_.find_last_not_of(' ') + 1);
    text_ += '\n';
  }

  void cell(const std::string& content, const char* color = "0") {
    if (content.size() < arm_width_) text_ += std::string(arm_width_ - content.size(), ' ');
    text_ += painted(content, color, options_.color && color[0] != '0');
  }

  void block(std::size_t from, std::size_t to) {
    text_ += '\n';
    row("", from, to, [&](std::size_t arm) { cell(name(arm)); });
    for (const ComparedFigure& figure : comparison_.figures) {
      if (is_shown(comparison_, figure, options_.all)) figure_rows(figure, from, to);
    }
  }

  void figure_rows(const ComparedFigure& figure, std::size_t from, std::size_t to) {
    const report::Figure& about = figure.figure;
    row(about.name + (about.unit == "USD" ? " (USD)" : ""), from, to,
        [&](std::size_t arm) { cell(value_text(figure.arms[arm], about)); });
    const bool differs =
        std::any_of(figure.arms.begin(), figure.arms.end(),
                    [](const ArmFigure& arm) { return !std::isnan(arm.difference.low); });
    if (differs) {
      row("  to " + name(comparison_.reference), from, to, [&](std::size_t arm) {
        const bool itself = arm == comparison_.reference;
        cell(itself ? "" : difference_text(figure.arms[arm].difference, about.unit),
             color_of(figure.arms[arm], about));
      });
    }
    if (&figure == &comparison_.figures[comparison_.judged_by]) chance_rows(figure, from, to);
    const bool known =
        std::any_of(figure.arms.begin(), figure.arms.end(),
                    [](const ArmFigure& arm) { return !std::isnan(arm.below_zero); });
    if (about.name == "roi" && known) {
      row("  chance of a loss", from, to,
          [&](std::size_t arm) { cell(chance(figure.arms[arm].below_zero)); });
    }
  }

  void chance_rows(const ComparedFigure& figure, std::size_t from, std::size_t to) {
    if (std::none_of(figure.arms.begin(), figure.arms.end(),
                     [](const ArmFigure& arm) { return arm.win.mean_is_best > 0; }))
      return;
    row("  mean is the best", from, to,
        [&](std::size_t arm) { cell(chance(figure.arms[arm].win.mean_is_best)); });
    row("  wins a further run", from, to,
        [&](std::size_t arm) { cell(chance(figure.arms[arm].win.wins_further)); });
    row("  p (Holm)", from, to, [&](std::size_t arm) {
      const double p = figure.arms[arm].p_holm;
      cell(std::isnan(p) ? "" : report::p_text(p));
    });
    row("  effect size d", from, to, [&](std::size_t arm) {
      const double d = figure.arms[arm].effect.value;
      cell(std::isnan(d) ? "" : number_text(d, "1"));
    });
  }

  static std::string chance(double value) {
    return std::isnan(value) ? std::string() : report::chance_text(value);
  }

  const Comparison& comparison_;
  const TableOptions& options_;
  std::size_t arm_width_;
  std::string text_;
};

}  // namespace

std::string compare_table(const Comparison& comparison, const TableOptions& options) {
  return Table(comparison, options).text();
}

}  // namespace clout::cli
