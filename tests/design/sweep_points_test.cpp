// A study's [sweep] as points.
#include "analysis/design/sweep_points.hpp"

#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"

using clout::ParameterValue;
using clout::design::sweep_points;
using clout::design::SweepPoint;
using clout::scenario::Scenario;
using clout::scenario::SweepDesign;
using clout::scenario::SweepScale;

namespace {

Scenario study_with(SweepDesign design) {
  Scenario study = clout::scenario::example_scenario();
  study.sweep.design = design;
  study.sweep.points = 8;
  study.sweep.parameters = {
      {.name = "campaign.spring.budget_usd", .low = 100, .high = 10000, .scale = SweepScale::log},
      {.name = "graph.accounts", .low = 1000, .high = 1009},
      {.name = "market.mechanism.trust", .values = {true, false}}};
  return study;
}

std::set<std::vector<ParameterValue>> rows(const std::vector<SweepPoint>& points) {
  std::set<std::vector<ParameterValue>> rows;
  for (const SweepPoint& point : points) {
    std::vector<ParameterValue> row;
    for (const auto& setting : point) row.push_back(setting.value);
    rows.insert(row);
  }
  return rows;
}

}  // namespace

TEST_CASE(
    "a grid has every combination once, both ends of ranges, and whole numbers where needed") {
  Scenario study = study_with(SweepDesign::grid);
  study.sweep.parameters[0].steps = 3;
  study.sweep.parameters[1].steps = 2;
  const auto points = sweep_points(study);
  CHECK(points.size() == 3 * 2 * 2);
  CHECK(rows(points).size() == points.size());
  for (const double budget : {100.0, 1000.0, 10000.0}) {
    CHECK(std::count_if(points.begin(), points.end(), [&](const SweepPoint& point) {
            return std::get<double>(point[0].value) == Approx(budget).epsilon(1e-12);
          }) == 4);
  }
  for (const std::int64_t accounts : {1000, 1009}) {
    CHECK(std::count_if(points.begin(), points.end(), [&](const SweepPoint& point) {
            return point[1].value == ParameterValue(accounts);
          }) == 6);
  }
}

TEST_CASE("steps of whole numbers that coincide are one") {
  Scenario study = study_with(SweepDesign::grid);
  study.sweep.parameters = {{.name = "graph.accounts", .low = 1000, .high = 1002, .steps = 9}};
  CHECK(sweep_points(study).size() == 3);
}

TEST_CASE("a list keeps its rows and their order") {
  Scenario study = study_with(SweepDesign::list);
  study.sweep.parameters = {{.name = "platform.sponsored_share", .values = {0.3, 0.1, 0.3}},
                            {.name = "campaign.spring.brand", .values = {"b", "a", "c"}}};
  const auto points = sweep_points(study);
  REQUIRE(points.size() == 3);
  CHECK(points[1][0].value == ParameterValue(0.1));
  CHECK(points[2][0].key == "platform.sponsored_share");
  CHECK(points[2][1].value == ParameterValue(std::string("c")));
}

TEST_CASE("spread designs stay in their ranges, and twice as many begin with the same") {
  for (const SweepDesign design : {SweepDesign::latin_hypercube, SweepDesign::sobol}) {
    Scenario study = study_with(design);
    const auto few = sweep_points(study);
    study.sweep.points = 16;
    const auto many = sweep_points(study);
    REQUIRE(few.size() == 8);
    REQUIRE(many.size() == 16);
    CHECK(std::equal(few.begin(), few.end(), many.begin()));
    for (const SweepPoint& point : many) {
      const double budget = std::get<double>(point[0].value);
      CHECK((budget >= 100 && budget <= 10000));
      const std::int64_t accounts = std::get<std::int64_t>(point[1].value);
      CHECK((accounts >= 1000 && accounts <= 1009));
    }
    study.run.seed = 77;
    CHECK(sweep_points(study) != many);
  }
}
