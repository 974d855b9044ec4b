// Charts of a report: SVG that takes its colours and fonts from the page's style sheet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/stats/mean_interval.hpp"
#include "analysis/stats/quantile_interval.hpp"

namespace clout::cli {

/// All charts are so wide, so that a phone shows them at about their own size.
inline constexpr double chart_width = 420;

/// What every chart needs: axis is the title of the value axis, with the unit in words; unit is
/// that of report::number_text; alt is read by screen readers.
struct ChartHead {
  std::string axis;
  std::string unit;
  std::string alt;
};

/// A row of a dot chart. style: classes of the page's style sheet ("arm c0").
struct DotRow {
  std::string label;
  std::string style;
  stats::MeanInterval value;  ///< NaN mean: n/a
  bool heading = false;       ///< the label alone, above the rows that it is about
};

struct DotChart {
  ChartHead head;
  std::vector<DotRow> rows;
  bool ratio = false;        ///< values are ratios above 0: logarithmic, about 1
  bool wide_labels = false;  ///< labels are phrases
};

/// Dots with intervals on one axis that holds 0 (1 for ratios).
std::string dot_chart(const DotChart& chart);

/// A bar from 0, with its name on the left and its number on the right.
struct BarMark {
  std::string label;  ///< short, may be empty
  std::string style;
  stats::MeanInterval value;  ///< NaN mean: n/a
};

/// Bars that belong together, below a line that says what they are about.
struct BarGroup {
  std::string label;
  std::vector<BarMark> bars;
};

struct BarChart {
  ChartHead head;
  std::vector<BarGroup> groups;
  std::optional<double> limit;  ///< a line across all bars
};

/// Bars with intervals on one axis that holds 0.
std::string bar_chart(const BarChart& chart);

/// A dot with an interval across. Names stand in a list below the picture.
struct ScatterDot {
  std::string label;
  std::string style;
  stats::MeanInterval across;
  double up = 0;
};

struct ScatterChart {
  ChartHead head;     ///< of the axis across; both have its unit
  std::string title;  ///< of the axis that goes up
  std::vector<ScatterDot> dots;
};

/// Numbered dots, and a line on which both values are equal.
std::string scatter_chart(const ScatterChart& chart);

struct ChartLine {
  std::string label;
  std::string style;
  std::vector<stats::MeanInterval> values;  ///< one for each of the chart's days
};

struct LineChart {
  ChartHead head;
  std::vector<std::int64_t> days;  ///< ascending, the first is 0
  std::vector<ChartLine> lines;
  bool from_zero = true;  ///< whether the value axis must hold 0
};

/// Lines with bands over days, named at their right ends.
std::string line_chart(const LineChart& chart);

/// won - cost = profit, each with its interval.
struct WaterfallRow {
  std::string label;
  std::string style;
  stats::MeanInterval won;
  stats::MeanInterval cost;
  stats::MeanInterval profit;
};

struct WaterfallChart {
  ChartHead head;
  std::vector<WaterfallRow> rows;
};

/// Three bars for each arm: up by what it won, down by what it cost, and what is left.
std::string waterfall_chart(const WaterfallChart& chart);

struct SpreadRow {
  std::string label;
  std::string style;
  std::vector<double> values;  ///< one per replicate
  stats::QuantileInterval low, middle, high;
};

struct SpreadChart {
  ChartHead head;
  std::vector<SpreadRow> rows;
};

/// Every replicate as a dot, and ticks at three quantiles.
std::string spread_chart(const SpreadChart& chart);

}  // namespace clout::cli
