#include "sim/cli/sweep_chart.hpp"

#include <fmt/format.h>

#include "sim/cli/chart_picture.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/sweep_axis.hpp"

namespace clout::cli {

namespace {

constexpr std::size_t colours = 7;  // of the style sheet: c0 to c6

}  // namespace

std::string sweep_arm_style(std::size_t arm) { return fmt::format("c{}", arm % colours); }

std::string arm_mark(std::size_t arm, double x, double y, const char* kind) {
  constexpr double r = 4;
  const std::string style = fmt::format("class=\"{} {}\"", kind, sweep_arm_style(arm));
  switch (arm % 4) {
    case 0:
      return fmt::format("<circle {} cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/>\n", style, x, y, r);
    case 1:
      return fmt::format("<rect {} x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{}\"/>\n", style,
                         x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1);
    case 2:
      return fmt::format("<path {} d=\"M{:.1f},{:.1f}l{},{}h{}z\"/>\n", style, x, y - r - 1,
                         r + 0.5, 2 * r, -2 * r - 1);
    default:
      return fmt::format("<path {0} d=\"M{1:.1f},{2:.1f}l{3},{3}l-{3},{3}l-{3},-{3}z\"/>\n", style,
                         x, y - r - 1, r + 1);
  }
}

SweepChart sweep_chart(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  if (sweep.settings.size() == 1) return sweep_curves(sweep, summary);
  if (sweep.settings.size() == 2) return sweep_map(sweep, summary);
  return {};
}

void require_chart(const store::SweepRecord& sweep) {
  bool usable = sweep.settings.size() <= 2;
  for (std::size_t n = 0; n < sweep.settings.size(); ++n)
    usable = usable && sweep_axis(sweep, n).has_value();
  if (usable) return;
  refuse_option("--plot", "there is no picture of what this sweep varies",
                "one or two settings that are numbers, each with several values");
}

std::string sweep_plot(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  require_chart(sweep);
  const store::StudyRecord& study = sweep.study;
  const SweepChart chart = sweep_chart(sweep, summary);
  return chart_picture(study.question.empty() ? study.title : study.question, summary.text,
                       {&chart, 1}, sweep);
}

}  // namespace clout::cli
