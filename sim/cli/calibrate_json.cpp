// What calibration found, for machines.
#include <boost/json/array.hpp>

#include "analysis/abc/marginal.hpp"
#include "analysis/abc/together.hpp"
#include "sim/cli/calibrate_output.hpp"
#include "sim/cli/json_number.hpp"

namespace clout::cli {

namespace {

namespace json = boost::json;

json::array waves_json(const abc::MatchResult& result) {
  json::array all;
  for (const abc::Wave& each : result.waves) {
    all.push_back(json::object{{"threshold", json_number(each.threshold)},
                               {"evaluations", each.evaluations},
                               {"nearer", each.nearer},
                               {"matched", each.matched},
                               {"least_distance", json_number(each.least)}});
  }
  return all;
}

json::array statistics_json(const Calibration& calibration) {
  const abc::MatchResult& result = calibration.result;
  json::array all;
  for (std::size_t t = 0; t < result.targets.size(); ++t) {
    const abc::Target& target = result.targets[t];
    const abc::MetTarget met = abc::how_often_met(result, t);
    const auto [values, weights] = accepted_statistic(result, t);
    const auto quantile = [&](double share) {
      return json_number(abc::weighted_quantile(values, weights, share));
    };
    all.push_back(json::object{{"name", target.name},
                               {"band_low", json_number(target.low)},
                               {"band_high", json_number(target.high)},
                               {"ratio", target.ratio},
                               {"unit", json_number(target.unit)},
                               {"at_defaults", json_number(calibration.default_statistics[t])},
                               {"met_by_prior", json_number(met.of_prior)},
                               {"met_by_evaluations", met.tried},
                               {"met_by_accepted", json_number(met.of_accepted)},
                               {"median", quantile(0.5)},
                               {"low", quantile(0.05)},
                               {"high", quantile(0.95)}});
  }
  return all;
}

json::array parameters_json(const Calibration& calibration) {
  const abc::MatchResult& result = calibration.result;
  const auto& point =
      result.evaluations[result.accepted[abc::medoid(result, calibration.priors)].evaluation];
  json::array all;
  for (std::size_t p = 0; p < calibration.priors.size(); ++p) {
    const abc::Prior& prior = calibration.priors[p];
    const abc::Marginal found = abc::marginal(result, calibration.priors, p);
    all.push_back(json::object{{"name", prior.name},
                               {"prior_low", json_number(prior.low)},
                               {"prior_high", json_number(prior.high)},
                               {"logarithmic", prior.scale == abc::Scale::logarithmic},
                               {"default", json_number(calibration.defaults[p])},
                               {"mean", json_number(found.mean)},
                               {"low", json_number(found.low)},
                               {"high", json_number(found.high)},
                               {"narrower", json_number(found.narrower)},
                               {"point", json_number(point.parameters[p])}});
  }
  return all;
}

json::array conflicts_json(const abc::MatchResult& result) {
  json::array all;
  for (const abc::Conflict& each : abc::conflicts(result)) {
    all.push_back(json::object{{"a", result.targets[each.a].name},
                               {"b", result.targets[each.b].name},
                               {"together_in_prior", each.together},
                               {"expected_in_prior", json_number(each.expected)},
                               {"together_in_evaluations", each.ever},
                               {"least_miss", json_number(each.least)}});
  }
  return all;
}

}  // namespace

json::object calibration_json(const Calibration& calibration) {
  const abc::MatchResult& result = calibration.result;
  return {{"sets", calibration.settings.wanted},
          {"matched", result.waves.back().matched},
          {"seed", static_cast<std::uint64_t>(calibration.settings.seed)},
          {"complete", result.complete},
          {"evaluations", result.evaluations.size()},
          {"waves", waves_json(result)},
          {"statistics", statistics_json(calibration)},
          {"parameters", parameters_json(calibration)},
          {"conflicts", conflicts_json(result)}};
}

}  // namespace clout::cli
