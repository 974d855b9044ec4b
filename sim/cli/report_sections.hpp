// What stands in a report, section by section. A section that has nothing to say is left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/history.hpp"
#include "analysis/report/verdict.hpp"
#include "sim/cli/report_chart.hpp"
#include "sim/cli/report_html.hpp"

namespace clout::cli {

/// What all sections are made from: one study.
struct ReportInput {
  report::Comparison comparison;  ///< of exactly one study
  report::Histories histories;
  report::Verdict verdict;
  std::string command;  ///< what a user types to get the page again
  std::string inspect;  ///< and to get the scenario: "clout inspect out.h5 --config"
};

/// A section of the page: its heading and how its HTML is made; empty HTML: it is left out.
struct ReportSection {
  const char* id;
  const char* title;
  std::string (*body)(const ReportInput&);
};

std::string verdict_section(const ReportInput& input);
std::string scorecard_section(const ReportInput& input);
std::string why_section(const ReportInput& input);
std::string days_section(const ReportInput& input);
std::string saturation_section(const ReportInput& input);
std::string risk_section(const ReportInput& input);
std::string differences_section(const ReportInput& input);
std::string assumptions_section(const ReportInput& input);
std::string repeat_section(const ReportInput& input);

/// The settings of a study with their grades, and cautions, one sentence each. varied: keys of
/// settings that a sweep sets at each point, which are told elsewhere, like the sweep's own.
std::string assumptions_html(const store::StudyRecord& record,
                             const std::vector<std::string>& cautions,
                             const std::vector<std::string>& varied = {});

/// "3 replicates"
std::string replicates_text(const ReportInput& input);

/// What marks stand for: "means over 3 replicates, bars their 95% intervals"; what intervals there
/// are not is not promised.
std::string means_text(const ReportInput& input, std::string_view intervals);

/// The study's own heading and settings.
const store::StudyRecord& study_of(const ReportInput& input);

/// Whether campaigns run in an arm.
bool has_campaign(const ReportInput& input, std::size_t arm);

/// Classes of an arm in the style sheet: its colour, dashes for an eighth arm and further ones,
/// bold for one that is settled to be the best. "idle" without campaigns.
std::string arm_style(const ReportInput& input, std::size_t arm);

/// The same without a word on who is the best.
std::string arm_colour(const ReportInput& input, std::size_t arm);

/// The arm's name with its colour, as a table's first cell.
std::string arm_cell(const ReportInput& input, std::size_t arm);

/// "micro"
std::string tier_name(std::size_t tier);

/// Whether the market has influencers of the tier with followers, in every replicate.
bool in_market(const report::Histories& histories, std::size_t tier);

/// Times a number, with its interval. Changes in trust and suspicion, which go from 0 to 1, are
/// told in thousandths.
stats::MeanInterval scaled(stats::MeanInterval value, double scale);

/// The figure of that name; every report has it.
const report::ComparedFigure& figure_named(const ReportInput& input, const char* name);

}  // namespace clout::cli
