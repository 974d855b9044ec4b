#include "sim/cli/compare_output.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include <boost/json.hpp>

#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

/// Arms of these names whose customers rise by arm, in six replicates; the last one is idle.
report::Comparison comparison_of(const std::vector<std::string>& names) {
  std::vector<std::vector<double>> customers;
  for (std::size_t arm = 0; arm < names.size(); ++arm) {
    const double more = 10.0 * static_cast<double>(arm);
    customers.push_back({50 + more, 61 + more, 55 + more, 58 + 2 * more, 47 + more, 52 + more});
  }
  const auto results = tests::results_with(tests::small_study(names), customers);
  return report::compare({&results, 1});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "a table of many arms is cut into blocks of a hundred columns, each arm once in each row") {
  std::vector<std::string> names;
  for (int arm = 0; arm < 12; ++arm) names.push_back("arm-" + std::string(1, char('a' + arm)));
  const std::string table = cli::compare_table(comparison_of(names), {});
  std::size_t rows = 0;
  for (const std::string& line : lines_of(table)) {
    CHECK(line.size() <= 100);
    rows += line.starts_with("first_purchases ");
  }
  CHECK(rows == 3);
}

TEST_CASE("five arms stand side by side") {
  const std::string table = cli::compare_table(comparison_of({"a", "b", "c", "d", "nothing"}), {});
  std::size_t rows = 0;
  for (const std::string& line : lines_of(table)) rows += line.starts_with("first_purchases ");
  CHECK(rows == 1);
}

TEST_CASE("means and differences stand with half of their interval") {
  // Differences of 1000, 1200 and 1400 people: 1200 +- t(0.975, 2) 200 / sqrt(3) = 1200 +- 496.8.
  const auto results = tests::results_with(tests::small_study({"micro", "macro"}),
                                           {{1000, 1000, 1000}, {1100, 1120, 1140}});
  const std::string table = cli::compare_table(report::compare({&results, 1}), {});
  CHECK(has(table, "+1.20k +-0.50k*"));
  CHECK(has(table, "11.2k +-0.50k"));
}

TEST_CASE("an arm with a long name goes by its number, and the list of arms says which it is") {
  const std::string longest(60, 'x');
  const std::string table = cli::compare_table(comparison_of({"micro", longest}), {});
  CHECK(has(table, "2 " + longest + ":"));
  CHECK(has(table, "arm 2"));
}

TEST_CASE("what is settled is coloured by which arm it favours, and only if asked for") {
  const auto comparison = comparison_of({"micro", "macro"});
  CHECK(has(cli::compare_table(comparison, {false, true}), "\x1b[32m"));
  CHECK_FALSE(has(cli::compare_table(comparison, {false, false}), "\x1b"));
}

TEST_CASE("a return without an interval is not told") {
  auto results = tests::results_with(tests::small_study({"micro", "nothing"}), {{50}, {20}});
  for (auto& totals : results.totals.front()) totals.contribution_usd = 5;
  results.totals.front().front().spent_usd = 100;
  const auto comparison = report::compare({&results, 1});
  for (const std::string& line : lines_of(cli::compare_table(comparison, {}))) {
    if (line.starts_with("roi")) CHECK_FALSE(has(line, "%"));
  }
  CHECK(has(cli::compare_markdown(comparison, false), "| roi | n/a | n/a |"));
}

TEST_CASE("bars and breaks in names do not break a document's table") {
  const std::string text = cli::compare_markdown(comparison_of({"a|b", "c\nd"}), false);
  CHECK(has(text, "|  | a\\|b | c d |"));
}

TEST_CASE("names with commas and quotes are one field") {
  const std::string text = cli::compare_csv(comparison_of({"a,\"b\"", "c"}));
  CHECK(has(text, ",\"a,\"\"b\"\"\","));
}

TEST_CASE("a comparison of no replicates is written in every form") {
  const auto results = report::Results{"", tests::small_study({"micro", "nothing"}), {}, {}};
  const auto comparison = report::compare({&results, 1});
  CHECK(has(cli::compare_table(comparison, {true, false}), "nothing to compare"));
  CHECK(has(cli::compare_markdown(comparison, true), "nothing to compare"));
  CHECK(has(cli::compare_csv(comparison), "roi,share,micro,micro,0,,,"));
  CHECK(cli::compare_json(comparison).at("verdict").at("standing") == "nothing");
}

TEST_CASE("p-values of the figure that is judged by are adjusted for all arms together") {
  const auto comparison = comparison_of({"a", "b", "nothing"});
  const report::ComparedFigure& figure = comparison.figures[comparison.judged_by];
  CHECK(std::isnan(figure.arms[0].p_holm));
  const double b = figure.arms[1].p_value, nothing = figure.arms[2].p_value;
  CHECK(std::min(figure.arms[1].p_holm, figure.arms[2].p_holm) == Approx(2 * std::min(b, nothing)));
  CHECK(std::max(figure.arms[1].p_holm, figure.arms[2].p_holm) >= std::max(b, nothing));
  CHECK(has(cli::compare_table(comparison, {}), "  p (Holm) "));
  CHECK(has(cli::compare_markdown(comparison, false), "| p (Holm) |  | "));
  CHECK(has(cli::compare_csv(comparison), ",p_value,p_holm,"));
  // The same difference in two replicates is told no p-value.
  const auto few = tests::results_with(tests::small_study({"a", "nothing"}), {{50, 60}, {40, 50}});
  const auto coincidence = report::compare({&few, 1});
  CHECK(std::isnan(coincidence.figures[coincidence.judged_by].arms[1].p_value));
}

TEST_CASE("what pairing saves is told with its interval, for the least and the most if several") {
  const std::string one = cli::pairing_text(comparison_of({"a", "nothing"}));
  CHECK(one.starts_with("Pairing (common random numbers) saves a factor of "));
  CHECK(has(one, " to "));
  CHECK(has(one, ") of replicates in first_purchases."));
  CHECK_FALSE(has(one, " for "));
  const std::string three = cli::pairing_text(comparison_of({"a", "b", "nothing"}));
  CHECK(has(three, " for nothing, up to "));
  CHECK(three.ends_with(") for b."));
  CHECK(cli::pairing_text(comparison_of({"a"})).empty());
}

TEST_CASE("the risk of arms that spend is shown if all figures are asked for") {
  auto results = tests::results_with(tests::small_study({"micro", "nothing"}),
                                     {{50, 61, 55, 58, 47, 52}, {40, 41, 40, 42, 40, 41}});
  for (auto& replicate : results.totals) replicate[0].spent_usd = 1000;
  const report::Comparison comparison = report::compare({&results, 1});
  const std::string risk = cli::risk_table(comparison);
  CHECK(has(risk, "risk: profit"));
  CHECK(has(risk, "risk: roi"));
  CHECK(has(risk, "\nmicro "));
  CHECK_FALSE(has(risk, "\nnothing "));
  CHECK(has(cli::compare_table(comparison, {true, false}), risk));
  CHECK_FALSE(has(cli::compare_table(comparison, {}), "risk:"));
  CHECK(cli::risk_table(comparison_of({"a", "b"})).empty());
}
