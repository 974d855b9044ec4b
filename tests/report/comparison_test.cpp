#include "analysis/report/comparison.hpp"

#include <cmath>

#include "analysis/report/verdict.hpp"
#include "sim/base/diagnostic.hpp"
#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using tests::figure_at;
using tests::results_with;
using tests::small_study;

namespace {

const std::vector<double> customers_micro{101, 124, 97, 142, 110, 133};
const std::vector<double> customers_macro{92, 109, 99, 120, 101, 112};
const std::vector<double> customers_nothing{80, 95, 81, 104, 90, 99};

report::Results three_arms() {
  return results_with(small_study({"micro", "macro", "nothing"}),
                      {customers_micro, customers_macro, customers_nothing});
}

report::Comparison compared(const std::vector<report::Results>& studies,
                            const report::CompareOptions& options = {}) {
  return report::compare(studies, options);
}

std::string message_of(const report::CompareOptions& options) {
  try {
    compared({three_arms()}, options);
  } catch (const InputError& error) {
    return to_string(error.diagnostics().front());
  }
  return "accepted";
}

/// The values in people: ten to an agent.
std::vector<double> people(std::vector<double> agents) {
  for (double& value : agents) value *= 10;
  return agents;
}

}  // namespace

TEST_CASE(
    "arms are compared with the reference by pairs of replicates, corrected for their number") {
  const auto comparison = compared({three_arms()}, {.reference = "macro", .by = ""});
  CHECK(comparison.comparisons() == 2);
  const auto& figure = comparison.figures[figure_at(comparison, "first_purchases")];
  CHECK(figure.arms[0].value.mean == Approx(stats::moments(people(customers_micro)).mean));
  const auto pairs = stats::paired_difference(people(customers_micro), people(customers_macro));
  const auto expected = stats::interval(pairs, 0.025);
  CHECK(figure.arms[0].difference.low == Approx(expected.low));
  CHECK(figure.arms[0].difference.high == Approx(expected.high));
  CHECK(figure.arms[0].beats_mean == Approx(stats::chance_above_zero(pairs)));
  CHECK(figure.arms[0].beats_further == Approx(stats::chance_further_above_zero(pairs)));
  CHECK(figure.arms[0].paired_effect.value == Approx(pairs.mean / pairs.spread));
  CHECK(figure.arms[0].pairing_gain.value ==
        Approx(stats::pairing_gain(customers_micro, customers_macro)));
  CHECK(std::isnan(figure.arms[1].difference.mean));
  CHECK(figure.arms[2].difference.high < 0);
}

TEST_CASE("incremental figures are paired with the idle arm of the same replicate") {
  const auto comparison = compared({three_arms()});
  const auto& figure = comparison.figures[figure_at(comparison, "incremental_customers")];
  for (std::size_t r = 0; r < customers_micro.size(); ++r)
    CHECK(figure.values[0][r] == Approx(10 * (customers_micro[r] - customers_nothing[r])));
}

TEST_CASE("an arm whose market has no idle arm wins nobody that could be counted") {
  auto results = three_arms();
  results.study.arms[1].idle = -1;
  const auto comparison = compared({results});
  for (const char* name : {"incremental_customers", "profit"}) {
    const auto& figure = comparison.figures[figure_at(comparison, name)];
    CHECK(std::isfinite(figure.arms[0].value.mean));
    CHECK(std::isnan(figure.arms[1].value.mean));
  }
}

TEST_CASE("chances of a loss are told of figures that can be negative, and of no others") {
  const auto comparison = compared({three_arms()});
  CHECK(std::isnan(comparison.figures[figure_at(comparison, "reached")].arms[0].below_zero));
  CHECK_FALSE(std::isnan(
      comparison.figures[figure_at(comparison, "incremental_customers")].arms[0].below_zero));
}

TEST_CASE("files of the same seed, days, graph and replicates are paired") {
  auto first = results_with(small_study({"micro"}), {customers_micro});
  auto second = results_with(small_study({"macro"}), {customers_macro});
  const auto paired = compared({first, second});
  CHECK(paired.arms[0].family == paired.arms[1].family);
  const auto& by_pairs = paired.figures[figure_at(paired, "first_purchases")].arms[1];
  CHECK(by_pairs.difference.low ==
        Approx(stats::interval(
                   stats::paired_difference(people(customers_macro), people(customers_micro)))
                   .low));
  const auto unpaired_if = [&](auto change) {
    auto changed = second;
    change(changed);
    const auto apart = compared({first, changed});
    CHECK(apart.arms[0].family != apart.arms[1].family);
    const auto& figure = apart.figures[figure_at(apart, "first_purchases")];
    const auto welch = stats::interval(stats::welch_difference(figure.values[1], figure.values[0]));
    CHECK(figure.arms[1].difference.low == Approx(welch.low));
    CHECK(std::isnan(figure.arms[1].pairing_gain.value));
    bool said = false;
    for (const auto& each : report::caveats(apart))
      said = said || each.find("not paired") != std::string::npos;
    CHECK(said);
  };
  unpaired_if([](report::Results& r) { r.study.seed = 6; });
  unpaired_if([](report::Results& r) { r.study.days = 4; });
  unpaired_if([](report::Results& r) { r.study.graph_origin = "another"; });
  unpaired_if([](report::Results& r) { r.study.follows = 1; });
  unpaired_if([](report::Results& r) {
    r.replicates.pop_back();
    r.totals.pop_back();
  });
}

TEST_CASE("names that two files have are told apart by the file, others stay short") {
  auto first =
      results_with(small_study({"micro", "nothing"}), {customers_micro, customers_nothing});
  auto second =
      results_with(small_study({"macro", "nothing"}), {customers_macro, customers_nothing});
  first.label = "june";
  second.label = "july";
  const auto comparison = compared({first, second}, {.reference = "july:nothing", .by = ""});
  CHECK(comparison.arms[0].label == "micro");
  CHECK(comparison.arms[1].label == "june:nothing");
  CHECK(comparison.arms[2].label == "macro");
  CHECK(comparison.reference == 3);
}

TEST_CASE("the verdict goes by the objective of a campaign that runs, or by the figure asked for") {
  auto results = three_arms();
  const auto judged_by = [&](const std::string& by = "") {
    const auto comparison = compared({results}, {.reference = "", .by = by});
    return comparison.figures[comparison.judged_by].figure.name;
  };
  CHECK(judged_by() == "first_purchases");
  CHECK(judged_by("profit") == "profit");
  results.study.campaigns = {{"idle", "acme", "sales"}, {"launch", "acme", "awareness"}};
  for (auto& arm : results.study.arms) {
    if (!arm.campaigns.empty()) arm.campaigns = {1};
  }
  CHECK(judged_by() == "reached");
  results.study.campaigns[1].objective = "engagement";
  CHECK(judged_by() == "engagements");
}

TEST_CASE("an arm or figure that does not exist is answered with the nearest one") {
  const auto says = [](const report::CompareOptions& options, const std::string& part) {
    const std::string message = message_of(options);
    UNSCOPED_INFO(message);
    return message.find(part) != std::string::npos;
  };
  CHECK(says({.reference = "mirco", .by = ""}, "--reference: there is no arm 'mirco'"));
  CHECK(says({.reference = "mirco", .by = ""}, "did you mean 'micro'"));
  CHECK(says({.reference = "zzzzzzzz", .by = ""}, "one of micro, macro, nothing"));
  CHECK(says({.reference = "", .by = "profitt"}, "--by: there is no figure 'profitt'"));
  CHECK(says({.reference = "", .by = "profitt"}, "did you mean 'profit'"));
}

TEST_CASE("a study without a complete replicate is compared to nothing") {
  auto results = three_arms();
  results.replicates.clear();
  results.totals.clear();
  const auto comparison = compared({results});
  CHECK(report::judge(comparison).standing == report::Standing::nothing);
}
