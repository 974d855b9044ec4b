// Verdicts for machines.
#include <cmath>

#include <boost/json.hpp>

#include "sim/cli/json_number.hpp"
#include "sim/cli/validate_output.hpp"

namespace clout::cli {

namespace {

using patterns::Reading;
using patterns::Rule;

std::string_view rule_name(Rule rule) {
  switch (rule) {
    case Rule::mean_inside:
      return "mean inside";
    case Rule::interval_inside:
      return "interval inside";
    case Rule::interval_meets:
      return "interval meets";
  }
  return "";
}

boost::json::object reading_json(const Reading& reading, patterns::Effort effort) {
  return {{"name", reading.name},
          {"unit", reading.unit},
          {"mean", json_number(reading.value.mean)},
          {"low", json_number(reading.value.low)},
          {"high", json_number(reading.value.high)},
          {"seeds", reading.value.count},
          {"band_low", json_number(reading.band.low)},
          {"band_high", json_number(reading.band.high)},
          {"rule", rule_name(reading.rule)},
          {"holds", holds(reading, effort)}};
}

}  // namespace

boost::json::object validation_json(std::span<const patterns::Verdict> verdicts,
                                    const ValidationHeading& heading) {
  boost::json::array all;
  for (const patterns::Verdict& each : verdicts) {
    const patterns::Pattern& pattern = each.pattern;
    boost::json::array readings;
    for (const Reading& reading : each.evidence.readings)
      readings.push_back(reading_json(reading, heading.effort));
    all.push_back(boost::json::object{{"id", pattern.id},
                                      {"finding", pattern.finding},
                                      {"source", pattern.source},
                                      {"grade", pattern.grade},
                                      {"published", pattern.published},
                                      {"criterion", pattern.criterion},
                                      {"calibrated_on", pattern.calibrated_on},
                                      {"holds", each.holds},
                                      {"readings", std::move(readings)},
                                      {"note", each.evidence.note}});
  }
  return {{"parameters", heading.parameters},
          {"command", heading.command},
          {"version", heading.version},
          {"effort", heading.effort == patterns::Effort::quick ? "quick" : "full"},
          {"seed", heading.seed},
          {"patterns_held", patterns::held(verdicts)},
          {"patterns", std::move(all)}};
}

}  // namespace clout::cli
