// Every method on an outcome whose answer is known: 3 a + b^2, and a setting without effect.
#include "analysis/sensitivity/indices.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::sensitivity;

namespace {

constexpr random::Seed seed{7};

double known(const design::Point& at) { return 3 * at[0] + at[1] * at[1]; }

/// Two replicates, 1 apart from another at all points: luck that points share.
Outcome outcome_at(const design::Points& points) {
  Outcome outcome;
  outcome.less = 1;
  outcome.replicates = 2;
  for (const design::Point& each : points) {
    outcome.values.push_back(known(each) - 1.5);
    outcome.values.push_back(known(each) - 0.5);
  }
  return outcome;
}

struct Study {
  std::vector<Block> blocks{{Method::own_settings, 1, 1}};
  design::Points points{{0.5, 0.5, 0.5}};

  void add(Method method, const design::Points& more, std::size_t graphs = 1) {
    blocks.push_back({method, more.size(), graphs});
    points.insert(points.end(), more.begin(), more.end());
  }
  Indices indices() const { return indices_of(outcome_at(points), blocks, points, seed); }
};

}  // namespace

TEST_CASE("one at a time changes are paired by replicate, and say where the sign turns") {
  Study study;
  study.add(Method::one_at_a_time,
            {{0, 0.5, 0.5}, {1, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 1, 0.5}, {0.5, 0.5, 0}});
  const Indices found = study.indices();
  CHECK(found.own.mean == Approx(0.75));
  REQUIRE(found.one_at_a_time.size() == 3);
  CHECK(found.one_at_a_time[0][0].change.mean == Approx(-1.5));
  CHECK(found.one_at_a_time[0][0].change.low == Approx(-1.5));
  CHECK(found.one_at_a_time[0][0].turns);
  CHECK_FALSE(found.one_at_a_time[0][1].turns);
  CHECK(found.one_at_a_time[1][1].change.mean == Approx(0.75));
  CHECK(found.one_at_a_time[2][0].change.mean == 0);
  const auto order = ranked(importance(found, Method::one_at_a_time));
  CHECK(order == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("Morris and Sobol are analysis/stats on means over replicates") {
  Study study;
  const design::Points trajectories = design::morris(seed, 3, 6);
  const design::Points rows = design::saltelli(seed, 3, 256);
  study.add(Method::morris, trajectories);
  study.add(Method::sobol, rows);
  const Indices found = study.indices();
  std::vector<double> outcomes;
  for (const auto& each : trajectories) outcomes.push_back(known(each) - 1);
  const auto effects = stats::elementary_effects(trajectories, outcomes);
  for (std::size_t n = 0; n < 3; ++n) {
    CHECK(found.morris[n].absolute.mean == Approx(effects[n].absolute.mean));
    CHECK(found.morris[n].deviation == Approx(effects[n].deviation));
  }
  CHECK(found.morris[0].mean.mean == Approx(3));
  CHECK(found.morris[2].absolute.mean == 0);
  // Variances of 3 U and U^2: 9/12 and 4/45.
  const double all = 9.0 / 12 + 4.0 / 45;
  CHECK(found.sobol[0].total.value == Approx(9.0 / 12 / all).margin(0.02));
  CHECK(found.sobol[1].first.value == Approx(4.0 / 45 / all).margin(0.02));
  CHECK(found.sobol[2].total.value == 0);
  CHECK(found.one_at_a_time.empty());
  CHECK_FALSE(found.split);
}

TEST_CASE("PAWN tells a setting without effect by its threshold") {
  Study study;
  study.add(Method::pawn, design::sobol(seed, 3, 256));
  const Indices found = study.indices();
  CHECK(found.pawn[0].mean > found.pawn_threshold);
  CHECK(found.pawn[2].mean < found.pawn_threshold);
  CHECK(found.pawn[0].count == 2);
}

TEST_CASE("the variance split takes points, graphs and replicates apart") {
  Study study;
  design::Points twice;
  for (const auto& each : design::sobol(seed, 3, 16)) twice.insert(twice.end(), {each, each});
  study.add(Method::variance_split, twice, 2);
  const Indices found = study.indices();
  REQUIRE(found.split);
  CHECK(found.split->graph.value == Approx(0).margin(1e-12));
  CHECK(found.split->chance.value == Approx(0.5 / found.split->variance));
  CHECK(found.split->parameters.value + found.split->chance.value == Approx(1));
}

TEST_CASE("what has no number ranks last") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  CHECK(ranked(std::vector<double>{none, 1, 2}) == std::vector<std::size_t>{2, 1, 0});
}
