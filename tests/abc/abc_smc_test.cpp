#include "analysis/abc/abc_smc.hpp"

#include <cmath>
#include <limits>

#include "analysis/abc/marginal.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/distributions.hpp"
#include "sim/random/philox.hpp"
#include "tests/support/catch.hpp"

namespace abc = clout::abc;
namespace parallel = clout::parallel;
namespace portable = clout::portable;
namespace draws = clout::random;

namespace {

constexpr double noise = 0.1;  // standard deviation of an observation
constexpr double band = 0.15;  // observations are accepted within it of 0

/// Two observations of two parameters: their sum and their difference, each with normal noise.
std::vector<double> observe(std::span<const double> parameters, abc::EvaluationKey key,
                            const abc::Hopeless&) {
  const draws::StreamKey stream =
      draws::stream_key(draws::Seed{3}, draws::Replicate{0}, draws::Purpose::self_test);
  const draws::Block bits =
      draws::draw_block(stream, std::uint64_t{key.generation} << 32 | key.particle, key.attempt, 0);
  return {parameters[0] + parameters[1] + draws::normal(draws::half_block(bits, 0), 0, noise),
          parameters[0] - parameters[1] + draws::normal(draws::half_block(bits, 1), 0, noise)};
}

const std::vector<abc::Prior> priors = {{"a", -1, 1}, {"b", -1, 1}};
const std::vector<abc::Target> targets = {{"sum", -band, band}, {"difference", -band, band}};

abc::AbcSettings settings(std::size_t particles, std::size_t generations) {
  return {.particles = particles,
          .generations = generations,
          .survivors = 0.5,
          .moves = 4,
          .seed = draws::Seed{7}};
}

/// Variance of a sum s whose density is P(|s + noise| <= band), a flat prior far wider than that.
double analytic_variance() {
  double mass = 0;
  double square = 0;
  for (double s = -1; s <= 1; s += 1e-4) {
    const double density =
        portable::normal_cdf((band - s) / noise) - portable::normal_cdf((-band - s) / noise);
    mass += density;
    square += density * s * s;
  }
  return square / mass;
}

struct SumMoments {
  double mean = 0;
  double variance = 0;
};

/// Of the sum and of the difference of the parameters, over the accepted.
SumMoments moments(const abc::AbcResult& result, double sign) {
  SumMoments found;
  for (const abc::Accepted& each : result.accepted) {
    const auto& parameters = result.evaluations[each.evaluation].parameters;
    const double value = parameters[0] + sign * parameters[1];
    found.mean += each.weight * value;
    found.variance += each.weight * value * value;
  }
  found.variance -= found.mean * found.mean;
  return found;
}

bool same(const abc::AbcResult& a, const abc::AbcResult& b) {
  if (a.evaluations.size() != b.evaluations.size() || a.accepted.size() != b.accepted.size())
    return false;
  for (std::size_t i = 0; i < a.evaluations.size(); ++i) {
    if (a.evaluations[i].parameters != b.evaluations[i].parameters ||
        a.evaluations[i].statistics != b.evaluations[i].statistics)
      return false;
  }
  for (std::size_t i = 0; i < a.accepted.size(); ++i) {
    if (a.accepted[i].evaluation != b.accepted[i].evaluation ||
        a.accepted[i].weight != b.accepted[i].weight)
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the accepted of a linear-Gaussian toy have the analytic posterior") {
  const abc::AbcResult result = abc_smc(priors, targets, observe, settings(4000, 20));
  REQUIRE(result.complete);
  REQUIRE(result.generations.back().threshold == 0);
  const double variance = analytic_variance();
  const double effective = result.generations.back().effective;
  REQUIRE(effective > 1000);
  for (const double sign : {1.0, -1.0}) {
    const SumMoments found = moments(result, sign);
    // Copies of copies are related: half the effective number, and five standard errors.
    CHECK(std::abs(found.mean) < 5 * std::sqrt(variance / (effective / 2)));
    CHECK(std::abs(found.variance / variance - 1) < 5 * std::sqrt(2 / (effective / 2)));
  }
  // The check can fail: the generation before the last threshold is wider than that.
  const abc::AbcResult prior = abc_smc(priors, targets, observe, settings(4000, 0));
  CHECK(moments(prior, 1).variance > 10 * variance);
}

TEST_CASE("a surrogate that is misled costs evaluations, not the posterior") {
  // The sum has a tooth that no parabola sees: accepted are the sums within the band, and the
  // tooth's, where the guess is far outside.
  const std::vector<abc::Target> sum = {{"sum", -0.2, 0.2, false, 0.2}};
  const auto toothed = [](std::span<const double> parameters, abc::EvaluationKey,
                          const abc::Hopeless&) {
    const double at = parameters[0];
    return std::vector{at > 0.6 && at < 0.8 ? 0.0 : at};
  };
  const std::vector<abc::Prior> line = {{"a", -1, 1}};
  const abc::AbcResult result = abc_smc(line, sum, toothed, settings(4000, 20));
  REQUIRE(result.generations.back().threshold == 0);
  double in_tooth = 0;
  for (const abc::Accepted& each : result.accepted)
    in_tooth += result.evaluations[each.evaluation].parameters[0] > 0.5 ? each.weight : 0;
  // A third of the accepted range; copies of copies, five standard errors.
  CHECK(std::abs(in_tooth - 1.0 / 3) <
        5 * std::sqrt(2.0 / 9 / (result.generations.back().effective / 2)));
}

TEST_CASE("the same bits on any number of threads") {
  abc::AbcResult first;
  parallel::with_threads(1, [&] { first = abc_smc(priors, targets, observe, settings(101, 5)); });
  for (const int threads : {2, 5}) {
    parallel::with_threads(
        threads, [&] { CHECK(same(abc_smc(priors, targets, observe, settings(101, 5)), first)); });
  }
  abc::AbcSettings other = settings(101, 5);
  other.seed = draws::Seed{8};
  CHECK_FALSE(same(abc_smc(priors, targets, observe, other), first));
}

TEST_CASE("every parameter set lies in the ranges") {
  const std::vector<abc::Prior> scales = {{"a", 1e-5, 1e-2, abc::Scale::logarithmic},
                                          {"b", -3, -2}};
  const std::vector<abc::Target> corner = {{"a", 0, 2e-5}, {"b", -2.01, 0}};
  const auto itself = [](std::span<const double> parameters, abc::EvaluationKey,
                         const abc::Hopeless&) {
    return std::vector<double>(parameters.begin(), parameters.end());
  };
  const abc::AbcResult result = abc_smc(scales, corner, itself, settings(100, 8));
  for (const abc::Evaluation& each : result.evaluations) {
    for (std::size_t p = 0; p < scales.size(); ++p) {
      CHECK(each.parameters[p] >= scales[p].low);
      CHECK(each.parameters[p] <= scales[p].high);
    }
  }
  CHECK(result.generations.back().threshold < 0.1);
}

TEST_CASE("thresholds fall, weights sum to one, no more evaluations than planned") {
  const abc::AbcResult result = abc_smc(priors, targets, observe, settings(60, 3));
  REQUIRE(result.generations.size() == 4);
  double sum = 0;
  for (const abc::Accepted& each : result.accepted) {
    sum += each.weight;
    CHECK(result.evaluations[each.evaluation].distance <= result.generations.back().threshold);
  }
  CHECK(std::abs(sum - 1) < 1e-12);
  for (std::size_t g = 1; g < 4; ++g)
    CHECK(result.generations[g].threshold <= result.generations[g - 1].threshold);
  CHECK(result.evaluations.size() <= abc::planned_evaluations(settings(60, 3)));
}

TEST_CASE("an evaluation that failed is never accepted while others did not") {
  const auto half_fail = [](std::span<const double> parameters, abc::EvaluationKey key,
                            const abc::Hopeless& hopeless) {
    return parameters[0] > 0 ? std::vector<double>{} : observe(parameters, key, hopeless);
  };
  const abc::AbcResult result = abc_smc(priors, targets, half_fail, settings(100, 3));
  REQUIRE(result.complete);
  for (const abc::Accepted& each : result.accepted)
    CHECK(result.evaluations[each.evaluation].parameters[0] <= 0);
}

TEST_CASE("what is left unfinished because it is hopeless does not change who is accepted") {
  std::atomic<int> left_out = 0;
  const auto lazy = [&](std::span<const double> parameters, abc::EvaluationKey key,
                        const abc::Hopeless& hopeless) {
    std::vector<double> all = observe(parameters, key, hopeless);
    std::vector<double> known = all;
    known.back() = std::nan("");
    if (!hopeless(known)) return all;
    ++left_out;
    return known;
  };
  // The surrogate learns less, so the walks differ; but nobody who is accepted is unfinished.
  const abc::AbcResult result = abc_smc(priors, targets, lazy, settings(100, 4));
  CHECK(left_out > 10);
  for (const abc::Accepted& each : result.accepted) {
    const abc::Evaluation& set = result.evaluations[each.evaluation];
    CHECK(set.distance <= result.generations.back().threshold);
    CHECK(std::ranges::none_of(set.statistics, [](double value) { return std::isnan(value); }));
  }
}

TEST_CASE("a stop leaves the last finished generation") {
  const abc::AbcSettings plan = settings(50, 6);
  std::stop_source stop;
  const std::size_t after = plan.particles + 130;  // in the second generation
  const auto progress = [&](std::size_t done, std::size_t, double) {
    if (done == after) stop.request_stop();
  };
  const abc::AbcResult result = abc_smc(priors, targets, observe, plan, progress, stop.get_token());
  CHECK_FALSE(result.complete);
  const abc::AbcResult whole = abc_smc(priors, targets, observe, settings(50, 1));
  CHECK(same(result, whole));
  std::stop_source at_once;
  at_once.request_stop();
  CHECK(abc_smc(priors, targets, observe, plan, {}, at_once.get_token()).accepted.empty());
}

TEST_CASE("a target without a unit takes it from the prior") {
  const std::vector<abc::Target> open = {{.name = "sum", .low = 0},
                                         {.name = "difference", .high = 0}};
  const abc::AbcResult result = abc_smc(priors, open, observe, settings(400, 2));
  // The sum of two uniform parameters has quartiles at +-0.59; noise adds a little.
  CHECK(std::abs(result.targets[0].unit - 0.59) < 0.1);
}
