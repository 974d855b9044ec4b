#include "sim/cli/sensitivity_report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "analysis/sensitivity/weights.hpp"
#include "sim/cli/report_frame.hpp"
#include "sim/cli/report_html.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/sensitivity_chart.hpp"
#include "sim/cli/sensitivity_output.hpp"
#include "sim/cli/sweep_repeat.hpp"
#include "sim/cli/xml_text.hpp"
#include "sim/scenario/settings.hpp"

namespace clout::cli {

namespace {

using sensitivity::Method;
using stats::MeanInterval;

/// Fewer trajectories or replicates than these leave wide intervals.
constexpr std::size_t few_trajectories = 8;
constexpr std::size_t few_replicates = 5;
constexpr std::size_t most_cautions = 3;  // beside the answer; all of them stand further below

const sensitivity::Indices& indices(const SensitivityReport& report) {
  return report.found.indices;
}

std::string unit(const SensitivityReport& report) { return report.found.outcome.figure.unit; }

std::string label(const SensitivityReport& report, std::size_t setting) {
  return xml_text(report::setting_labels(report.sweep)[setting]);
}

/// What people call it, and below it what a scenario does.
std::string key_cell(const SensitivityReport& report, std::size_t setting) {
  return label(report, setting) + "<br><small>" +
         html_breakable(report.sweep.settings[setting].key) + "</small>";
}

std::string value_text(const SensitivityReport& report, std::size_t setting, std::size_t point) {
  return xml_text(report::value_with_unit(report.sweep.settings[setting], point));
}

/// Points of a method that was run, by what one of its repetitions takes; 0: it was not.
std::size_t repetitions(const SensitivityReport& report, Method method, std::size_t points_each) {
  const auto at = sensitivity::find_block(report.found.blocks, method);
  return at ? at->block.points / points_each : 0;
}

std::size_t trajectories(const SensitivityReport& report) {
  return repetitions(report, Method::morris, report.found.settings() + 1);
}

std::size_t rows(const SensitivityReport& report) {
  return repetitions(report, Method::sobol, report.found.settings() + 2);
}

/// "By Morris' 8 trajectories": what the verdict rests on.
std::string basis(const SensitivityReport& report, Method method) {
  switch (method) {
    case Method::sobol:
      return fmt::format("By Sobol's total shares of {} rows", rows(report));
    case Method::morris:
      return fmt::format("By the mean absolute effects of {} of Morris' trajectories",
                         trajectories(report));
    case Method::pawn:
      return "By PAWN's distances of distributions";
    case Method::one_at_a_time:
    case Method::own_settings:
    case Method::variance_split:
      break;
  }
  return "By changes of one setting at a time, at the study's own settings only";
}

std::vector<std::string> cautions(const SensitivityReport& report) {
  std::vector<std::string> said;
  const std::size_t replicates = report.sweep.replicates.size();
  const std::size_t runs = trajectories(report);
  if (replicates < 2) {
    said.emplace_back("One replicate says nothing of chance.");
  } else if (replicates < few_replicates && !indices(report).one_at_a_time.empty()) {
    said.push_back(
        fmt::format("{} replicates leave wide intervals where one setting moves alone; "
                    "more can be added to the same file.",
                    replicates));
  }
  if (runs > 0 && runs <= few_trajectories)
    said.push_back(
        fmt::format("{} trajectories tell the order of the settings, not exact sizes; "
                    "more can be added to the same file.",
                    runs));
  said.emplace_back(
      "Ranges are ranges, not chances: nothing here says how likely a value is, and a wider range "
      "of one setting makes it weigh more.");
  said.emplace_back(
      "Settings that do not vary here are not cleared by it: the page is about those it lists.");
  said.emplace_back(
      "Intervals are for each setting by itself; of twenty without effect one may seem to have "
      "some.");
  return said;
}

/// What decides, setting by setting, and the names of what hardly matters.
std::string weights_html(const SensitivityReport& report, const sensitivity::Weights& weights) {
  std::string html;
  if (!weights.deciding.empty()) html += "<ul class=\"caveats\">\n";
  for (const std::size_t n : weights.deciding)
    html += "<li><b>" + label(report, n) + "</b>: " + xml_text(report.sweep.settings[n].meaning) +
            "</li>\n";
  if (!weights.deciding.empty()) html += "</ul>\n";
  if (weights.idle.empty()) return html;
  html += "<p>What hardly matters: ";
  for (const std::size_t n : weights.idle)
    html += (n == weights.idle.front() ? "" : ", ") + label(report, n);
  return html + ".</p>\n";
}

std::string verdict(const SensitivityReport& report) {
  const auto weights = weights_of(indices(report));
  const bool settled = weights && !weights->deciding.empty();
  std::string html = fmt::format("<div class=\"answer{}\">\n", settled ? "" : " open");
  html += html_paragraph(verdict_text(report.sweep, report.found), "sentence");
  if (weights) {
    html += html_paragraph(
        fmt::format("{}: what decides moves it at least {:.0f}% as much as the first setting and "
                    "is shown to have an effect; what hardly matters, at most {:.0f}%.",
                    basis(report, weights->method), 100 * sensitivity::deciding_share,
                    100 * sensitivity::idle_share),
        "sure");
    html += weights_html(report, *weights);
  }
  html += "</div>\n<h3>Method by method</h3>\n<ul class=\"caveats\">\n";
  for (const std::string& each : summary_parts(report.sweep, report.found))
    html += "<li>" + xml_text(each) + "</li>\n";
  html += "</ul>\n<h3>Before you rely on it</h3>\n<ul class=\"caveats\">\n";
  const std::vector<std::string> all = cautions(report);
  for (std::size_t n = 0; n < std::min(most_cautions, all.size()); ++n)
    html += "<li>" + xml_text(all[n]) + "</li>\n";
  return html + "</ul>\n";
}

/// Settings in the order of a method; empty if it was not run.
std::vector<std::size_t> order(const SensitivityReport& report, Method method) {
  return sensitivity::ranked(importance(indices(report), method));
}

std::string chart_figure(const SweepChart& chart, const HtmlTable& numbers) {
  return chart.svg.empty() ? std::string() : html_figure(chart.svg, chart.caption, numbers);
}

std::string tornado(const SensitivityReport& report) {
  HtmlTable table{"One setting at a time: change of the outcome with the setting at that value.",
                  {"Setting", "Value", "Change", "Sign of the mean"},
                  {}};
  for (const std::size_t n : order(report, Method::one_at_a_time)) {
    for (const sensitivity::Step& step : indices(report).one_at_a_time[n])
      table.rows.push_back({key_cell(report, n), value_text(report, n, step.point),
                            html_value(step.change, unit(report)),
                            step.turns ? "<b>turns</b>" : "stays"});
  }
  if (!report.found.outcome.less) {
    table.head.pop_back();
    for (auto& row : table.rows) row.pop_back();
  }
  return chart_figure(tornado_chart(report.sweep, report.found), table);
}

std::string morris(const SensitivityReport& report) {
  HtmlTable table{"Morris' effects of each setting over its whole range, most important first.",
                  {"Setting", "Mean absolute effect", "Mean effect", "Deviation"},
                  {}};
  for (const std::size_t n : order(report, Method::morris)) {
    const stats::ElementaryEffect& each = indices(report).morris[n];
    table.rows.push_back({key_cell(report, n), html_value(each.absolute, unit(report)),
                          html_value(each.mean, unit(report)),
                          report::number_text(each.deviation, unit(report))});
  }
  return chart_figure(morris_chart(report.sweep, report.found), table);
}

std::string share(const stats::Estimate& each) {
  return html_value({each.value, each.low, each.high, 0}, "share");
}

std::string sobol(const SensitivityReport& report) {
  HtmlTable table{"Sobol's shares of the variance by setting, most important first.",
                  {"Setting", "With interactions", "Alone"},
                  {}};
  for (const std::size_t n : order(report, Method::sobol)) {
    const stats::SobolIndex& each = indices(report).sobol[n];
    table.rows.push_back({key_cell(report, n), share(each.total), share(each.first)});
  }
  return chart_figure(sobol_chart(report.sweep, report.found), table);
}

std::string pawn(const SensitivityReport& report) {
  HtmlTable table{"PAWN's median distance of distributions by setting, most important first.",
                  {"Setting", "Distance", "Against luck"},
                  {}};
  for (const std::size_t n : order(report, Method::pawn)) {
    const MeanInterval& each = indices(report).pawn[n];
    table.rows.push_back({key_cell(report, n), html_value(each, "1"),
                          each.mean > indices(report).pawn_threshold ? "above" : "within"});
  }
  return chart_figure(pawn_chart(report.sweep, report.found), table);
}

std::string split(const SensitivityReport& report) {
  if (!indices(report).split) return {};
  const stats::VarianceSplit& each = *indices(report).split;
  const HtmlTable table{"Shares of the variance of one run.",
                        {"Due to", "Share"},
                        {{"settings", share(each.parameters)},
                         {"graph", share(each.graph)},
                         {"chance", share(each.chance)}}};
  return chart_figure(split_chart(report.found), table);
}

std::string charts(const std::string& made) {
  return made.empty() ? made : "<div class=\"charts\">\n" + made + "</div>\n";
}

std::string range_cell(const scenario::SweepParameter& parameter,
                       const store::SweptSetting& setting) {
  if (!parameter.values.empty()) return fmt::format("{} values", parameter.values.size());
  return fmt::format("{} to {}{}{}",
                     report::number_text(parameter.low, report::shown_unit(setting)),
                     report::number_text(parameter.high, report::shown_unit(setting)),
                     xml_text(report::unit_text(setting.unit)),
                     parameter.scale == scenario::SweepScale::log ? ", by ratios" : "");
}

/// Where the default of a setting comes from.
std::string grade_cell(const std::vector<scenario::SettingValue>& settings,
                       const std::string& key) {
  const auto at = std::ranges::find(settings, key, &scenario::SettingValue::key);
  if (at == settings.end()) return "n/a";
  return "<b>" + std::string(name_of(at->info.provenance)) + "</b>: " + xml_text(at->info.source);
}

std::string varied(const SensitivityReport& report) {
  HtmlTable table{
      "Settings that vary, with the study's own value and the range that was tried; everything "
      "else is the same at all points.",
      {"Setting", "Own value", "Tried", "Meaning", "Grade and source of the default"},
      {},
      true};
  const std::vector<scenario::SettingValue> settings = settings_of(report.found.study);
  for (std::size_t n = 0; n < report.found.settings(); ++n) {
    const store::SweptSetting& each = report.sweep.settings[n];
    table.rows.push_back({key_cell(report, n), value_text(report, n, 0),
                          range_cell(report.found.study.sweep.parameters[n], each),
                          xml_text(each.meaning), grade_cell(settings, each.key)});
  }
  return html_table(table);
}

/// The command that makes the points from the scenario of the file.
std::string run_command(const SensitivityReport& report) {
  std::string methods;
  std::string sizes;
  for (const sensitivity::Block& each : report.found.blocks) {
    if (each.method == Method::own_settings) continue;
    methods += (methods.empty() ? "" : ",") +
               std::string(sensitivity::method_names[static_cast<std::size_t>(each.method)]);
    if (each.method == Method::morris)
      sizes += fmt::format(" --trajectories {}", trajectories(report));
    if (each.method == Method::sobol) sizes += fmt::format(" --rows {}", rows(report));
    if (each.method == Method::pawn) sizes += fmt::format(" --pawn-points {}", each.points);
    if (each.method == Method::variance_split)
      sizes += fmt::format(" --split-points {} --split-graphs {}", each.points / each.graphs,
                           each.graphs);
  }
  return "clout sensitivity again.toml --method " + methods + sizes;
}

std::string repeat(const SensitivityReport& report) {
  return sweep_repeat_html(
      report.sweep,
      {report.command, report.inspect, run_command(report), report.found.outcome.figure.name,
       html_download("sensitivity.csv", "text/csv", sensitivity_csv(report.sweep, report.found))});
}

}  // namespace

std::string sensitivity_report_page(const SensitivityReport& report) {
  const store::StudyRecord& study = report.sweep.study;
  const std::size_t replicates = report.sweep.replicates.size();
  return report_frame(
      {study.title, study.question,
       fmt::format("{} settings, {} points, {} replicate{} of {} days each, seed {}",
                   report.found.settings(), report.sweep.points(), replicates,
                   replicates == 1 ? "" : "s", study.days, study.seed)},
      {{"verdict", "The answer", verdict(report)},
       {"effects", "What moves it", charts(tornado(report) + morris(report))},
       {"spread", "What its spread is due to",
        charts(sobol(report) + pawn(report) + split(report))},
       {"varied", "What was varied", varied(report)},
       {"assumptions", "What is assumed", assumptions_html(study, cautions(report))},
       {"repeat", "How to repeat it", repeat(report)}},
      "docs/sensitivity.md");
}

}  // namespace clout::cli
