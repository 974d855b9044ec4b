// How a single campaign may end, as a table: quantiles over replicates, and the chance of a loss.
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/compare_output.hpp"

namespace clout::cli {

namespace {

using report::number_text;

/// "-12% (-20% .. 3%)"; the value alone where replicates are too few for an interval.
std::string quantile_text(const stats::QuantileInterval& quantile, std::string_view unit) {
  const std::string value = number_text(quantile.value, unit);
  if (!std::isfinite(quantile.low)) return value;
  return fmt::format("{} ({} .. {})", value, number_text(quantile.low, unit, 2),
                     number_text(quantile.high, unit, 2));
}

std::string rows(const report::Comparison& comparison, const report::ComparedFigure& figure) {
  std::string text;
  for (std::size_t arm = 0; arm < figure.arms.size(); ++arm) {
    const report::ArmFigure& of_arm = figure.arms[arm];
    // An arm that spends nothing has nothing at risk.
    if (std::isnan(of_arm.value.mean) || comparison.arms[arm].spent_usd <= 0) continue;
    const std::string_view unit = figure.figure.unit;
    text += fmt::format("{:<16} {:>22} {:>22} {:>22} {:>13}\n", comparison.arms[arm].label,
                        quantile_text(of_arm.p10, unit), quantile_text(of_arm.median, unit),
                        quantile_text(of_arm.p90, unit), report::chance_text(of_arm.below_zero));
  }
  return text;
}

}  // namespace

std::string risk_table(const report::Comparison& comparison) {
  std::string text;
  for (const report::ComparedFigure& figure : comparison.figures) {
    if (figure.figure.name != "roi" && figure.figure.name != "profit") continue;
    const std::string of_arms = rows(comparison, figure);
    if (of_arms.empty()) continue;
    text += fmt::format("\n{:<16} {:>22} {:>22} {:>22} {:>13}\n", "risk: " + figure.figure.name,
                        "P10", "P50", "P90", "loss") +
            of_arms;
  }
  if (text.empty()) return text;
  return text +
         "(..): at least 95%, by order statistics; P50 needs 6 replicates for one, P10 and P90 "
         "36.\n"
         "loss: chance that it is below 0 in a further replicate.\n";
}

}  // namespace clout::cli
