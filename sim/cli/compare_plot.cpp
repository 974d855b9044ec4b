#include "sim/cli/compare_plot.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/verdict.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/compare_panels.hpp"
#include "sim/cli/plot_axis.hpp"
#include "sim/cli/svg.hpp"
#include "sim/cli/wrapped_text.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using report::Comparison;
using stats::MeanInterval;

constexpr double width = 900;
constexpr double margin = 20;
constexpr double labels_width = 172;  // of the arms' names
constexpr double number_width = 58;   // beside each plot
constexpr double gap = 14;            // between panels
constexpr double row_height = 46;
constexpr double end_room = 7;  // so that a dot at an end of the axis stays in its plot

// How many letters of DejaVu Sans, a wide font, go into a line of so many pixels.
constexpr std::size_t title_letters = 75;     // 18 px bold, the whole width
constexpr std::size_t verdict_letters = 120;  // 13 px
constexpr std::size_t footer_letters = 140;   // 11 px
constexpr std::size_t name_letters = 20;      // 13 px bold, the arms' column
constexpr std::size_t hired_letters = 25;     // 11 px
constexpr double bold_letter = 9.4;           // pixels at 13 px bold
constexpr double small_letter = 6.4;          // pixels at 11 px

// Okabe & Ito's colours, apart for the colour-blind; the best arm is larger and bold besides.
constexpr const char* style =
    "<style>text { font: 13px 'DejaVu Sans', Verdana, sans-serif; fill: #222; }\n"
    ".title { font-size: 18px; font-weight: bold; }\n"
    ".group { font-size: 14px; font-weight: bold; fill: #0072b2; }\n"
    ".bold { font-weight: bold; }\n"
    ".small { font-size: 11px; fill: #555; }\n"
    ".band { fill: #f4f4f4; }\n"
    ".grid { stroke: #ccc; }\n"
    ".zero { stroke: #555; stroke-width: 1.5; }\n"
    ".rule { stroke: #0072b2; stroke-width: 1.5; }\n"
    ".arm { stroke: #0072b2; fill: #0072b2; stroke-width: 2; }\n"
    ".idle { stroke: #767676; fill: #767676; stroke-width: 2; }\n"
    ".best { stroke: #d55e00; fill: #d55e00; stroke-width: 4; }</style>\n";

/// The questions of the studies, each once; their titles where there is no question.
std::string title_of(const Comparison& comparison) {
  std::vector<std::string> asked;
  for (const report::StudyHeading& each : comparison.studies) {
    const std::string& text = each.study.question.empty() ? each.study.title : each.study.question;
    if (std::find(asked.begin(), asked.end(), text) == asked.end()) asked.push_back(text);
  }
  std::string title;
  for (const std::string& each : asked) title += (title.empty() ? "" : " ") + each;
  return title;
}

/// "2.00k (1.16k .. 2.84k) people"
std::string spoken(const MeanInterval& value, const std::string& unit) {
  const bool defined = std::isfinite(value.mean);
  return report::interval_text(value, unit) + (defined ? report::unit_text(unit) : "");
}

class Picture {
 public:
  Picture(const Comparison& comparison, const std::vector<std::string>& repeat)
      : comparison_(comparison),
        verdict_(report::judge(comparison)),
        panels_(compare_panels(comparison)),
        repeat_(repeat) {}

  std::string text() {
    head();
    panel_headings();
    bands();
    for (std::size_t panel = 0; panel < panels_.size(); ++panel) draw(panel);
    below_ += row_height * static_cast<double>(comparison_.arms.size()) + 30;
    footer();
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1:.0f}\" "
               "width=\"{0}\" height=\"{1:.0f}\" role=\"img\">\n<title>{2}</title>\n"
               "<desc>{3}</desc>\n{4}<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
               width, below_, xml_text(title_of(comparison_)), xml_text(description()), style) +
           svg_ + "</svg>\n";
  }

 private:
  /// Lines of text below what is drawn so far.
  void paragraph(const std::string& text, std::size_t letters, double line_height,
                 std::string_view attributes) {
    for (const std::string& line : lines_of(text, letters, 0)) {
      below_ += line_height;
      svg_ += svg_text({margin, below_}, cut_text(line, letters), attributes);
    }
  }

  void head() {
    below_ = 12;
    paragraph(title_of(comparison_), title_letters, 24, "class=\"title\"");
    below_ += 6;
    paragraph(verdict_.text, verdict_letters, 18, "");
  }

  double pitch() const {
    return (width - 2 * margin - labels_width + gap) / static_cast<double>(panels_.size());
  }
  double left_of(std::size_t panel) const {
    return margin + labels_width + pitch() * static_cast<double>(panel);
  }
  double plot_width() const { return pitch() - gap - number_width; }

  /// What came out and why, then each figure in words; all panels start at the same height.
  void panel_headings() {
    const double top = below_ + 34;
    double lowest = top;
    for (std::size_t i = 0; i < panels_.size(); ++i) {
      const ComparePanel& panel = panels_[i];
      const double x = left_of(i);
      if (i == 0 || panel.outcome != panels_[i - 1].outcome) {
        svg_ += svg_text({x, top}, panel.outcome ? "What came out" : "Why", "class=\"group\"");
      }
      const bool last_of_group = i + 1 == panels_.size() || panel.outcome != panels_[i + 1].outcome;
      const double end = x + pitch() - (last_of_group ? gap : 0);
      svg_ += svg_line({x, top + 7}, {end, top + 7}, "class=\"rule\"");
      lowest = std::max(lowest, heading(panel, {x, top + 8}));
    }
    below_ = lowest + 10;
  }

  /// Returns the height of its last line.
  double heading(const ComparePanel& panel, SvgPoint at) {
    const double room = pitch() - gap;
    const auto letters = static_cast<std::size_t>(room / bold_letter);
    for (const std::string& line : lines_of(panel.title, letters, 0))
      svg_ += svg_text({at.x, at.y += 18}, cut_text(line, letters), "class=\"bold\"");
    const auto small_letters = static_cast<std::size_t>(room / small_letter);
    for (const std::string& line : lines_of(panel.explanation, small_letters, 0))
      svg_ += svg_text({at.x, at.y += 14}, cut_text(line, small_letters), "class=\"small\"");
    return at.y;
  }

  double row_top(std::size_t arm) const { return below_ + row_height * static_cast<double>(arm); }

  bool is_best(std::size_t arm) const {
    return verdict_.standing == report::Standing::settled && arm == verdict_.best;
  }

  /// Names of the arms, with whom they hired, on bands that lead the eye to the last panel.
  void bands() {
    for (std::size_t arm = 0; arm < comparison_.arms.size(); ++arm) {
      const double top = row_top(arm);
      if (arm % 2 == 0) {
        svg_ += fmt::format(
            "<rect class=\"band\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>\n",
            margin - 8, top, width - 2 * margin + 16, row_height);
      }
      arm_label(arm, top);
    }
  }

  void arm_label(std::size_t arm, double top) {
    const report::ComparedArm& about = comparison_.arms[arm];
    const std::string hired = "hired " + hired_text(about);
    svg_ += fmt::format("<g><title>{}: {}</title>\n", xml_text(about.label), xml_text(hired));
    std::vector<std::string> lines = lines_of(hired, hired_letters, 0);
    if (lines.size() > 2) {
      lines[1] += " and more";
      lines.resize(2);
    }
    SvgPoint at{margin, top + (lines.size() == 1 ? 21 : 15)};
    svg_ += svg_text(at, cut_text(about.label, name_letters), is_best(arm) ? "class=\"bold\"" : "");
    for (const std::string& line : lines)
      svg_ += svg_text({at.x, at.y += 13}, cut_text(line, hired_letters), "class=\"small\"");
    svg_ += "</g>\n";
  }

  void draw(std::size_t panel) {
    const ComparePanel& shown = panels_[panel];
    const PlotAxis axis = axis_over(shown.arms);
    const double bottom = row_top(comparison_.arms.size());
    const auto x_of = [&](double value) {
      return left_of(panel) + end_room + axis.at(value) * (plot_width() - 2 * end_room);
    };
    svg_ += fmt::format("<g><title>{}: {}</title>\n", xml_text(shown.title),
                        xml_text(shown.definition));
    for (const double tick : axis.ticks()) {
      const double x = x_of(tick);
      svg_ +=
          svg_line({x, below_}, {x, bottom + 4}, tick == 0 ? "class=\"zero\"" : "class=\"grid\"");
      svg_ += svg_text({x, bottom + 18}, report::number_text(tick, shown.unit, 2),
                       "class=\"small\" text-anchor=\"middle\"");
    }
    for (std::size_t arm = 0; arm < shown.arms.size(); ++arm) mark(shown, panel, arm, x_of);
    svg_ += "</g>\n";
  }

  /// One arm's dot, line and number.
  template <typename Place>
  void mark(const ComparePanel& panel, std::size_t panel_number, std::size_t arm, Place x_of) {
    const MeanInterval& value = panel.arms[arm];
    const double y = row_top(arm) + row_height / 2;
    const SvgPoint beside{left_of(panel_number) + plot_width() + 6, y};
    svg_ += fmt::format("<g class=\"{}\"><title>{}: {}</title>\n", class_of(arm),
                        xml_text(comparison_.arms[arm].label), spoken(value, panel.unit));
    if (!std::isfinite(value.mean)) {
      svg_ += svg_text({beside.x, y + 4}, "n/a", "class=\"small\" stroke=\"none\"") + "</g>\n";
      return;
    }
    const bool spread = std::isfinite(value.low) && value.high > value.low;
    if (spread) svg_ += svg_line({x_of(value.low), y}, {x_of(value.high), y}, "");
    svg_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/>\n", x_of(value.mean), y,
                        is_best(arm) ? 5.5 : 4.5);
    svg_ +=
        svg_text({beside.x, spread ? y - 1 : y + 4}, report::number_text(value.mean, panel.unit),
                 is_best(arm) ? "class=\"bold\" stroke=\"none\"" : "stroke=\"none\"");
    if (spread) {
      svg_ += svg_text({beside.x, y + 13},
                       "\u00B1" + report::number_text(value.high - value.mean, panel.unit, 2),
                       "class=\"small\" stroke=\"none\"");
    }
    svg_ += "</g>\n";
  }

  bool is_idle(std::size_t arm) const {
    const report::ComparedArm& about = comparison_.arms[arm];
    return comparison_.studies[about.study].study.arms[about.arm].campaigns.empty();
  }

  const char* class_of(std::size_t arm) const {
    if (is_best(arm)) return "best";
    return is_idle(arm) ? "idle" : "arm";
  }

  void footer() {
    const report::Figure& judged = comparison_.figures[comparison_.judged_by].figure;
    std::string key = "Dot: mean. Line and \u00B1: its 95% interval over replicates.";
    bool grey = false;
    for (std::size_t arm = 0; arm < comparison_.arms.size(); ++arm) grey = grey || is_idle(arm);
    if (grey) key += " Grey: no campaign.";
    if (verdict_.standing == report::Standing::settled)
      key += " Orange and bold: settled to be the best by " + judged.name + ".";
    note(key);
    note("n/a: not defined, or the replicates do not tell.");
    note(fmt::format("{}: {}.", judged.name, judged.definition));
    for (const report::StudyHeading& each : comparison_.studies) {
      note(fmt::format("{}{}; {} ({:.7}).",
                       comparison_.studies.size() > 1 ? each.label + ": " : std::string(),
                       heading_text(each), each.study.software, each.study.git_sha1));
    }
    for (const std::string& each : report::caveats(comparison_)) note(each);
    for (const std::string& each : repeat_) note(each);
    below_ += 14;
  }

  void note(const std::string& text) {
    below_ += 3;
    paragraph(text, footer_letters, 14, "class=\"small\"");
  }

  /// What the picture shows, for those who hear it.
  std::string description() const {
    std::string text = verdict_.text;
    for (const ComparePanel& panel : panels_) {
      text += fmt::format(" {}, {}:", panel.title, panel.explanation);
      for (std::size_t arm = 0; arm < panel.arms.size(); ++arm) {
        text += fmt::format("{} {} {}", arm == 0 ? "" : ";", comparison_.arms[arm].label,
                            spoken(panel.arms[arm], panel.unit));
      }
      text += ".";
    }
    return text;
  }

  const Comparison& comparison_;
  report::Verdict verdict_;
  std::vector<ComparePanel> panels_;
  const std::vector<std::string>& repeat_;
  std::string svg_;
  double below_ = 0;  ///< where the next element goes
};

}  // namespace

std::string compare_plot(const Comparison& comparison, const std::vector<std::string>& repeat) {
  return Picture(comparison, repeat).text();
}

}  // namespace clout::cli
