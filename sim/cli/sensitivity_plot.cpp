// Which settings decide, as a picture: a panel for each method that was run.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/sweep_summary.hpp"
#include "sim/cli/plot_axis.hpp"
#include "sim/cli/sensitivity_output.hpp"
#include "sim/cli/svg.hpp"
#include "sim/cli/wrapped_text.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using sensitivity::Method;
using stats::MeanInterval;

constexpr double width = 900;
constexpr double margin = 20;
constexpr double labels_width = 330;  // of the settings' keys
constexpr double row_height = 22;
constexpr double scatter_height = 260;
constexpr std::size_t most_rows = 20;
constexpr std::size_t title_letters = 75;    // 18 px bold, the whole width
constexpr std::size_t text_letters = 120;    // 13 px
constexpr std::size_t key_letters = 42;      // 12 px
constexpr std::size_t footer_letters = 140;  // 11 px

// Okabe & Ito's colours, apart for the colour-blind; every bar has its number in its tooltip.
constexpr const char* style =
    "<style>text { font: 12px 'DejaVu Sans', Verdana, sans-serif; fill: #222; }\n"
    ".title { font-size: 18px; font-weight: bold; }\n"
    ".group { font-size: 14px; font-weight: bold; fill: #0072b2; }\n"
    ".said { font-size: 13px; }\n"
    ".small { font-size: 11px; fill: #555; }\n"
    ".grid { stroke: #ccc; }\n"
    ".zero { stroke: #555; stroke-width: 1.5; }\n"
    ".low { fill: #56b4e9; }\n"
    ".high { fill: #e69f00; }\n"
    ".all { fill: #56b4e9; }\n"
    ".alone { fill: #0072b2; }\n"
    ".limit { stroke: #d55e00; stroke-width: 1.5; stroke-dasharray: 4 2; }\n"
    ".whisker { stroke: #222; stroke-width: 1.2; }\n"
    ".dot { fill: #0072b2; }</style>\n";

/// A bar from 0.
struct Bar {
  MeanInterval value;
  std::string style;
  std::string tip;
};

/// Bars of one setting, one over the other.
struct BarRow {
  std::string label;
  std::vector<Bar> bars;
};

class Picture {
 public:
  Picture(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found)
      : sweep_(sweep), found_(found), unit_(found.outcome.figure.unit) {}

  std::string text(const std::string& repeat) {
    const std::string title = "What decides " + found_.outcome.text;
    below_ = 36;
    svg_ += svg_text({margin, below_}, cut_text(title, title_letters), "class=\"title\"");
    lines(summary_text(sweep_, found_), text_letters, "said", 17);
    tornado();
    scatter();
    sobol();
    pawn();
    below_ += 12;
    lines(repeat, footer_letters, "small", 14);
    below_ += 14;
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1:.0f}\" "
               "width=\"{0}\" height=\"{1:.0f}\" role=\"img\">\n<title>{2}</title>\n{3}"
               "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
               width, below_, xml_text(title), style) +
           svg_ + "</svg>\n";
  }

 private:
  void lines(const std::string& text, std::size_t letters, const char* kind, double height) {
    below_ += 6;
    for (const std::string& line : lines_of(text, letters, 0)) {
      below_ += height;
      svg_ +=
          svg_text({margin, below_}, cut_text(line, letters), fmt::format("class=\"{}\"", kind));
    }
  }

  void group(const std::string& heading, const std::string& note) {
    below_ += 32;
    svg_ += svg_text({margin, below_}, heading, "class=\"group\"");
    lines(note, footer_letters, "small", 12);
    below_ += 10;
  }

  std::string tick_text(double value, const std::string& unit) const {
    return report::number_text(value, unit, 2);
  }

  static double x_of(const PlotAxis& axis, double value) {
    const double from = margin + labels_width;
    return from + (width - 2 * margin - from) * axis.at(value);
  }

  void grid(const PlotAxis& axis, double top, double bottom, const std::string& unit) {
    for (const double tick : axis.ticks()) {
      const double x = x_of(axis, tick);
      svg_ += svg_line({x, top}, {x, bottom}, tick == 0 ? "class=\"zero\"" : "class=\"grid\"");
      svg_ += svg_text({x, bottom + 14}, tick_text(tick, unit),
                       "class=\"small\" text-anchor=\"middle\"");
    }
  }

  void whisker(const PlotAxis& axis, const MeanInterval& value, double y) {
    if (std::isnan(value.low)) return;
    svg_ += svg_line({x_of(axis, value.low), y}, {x_of(axis, value.high), y}, "class=\"whisker\"");
  }

  void bar(const PlotAxis& axis, const Bar& bar, double top, double height) {
    if (!std::isfinite(bar.value.mean)) return;
    const double from = x_of(axis, std::min(0.0, bar.value.mean));
    const double to = x_of(axis, std::max(0.0, bar.value.mean));
    svg_ += fmt::format(
        "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\">"
        "<title>{}</title></rect>\n",
        bar.style, from, top, to - from, height, xml_text(bar.tip));
    whisker(axis, bar.value, top + height / 2);
  }

  /// Returns the axis, for what is drawn over the bars.
  PlotAxis bars(const std::vector<BarRow>& rows, const std::string& unit) {
    std::vector<MeanInterval> values;
    for (const BarRow& row : rows) {
      for (const Bar& each : row.bars) values.push_back(each.value);
    }
    const PlotAxis axis = axis_over(values);
    const double bottom = below_ + row_height * static_cast<double>(rows.size());
    grid(axis, below_, bottom, unit);
    for (const BarRow& row : rows) {
      svg_ += svg_text({margin + labels_width - 8, below_ + 15}, cut_text(row.label, key_letters),
                       "text-anchor=\"end\"");
      const double height =
          (row_height - 6) / static_cast<double>(std::max<std::size_t>(1, row.bars.size()));
      for (std::size_t n = 0; n < row.bars.size(); ++n)
        bar(axis, row.bars[n], below_ + 3 + height * static_cast<double>(n), height);
      below_ += row_height;
    }
    below_ += 16;
    return axis;
  }

  /// The most important settings by a method, first ones first; empty if it was not run.
  std::vector<std::size_t> leaders(Method method) const {
    auto order = sensitivity::ranked(importance(found_.indices, method));
    order.resize(std::min(order.size(), most_rows));
    return order;
  }

  const std::string& key(std::size_t setting) const { return sweep_.settings[setting].key; }

  void tornado() {
    const auto order = leaders(Method::one_at_a_time);
    if (order.empty()) return;
    group("One setting at a time",
          "Change of the outcome with the setting alone at the first (blue) and the last (orange) "
          "of its values; lines: 95% intervals over replicates.");
    std::vector<BarRow> rows;
    for (const std::size_t n : order) {
      BarRow row{key(n), {}};
      const auto& steps = found_.indices.one_at_a_time[n];
      for (const sensitivity::Step& step : steps) {
        row.bars.push_back({step.change, &step == &steps.front() ? "low" : "high",
                            sensitivity::setting_text(sweep_.settings[n], step.point) + ": " +
                                report::interval_text(step.change, unit_)});
      }
      rows.push_back(std::move(row));
    }
    bars(rows, unit_);
  }

  void scatter() {
    const auto order = leaders(Method::morris);
    if (order.empty()) return;
    group("Morris screening",
          "Right: mean absolute effect per range, with its 95% interval over trajectories. Up: "
          "standard deviation of effects (bends, interactions). Numbers: ranks.");
    std::vector<MeanInterval> across, up;
    for (const std::size_t n : order) {
      across.push_back(found_.indices.morris[n].absolute);
      const double deviation = found_.indices.morris[n].deviation;
      up.push_back({deviation, deviation, deviation, 1});
    }
    const PlotAxis x_axis = axis_over(across);
    const PlotAxis y_axis = axis_over(up);
    const double bottom = below_ + std::max(scatter_height, 15 * static_cast<double>(order.size()));
    const auto y_of = [&](double value) { return bottom - (bottom - below_) * y_axis.at(value); };
    grid(x_axis, below_, bottom, unit_);
    for (const double tick : y_axis.ticks())
      svg_ += svg_line({x_of(x_axis, x_axis.low), y_of(tick)},
                       {x_of(x_axis, x_axis.high), y_of(tick)}, "class=\"grid\"") +
              svg_text({x_of(x_axis, x_axis.low) - 6, y_of(tick) + 4}, tick_text(tick, unit_),
                       "class=\"small\" text-anchor=\"end\"");
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
      const double y = y_of(up[rank].mean);
      const double x = x_of(x_axis, across[rank].mean);
      whisker(x_axis, across[rank], y);
      svg_ += fmt::format(
          "<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"><title>{}: "
          "{}</title></circle>\n",
          x, y, xml_text(key(order[rank])), report::interval_text(across[rank], unit_));
      svg_ += svg_text({x + 6, y - 5}, std::to_string(rank + 1), "class=\"small\"");
      svg_ += svg_text({margin, below_ + 11 + 15 * static_cast<double>(rank)},
                       cut_text(fmt::format("{}  {}", rank + 1, key(order[rank])), key_letters),
                       "class=\"small\"");
    }
    below_ = bottom + 16;
  }

  static MeanInterval interval(const stats::Estimate& each) {
    return {each.value, each.low, each.high, 0};
  }

  void sobol() {
    const auto order = leaders(Method::sobol);
    if (order.empty()) return;
    group("Sobol indices",
          "Share of the variance over the ranges with interactions (light) and alone (dark); "
          "lines: 95% bootstrap intervals.");
    std::vector<BarRow> rows;
    for (const std::size_t n : order) {
      const stats::SobolIndex& each = found_.indices.sobol[n];
      rows.push_back({key(n),
                      {{interval(each.total), "all",
                        "with interactions: " + report::interval_text(interval(each.total), "1")},
                       {interval(each.first), "alone",
                        "alone: " + report::interval_text(interval(each.first), "1")}}});
    }
    bars(rows, "1");
  }

  void pawn() {
    const auto order = leaders(Method::pawn);
    if (order.empty()) return;
    group("PAWN",
          "Median distance of the outcome's distributions; lines: 95% intervals over replicates. "
          "Dashed: 95% of settings without effect stay below.");
    std::vector<BarRow> rows;
    for (const std::size_t n : order) {
      const MeanInterval& each = found_.indices.pawn[n];
      rows.push_back({key(n), {{each, "all", report::interval_text(each, "1")}}});
    }
    const double top = below_;
    const PlotAxis axis = bars(rows, "1");
    const double limit = found_.indices.pawn_threshold;
    if (limit <= axis.high)
      svg_ +=
          svg_line({x_of(axis, limit), top}, {x_of(axis, limit), below_ - 16}, "class=\"limit\"");
  }

  const store::SweepRecord& sweep_;
  const sensitivity::Sensitivity& found_;
  std::string unit_;
  std::string svg_;
  double below_ = 0;  ///< where the next element goes
};

}  // namespace

std::string sensitivity_plot(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found,
                             const std::string& repeat) {
  return Picture(sweep, found).text(repeat);
}

}  // namespace clout::cli
