// What calibration found, as a picture: a small panel for each parameter and each statistic.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/abc/marginal.hpp"
#include "analysis/abc/together.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/cli/calibrate_output.hpp"
#include "sim/cli/svg.hpp"
#include "sim/cli/wrapped_text.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

constexpr double width = 920;
constexpr double margin = 20;
constexpr std::size_t columns = 4;
constexpr double pitch = (width - 2 * margin + 16) / columns;
constexpr double plot_width = pitch - 16;
constexpr double panel_height = 108;
constexpr double bars_top = 32;   // below the panel's two lines of text
constexpr double bars_high = 44;  // of the tallest bar
constexpr std::size_t parts = 20;
constexpr std::size_t title_letters = 33;    // 11 px bold
constexpr std::size_t footer_letters = 145;  // 11 px

// Okabe & Ito's colours; grey outlines and dashes tell the same without colour.
constexpr const char* style =
    "<style>text { font: 11px 'DejaVu Sans', Verdana, sans-serif; fill: #222; }\n"
    ".title { font-size: 18px; font-weight: bold; }\n"
    ".group { font-size: 14px; font-weight: bold; fill: #0072b2; }\n"
    ".name { font-size: 10px; font-weight: bold; }\n"
    ".small { font-size: 10px; fill: #555; }\n"
    ".band { fill: #e2f0e9; }\n"
    ".bar { fill: #56b4e9; }\n"
    ".prior { stroke: #767676; fill: none; }\n"
    ".axis { stroke: #222; }\n"
    ".most { stroke: #0072b2; stroke-width: 3; }\n"
    ".default { stroke: #d55e00; stroke-width: 1.5; stroke-dasharray: 4 2; }</style>\n";

/// From 0 at the left end to 1 at the right end of a panel, linear or logarithmic.
using Axis = abc::Prior;

struct Panel {
  std::string name;
  std::string note;
  Axis axis;
  std::vector<double> prior;     ///< shares of draws from the prior, by part of the axis
  std::vector<double> accepted;  ///< weight of the accepted, the same
  double low = 0;                ///< ends of 90% of the accepted
  double high = 0;
  double today = 0;  ///< at the defaults
  double band_low = 0;
  double band_high = 0;  ///< not above band_low: no band
};

std::string number(double value) { return report::number_text(value, "1"); }

Panel parameter_panel(const Calibration& calibration, std::size_t parameter) {
  const abc::Prior& prior = calibration.priors[parameter];
  const abc::Marginal found = abc::marginal(calibration.result, calibration.priors, parameter);
  return {.name = prior.name.starts_with("market.") ? prior.name.substr(7) : prior.name,
          .note = fmt::format("{} ({} .. {}), {:.0f}% narrower", number(found.mean),
                              number(found.low), number(found.high), 100 * found.narrower),
          .axis = prior,
          .prior = std::vector<double>(parts, 1.0 / parts),
          .accepted = abc::histogram(calibration.result, prior, parameter, parts),
          .low = found.low,
          .high = found.high,
          .today = calibration.defaults[parameter]};
}

/// Shares of weight by part of the axis; what lies beyond is in the last part.
std::vector<double> shares(const Axis& axis, const WeightedValues& sample) {
  std::vector<double> found(parts, 0);
  double total = 0;
  for (std::size_t i = 0; i < sample.values.size(); ++i) {
    if (std::isnan(sample.values[i])) continue;
    const double value = std::clamp(sample.values[i], axis.low, axis.high);
    const auto part = static_cast<std::size_t>(abc::place_of(axis, value) * parts);
    found[std::min(part, parts - 1)] += sample.weights[i];
    total += sample.weights[i];
  }
  if (total > 0) {
    for (double& share : found) share /= total;
  }
  return found;
}

WeightedValues prior_statistic(const abc::MatchResult& result, std::size_t statistic) {
  WeightedValues found;
  for (std::size_t e = 0; e < result.of_prior; ++e) {
    const auto& statistics = result.evaluations[e].statistics;
    if (statistic >= statistics.size()) continue;
    found.values.push_back(statistics[statistic]);
    found.weights.push_back(1);
  }
  return found;
}

/// Holds the band, most of both samples and the default.
Axis statistic_axis(const abc::Target& target, const WeightedValues& prior,
                    const WeightedValues& accepted, double today) {
  std::vector<double> ends = {target.low, target.high, today};
  for (const WeightedValues* sample : {&prior, &accepted}) {
    for (const double share : {0.05, 0.95})
      ends.push_back(abc::weighted_quantile(sample->values, sample->weights, share));
  }
  const bool logarithmic = target.ratio;
  std::erase_if(ends, [&](double end) { return !std::isfinite(end) || (logarithmic && end <= 0); });
  if (ends.empty()) ends = {1};
  Axis axis{target.name, *std::ranges::min_element(ends), *std::ranges::max_element(ends),
            logarithmic ? abc::Scale::logarithmic : abc::Scale::linear};
  if (axis.low == axis.high) axis.high = axis.low + std::max(1.0, std::abs(axis.low));
  // A little room, so that a band's end or the default is not the panel's.
  const double room =
      logarithmic ? std::pow(axis.high / axis.low, 0.05) : 0.05 * (axis.high - axis.low);
  axis.low = logarithmic ? axis.low / room : axis.low - room;
  axis.high = logarithmic ? axis.high * room : axis.high + room;
  return axis;
}

Panel statistic_panel(const Calibration& calibration, std::size_t statistic) {
  const abc::MatchResult& result = calibration.result;
  const abc::Target& target = result.targets[statistic];
  const WeightedValues prior = prior_statistic(result, statistic);
  const WeightedValues accepted = accepted_statistic(result, statistic);
  const double today = calibration.default_statistics[statistic];
  const Axis axis = statistic_axis(target, prior, accepted, today);
  const auto quantile = [&](double share) {
    return abc::weighted_quantile(accepted.values, accepted.weights, share);
  };
  const bool judged = std::isfinite(target.low) || std::isfinite(target.high);
  return {.name = target.name,
          .note = fmt::format("{}: {:.0f}%, before {:.0f}%", band_text(target),
                              100 * abc::how_often_met(result, statistic).of_accepted,
                              100 * abc::how_often_met(result, statistic).of_prior),
          .axis = axis,
          .prior = shares(axis, prior),
          .accepted = shares(axis, accepted),
          .low = quantile(0.05),
          .high = quantile(0.95),
          .today = today,
          .band_low = judged ? std::max(target.low, axis.low) : 0,
          .band_high = judged ? std::min(target.high, axis.high) : 0};
}

class Picture {
 public:
  Picture(const Calibration& calibration, const std::vector<std::string>& repeat)
      : calibration_(calibration), repeat_(repeat) {}

  std::string text() {
    const std::string title = "What published patterns say of the free parameters";
    below_ = 36;
    svg_ += svg_text({margin, below_}, title, "class=\"title\"");
    std::vector<Panel> statistics;
    for (std::size_t t = 0; t < calibration_.result.targets.size(); ++t)
      statistics.push_back(statistic_panel(calibration_, t));
    group("Statistics: band, and how much of the accepted lies in it", statistics);
    std::vector<Panel> parameters;
    for (std::size_t p = 0; p < calibration_.priors.size(); ++p)
      parameters.push_back(parameter_panel(calibration_, p));
    group("Parameters: mean, 90% and how much narrower than before", parameters);
    footer();
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1:.0f}\" "
               "width=\"{0}\" height=\"{1:.0f}\" role=\"img\">\n<title>{2}</title>\n{3}"
               "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
               width, below_, title, style) +
           svg_ + "</svg>\n";
  }

 private:
  void group(const std::string& heading, const std::vector<Panel>& panels) {
    below_ += 28;
    svg_ += svg_text({margin, below_}, heading, "class=\"group\"");
    below_ += 12;
    for (std::size_t i = 0; i < panels.size(); ++i) {
      const double left = margin + pitch * static_cast<double>(i % columns);
      draw(panels[i], {left, below_ + panel_height * static_cast<double>(i / columns)});
    }
    below_ += panel_height * std::ceil(static_cast<double>(panels.size()) / columns);
  }

  void draw(const Panel& panel, SvgPoint at) {
    svg_ += fmt::format("<g><title>{}: {}</title>\n", xml_text(panel.name), xml_text(panel.note));
    svg_ += svg_text({at.x, at.y + 12}, cut_text(panel.name, title_letters), "class=\"name\"");
    svg_ += svg_text({at.x, at.y + 25}, panel.note, "class=\"small\"");
    const double floor = at.y + bars_top + bars_high;
    const auto x_of = [&](double value) {
      return at.x + plot_width * abc::place_of(panel.axis,
                                               std::clamp(value, panel.axis.low, panel.axis.high));
    };
    if (panel.band_high > panel.band_low) {
      box("band", {x_of(panel.band_low), floor - bars_high}, {x_of(panel.band_high), floor});
    }
    bars(panel, {at.x, floor});
    svg_ += svg_line({at.x, floor}, {at.x + plot_width, floor}, "class=\"axis\"");
    if (std::isfinite(panel.low))
      svg_ +=
          svg_line({x_of(panel.low), floor + 4}, {x_of(panel.high), floor + 4}, "class=\"most\"");
    if (std::isfinite(panel.today))
      svg_ += svg_line({x_of(panel.today), floor - bars_high}, {x_of(panel.today), floor + 7},
                       "class=\"default\"");
    svg_ += svg_text({at.x, floor + 18}, number(panel.axis.low), "class=\"small\"");
    svg_ += svg_text({at.x + plot_width, floor + 18}, number(panel.axis.high),
                     "class=\"small\" text-anchor=\"end\"");
    svg_ += "</g>\n";
  }

  void box(const char* kind, SvgPoint from, SvgPoint to) {
    svg_ += fmt::format(
        "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n", kind,
        from.x, from.y, to.x - from.x, to.y - from.y);
  }

  /// The accepted as bars, the prior as an outline over them, at one scale.
  void bars(const Panel& panel, SvgPoint origin) {
    const double tallest =
        std::max(*std::ranges::max_element(panel.prior), *std::ranges::max_element(panel.accepted));
    const double scale = tallest > 0 ? bars_high / tallest : 0;
    const double step = plot_width / parts;
    std::string outline;
    for (std::size_t i = 0; i < parts; ++i) {
      const double x = origin.x + step * static_cast<double>(i);
      const double y = origin.y - scale * panel.accepted[i];
      if (panel.accepted[i] > 0) box("bar", {x, y}, {x + step - 0.5, origin.y});
      const double before = origin.y - scale * panel.prior[i];
      outline += fmt::format("{:.1f},{:.1f} {:.1f},{:.1f} ", x, before, x + step, before);
    }
    svg_ += fmt::format("<polyline class=\"prior\" points=\"{}\"/>\n", outline);
  }

  void footer() {
    const abc::MatchResult& result = calibration_.result;
    const abc::Wave& last = result.waves.back();
    below_ += 8;
    note(
        "Blue: accepted parameter sets, with 90% of it as a line below. Grey "
        "outline: "
        "draws from the prior. Dashed orange: today's defaults. Green: the band that a pattern "
        "asks "
        "for. What lies beyond an axis is in its last bar.");
    note(fmt::format("{} evaluations in {} waves after the first draws; {} sets match every band.",
                     result.evaluations.size(), result.waves.size() - 1, last.matched));
    for (const std::string& each : repeat_) note(each);
    below_ += 14;
  }

  void note(const std::string& text) {
    below_ += 3;
    for (const std::string& line : lines_of(text, footer_letters, 0)) {
      below_ += 14;
      svg_ += svg_text({margin, below_}, cut_text(line, footer_letters), "class=\"small\"");
    }
  }

  const Calibration& calibration_;
  const std::vector<std::string>& repeat_;
  std::string svg_;
  double below_ = 0;  ///< where the next element goes
};

}  // namespace

std::string calibration_plot(const Calibration& calibration,
                             const std::vector<std::string>& repeat) {
  return Picture(calibration, repeat).text();
}

}  // namespace clout::cli
