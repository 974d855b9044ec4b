#include "analysis/patterns/free_parameters.hpp"

#include "sim/scenario/layout.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

TEST_CASE("every free parameter is a number of a scenario, and its range is allowed there") {
  scenario::Scenario study;
  const scenario::Layout layout = scenario::layout_of(study);
  for (const patterns::FreeParameter& each : patterns::free_parameters()) {
    INFO(each.key);
    scenario::Findings findings;
    const auto located = scenario::locate(layout, std::string(each.key), {}, findings);
    REQUIRE(located);
    CHECK(located->key == each.key);
    CHECK(located->field.type == scenario::FieldType::number);
    CHECK(each.low < each.high);
    CHECK(each.low >= located->field.info.low);
    CHECK(each.high <= located->field.info.high);
    CHECK((!each.logarithmic || each.low > 0));
  }
}

TEST_CASE("defaults lie in the ranges, so that calibration can say that they are right") {
  const auto parameters = patterns::free_parameters();
  const std::vector<double> defaults = patterns::values_of(scenario::Scenario{}, parameters);
  for (std::size_t p = 0; p < parameters.size(); ++p) {
    INFO(parameters[p].key);
    CHECK(defaults[p] >= parameters[p].low);
    CHECK(defaults[p] <= parameters[p].high);
  }
}

TEST_CASE("values are set and nothing else") {
  const auto parameters = patterns::free_parameters();
  const scenario::Scenario study;
  std::vector<double> values = patterns::values_of(study, parameters);
  CHECK(patterns::with_values(study, parameters, values) == study);
  values[0] = 0.123;
  const scenario::Scenario changed = patterns::with_values(study, parameters, values);
  CHECK(changed.platform.reach.slope == 0.123);
  CHECK(patterns::values_of(changed, parameters) == values);
}
