#include "sim/cli/plot_axis.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "tests/support/catch.hpp"

using clout::cli::axis_over;
using clout::cli::PlotAxis;
using clout::stats::MeanInterval;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

PlotAxis over(std::vector<MeanInterval> values) { return axis_over(values); }

}  // namespace

TEST_CASE("an axis holds zero and every end of an interval, in order") {
  const PlotAxis axis = over({{10, 5, 15, 4}, {-2, -3, -1, 4}, {unknown, unknown, unknown, 4}});
  CHECK(axis.at(axis.low) == 0);
  CHECK(axis.at(axis.high) == 1);
  CHECK(axis.low <= -3);
  CHECK(axis.high >= 15);
  CHECK(axis.at(-3) < axis.at(0));
  CHECK(axis.at(0) < axis.at(5));
  CHECK(axis.at(10) == Approx((axis.at(5) + axis.at(15)) / 2));
  CHECK(over({{10, 9, 11, 4}}).low == 0);
  CHECK(over({{-10, -11, -9, 4}}).high == 0);
}

TEST_CASE("a large plot has more ticks, six at most") {
  for (const double size : {0.12, 1.0, 9.99, 47.0, 2.2e6}) {
    const std::vector<MeanInterval> values{{size, size, size, 2}};
    const auto ticks = axis_over(values, clout::cli::large_plot_share).ticks();
    CHECK(ticks.size() >= 5);
    CHECK(ticks.size() <= 7);
    CHECK(ticks.front() == 0);
  }
}

TEST_CASE("ticks are round multiples of one step, two to four, within the axis, zero among them") {
  for (const double size : {3e-7, 0.12, 1.0, 9.99, 47.0, 2.2e6}) {
    for (const double below : {0.0, 0.3, 0.5, 1.0, 20.0}) {
      const PlotAxis axis = over({{size, size, size, 2}, {-below * size, 0, 0, 2}});
      const auto ticks = axis.ticks();
      INFO(axis.low << " .. " << axis.high << ", step " << axis.step);
      CHECK(ticks.size() >= 2);
      CHECK(ticks.size() <= 4);
      CHECK(std::count(ticks.begin(), ticks.end(), 0.0) == 1);
      for (const double tick : ticks) {
        CHECK(axis.at(tick) > -1e-6);
        CHECK(axis.at(tick) < 1 + 1e-6);
      }
      for (std::size_t i = 1; i < ticks.size(); ++i)
        CHECK(axis.at(ticks[i]) - axis.at(ticks[i - 1]) > 0.25);  // room for a label
    }
  }
}

TEST_CASE("nothing but zeros, or nothing at all, still has an axis") {
  for (const PlotAxis& axis :
       {over({}), over({{0, 0, 0, 3}}), over({{unknown, unknown, unknown, 0}})}) {
    CHECK(axis.at(0) == 0);
    CHECK(axis.ticks() == std::vector<double>{0, 1});
  }
}

TEST_CASE("a mean without an interval counts by itself") {
  CHECK(over({{8, unknown, unknown, 1}}).high >= 8);
}
