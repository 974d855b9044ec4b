#include "analysis/report/stopping_goal.hpp"

#include "analysis/report/figure_named.hpp"
#include "analysis/stats/difference.hpp"
#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using Kind = report::StoppingGoal::Kind;

namespace {

/// People who bought, by replicate; arms share most of their luck.
const std::vector<double> micro{50, 61, 55, 58, 47, 52, 56, 49, 60, 54};
const std::vector<double> macro{40, 52, 44, 49, 36, 43, 45, 40, 49, 45};

report::Results results_of(const std::vector<std::vector<double>>& customers) {
  std::vector<std::string> names{"micro", "macro", "nothing"};
  names.resize(customers.size());
  return tests::results_with(tests::small_study(names), customers);
}

report::GoalLook look_for(Kind kind, double half_width, const report::Results& results,
                          const char* figure = "first_purchases", std::size_t looks = 1) {
  return report::look_at({kind, report::figure_named(figure), {half_width, false}}, results, looks);
}

}  // namespace

TEST_CASE("every arm has to be known so well") {
  const auto results = results_of({micro, macro});
  const auto wide = look_for(Kind::arms, 1000, results);
  CHECK(wide.reached);
  REQUIRE(wide.arms.size() == 2);
  std::vector<double> people = micro;  // an account is 10 people
  for (double& value : people) value *= 10;
  CHECK(wide.arms[0].half_width == Approx(stats::half_width(people)));
  const auto narrow = look_for(Kind::arms, 5, results);
  CHECK_FALSE(narrow.reached);
  CHECK(narrow.possible);
  CHECK(narrow.needed > 10);
}

TEST_CASE("differences to the first arm are known as comparisons have them") {
  const auto look = look_for(Kind::differences, 1000, results_of({micro, macro, macro}));
  REQUIRE(look.arms.size() == 2);
  CHECK(look.arms[0].arm == 1);
  const auto both = stats::interval(stats::paired_difference(macro, micro), 0.025);
  CHECK(look.arms[0].mean == Approx(10 * both.mean));
  CHECK(look.arms[0].half_width == Approx(10 * (both.high - both.mean)));
}

TEST_CASE("a winner is asked for more the more looks there are") {
  const auto results = results_of({macro, micro});
  CHECK(look_for(Kind::winner, 0, results).winner == std::optional<std::size_t>{1});
  const auto close = results_of({micro, {49, 62, 53, 58, 46, 50, 56, 48, 59, 53}});
  CHECK(look_for(Kind::winner, 0, close).reached);
  CHECK_FALSE(look_for(Kind::winner, 0, close, "first_purchases", 20).reached);
}

TEST_CASE("a figure that no arm has is not waited for") {
  CHECK_FALSE(look_for(Kind::arms, 1, results_of({micro, macro}), "roi").possible);
  CHECK_FALSE(look_for(Kind::winner, 1, results_of({micro, macro}), "roi").possible);
  CHECK_FALSE(look_for(Kind::winner, 1, results_of({micro}), "first_purchases").possible);
}
