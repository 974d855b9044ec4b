#include "sim/cli/sweep_repeat.hpp"

#include <sstream>

#include <fmt/format.h>

#include "sim/cli/report_html.hpp"
#include "sim/cli/sweep_output.hpp"
#include "sim/cli/version.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

/// A page with more would grow too large to be sent around.
constexpr std::size_t most_bytes = 400'000;

std::string code(const std::string& text) { return "<code>" + xml_text(text) + "</code>"; }

std::string entry(const std::string& name, const std::string& value) {
  return "<dt>" + name + "</dt><dd>" + value + "</dd>\n";
}

/// One figure only, so that the page stays small.
std::string points_csv(store::SweepRecord sweep, const std::string& figure) {
  std::erase_if(sweep.figures, [&](const auto& each) { return each.name != figure; });
  std::ostringstream out;
  write_sweep_rows(sweep, out);
  return out.str();
}

}  // namespace

std::string sweep_repeat_html(const store::SweepRecord& sweep, const SweepRepeat& repeat) {
  const store::StudyRecord& study = sweep.study;
  std::string html = html_paragraph(
      "The same settings, seed and version give the same bits, on any number of threads.");
  html += "<dl>\n" + entry("This page", code(repeat.page));
  html += entry("The points", code(repeat.inspect + " > again.toml") + "<br>" + code(repeat.run));
  html += entry("Design", fmt::format("{} points ({})", sweep.points(), xml_text(sweep.design)));
  html += entry("Seed", std::to_string(study.seed));
  const std::size_t replicates = sweep.replicates.size();
  html += entry("Replicates and days",
                fmt::format("{} replicate{}, {} days after {} of warm-up", replicates,
                            replicates == 1 ? "" : "s", study.days, study.warm_up_days));
  html += entry("Hash of the settings", code(study.config_sha256));
  html += entry("Points by", xml_text(study.software) + ", commit " + code(study.git_sha1));
  html += entry("Page by", xml_text(software_name()) + ", commit " + code(git_hash())) + "</dl>\n";
  const std::string points = points_csv(sweep, repeat.figure);
  html += "<h3>Data</h3>\n<p class=\"downloads\">" + repeat.downloads +
          (repeat.downloads.empty() ? "" : " ") +
          (points.size() <= most_bytes ? html_download("points.csv", "text/csv", points) + " "
                                       : std::string()) +
          html_download("scenario.toml", "text/plain", study.resolved) + "</p>\n";
  if (points.size() > most_bytes)
    html += html_paragraph("The points are too many for this page; the file has them.");
  return html + html_details("The scenario as it was written",
                             "<pre tabindex=\"0\">" + xml_text(study.scenario) + "</pre>\n");
}

}  // namespace clout::cli
