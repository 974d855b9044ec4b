// Which settings are told to decide and which not to matter, from indices set by hand.
#include "analysis/sensitivity/weights.hpp"

#include <limits>

#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::sensitivity;

namespace {

stats::ElementaryEffect effect(double mean, double low, double high) {
  return {{mean, low, high, 8}, {mean, low, high, 8}, 0};
}

using Settings = std::vector<std::size_t>;

}  // namespace

TEST_CASE("from half of the largest effect on a setting decides, up to a tenth it hardly matters") {
  Indices indices;
  indices.morris = {effect(0.9, 0.5, 1.3), effect(10, 8, 12), effect(5, 2, 8), effect(4.9, 4, 6),
                    effect(0, 0, 0)};
  const auto weights = weights_of(indices);
  REQUIRE(weights);
  CHECK(weights->method == Method::morris);
  CHECK(weights->deciding == Settings{1, 2});
  CHECK(weights->idle == Settings{0, 4});
}

TEST_CASE("an interval that is too wide neither decides nor clears a setting") {
  constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  Indices indices;
  indices.morris = {effect(10, 0, 25), effect(0.5, 0, 6), effect(0.5, unknown, unknown)};
  const auto weights = weights_of(indices);
  REQUIRE(weights);
  CHECK(weights->deciding.empty());
  CHECK(weights->idle.empty());
}

TEST_CASE("what was varied over the whole ranges goes before one setting at a time") {
  Indices indices;
  indices.one_at_a_time = {{{1, {1, 0.5, 1.5, 4}, false}}, {{2, {-9, -10, -8, 4}, true}}};
  auto weights = weights_of(indices);
  REQUIRE(weights);
  CHECK(weights->method == Method::one_at_a_time);
  CHECK(weights->deciding == Settings{1});
  indices.sobol = {{{0.8, 0.7, 0.9}, {0.9, 0.8, 1}}, {{0, 0, 0}, {0, 0, 0.01}}};
  weights = weights_of(indices);
  REQUIRE(weights);
  CHECK(weights->method == Method::sobol);
  CHECK(weights->deciding == Settings{0});
  CHECK(weights->idle == Settings{1});
}

TEST_CASE("there are no weights where nothing varies") {
  Indices indices;
  CHECK_FALSE(weights_of(indices));
  indices.morris = {effect(0, 0, 0), effect(0, 0, 0)};
  CHECK_FALSE(weights_of(indices));
}
