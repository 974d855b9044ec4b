// A sweep on a terminal.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "sim/cli/sweep_axis.hpp"
#include "sim/cli/sweep_output.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t most_points = 40;

/// A column: its heading and the cells of all rows.
using Column = std::vector<std::string>;

/// The last part of a key, or all of it where two settings have the same.
std::vector<std::string> short_keys(const store::SweepRecord& sweep) {
  std::vector<std::string> names;
  for (const store::SweptSetting& each : sweep.settings)
    names.push_back(each.key.substr(each.key.rfind('.') + 1));
  if (std::set<std::string>(names.begin(), names.end()).size() == names.size()) return names;
  for (std::size_t n = 0; n < names.size(); ++n) names[n] = sweep.settings[n].key;
  return names;
}

std::string mean_text(const stats::MeanInterval& value, const report::Figure& figure) {
  if (std::isnan(value.low) || value.high == value.low)
    return report::number_text(value.mean, figure.unit);
  return report::plus_minus(value.mean, value.high - value.mean, figure.unit);
}

std::size_t width_of(const Column& column) {
  std::size_t width = 0;
  for (const std::string& cell : column) width = std::max(width, cell.size());
  return width + 2;
}

void add_block(const std::vector<Column>& columns, std::string& text) {
  for (std::size_t row = 0; row < columns.front().size(); ++row) {
    for (const Column& column : columns)
      text += fmt::format("{:>{}}", column[row], width_of(column));
    text += '\n';
  }
}

/// Side by side as far as a line goes, then below, each time after the fixed columns.
std::string blocks(const std::vector<Column>& fixed, const std::vector<Column>& others) {
  std::string text;
  std::vector<Column> block = fixed;
  const auto width = [&] {
    std::size_t sum = 0;
    for (const Column& column : block) sum += width_of(column);
    return sum;
  };
  for (const Column& column : others) {
    if (block.size() > fixed.size() && width() + width_of(column) > line_width) {
      add_block(block, text);
      text += '\n';
      block = fixed;
    }
    block.push_back(column);
  }
  add_block(block, text);
  return text;
}

}  // namespace

std::vector<std::size_t> sorted_points(const store::SweepRecord& sweep) {
  std::vector<std::size_t> order(sweep.points());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t n = sweep.settings.size(); n-- > 0;) {
    std::visit(
        [&](const auto& values) {
          std::stable_sort(order.begin(), order.end(),
                           [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
        },
        sweep.settings[n].values);
  }
  return order;
}

std::vector<report::Flip> sweep_flips(const store::SweepRecord& sweep,
                                      const report::SweepSummary& summary) {
  if (sweep.settings.size() != 1) return {};
  const auto axis = sweep_axis(sweep, 0);
  return axis ? report::flips(sweep, summary, axis->spacing) : std::vector<report::Flip>();
}

std::string sweep_table(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  std::string text = wrapped(sweep.study.title, line_width);
  text += wrapped(sweep.study.question, line_width);
  text += wrapped(
      fmt::format("{} points ({}), {} replicate{} of {} days each, seed {}", sweep.points(),
                  sweep.design, sweep.replicates.size(), sweep.replicates.size() == 1 ? "" : "s",
                  sweep.study.days, sweep.study.seed),
      line_width);
  text += "\n" + wrapped(summary.text, line_width);
  text += wrapped(report::flips_text(sweep, sweep_flips(sweep, summary)), line_width) + "\n";
  text += wrapped(
      fmt::format(
          "{} ({}) by arm, +- half of the 95% interval of its mean; the arm whose mean is the "
          "best, and the chance that its true mean is.",
          report::figure_words(summary.figure.name).title, summary.figure.name),
      line_width);
  text += '\n';
  std::vector<std::size_t> order = sorted_points(sweep);
  order.resize(std::min(order.size(), most_points));
  const std::vector<std::string> keys = short_keys(sweep);
  std::vector<Column> settings;
  for (std::size_t n = 0; n < keys.size(); ++n) {
    settings.push_back({keys[n]});
    for (const std::size_t point : order)
      settings.back().push_back(report::value_text(sweep.settings[n], point));
  }
  std::vector<Column> results;
  for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm) {
    results.push_back({sweep.study.arms[arm].name});
    for (const std::size_t point : order)
      results.back().push_back(mean_text(summary.points[point].arms[arm], summary.figure));
  }
  Column best{"best"};
  Column chance{"chance"};
  for (const std::size_t point : order) {
    const report::PointSummary& each = summary.points[point];
    best.push_back(each.best ? sweep.study.arms[*each.best].name : each.tied ? "tie" : "");
    chance.push_back(each.best && !std::isnan(each.chance[*each.best])
                         ? report::chance_text(each.chance[*each.best])
                         : "");
  }
  results.push_back(std::move(best));
  results.push_back(std::move(chance));
  text += blocks(settings, results);
  if (order.size() < sweep.points())
    text += fmt::format("and {} more points: --csv and --json have all\n",
                        sweep.points() - order.size());
  return text;
}

}  // namespace clout::cli
