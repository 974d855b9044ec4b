#include "sim/cli/sweep_report.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/figure_named.hpp"
#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "analysis/report/sweep_discovery.hpp"
#include "sim/cli/compare_panels.hpp"
#include "sim/cli/discover_output.hpp"
#include "sim/cli/report_frame.hpp"
#include "sim/cli/report_html.hpp"
#include "sim/cli/report_sections.hpp"
#include "sim/cli/sweep_chart.hpp"
#include "sim/cli/sweep_output.hpp"
#include "sim/cli/sweep_repeat.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

/// A page of more points would grow too large; all of them are in the file.
constexpr std::size_t most_rows = 400;
constexpr std::size_t most_boxes = 2;

std::string code(const std::string& text) { return "<code>" + xml_text(text) + "</code>"; }

std::string arm_name(const SweepReport& report, std::size_t arm) {
  return fmt::format("<span class=\"key {}\"></span>{}", sweep_arm_style(arm),
                     xml_text(report.sweep.study.arms[arm].name));
}

std::string replicates(const SweepReport& report) {
  const std::size_t count = report.sweep.replicates.size();
  return fmt::format("{} replicate{}", count, count == 1 ? "" : "s");
}

std::string points_of(const SweepReport& report, std::size_t count) {
  return fmt::format("{} of {}", count, report.sweep.points());
}

std::size_t settled_points(const SweepReport& report) {
  return static_cast<std::size_t>(
      std::ranges::count_if(report.summary.points, &report::PointSummary::settled));
}

/// Of one arm there is no winner to tell.
bool rivals(const SweepReport& report) { return report.sweep.study.arms.size() > 1; }

std::vector<std::string> cautions(const SweepReport& report) {
  std::vector<std::string> said;
  const std::size_t open = report.sweep.points() - settled_points(report);
  if (report.sweep.replicates.size() < 2) {
    said.push_back("One replicate decides nothing: there is no interval anywhere on this page.");
  } else if (rivals(report) && open > 0) {
    said.push_back(fmt::format(
        "At {} it is open who wins: the chance of the best arm is below {:.0f}%, or several share "
        "the first place. More replicates settle more points.",
        points_of(report, open) + " points", 100 * report::settled_chance));
  }
  said.push_back(
      "What lies between the points was not run; the chances are for each point alone, not for all "
      "of them together.");
  said.push_back(
      "Intervals and chances cover the luck of replicates on one graph, not what is assumed about "
      "the market.");
  return said;
}

std::string verdict(const SweepReport& report) {
  const bool settled = !rivals(report) || settled_points(report) == report.sweep.points();
  std::string html = fmt::format("<div class=\"answer{}\">\n", settled ? "" : " open");
  html += html_paragraph(report.summary.said.answer, "sentence");
  if (!report.summary.said.where.empty()) html += html_paragraph(report.summary.said.where);
  if (rivals(report)) {
    html += html_paragraph(
        fmt::format("Settled at {} points: a chance of {:.0f}% or more there, {} each.",
                    points_of(report, settled_points(report)), 100 * report::settled_chance,
                    replicates(report)),
        "sure");
  }
  const std::string flips =
      report::flips_text(report.sweep, sweep_flips(report.sweep, report.summary));
  if (!flips.empty()) html += html_paragraph(flips);
  html += "</div>\n<h3>Before you rely on it</h3>\n<ul class=\"caveats\">\n";
  for (const std::string& each : cautions(report)) html += "<li>" + xml_text(each) + "</li>\n";
  return html + "</ul>\n";
}

std::string best_cell(const SweepReport& report, std::size_t point) {
  const report::PointSummary& about = report.summary.points[point];
  if (about.best) return arm_name(report, *about.best);
  return about.tied ? "tie" : "n/a";
}

std::string chance_cell(const SweepReport& report, std::size_t point) {
  const report::PointSummary& about = report.summary.points[point];
  if (!about.best || std::isnan(about.chance[*about.best])) return "n/a";
  return xml_text(report::chance_text(about.chance[*about.best]));
}

std::vector<std::string> setting_heads(const SweepReport& report) {
  std::vector<std::string> heads;
  const std::vector<std::string> labels = report::setting_labels(report.sweep);
  for (std::size_t n = 0; n < labels.size(); ++n) {
    const store::SweptSetting& each = report.sweep.settings[n];
    heads.push_back(report::capital(xml_text(labels[n])) +
                    (each.unit == "1" || each.unit == "share" ? "" : ", " + xml_text(each.unit)) +
                    "<br><small>" + html_breakable(each.key) + "</small>");
  }
  return heads;
}

std::vector<std::string> setting_cells(const SweepReport& report, std::size_t point) {
  std::vector<std::string> cells;
  for (const store::SweptSetting& each : report.sweep.settings)
    cells.push_back(xml_text(report::value_text(each, point)));
  return cells;
}

std::vector<std::size_t> shown_points(const SweepReport& report) {
  std::vector<std::size_t> order = sorted_points(report.sweep);
  order.resize(std::min(order.size(), most_rows));
  return order;
}

/// A row for each point: what it sets, then the cells that are asked for.
HtmlTable point_table(const SweepReport& report, std::string caption, bool with_arms) {
  HtmlTable table{std::move(caption), setting_heads(report), {}};
  if (report.sweep.points() > most_rows)
    table.caption += fmt::format(" The first {} of {} points; clout sweep --csv has all of them.",
                                 most_rows, report.sweep.points());
  for (std::size_t arm = 0; with_arms && arm < report.sweep.study.arms.size(); ++arm)
    table.head.push_back(arm_name(report, arm));
  table.head.insert(table.head.end(), {"Best", "Chance of that"});
  for (const std::size_t point : shown_points(report)) {
    std::vector<std::string> row = setting_cells(report, point);
    for (std::size_t arm = 0; with_arms && arm < report.sweep.study.arms.size(); ++arm)
      row.push_back(html_value(report.summary.points[point].arms[arm], report.summary.figure.unit));
    row.push_back(best_cell(report, point));
    row.push_back(chance_cell(report, point));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// How often each arm is the best, and how often that is settled.
HtmlTable wins_table(const SweepReport& report) {
  HtmlTable table{fmt::format("How often each arm has {} on average.",
                              report::superlative(report.summary.figure)),
                  {"Arm", "Best at", "Settled at"},
                  {}};
  for (std::size_t arm = 0; arm < report.sweep.study.arms.size(); ++arm) {
    std::size_t best = 0;
    std::size_t settled = 0;
    for (const report::PointSummary& each : report.summary.points) {
      if (each.best != arm) continue;
      ++best;
      if (each.settled()) ++settled;
    }
    table.rows.push_back(
        {arm_name(report, arm), points_of(report, best), points_of(report, settled)});
  }
  const auto nobody = std::ranges::count_if(
      report.summary.points, [](const auto& each) { return !each.best.has_value(); });
  if (nobody > 0)
    table.rows.push_back({"nobody alone", points_of(report, static_cast<std::size_t>(nobody)), ""});
  return table;
}

/// For those who do not know the figures' names.
std::string explained(const report::Figure& figure) {
  const report::FigureWords words = report::figure_words(figure.name);
  return fmt::format("{}: {}.", words.title,
                     words.explanation.empty() ? figure.definition : words.explanation);
}

std::string map(const SweepReport& report) {
  const SweepChart chart = sweep_chart(report.sweep, report.summary);
  if (chart.svg.empty()) return {};
  return "<div class=\"pair\">\n<div class=\"charts\">\n" +
         html_figure(chart.svg, chart.caption,
                     point_table(report,
                                 "Points of the picture, with the arm whose mean is the best and "
                                 "the chance that its true mean is.",
                                 false)) +
         "</div>\n<div>\n" + (rivals(report) ? html_table(wins_table(report)) : std::string()) +
         html_paragraph(
             "A point is a market with these settings. In each of its replicates all arms meet the "
             "same people and the same luck: what differs there is what the arms do.") +
         html_paragraph(explained(report.summary.figure)) + "</div>\n</div>\n";
}

std::string points(const SweepReport& report) {
  return html_table(point_table(
      report,
      fmt::format("{} ({}): means over {} at each point, and below them their 95% intervals.",
                  report::figure_words(report.summary.figure.name).title,
                  axis_unit(report.summary.figure.unit), replicates(report)),
      true));
}

std::string box_table(const SweepReport& report, const report::Discovery& found) {
  const std::string& name = report.sweep.study.arms[found.arm].name;
  HtmlTable table{fmt::format("Boxes of the settings in which {} wins, each among the cases that "
                              "those before it left.",
                              name),
                  {"Box", "Coverage of its wins", "Density of wins", "Cases", "Quasi p-values"},
                  {}};
  for (const report::DiscoveredBox& box : found.boxes) {
    if (!box.shown) continue;
    std::string bounds;
    std::string quasi_p;
    for (const report::Restriction& each : box.restrictions) {
      bounds += (bounds.empty() ? "" : "<br>") + xml_text(report::capital(each.words));
      quasi_p += (quasi_p.empty() ? "" : "<br>") + xml_text(quasi_p_text(each.quasi_p));
    }
    table.rows.push_back({bounds, report::number_text(box.coverage, "share"),
                          report::number_text(box.density, "share"), std::to_string(box.cases),
                          quasi_p});
  }
  return html_table(table);
}

/// Of arms that win some cases and not all: of the others there is nothing to tell apart.
std::string boxes(const SweepReport& report) {
  std::string html;
  for (std::size_t arm = 0; arm < report.sweep.study.arms.size(); ++arm) {
    const report::Discovery found = report::discover(
        report.sweep, report.sweep.study.arms[arm].name, report.summary.figure.name, most_boxes);
    if (found.wins == 0 || found.wins == found.cases) continue;
    html += html_paragraph(found.text);
    if (found.shows_boxes()) html += box_table(report, found);
  }
  if (html.empty()) return {};
  return html_paragraph(
             "A case is a replicate of a point; an arm wins it with the best value of all arms "
             "there. Boxes are found by PRIM. Quasi p: the chance of so many wins if a bound were "
             "of no use; boxes were chosen on the same cases, and replicates of a point are alike, "
             "so it is too small.") +
         html;
}

std::string varied_table(const SweepReport& report) {
  HtmlTable table{"Settings that vary over the points; everything else is the same at all of them.",
                  {"Setting", "From", "To", "Meaning"},
                  {},
                  true};
  const std::vector<std::string> labels = report::setting_labels(report.sweep);
  for (std::size_t n = 0; n < labels.size(); ++n) {
    const store::SweptSetting& each = report.sweep.settings[n];
    const auto ends = std::visit(
        [](const auto& values) {
          const auto [low, high] = std::ranges::minmax_element(values);
          return std::pair(low - values.begin(), high - values.begin());
        },
        each.values);
    const auto cell = [&](std::ptrdiff_t point) {
      return xml_text(report::value_with_unit(each, static_cast<std::size_t>(point)));
    };
    table.rows.push_back({report::capital(xml_text(labels[n])) + "<br>" + code(each.key),
                          cell(ends.first), cell(ends.second), xml_text(each.meaning)});
  }
  return html_table(table);
}

/// What is not in the scenario.
std::string judged_by_option(const store::SweepRecord& sweep) {
  return sweep.judged_by == report::main_figure(sweep.study) ? "" : " --by " + sweep.judged_by;
}

std::string repeat(const SweepReport& report) {
  return sweep_repeat_html(report.sweep, {report.command, report.inspect,
                                          "clout sweep again.toml" + judged_by_option(report.sweep),
                                          report.summary.figure.name, ""});
}

}  // namespace

std::string sweep_report_page(const SweepReport& report) {
  const store::StudyRecord& study = report.sweep.study;
  const bool line = report.sweep.settings.size() == 1;
  return report_frame({study.title, study.question,
                       fmt::format("{} points, {} of {} days each, seed {}", report.sweep.points(),
                                   replicates(report), study.days, study.seed)},
                      {{"verdict", "The answer", verdict(report)},
                       {"map", line ? "Arm by arm" : "Who wins where", map(report)},
                       {"boxes", "When an arm wins", boxes(report)},
                       {"points", "All points", points(report)},
                       {"assumptions", "What is assumed",
                        varied_table(report) +
                            assumptions_html(study, cautions(report), setting_keys(report.sweep))},
                       {"repeat", "How to repeat it", repeat(report)}},
                      "docs/sweep.md");
}

}  // namespace clout::cli
