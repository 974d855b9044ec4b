// Verdicts as one page: each pattern with its figures drawn against their bands.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/cli/validate_output.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using patterns::Reading;
using patterns::Verdict;

constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #59636e; --rule: #d1d9e0; --page: #fff;
  --good: #1a7f37; --bad: #cf222e; --band: #b4dfc0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1; --rule: #3d444d;
  --page: #0d1117; --good: #3fb950; --bad: #ff7b72; --band: #1f5130; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page);
  max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.05rem; margin: 0; }
section { border-top: 1px solid var(--rule); padding: 1rem 0; break-inside: avoid; }
p { margin: .3rem 0; } .dim { color: var(--dim); font-size: .9rem; }
.verdict { font-weight: 600; } .holds { color: var(--good); } .fails { color: var(--bad); }
nav { display: flex; flex-wrap: wrap; gap: .3rem; margin: 1rem 0; }
nav a { padding: .1rem .5rem; border: 1px solid currentColor; border-radius: .4rem;
  text-decoration: none; font-size: .9rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .25rem .8rem .25rem 0; vertical-align: middle; }
th { font-weight: 500; color: var(--dim); } svg { display: block; }
.band { fill: var(--band); } .interval { stroke: var(--ink); stroke-width: 2; }
.mean { fill: var(--ink); } .axis { stroke: var(--rule); }
@media print { body { margin: 0; max-width: none; font-size: 11px; } }
)css";

/// Left to right over a strip of 160 pixels; what is open ends at the strip's end.
class Strip {
 public:
  explicit Strip(const Reading& reading) : reading_(reading) {
    std::vector<double> ends;
    for (const double x : {reading.band.low, reading.band.high, reading.value.low,
                           reading.value.high, reading.value.mean}) {
      if (std::isfinite(x)) ends.push_back(x);
    }
    if (ends.empty()) ends.push_back(0);
    const auto [low, high] = std::ranges::minmax(ends);
    const double room = high > low ? 0.15 * (high - low) : std::max(std::abs(high), 1.0);
    low_ = low - room;
    high_ = high + room;
  }

  std::string svg() const {
    const auto& [mean, low, high, count] = reading_.value;
    const double from = at(std::max(reading_.band.low, low_));
    const double to = at(std::min(reading_.band.high, high_));
    std::string text =
        fmt::format(R"(<svg width="160" height="18" viewBox="0 0 160 18" aria-hidden="true">)"
                    R"(<line class="axis" x1="0" y1="9" x2="160" y2="9"/>)"
                    R"(<rect class="band" x="{:.1f}" y="2" width="{:.1f}" height="14"/>)",
                    from, std::max(to - from, 2.0));
    if (std::isfinite(low) && std::isfinite(high))
      text += fmt::format(R"(<line class="interval" x1="{:.1f}" y1="9" x2="{:.1f}" y2="9"/>)",
                          at(low), at(high));
    if (std::isfinite(mean))
      text += fmt::format(R"(<circle class="mean" cx="{:.1f}" cy="9" r="4"/>)", at(mean));
    return text + "</svg>";
  }

 private:
  double at(double x) const { return 160 * (x - low_) / (high_ - low_); }

  const Reading& reading_;
  double low_;
  double high_;
};

std::string verdict_words(bool good) {
  return good ? R"(<span class="verdict holds">holds</span>)"
              : R"(<span class="verdict fails">fails</span>)";
}

std::string row(const Reading& reading, patterns::Effort effort) {
  return fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                     xml_text(reading.name), xml_text(reading_text(reading)),
                     xml_text(band_text(reading)), Strip(reading).svg(),
                     verdict_words(holds(reading, effort)));
}

std::string section(const Verdict& verdict, patterns::Effort effort) {
  const patterns::Pattern& pattern = verdict.pattern;
  std::string text = fmt::format(
      "<section id=\"{}\">\n<h2>{} {} {}</h2>\n<p class=\"dim\">{} (grade {}){}</p>\n", pattern.id,
      pattern.id, xml_text(pattern.finding), verdict_words(verdict.holds), xml_text(pattern.source),
      xml_text(pattern.grade), pattern.calibrated_on ? ", seen by calibration" : "");
  text += fmt::format("<p class=\"dim\">Published: {}. Must hold: {}.</p>\n",
                      xml_text(pattern.published), xml_text(pattern.criterion));
  text +=
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures of " +
      std::string(pattern.id) +
      "\"><table><thead><tr><th>Figure</th><th>Ours, 95% interval</th><th>Band</th><th>Drawn</th>"
      "<th>Verdict</th></tr></thead><tbody>\n";
  for (const Reading& each : verdict.evidence.readings) text += row(each, effort);
  text += "</tbody></table></div>\n";
  if (!verdict.evidence.note.empty()) text += "<p>" + xml_text(verdict.evidence.note) + "</p>\n";
  return text + "</section>\n";
}

}  // namespace

std::string validation_html(std::span<const Verdict> verdicts, const ValidationHeading& heading) {
  std::string text = fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>clout: patterns of the literature</title>\n<style>{}</style></head><body><main>\n",
      style);
  text += fmt::format("<h1>{}</h1>\n", xml_text(validation_summary(verdicts)));
  text += fmt::format(
      "<p>Each pattern is a published finding, run as an experiment on the model at one set of "
      "parameters ({}), seed {}{}. The green band is what must come out, the line the 95% interval "
      "over seeds.</p>\n<p class=\"dim\">{}, <code>{}</code></p>\n<nav aria-label=\"Patterns\">",
      xml_text(heading.parameters), heading.seed,
      heading.effort == patterns::Effort::quick ? ", in a quick run with wider tolerance" : "",
      xml_text(heading.version), xml_text(heading.command));
  for (const Verdict& each : verdicts) {
    text += fmt::format("<a class=\"{}\" href=\"#{}\">{} {}</a>", each.holds ? "holds" : "fails",
                        each.pattern.id, each.pattern.id, each.holds ? "holds" : "fails");
  }
  text += "</nav>\n";
  for (const Verdict& each : verdicts) text += section(each, heading.effort);
  return text + "</main></body></html>\n";
}

}  // namespace clout::cli
