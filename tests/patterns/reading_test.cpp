#include "analysis/patterns/reading.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

using namespace clout::patterns;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

Reading reading(double mean, double low, double high, Band band, Rule rule = Rule::mean_inside) {
  return {"loss", "1", {mean, low, high, 5}, band, rule};
}

}  // namespace

TEST_CASE("a mean has to lie in its band, however wide its interval is") {
  CHECK(holds(reading(0.4, 0.1, 0.7, {0.2, 0.5}), Effort::full));
  CHECK_FALSE(holds(reading(0.6, 0.1, 1.1, {0.2, 0.5}), Effort::full));
  CHECK(holds(reading(5, 4, 6, {.low = 0}), Effort::full));
  CHECK_FALSE(holds(reading(-0.1, -0.3, 0.1, {.low = 0}), Effort::full));
}

TEST_CASE("where the whole interval has to lie in the band, its worse end decides") {
  const Band above{.low = 0};
  CHECK(holds(reading(0.4, 0.1, 0.7, above, Rule::interval_inside), Effort::full));
  CHECK_FALSE(holds(reading(0.4, -0.1, 0.9, above, Rule::interval_inside), Effort::full));
}

TEST_CASE("an interval includes nothing if zero lies within it") {
  const Band zero{0, 0};
  CHECK(holds(reading(0.1, -0.1, 0.3, zero, Rule::interval_meets), Effort::full));
  CHECK_FALSE(holds(reading(0.2, 0.1, 0.3, zero, Rule::interval_meets), Effort::full));
}

TEST_CASE("a quick run passes what is not excluded") {
  CHECK(holds(reading(0.6, 0.1, 1.1, {0.2, 0.5}), Effort::quick));
  CHECK_FALSE(holds(reading(0.9, 0.7, 1.1, {0.2, 0.5}), Effort::quick));
  CHECK(holds(reading(0.4, -0.1, 0.9, {.low = 0}, Rule::interval_inside), Effort::quick));
}

TEST_CASE("no number holds nothing, and no reading is no evidence") {
  CHECK_FALSE(holds(reading(none, none, none, {0, 1}), Effort::full));
  CHECK_FALSE(holds(reading(none, none, none, {0, 1}), Effort::quick));
  CHECK_FALSE(holds(Evidence{}, Effort::full));
  const Reading good = reading(1, 0.5, 1.5, {0, 2});
  const Reading bad = reading(3, 2.5, 3.5, {0, 2});
  CHECK(holds(Evidence{{good, good}, ""}, Effort::full));
  CHECK_FALSE(holds(Evidence{{good, bad}, ""}, Effort::full));
}

TEST_CASE("what is shown and not judged fails nothing, even without a number") {
  CHECK(holds(reading(none, none, none, {}), Effort::full));
  CHECK(holds(reading(none, none, none, {}), Effort::quick));
}

TEST_CASE("a single number without an interval stands for itself") {
  CHECK(holds(reading(1, none, none, {0, 2}, Rule::interval_inside), Effort::full));
  CHECK_FALSE(holds(reading(3, none, none, {0, 2}, Rule::interval_meets), Effort::quick));
}
