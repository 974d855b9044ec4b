// What calibration found, on a terminal.
#include <cmath>

#include <fmt/format.h>

#include "analysis/abc/marginal.hpp"
#include "analysis/abc/together.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/cli/calibrate_output.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

constexpr std::size_t line_width = 100;

std::string number(double value) { return report::number_text(value, "1"); }

std::string between(double low, double high) {
  return fmt::format("{} .. {}", number(low), number(high));
}

std::string percent(double share) { return fmt::format("{:.0f}%", 100 * share); }

std::string waves_text(const Calibration& calibration) {
  std::string text = fmt::format("{:>10} {:>12} {:>10} {:>9} {:>9}\n", "wave", "evaluations",
                                 "threshold", "nearer", "matched");
  const auto& waves = calibration.result.waves;
  for (std::size_t w = 0; w < waves.size(); ++w) {
    const abc::Wave& each = waves[w];
    text +=
        fmt::format("{:>10} {:>12} {:>10} {:>9} {:>9}\n", w == 0 ? "ranges" : std::to_string(w),
                    each.evaluations, std::isinf(each.threshold) ? "none" : number(each.threshold),
                    each.nearer, each.matched);
  }
  return text;
}

std::string statistics_text(const Calibration& calibration) {
  const abc::MatchResult& result = calibration.result;
  std::string text = fmt::format("{:<34} {:<18} {:>8} {:>6} {:>6} {:>8} {:>18}\n", "statistic",
                                 "band", "defaults", "prior", "met", "median", "90%");
  for (std::size_t t = 0; t < result.targets.size(); ++t) {
    const abc::Target& target = result.targets[t];
    const abc::MetTarget met = abc::how_often_met(result, t);
    const auto [values, weights] = accepted_statistic(result, t);
    text += fmt::format("{:<34} {:<18} {:>8} {:>6} {:>6} {:>8} {:>18}\n", target.name,
                        band_text(target), number(calibration.default_statistics[t]),
                        percent(met.of_prior), percent(met.of_accepted),
                        number(abc::weighted_quantile(values, weights, 0.5)),
                        between(abc::weighted_quantile(values, weights, 0.05),
                                abc::weighted_quantile(values, weights, 0.95)));
  }
  return text;
}

std::string parameters_text(const Calibration& calibration) {
  const std::size_t typical = abc::medoid(calibration.result, calibration.priors);
  const auto& point =
      calibration.result.evaluations[calibration.result.accepted[typical].evaluation];
  std::string text = fmt::format("{:<40} {:<17} {:>8} {:>8} {:>18} {:>9} {:>8}\n", "parameter",
                                 "prior", "default", "mean", "90%", "narrower", "point");
  for (std::size_t p = 0; p < calibration.priors.size(); ++p) {
    const abc::Prior& prior = calibration.priors[p];
    const abc::Marginal found = abc::marginal(calibration.result, calibration.priors, p);
    text += fmt::format("{:<40} {:<17} {:>8} {:>8} {:>18} {:>9} {:>8}\n", prior.name,
                        between(prior.low, prior.high), number(calibration.defaults[p]),
                        number(found.mean), between(found.low, found.high), percent(found.narrower),
                        number(point.parameters[p]));
  }
  return text;
}

/// Bands that hardly any set meets at once, the worst first.
std::string conflicts_text(const Calibration& calibration) {
  const abc::MatchResult& result = calibration.result;
  std::string text;
  for (const abc::Conflict& each : abc::conflicts(result)) {
    text += wrapped(
        fmt::format("- {} and {}: together in {} of {} draws from the prior, {:.1f} expected if "
                    "independent; in {} of {} evaluations; {}",
                    result.targets[each.a].name, result.targets[each.b].name, each.together,
                    result.of_prior, each.expected, each.ever, result.evaluations.size(),
                    each.ever == 0 ? "at best " + number(each.least) + " units outside in sum"
                                   : std::string("possible")),
        line_width, 2);
  }
  return text.empty() ? "- none\n" : text;
}

}  // namespace

std::string band_text(const abc::Target& target) {
  if (std::isinf(target.low) && std::isinf(target.high)) return "any";
  if (std::isinf(target.high)) return "at least " + number(target.low);
  if (std::isinf(target.low)) return "at most " + number(target.high);
  return number(target.low) + " to " + number(target.high);
}

WeightedValues accepted_statistic(const abc::MatchResult& result, std::size_t statistic) {
  WeightedValues found;
  for (const abc::Accepted& each : result.accepted) {
    const auto& statistics = result.evaluations[each.evaluation].statistics;
    if (statistic >= statistics.size()) continue;
    found.values.push_back(statistics[statistic]);
    found.weights.push_back(each.weight);
  }
  return found;
}

std::string calibration_table(const Calibration& calibration) {
  return fmt::format(
      "History matching: {} sets at which all criteria hold, {} evaluations, seed "
      "{}\n\n{}\n{}\n{}\n"
      "Bands seldom met together:\n{}\n{}",
      calibration.result.waves.back().matched, calibration.result.evaluations.size(),
      static_cast<std::uint64_t>(calibration.settings.seed), waves_text(calibration),
      statistics_text(calibration), parameters_text(calibration), conflicts_text(calibration),
      wrapped(
          "Prior: share of draws from the ranges in the band. Met: share of the accepted in it. "
          "Accepted are all sets that match or, while there are fewer than asked for, the "
          "nearest. Threshold: sum of misses, each in half widths of its band, of the farthest "
          "set that the wave began at. Narrower: 1 - deviation of the accepted / of the range. "
          "Point: the accepted set nearest to the mean of all.",
          line_width));
}

}  // namespace clout::cli
