#include "sim/cli/report_page.hpp"

#include "sim/cli/compare_output.hpp"
#include "sim/cli/report_frame.hpp"

namespace clout::cli {

namespace {

/// In the order of the page. What other kinds of studies have to say comes as further rows.
constexpr ReportSection sections[] = {
    {"verdict", "The answer", verdict_section},
    {"scorecard", "Scorecard", scorecard_section},
    {"why", "Why", why_section},
    {"days", "Over time", days_section},
    {"saturation", "Saturation", saturation_section},
    {"risk", "Risk", risk_section},
    {"differences", "What differs between arms", differences_section},
    {"assumptions", "What is assumed", assumptions_section},
    {"repeat", "How to repeat it", repeat_section},
};

}  // namespace

std::string report_page(const ReportInput& input) {
  std::vector<PageSection> made;
  for (const ReportSection& each : sections)
    made.push_back({each.id, each.title, each.body(input)});
  const store::StudyRecord& study = study_of(input);
  return report_frame({study.title, study.question, heading_text(input.comparison.studies.front())},
                      made, "docs/comparing.md");
}

}  // namespace clout::cli
