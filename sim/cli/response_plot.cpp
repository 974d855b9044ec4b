// A picture of response curves: bands over replicates, fits, names at the ends.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/plot_axis.hpp"
#include "sim/cli/response_output.hpp"
#include "sim/cli/svg.hpp"
#include "sim/cli/wrapped_text.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using response::Curve;

constexpr double width = 900;
constexpr double margin = 20;
constexpr double left = 80;    // room for the ticks' numbers
constexpr double right = 740;  // room for the curves' names
constexpr double plot_height = 420;
constexpr double name_pitch = 17;
constexpr std::size_t title_letters = 75;  // 18 px bold, the whole width
constexpr std::size_t letters = 120;       // 13 px
constexpr std::size_t note_letters = 140;  // 11 px
constexpr int curve_steps = 120;           // of a fitted curve: smooth at this size

// Okabe & Ito's colours, apart for the colour-blind; the campaign's own roster is black.
constexpr const char* style =
    "<style>text { font: 13px 'DejaVu Sans', Verdana, sans-serif; fill: #222; }\n"
    ".title { font-size: 18px; font-weight: bold; }\n"
    ".small { font-size: 11px; fill: #555; }\n"
    ".grid { stroke: #ddd; }\n"
    ".zero { stroke: #555; }\n"
    ".now { stroke: #555; stroke-dasharray: 4 3; }\n"
    ".band { fill-opacity: 0.15; stroke: none; }\n"
    ".fit { fill: none; stroke-width: 2; }\n"
    ".name { font-weight: bold; }</style>\n";
constexpr const char* own_color = "#000000";
constexpr const char* tier_colors[] = {"#cc79a7", "#0072b2", "#009e73",
                                       "#e69f00", "#d55e00", "#56b4e9"};

std::string color_of(const Curve& curve) {
  return curve.tier ? tier_colors[market::index(*curve.tier)] : own_color;
}

class Picture {
 public:
  Picture(const TitledResponse& titled, const std::string& repeat)
      : titled_(titled), repeat_(repeat), curves_(shown(titled)) {
    std::vector<stats::MeanInterval> spent;
    std::vector<stats::MeanInterval> outcomes;
    for (const Curve* curve : curves_) {
      for (const response::CurvePoint& point : curve->points) {
        spent.push_back({point.spent.mean, point.spent.mean, point.spent.mean, 0});
        outcomes.push_back(point.outcome);
      }
    }
    across_ = axis_over(spent, large_plot_share);
    up_ = axis_over(outcomes, large_plot_share);
  }

  std::string text() {
    below_ = 12;
    paragraph(titled_.study.title, title_letters, 24, "class=\"title\"");
    below_ += 6;
    paragraph(titled_.response.next.text, letters, 18, "");
    top_ = below_ + 44;
    frame();
    for (const Curve* curve : curves_) band(*curve);
    for (const Curve* curve : curves_) fit(*curve);
    for (const Curve* curve : curves_) dots(*curve);
    names();
    below_ = bottom() + 54;
    notes();
    below_ += 14;
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1:.0f}\" "
               "width=\"{0}\" height=\"{1:.0f}\" role=\"img\">\n<title>{2}</title>\n"
               "<desc>{3}</desc>\n{4}<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
               width, below_, xml_text(titled_.study.title), xml_text(description()), style) +
           svg_ + "</svg>\n";
  }

 private:
  /// A tier whose curve is the campaign's own stands for both.
  static std::vector<const Curve*> shown(const TitledResponse& titled) {
    std::vector<const Curve*> curves;
    const std::vector<Curve>& all = titled.response.curves;
    const auto own = [&](const Curve& curve) {
      return curve.tier && response::is_own_tier(titled.campaign, *curve.tier);
    };
    const bool twice = std::any_of(all.begin(), all.end(), own);
    for (const Curve& curve : all) {
      if (curve.tier || !twice) curves.push_back(&curve);
    }
    return curves;
  }

  void paragraph(const std::string& content, std::size_t most, double line_height,
                 std::string_view attributes) {
    for (const std::string& line : lines_of(content, most, 0)) {
      below_ += line_height;
      svg_ += svg_text({margin, below_}, line, attributes);
    }
  }

  double bottom() const { return top_ + plot_height; }
  double x_of(double spent) const { return left + (right - left) * across_.at(spent); }
  double y_of(double outcome) const { return bottom() - plot_height * up_.at(outcome); }

  std::string axis_title() const {
    std::string words = outcome_words(titled_.response.measure);
    words.front() = 'I';
    return words + (titled_.response.unit == "purchases" ? "" : " (" + titled_.response.unit + ")");
  }

  void frame() {
    svg_ += svg_text({margin, top_ - 16}, axis_title(), "class=\"name\"");
    for (const double tick : up_.ticks()) {
      const double y = y_of(tick);
      svg_ += svg_line({left, y}, {right, y}, tick == 0 ? "class=\"zero\"" : "class=\"grid\"");
      svg_ += svg_text({left - 6, y + 4}, report::number_text(tick, titled_.response.unit),
                       "text-anchor=\"end\"");
    }
    for (const double tick : across_.ticks()) {
      const double x = x_of(tick);
      svg_ += svg_line({x, bottom()}, {x, bottom() + 5}, "class=\"zero\"");
      svg_ +=
          svg_text({x, bottom() + 20}, report::number_text(tick, "USD"), "text-anchor=\"middle\"");
    }
    svg_ += svg_text({(left + right) / 2, bottom() + 40}, "Spent on the campaign (USD)",
                     "class=\"name\" text-anchor=\"middle\"");
    const double now = titled_.campaign.budget_usd;
    if (now < across_.low || now > across_.high) return;
    svg_ += svg_line({x_of(now), top_}, {x_of(now), bottom()}, "class=\"now\"");
    svg_ += svg_text({x_of(now) + 4, top_ - 2}, "the campaign's budget", "class=\"small\"");
  }

  void band(const Curve& curve) {
    std::string there;
    std::string back;
    for (const response::CurvePoint& point : curve.points) {
      if (!std::isfinite(point.outcome.low)) continue;
      const double x = x_of(point.spent.mean);
      there += fmt::format("{:.1f},{:.1f} ", x, y_of(point.outcome.high));
      back = fmt::format("{:.1f},{:.1f} ", x, y_of(point.outcome.low)) + back;
    }
    if (there.empty()) return;
    svg_ += fmt::format("<polygon class=\"band\" fill=\"{}\" points=\"{}{}\"/>\n", color_of(curve),
                        there, back);
  }

  /// From nothing to the most that was spent: never beyond what was simulated.
  void fit(const Curve& curve) {
    if (!curve.fitted) return;
    std::string points;
    for (int step = 0; step <= curve_steps; ++step) {
      const double spent = curve.money.most_spent_usd * step / curve_steps;
      const double outcome = stats::value(curve.fitted->fit.curve, spent);
      points += fmt::format("{:.1f},{:.1f} ", x_of(spent), y_of(outcome));
    }
    svg_ += fmt::format("<polyline class=\"fit\" stroke=\"{}\" points=\"{}\"/>\n", color_of(curve),
                        points);
  }

  void dots(const Curve& curve) {
    for (const response::CurvePoint& point : curve.points) {
      svg_ += fmt::format(
          "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\" fill=\"{}\"><title>{}, {} USD: {}</title>"
          "</circle>\n",
          x_of(point.spent.mean), y_of(point.outcome.mean), color_of(curve), xml_text(curve.name),
          report::number_text(point.budget_usd, "USD"),
          report::interval_text(point.outcome, titled_.response.unit));
    }
  }

  /// Beside the end of each curve, moved down where names would cover each other.
  void names() {
    std::vector<const Curve*> order = curves_;
    const auto end = [](const Curve* curve) { return curve->points.back().outcome.mean; };
    std::stable_sort(order.begin(), order.end(),
                     [&](const Curve* a, const Curve* b) { return end(a) > end(b); });
    double y = -std::numeric_limits<double>::infinity();
    for (const Curve* curve : order) {
      const double at = y_of(end(curve));
      y = std::max(at, y + name_pitch);
      const double x = x_of(curve->points.back().spent.mean);
      svg_ += svg_line({x + 4, at}, {right + 8, y - 4},
                       fmt::format("stroke=\"{}\" stroke-opacity=\"0.4\"", color_of(*curve)));
      svg_ += svg_text({right + 12, y}, name_of(*curve),
                       fmt::format("class=\"name\" style=\"fill: {}\"", color_of(*curve)));
    }
  }

  std::string name_of(const Curve& curve) const {
    const bool own = curve.tier && response::is_own_tier(titled_.campaign, *curve.tier);
    return curve.name + (own ? " (own)" : "");
  }

  void note(const std::string& content) {
    below_ += 3;
    paragraph(content, note_letters, 14, "class=\"small\"");
  }

  void notes() {
    note(
        fmt::format("Dots: means over {} replicates, less the market without the campaign in the "
                    "same replicate. Bands: their 95% intervals, point by point. Lines: Hill "
                    "curves through the means. Each tier's curve: all of the money to it.",
                    titled_.response.replicates));
    note(fmt::format("{} days, seed {}; {} ({:.7}).", titled_.study.days, titled_.study.seed,
                     titled_.study.software, titled_.study.git_sha1));
    note("Again: " + repeat_);
  }

  /// What the picture shows, for those who hear it.
  std::string description() const {
    std::string words = titled_.response.next.text;
    for (const Curve* curve : curves_) {
      const response::CurvePoint& now = curve->points[curve->present];
      words += fmt::format(" {}, {} USD spent: {}.", name_of(*curve),
                           report::number_text(now.spent.mean, "USD"),
                           report::interval_text(now.outcome, titled_.response.unit));
    }
    return words;
  }

  const TitledResponse& titled_;
  const std::string& repeat_;
  std::vector<const Curve*> curves_;
  PlotAxis across_;
  PlotAxis up_;
  std::string svg_;
  double below_ = 0;  ///< where the next element goes
  double top_ = 0;    ///< of the plot
};

}  // namespace

std::string response_plot(const TitledResponse& titled, const std::string& repeat) {
  return Picture(titled, repeat).text();
}

}  // namespace clout::cli
