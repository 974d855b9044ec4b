#include <cmath>
#include <string>

#include "analysis/design/design.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using design::Dimension;
using design::Scale;

TEST_CASE("coordinates become values on each scale, and values coordinates") {
  const Dimension linear{"a", Scale::linear, -2, 6, {}};
  CHECK(std::get<double>(value_at(linear, 0)) == -2);
  CHECK(std::get<double>(value_at(linear, 0.25)) == 0);
  CHECK(std::get<double>(value_at(linear, 1)) == 6);
  CHECK(coordinate_of(linear, ParameterValue{0.0}) == 0.25);

  const Dimension log{"b", Scale::log, 0.01, 100, {}};
  CHECK(std::get<double>(value_at(log, 0)) == 0.01);
  CHECK(std::get<double>(value_at(log, 0.5)) == Approx(1).epsilon(1e-14));
  CHECK(std::get<double>(value_at(log, 1)) == 100);
  CHECK(coordinate_of(log, ParameterValue{10.0}) == Approx(0.75).epsilon(1e-14));

  const Dimension whole{"c", Scale::whole, 3, 6, {}};
  CHECK(std::get<std::int64_t>(value_at(whole, 0)) == 3);
  CHECK(std::get<std::int64_t>(value_at(whole, 0.2499)) == 3);
  CHECK(std::get<std::int64_t>(value_at(whole, 0.25)) == 4);
  CHECK(std::get<std::int64_t>(value_at(whole, 1)) == 6);
  CHECK(coordinate_of(whole, ParameterValue{std::int64_t{5}}) == 0.625);

  const Dimension levels{"d", Scale::levels, 0, 0, {std::string("low"), std::string("high")}};
  CHECK(std::get<std::string>(value_at(levels, 0.49)) == "low");
  CHECK(std::get<std::string>(value_at(levels, 1)) == "high");
  CHECK(coordinate_of(levels, ParameterValue{std::string("high")}) == 0.75);
}

TEST_CASE("an explicit point gives the values that it was made of") {
  const std::vector<Dimension> dimensions{{"a", Scale::log, 1, 1000, {}},
                                          {"b", Scale::whole, 0, 9, {}},
                                          {"c", Scale::levels, 0, 0, {true, false}}};
  const std::vector<ParameterValue> values{1.0, std::int64_t{9}, false};
  CHECK(values_at(dimensions, point_of(dimensions, values)) == values);
}
