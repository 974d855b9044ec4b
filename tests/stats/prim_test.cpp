#include "analysis/stats/prim.hpp"

#include <algorithm>

#include "analysis/design/design.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

bool planted(const std::vector<double>& x) { return x[0] < 0.4 && x[1] > 0.55; }

}  // namespace

TEST_CASE("PRIM finds a planted box and the dimensions that make it") {
  const design::Points points = design::latin_hypercube(random::Seed{1}, 5, 1000);
  std::vector<bool> interest;
  for (const auto& point : points) interest.push_back(planted(point));
  const stats::Cases cases{points, interest};

  const auto boxes = stats::peel_boxes(cases);
  REQUIRE(boxes.size() > 5);
  CHECK(stats::box_figures(boxes.front(), cases).coverage == 1);
  const stats::Box box = stats::paste_box(boxes[stats::balanced_box(boxes, cases)], cases);
  const auto figures = stats::box_figures(box, cases);
  CHECK(figures.coverage > 0.9);
  CHECK(figures.density > 0.9);
  CHECK(figures.mass == Approx(0.18).margin(0.03));
  CHECK(box.high[0] == Approx(0.4).margin(0.04));
  CHECK(box.low[1] == Approx(0.55).margin(0.04));
  const auto p = stats::quasi_p_values(box, cases);
  CHECK(p[0] < 1e-6);
  CHECK(p[1] < 1e-6);
  for (const std::size_t d : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) CHECK(p[d] > 1e-6);
}

TEST_CASE("figures and quasi p-values of a box by hand") {
  // Ten points on a line; interest: the first three and the last.
  design::Points points;
  for (int i = 0; i < 10; ++i) points.push_back({(i + 0.5) / 10});
  const std::vector<bool> interest{true,  true,  true,  false, false,
                                   false, false, false, false, true};
  const stats::Cases cases{points, interest};
  const stats::Box box{{0}, {0.4}};
  const auto figures = stats::box_figures(box, cases);
  CHECK(figures.points == 4);
  CHECK(figures.interest == 3);
  CHECK(figures.coverage == 0.75);
  CHECK(figures.density == 0.75);
  CHECK(figures.mass == 0.4);
  // At least 3 of 4 at 0.4 each: 4 * 0.064 * 0.6 + 0.0256.
  CHECK(stats::quasi_p_values(box, cases)[0] == Approx(0.1792));
  CHECK(stats::quasi_p_values({{0}, {1}}, cases)[0] == 1);
}

TEST_CASE("levels stay together: a box of a parameter with two levels has one or both") {
  design::Points points;
  std::vector<bool> interest;
  for (int i = 0; i < 100; ++i) {
    points.push_back({i % 2 == 0 ? 0.25 : 0.75, (i + 0.5) / 100});
    interest.push_back(i % 2 == 1);
  }
  const stats::Cases cases{points, interest};
  const auto boxes = stats::peel_boxes(cases);
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[1].low[0] == 0.5);
  CHECK(stats::box_figures(boxes[1], cases).density == 1);
  CHECK_FALSE(stats::restricted(boxes[1], 1));
}
