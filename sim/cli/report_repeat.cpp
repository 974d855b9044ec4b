// How to get the same numbers again, and all of them as files.
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/csv_field.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/version.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

void add_series(const ReportInput& input, std::size_t arm, const std::string& measure,
                const report::DailySeries& series, std::string& csv) {
  for (std::size_t i = 0; i < series.size(); ++i) {
    const stats::MeanInterval& value = series[i];
    csv += fmt::format("{},{},{},{},{:.6g},{:.6g},{:.6g}\n",
                       csv_field(input.comparison.arms[arm].label), measure,
                       input.histories.days[i], value.count, value.mean, value.low, value.high);
  }
}

/// What the charts over days show. Numbers have six digits, and "nan" where there is none.
std::string daily_csv(const ReportInput& input) {
  std::string csv = "arm,measure,days,replicates,mean,low,high\n";
  if (input.histories.arms.empty()) return csv;
  for (std::size_t arm = 0; arm < input.comparison.arms.size(); ++arm) {
    const report::Histories& histories = input.histories;
    add_series(input, arm, "first_purchases", daily_series(histories, arm, report::customers_level),
               csv);
    add_series(input, arm, "reached", daily_series(histories, arm, report::reached_level), csv);
    for (std::size_t tier = 0; tier < market::tiers; ++tier)
      add_series(input, arm, "trust." + std::string(choice_names<market::Tier>[tier]),
                 daily_series(histories, arm, report::trust_level, std::nullopt, tier), csv);
  }
  return csv;
}

/// The usual figures only, so that the page stays small; the CSV has all.
report::Comparison usual_figures(const report::Comparison& all) {
  report::Comparison usual = all;
  usual.figures.clear();
  for (std::size_t i = 0; i < all.figures.size(); ++i) {
    if (i == all.judged_by) usual.judged_by = usual.figures.size();
    if (i == all.judged_by || is_shown(all, all.figures[i], false))
      usual.figures.push_back(all.figures[i]);
  }
  return usual;
}

std::string entry(const std::string& name, const std::string& value) {
  return "<dt>" + name + "</dt><dd>" + value + "</dd>\n";
}

std::string code(const std::string& text) { return "<code>" + xml_text(text) + "</code>"; }

}  // namespace

std::string repeat_section(const ReportInput& input) {
  const store::StudyRecord& study = study_of(input);
  std::string html = html_paragraph(
      "The same settings, seed and version give the same bits, on any number of threads.");
  html += "<dl>\n" + entry("This page", code(input.command));
  html += entry("The outcomes",
                code(input.inspect + " > again.toml") + "<br>" + code("clout run again.toml"));
  html += entry("Seed", std::to_string(study.seed));
  html += entry("Replicates and days",
                fmt::format("{} of {} planned, {} days after {} of warm-up",
                            input.comparison.studies.front().replicates, study.planned_replicates,
                            study.days, study.warm_up_days));
  html += entry("Market",
                fmt::format("{} accounts of {:.6g} people, {} follows; {}", study.accounts,
                            study.people_per_agent, study.follows, xml_text(study.graph_origin)));
  html += entry("Hash of the settings", code(study.config_sha256));
  html += entry("Outcomes by", xml_text(study.software) + ", commit " + code(study.git_sha1));
  html += entry("Page by", xml_text(software_name()) + ", commit " + code(git_hash())) + "</dl>\n";
  html += "<h3>Data</h3>\n<p class=\"downloads\">" +
          html_download("figures.csv", "text/csv", compare_csv(input.comparison)) + " " +
          html_download("usual-figures.json", "application/json",
                        boost::json::serialize(compare_json(usual_figures(input.comparison)))) +
          " " + html_download("days.csv", "text/csv", daily_csv(input)) + " " +
          html_download("scenario.toml", "text/plain", study.resolved) + "</p>\n";
  return html + html_details("The scenario as it was written",
                             "<pre tabindex=\"0\">" + xml_text(study.scenario) + "</pre>\n");
}

}  // namespace clout::cli
