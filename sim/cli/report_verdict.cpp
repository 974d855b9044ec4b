// The answer, how sure it is, and what to know before believing it.
#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

using report::Standing;

constexpr std::size_t most_caveats = 3;

std::string sure(const ReportInput& input) {
  switch (input.verdict.standing) {
    case Standing::nothing:
      return "Nothing to decide";
    case Standing::one_arm:
      return "One arm: nothing to compare with";
    case Standing::one_replicate:
      return "One replicate: nothing is decided";
    case Standing::same:
      return "No difference in any replicate";
    case Standing::open:
    case Standing::settled:
      break;
  }
  const report::Comparison& comparison = input.comparison;
  const auto& best = comparison.figures[comparison.judged_by].arms[input.verdict.best].win;
  return fmt::format("{}, {}; chance that {} has the best mean: {}, that it wins a further run: {}",
                     input.verdict.standing == Standing::settled ? "Settled at 95%" : "Open at 95%",
                     replicates_text(input), comparison.arms[input.verdict.best].label,
                     report::chance_text(best.mean_is_best),
                     report::chance_text(best.wins_further));
}

}  // namespace

std::string verdict_section(const ReportInput& input) {
  // The first sentence is the answer; what follows says how far it carries.
  const std::string& text = input.verdict.text;
  const std::size_t end = first_sentence(text);
  const bool settled = input.verdict.standing == Standing::settled;
  std::string html = fmt::format("<div class=\"answer{}\">\n", settled ? "" : " open");
  html += html_paragraph(text.substr(0, end), "sentence");
  html += html_paragraph(sure(input) + ".", "sure");
  if (end < text.size()) html += html_paragraph(text.substr(end + 1));
  html += "</div>\n<h3>Before you rely on it</h3>\n<ul class=\"caveats\">\n";
  // The last caveat is about every study; it is never the one that is left out.
  const std::vector<std::string> caveats = report::caveats(input.comparison);
  for (std::size_t i = 0; i < caveats.size(); ++i) {
    if (i + 1 < most_caveats || i + 1 == caveats.size())
      html += "<li>" + xml_text(caveats[i]) + "</li>\n";
  }
  return html + "</ul>\n";
}

}  // namespace clout::cli
