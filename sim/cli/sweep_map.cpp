// Who wins where over two settings.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "analysis/report/winner_map.hpp"
#include "sim/cli/report_chart_parts.hpp"
#include "sim/cli/sweep_axis.hpp"
#include "sim/cli/sweep_chart.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using namespace chart_parts;
using report::MapPlace;

constexpr double left = 48;
constexpr double right = chart_width - 14;
constexpr double top = 26;
constexpr double height = 290;
constexpr double bottom = top + height;
constexpr double inset = 8;  // so that points at the ends stay inside of the frame
constexpr double legend_pitch = 18;

class Map {
 public:
  Map(const store::SweepRecord& sweep, const report::SweepSummary& summary,
      std::array<SweepAxis, 2> axes)
      : sweep_(sweep),
        summary_(summary),
        labels_(report::setting_labels(sweep)),
        axes_(std::move(axes)) {}

  std::string text() {
    const report::WinnerMap map = report::winner_map(points(), report::settled_chance);
    for (const report::MapRegion& each : map.regions) region(each);
    frame();
    border(map);
    for (std::size_t point = 0; point < sweep_.points(); ++point) mark(point);
    const double low = legend(map);
    const ChartHead head{axes_[0].title, axes_[0].unit,
                         fmt::format("Who has {} over {} and {}",
                                     report::superlative(summary_.figure), labels_[0], labels_[1])};
    return drawing(head, low, svg_);
  }

 private:
  double value(std::size_t axis, std::size_t point) const {
    return std::get<std::vector<double>>(sweep_.settings[axis].values)[point];
  }

  std::vector<report::MapPoint> points() const {
    const double sign = summary_.figure.better == report::Better::less ? -1 : 1;
    std::vector<report::MapPoint> made;
    for (std::size_t point = 0; point < sweep_.points(); ++point) {
      const report::PointSummary& about = summary_.points[point];
      report::MapPoint each{
          {axes_[0].at(value(0, point)), axes_[1].at(value(1, point))}, {}, about.chance};
      for (const stats::MeanInterval& arm : about.arms) each.means.push_back(sign * arm.mean);
      made.push_back(std::move(each));
    }
    return made;
  }

  static double x_of(double share) { return left + inset + share * (right - left - 2 * inset); }
  static double y_of(double share) { return bottom - inset - share * (height - 2 * inset); }

  static std::string outline(const std::vector<MapPlace>& places) {
    std::string path;
    for (const MapPlace& each : places)
      path +=
          fmt::format("{}{:.1f},{:.1f}", path.empty() ? 'M' : 'L', x_of(each[0]), y_of(each[1]));
    return path;
  }

  /// One path for all polygons, so that no seams show between them.
  void region(const report::MapRegion& each) {
    std::string path;
    for (const auto& polygon : each.polygons) path += outline(polygon) + "z";
    svg_ += fmt::format("<path class=\"{} {}\" d=\"{}\"/>\n", each.sure ? "sure" : "unsure",
                        sweep_arm_style(each.arm), path);
  }

  void border(const report::WinnerMap& map) {
    std::string path;
    for (const auto& [from, to] : map.boundaries) path += outline({from, to});
    if (!path.empty()) svg_ += fmt::format("<path class=\"border\" d=\"{}\"/>\n", path);
  }

  void frame() {
    for (const double tick : axes_[0].ticks()) {
      const double x = x_of(axes_[0].at(tick));
      svg_ += svg_line({x, bottom}, {x, bottom + 4}, "class=\"zero\"");
      svg_ += svg_text({x, bottom + 17}, axes_[0].tick_text(tick),
                       "class=\"tick\" text-anchor=\"middle\"");
    }
    for (const double tick : axes_[1].ticks()) {
      const double y = y_of(axes_[1].at(tick));
      svg_ += svg_line({left - 4, y}, {left, y}, "class=\"zero\"");
      svg_ += svg_text({left - 7, y + 4}, axes_[1].tick_text(tick),
                       "class=\"tick\" text-anchor=\"end\"");
    }
    svg_ += svg_line({left, top}, {left, bottom}, "class=\"zero\"");
    svg_ += svg_line({left, bottom}, {right, bottom}, "class=\"zero\"");
    svg_ += svg_text({0, 13}, axes_[1].title, "class=\"axis\"");
    svg_ += svg_text({(left + right) / 2, bottom + 34}, axes_[0].title,
                     "class=\"axis\" text-anchor=\"middle\"");
  }

  void mark(std::size_t point) {
    const report::PointSummary& about = summary_.points[point];
    const double x = x_of(axes_[0].at(value(0, point)));
    const double y = y_of(axes_[1].at(value(1, point)));
    const std::string place =
        fmt::format("{} {}, {} {}", labels_[0], report::value_with_unit(sweep_.settings[0], point),
                    labels_[1], report::value_with_unit(sweep_.settings[1], point));
    if (!about.best) {
      svg_ += fmt::format("<g><title>{}: no winner</title>\n", xml_text(place)) +
              svg_text({x, y + 4}, "\u00D7", "class=\"tick\" text-anchor=\"middle\"") + "</g>\n";
      return;
    }
    const double chance = about.chance[*about.best];
    svg_ += fmt::format(
        "<g><title>{}: {}{}</title>\n", xml_text(place),
        xml_text(sweep_.study.arms[*about.best].name),
        std::isnan(chance) ? std::string() : xml_text(", chance " + report::chance_text(chance)));
    svg_ += arm_mark(*about.best, x, y, about.settled() ? "spot" : "ring") + "</g>\n";
  }

  /// Arms that win somewhere; returns where it ends.
  double legend(const report::WinnerMap& map) {
    double y = bottom + 46;
    for (std::size_t arm = 0; arm < sweep_.study.arms.size(); ++arm) {
      const auto wins = std::ranges::count_if(summary_.points,
                                              [&](const auto& each) { return each.best == arm; });
      const bool has_region = std::ranges::any_of(
          map.regions, [&](const report::MapRegion& each) { return each.arm == arm; });
      if (wins == 0 && !has_region) continue;
      y += legend_pitch;
      const std::string style = sweep_arm_style(arm);
      svg_ += fmt::format(
          "<rect class=\"sure {}\" x=\"{}\" y=\"{:.1f}\" width=\"22\" height=\"12\"/>\n", style,
          left, y - 10);
      svg_ += fmt::format(
          "<rect class=\"unsure {}\" x=\"{}\" y=\"{:.1f}\" width=\"22\" height=\"12\"/>\n", style,
          left + 22, y - 10);
      svg_ += arm_mark(arm, left + 11, y - 4, "spot") + arm_mark(arm, left + 33, y - 4, "ring");
      svg_ +=
          svg_text({left + 52, y},
                   fmt::format("{}: the best mean at {} of {} points",
                               cut_text(sweep_.study.arms[arm].name, 18), wins, sweep_.points()),
                   "");
    }
    return y + 10;
  }

  const store::SweepRecord& sweep_;
  const report::SweepSummary& summary_;
  std::vector<std::string> labels_;
  std::array<SweepAxis, 2> axes_;
  std::string svg_;
};

}  // namespace

SweepChart sweep_map(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  auto x = sweep_axis(sweep, 0);
  auto y = sweep_axis(sweep, 1);
  if (!x || !y) return {};
  return {Map(sweep, summary, {std::move(*x), std::move(*y)}).text(),
          fmt::format(
              "Which arm has {} on average where. Marks are the points that were run, {} "
              "replicate{} each: filled where the chance that the arm's true mean is the best is "
              "{:.0f}% or more, hollow where it is less. Between them colours are interpolated, "
              "pale where that chance is less; on the line the two best arms have equal means.",
              report::superlative(summary.figure), sweep.replicates.size(),
              sweep.replicates.size() == 1 ? "" : "s", 100 * report::settled_chance)};
}

}  // namespace clout::cli
