#include "sim/cli/report_frame.hpp"

#include <fmt/format.h>

#include "sim/cli/report_html.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

/// Even a mistake in this page could load nothing and send nothing.
constexpr const char* policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

std::string head_of(const std::string& title) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<title>{}</title>\n"
      "<style id=\"chart-style\">{}</style>\n<style>{}</style>\n</head>\n",
      policy, xml_text(title), report_chart_style(), report_style());
}

}  // namespace

std::string report_frame(const PageHeading& heading, const std::vector<PageSection>& sections,
                         const std::string& methods) {
  const std::string& title = heading.asked.empty() ? heading.study : heading.asked;
  std::string links;
  std::string body;
  for (const PageSection& each : sections) {
    if (each.body.empty()) continue;
    links += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", each.id, each.title);
    body +=
        fmt::format(
            "<section id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 id=\"{0}-title\">{1}</h2>\n",
            each.id, each.title) +
        each.body + "</section>\n";
  }
  return head_of(title) +
         fmt::format(
             "<body>\n<a class=\"skip\" href=\"#verdict\">Skip to the answer</a>\n<header>\n"
             "<p class=\"eyebrow\">{}</p>\n<h1>{}</h1>\n<p class=\"dim\">{}</p>\n</header>\n"
             "<nav aria-label=\"Sections\"><ul>\n{}</ul></nav>\n<main>\n",
             xml_text(heading.study), xml_text(title), xml_text(heading.about), links) +
         body +
         fmt::format(
             "</main>\n<footer><p>Made by clout report from simulated replicates; figures and "
             "methods: {} of clout.</p></footer>\n<script>{}</script>\n</body>\n</html>\n",
             methods, report_script());
}

}  // namespace clout::cli
