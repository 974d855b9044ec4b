// Boxes in which an arm wins, and where the winner flips over one setting.
#include "analysis/report/sweep_discovery.hpp"

#include <cmath>

#include "analysis/report/sweep_flips.hpp"
#include "sim/base/diagnostic.hpp"
#include "tests/support/catch.hpp"

using clout::report::discover;
using clout::report::Discovery;
using clout::store::SweepRecord;

namespace {

/// star beats micro where it is said to, in each of four replicates; points on a 10 x 10 grid of
/// budget and share.
template <typename Wins>
SweepRecord sweep_where(Wins star_wins) {
  SweepRecord sweep;
  sweep.study.arms.resize(2);
  sweep.study.arms[0].name = "micro";
  sweep.study.arms[1].name = "star";
  sweep.judged_by = "reached";
  std::vector<double> budgets;
  std::vector<double> shares;
  std::vector<std::string> words;
  sweep.figures = {{"reached", "people", "", {}}};
  for (std::uint32_t n = 0; n < 4; ++n)
    sweep.replicates.push_back(static_cast<clout::random::Replicate>(n));
  for (int i = 0; i < 10; ++i) {
    for (int j = 0; j < 10; ++j) {
      budgets.push_back(100000 * (i + 1));
      shares.push_back(0.02 * (j + 1));
      words.emplace_back((i + j) % 2 == 0 ? "even" : "odd");
      const bool star = star_wins(budgets.back(), shares.back(), words.back());
      sweep.figures[0].values.insert(sweep.figures[0].values.end(), 4, 100);
      sweep.figures[0].values.insert(sweep.figures[0].values.end(), 4, star ? 120 : 80);
    }
  }
  sweep.settings = {{"campaign.launch.budget_usd", "USD", "", budgets},
                    {"platform.sponsored_share", "share", "", shares},
                    {"graph.kind", "1", "", words}};
  return sweep;
}

}  // namespace

TEST_CASE("a planted box is found, with its bounds in words") {
  const SweepRecord sweep = sweep_where([](double budget, double share, const std::string&) {
    return budget > 450000 && share < 0.09;
  });
  const Discovery found = discover(sweep, "star", "", 3);
  CHECK(found.cases == 400);
  CHECK(found.wins == std::size_t{6} * 4 * 4);
  REQUIRE(found.boxes.size() == 1);
  CHECK(found.boxes[0].coverage == Approx(1));
  CHECK(found.boxes[0].density == Approx(1));
  REQUIRE(found.boxes[0].restrictions.size() == 2);
  CHECK(found.boxes[0].restrictions[0].text == "campaign.launch.budget_usd is 500k USD or more");
  CHECK(found.boxes[0].restrictions[1].text == "platform.sponsored_share is 8% or less");
  CHECK(found.boxes[0].restrictions[0].quasi_p < 1e-6);
  CHECK(found.boxes[0].shown);
  CHECK(found.text ==
        "star wins 96 of 400 cases (24%) by people reached. star wins most often when launch "
        "budget is 500k USD or more and sponsored share is 8% or less: in 100% of the cases there, "
        "against 24% of all; these are 100% of all its wins.");
}

TEST_CASE("a box whose bounds may all be luck is kept but not told") {
  // One win in six cases, at the least budget: a box is found, and chance finds as good a one.
  SweepRecord sweep = sweep_where([](double, double, const std::string&) { return false; });
  sweep.replicates.resize(1);
  sweep.settings = {
      {"campaign.launch.budget_usd", "USD", "", std::vector<double>{1, 2, 3, 4, 5, 6}}};
  sweep.figures[0].values = {100, 120, 100, 80, 100, 80, 100, 80, 100, 80, 100, 80};
  const Discovery found = discover(sweep, "star", "", 3);
  REQUIRE(found.boxes.size() == 1);
  CHECK(found.boxes[0].density > 1.0 / 6);
  CHECK(found.boxes[0].restrictions[0].quasi_p > 0.05);
  CHECK_FALSE(found.boxes[0].shown);
  CHECK(found.text ==
        "star wins 1 of 6 cases (17%) by people reached. No box of the settings is shown in which "
        "it wins more often.");
}

TEST_CASE("a word is found too") {
  const SweepRecord sweep =
      sweep_where([](double, double, const std::string& word) { return word == "odd"; });
  const Discovery found = discover(sweep, "star", "", 3);
  REQUIRE(found.boxes.size() == 1);
  REQUIRE(found.boxes[0].restrictions.size() == 1);
  CHECK(found.boxes[0].density == Approx(1));
  CHECK((found.boxes[0].restrictions[0].text == "graph.kind is odd" ||
         found.boxes[0].restrictions[0].text == "graph.kind is not even"));
}

TEST_CASE("who wins nowhere has no box, and arms that are not there are told") {
  const SweepRecord sweep = sweep_where([](double, double, const std::string&) { return false; });
  const Discovery found = discover(sweep, "star", "", 3);
  CHECK(found.boxes.empty());
  CHECK(found.text == "star wins nowhere: none of 400 cases by people reached.");
  CHECK_THROWS_AS(discover(sweep, "nobody", "", 3), clout::InputError);
  CHECK_THROWS_AS(discover(sweep, "star", "no_figure", 3), clout::InputError);
}

TEST_CASE("who wins everywhere has no box either") {
  const SweepRecord sweep = sweep_where([](double, double, const std::string&) { return true; });
  const Discovery found = discover(sweep, "star", "", 3);
  CHECK(found.boxes.empty());
  CHECK(found.text == "star wins everywhere: all of 400 cases by people reached.");
}

TEST_CASE("a box of a single value says so") {
  const SweepRecord sweep =
      sweep_where([](double budget, double, const std::string&) { return budget == 500000; });
  const Discovery found = discover(sweep, "star", "", 3);
  REQUIRE(found.boxes.size() == 1);
  REQUIRE(found.boxes[0].restrictions.size() == 1);
  CHECK(found.boxes[0].restrictions[0].text == "campaign.launch.budget_usd is 500k USD");
}

TEST_CASE("a case that several arms share is a case that nobody wins") {
  SweepRecord sweep = sweep_where([](double, double, const std::string&) { return true; });
  auto& values = sweep.figures[0].values;
  // The first fifty points alike for both arms, as where a budget pays nobody.
  for (std::size_t n = 0; n < values.size() / 2; ++n) values[n] = 100;
  const Discovery found = discover(sweep, "star", "", 3);
  CHECK(found.cases == 400);
  CHECK(found.wins == 200);
  CHECK(discover(sweep, "micro", "", 3).wins == 0);
}

TEST_CASE("over one setting the flip has its place and interval") {
  SweepRecord sweep;
  sweep.study.arms.resize(2);
  sweep.study.arms[0].name = "micro";
  sweep.study.arms[1].name = "star";
  sweep.judged_by = "reached";
  for (std::uint32_t n = 0; n < 3; ++n)
    sweep.replicates.push_back(static_cast<clout::random::Replicate>(n));
  sweep.settings = {
      {"campaign.launch.budget_usd", "USD", "", std::vector<double>{10000, 1000, 100}}};
  // star less micro: 3, 1, -1 (and a little luck): equal halfway between the logarithms.
  sweep.figures = {{"reached",
                    "people",
                    "",
                    {5, 5, 5, 8, 8.1, 7.9, 5, 5, 5, 6, 6.1, 5.9, 5, 5, 5, 4, 4.1, 3.9}}};
  const auto summary = clout::report::summarize(sweep);
  const auto flips = clout::report::flips(sweep, summary, clout::report::Spacing::log);
  REQUIRE(flips.size() == 1);
  CHECK(flips[0].below == 0);
  CHECK(flips[0].above == 1);
  CHECK(flips[0].at.at.value == Approx(std::sqrt(100 * 1000.0)));
  CHECK(flips[0].at.at.low < flips[0].at.at.value);
  CHECK(flips[0].at.at.high > flips[0].at.at.value);
  CHECK(clout::report::flips_text(sweep, flips)
            .starts_with(
                "The best mean passes from micro to star at launch budget 316 USD (95% interval "));
}
