// The crossover: refined where the winner flips, and nested.
#include "analysis/design/crossover.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "tests/support/catch.hpp"

using clout::ParameterValue;
using clout::design::Crossover;
using clout::design::SweepPoint;
using clout::scenario::Scenario;
using clout::scenario::SweepDesign;

namespace {

using Winner = std::function<std::optional<std::size_t>(double, double)>;

Scenario study_with(std::int64_t refine, std::size_t parameters = 2) {
  Scenario study = clout::scenario::example_scenario();
  study.sweep.design = SweepDesign::crossover;
  study.sweep.refine = refine;
  study.sweep.parameters = {{.name = "campaign.spring.budget_usd", .low = 0, .high = 1, .steps = 3},
                            {.name = "platform.sponsored_share", .low = 0, .high = 1, .steps = 4}};
  study.sweep.parameters.resize(parameters);
  return study;
}

double number(const SweepPoint& point, std::size_t n) {
  return n < point.size() ? std::get<double>(point[n].value) : 0;
}

/// All points until nothing is refined any more.
std::vector<SweepPoint> refined(const Scenario& study, const Winner& winner) {
  Crossover map(study);
  for (bool more = true; more;) {
    std::vector<std::optional<std::size_t>> winners;
    for (const SweepPoint& point : map.points())
      winners.push_back(winner(number(point, 0), number(point, 1)));
    more = map.refine(winners);
  }
  return map.points();
}

std::optional<std::size_t> beyond_a_line(double x, double y) { return x + y > 0.9 ? 1 : 0; }

}  // namespace

TEST_CASE("where one wins throughout, the coarse grid is all") {
  const auto points = refined(study_with(4), [](double, double) { return std::optional{0UL}; });
  CHECK(points.size() == 12);
}

TEST_CASE("cells are halved along the flip and nowhere else") {
  const auto points = refined(study_with(4), beyond_a_line);
  CHECK(points.size() < 400);  // of 33 x 49
  // No point of the finest step lies far from the line.
  for (const SweepPoint& point : points) {
    const double x = number(point, 0) * 32;
    if (std::lround(x) % 2 == 0) continue;
    CHECK(std::abs(number(point, 0) + number(point, 1) - 0.9) < 0.25);
  }
  // The line is enclosed: at each coarse height the two nearest points are one finest step apart.
  double below = 0;
  double above = 1;
  for (const SweepPoint& point : points) {
    if (number(point, 1) != 0) continue;
    if (number(point, 0) <= 0.9) below = std::max(below, number(point, 0));
    if (number(point, 0) > 0.9) above = std::min(above, number(point, 0));
  }
  CHECK(above - below == Approx(1.0 / 32));
}

TEST_CASE("a place without a sure winner is refined") {
  const auto points = refined(study_with(2), [](double, double) { return std::nullopt; });
  CHECK(points.size() == std::size_t{9} * 13);
}

TEST_CASE("a deeper map has all points of a shallower one, with the same bits") {
  const auto rows = [](const std::vector<SweepPoint>& points) {
    std::set<std::pair<double, double>> all;
    for (const SweepPoint& point : points) all.insert({number(point, 0), number(point, 1)});
    return all;
  };
  const auto shallow = rows(refined(study_with(2), beyond_a_line));
  const auto deep = rows(refined(study_with(5), beyond_a_line));
  CHECK(deep.size() > shallow.size());
  CHECK(std::ranges::includes(deep, shallow));
}

TEST_CASE("one setting is halved like a search") {
  const auto points = refined(study_with(6, 1),
                              [](double x, double) { return std::optional{x > 0.3 ? 1UL : 0UL}; });
  CHECK(points.size() == 3 + 6);
}

TEST_CASE("whole numbers that run out end it, and no point comes twice") {
  Scenario study = study_with(6, 1);
  study.sweep.parameters = {{.name = "graph.accounts", .low = 1000, .high = 1006, .steps = 3}};
  Crossover map(study);
  for (bool more = true; more;)
    more = map.refine(std::vector<std::optional<std::size_t>>(map.points().size()));
  std::set<std::int64_t> values;
  for (const SweepPoint& point : map.points())
    values.insert(std::get<std::int64_t>(point[0].value));
  CHECK(values.size() == 7);
  CHECK(map.points().size() == 7);
}
