// Response curves on a terminal.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/response_output.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

using response::Curve;
using response::PostsPoint;
using response::PostsSweep;

constexpr std::size_t line_width = 100;

/// A row of cells for each line; the first is the heading.
using Table = std::vector<std::vector<std::string>>;

/// The first column to the left, numbers to the right.
std::string aligned(const Table& table) {
  std::vector<std::size_t> widths(table.front().size());
  for (const auto& row : table) {
    for (std::size_t n = 0; n < row.size(); ++n) widths[n] = std::max(widths[n], row[n].size());
  }
  std::string text;
  for (const auto& row : table) {
    text += fmt::format("  {:<{}}", row[0], widths[0]);
    for (std::size_t n = 1; n < row.size(); ++n) text += fmt::format("  {:>{}}", row[n], widths[n]);
    text += '\n';
  }
  return text + '\n';
}

std::string mean_text(const stats::MeanInterval& value, const std::string& unit) {
  if (std::isnan(value.low) || value.high == value.low)
    return report::number_text(value.mean, unit);
  return report::plus_minus(value.mean, value.high - value.mean, unit);
}

std::string estimate_text(const stats::Estimate& value, const char* unit) {
  if (std::isnan(value.value)) return "n/a";
  if (std::isnan(value.low)) return report::number_text(value.value, unit);
  return fmt::format("{} ({} .. {})", report::number_text(value.value, unit),
                     report::number_text(value.low, unit), report::number_text(value.high, unit));
}

/// What lies beyond the greatest amount that was spent is not known.
std::string saturation_text(const response::Money& money) {
  const stats::Estimate& end = money.saturation_usd;
  if (std::isnan(end.value)) return "n/a";
  const auto one = [&](double value) {
    return (value >= money.most_spent_usd ? ">" : "") + report::number_text(value, "USD");
  };
  if (std::isnan(end.low)) return one(end.value);
  return fmt::format("{} ({} .. {})", one(end.value), one(end.low), one(end.high));
}

std::string money_table(const TitledResponse& titled) {
  const response::Response& all = titled.response;
  Table table{{"roster", "spent", outcome_words(all.measure), "marginal ROI", "to the next budget",
               "pays up to"}};
  for (const Curve& curve : all.curves) {
    const response::CurvePoint& now = curve.points[curve.present];
    table.push_back({curve.name, report::number_text(now.spent.mean, "USD"),
                     mean_text(now.outcome, all.unit),
                     estimate_text(curve.money.marginal_roi, "share"),
                     report::number_text(curve.money.next_step_roi.value, "share"),
                     saturation_text(curve.money)});
  }
  return aligned(table);
}

/// Beyond ten times what was spent, level and half are the slope in two numbers that say nothing
/// apart.
bool bends(const Curve& curve) {
  return curve.fitted->half.value <= 10 * curve.money.most_spent_usd;
}

std::string fits_table(const response::Response& all) {
  Table table{{"roster", "level", "half at USD", "exponent", "carry-over a week"}};
  for (std::size_t n = 0; n < all.curves.size(); ++n) {
    std::vector<std::string> row{all.curves[n].name, "n/a", "n/a", "n/a",
                                 estimate_text(all.carry_over[n].carry, "share")};
    if (all.curves[n].fitted) {
      const bool told = bends(all.curves[n]);
      row[1] = told ? estimate_text(all.curves[n].fitted->gain, all.unit.c_str()) : "no bend";
      row[2] = told ? estimate_text(all.curves[n].fitted->half, "USD") : "no bend";
      row[3] = estimate_text(all.curves[n].fitted->exponent, "1");
    }
    table.push_back(std::move(row));
  }
  return aligned(table);
}

std::string posts_table(const response::Response& all, const PostsSweep& sweep) {
  Table table{{"posts", "a month", "spent", outcome_words(all.measure), "profit USD", "best"}};
  for (const PostsPoint& point : sweep.points) {
    table.push_back({std::to_string(point.posts), fmt::format("{:.1f}", point.posts_a_month),
                     report::number_text(point.spent.mean, "USD"),
                     mean_text(point.outcome, all.unit), mean_text(point.profit, "USD"),
                     report::chance_text(point.chance_best)});
  }
  return aligned(table);
}

std::string paragraph(const std::string& text) { return wrapped(text, line_width) + "\n"; }

}  // namespace

std::string outcome_words(response::Measure measure) {
  return "incremental " +
         std::string(choice_names<response::Measure>[static_cast<std::size_t>(measure)]);
}

std::string response_table(const TitledResponse& titled) {
  const response::Response& all = titled.response;
  std::string text = wrapped(titled.study.title, line_width);
  text += paragraph(fmt::format(
      "Response of campaign {}, {} replicate{} of {} days each, seed {}", titled.campaign.name,
      all.replicates, all.replicates == 1 ? "" : "s", titled.study.days, titled.study.seed));
  text += paragraph(all.next.text);
  text +=
      paragraph(fmt::format("At the campaign's budget of {} USD; a tier's row: all of it to that "
                            "tier. Intervals: 95% over "
                            "replicates (+-), bootstrap of them (..).",
                            report::number_text(titled.campaign.budget_usd, "USD")));
  text += money_table(titled);
  text += paragraph(
      "Hill curves over what is spent, and what is left of a week's effect a week "
      "later (adstock):");
  text += fits_table(all);
  text += paragraph("Posts per influencer, same budget; best: the chance of the greatest profit:");
  text += posts_table(all, all.same_budget);
  text += paragraph("Posts per influencer, same accounts:");
  text += posts_table(all, all.same_roster);
  return text;
}

}  // namespace clout::cli
