#include "analysis/abc/history_matching.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

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
      draws::draw_block(stream, std::uint64_t{key.wave} << 32 | key.number, 0, 0);
  return {parameters[0] + parameters[1] + draws::normal(draws::half_block(bits, 0), 0, noise),
          parameters[0] - parameters[1] + draws::normal(draws::half_block(bits, 1), 0, noise)};
}

const std::vector<abc::Prior> priors = {{"a", -1, 1}, {"b", -1, 1}};
const std::vector<abc::Target> targets = {{"sum", -band, band}, {"difference", -band, band}};

abc::MatchSettings settings(std::size_t each, std::size_t waves) {
  return {.first = 2 * each,
          .waves = waves,
          .each = each,
          .kept = std::max<std::size_t>(4, each / 2),
          .wanted = 1'000'000,
          .steps = 100,
          .seed = draws::Seed{7}};
}

/// The same two without noise.
std::vector<double> exactly(std::span<const double> parameters, abc::EvaluationKey,
                            const abc::Hopeless&) {
  return {parameters[0] + parameters[1], parameters[0] - parameters[1]};
}

bool same(const abc::MatchResult& a, const abc::MatchResult& b) {
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

TEST_CASE("the accepted match every band, and fill the region that does") {
  abc::MatchSettings plan = settings(200, 4);
  plan.wanted = 400;
  const abc::MatchResult result = match_history(priors, targets, exactly, plan);
  REQUIRE(result.complete);
  REQUIRE(result.accepted.size() >= 400);
  double least = 1;
  double most = -1;
  double mean = 0;
  for (const abc::Accepted& each : result.accepted) {
    const abc::Evaluation& set = result.evaluations[each.evaluation];
    CHECK(set.distance == 0);
    const double sum = set.parameters[0] + set.parameters[1];
    least = std::min(least, sum);
    most = std::max(most, sum);
    mean += each.weight * sum;
  }
  CHECK(least < -0.9 * band);
  CHECK(most > 0.9 * band);
  // Uniform between the ends: standard deviation of a mean of 400.
  CHECK(std::abs(mean) < 5 * band / std::sqrt(3.0 * 400));
  // Draws from the ranges alone match in one of 1 / (0.15^2 / 2) tries.
  CHECK(result.waves.front().matched < 30);
}

TEST_CASE("a surrogate that is misled costs evaluations, and nobody is accepted by its word") {
  // Within the band there is a tooth that no parabola sees, where nothing matches.
  const std::vector<abc::Target> sum = {{"sum", -0.2, 0.2, false, 0.2}};
  const auto toothed = [](std::span<const double> parameters, abc::EvaluationKey,
                          const abc::Hopeless&) {
    const double at = parameters[0];
    return std::vector{at > -0.05 && at < 0.05 ? 1.0 : at};
  };
  const std::vector<abc::Prior> line = {{"a", -1, 1}};
  abc::MatchSettings plan = settings(200, 5);
  plan.wanted = 300;
  const abc::MatchResult result = match_history(line, sum, toothed, plan);
  REQUIRE(result.accepted.size() >= 300);
  for (const abc::Accepted& each : result.accepted) {
    const double at = result.evaluations[each.evaluation].parameters[0];
    CHECK(std::abs(at) >= 0.05);
    CHECK(std::abs(at) <= 0.2);
  }
}

TEST_CASE("the same bits on any number of threads") {
  abc::MatchResult first;
  parallel::with_threads(1,
                         [&] { first = match_history(priors, targets, observe, settings(50, 5)); });
  for (const int threads : {2, 5}) {
    parallel::with_threads(threads, [&] {
      CHECK(same(match_history(priors, targets, observe, settings(50, 5)), first));
    });
  }
  abc::MatchSettings other = settings(50, 5);
  other.seed = draws::Seed{8};
  CHECK_FALSE(same(match_history(priors, targets, observe, other), first));
}

TEST_CASE("every parameter set lies in the ranges") {
  const std::vector<abc::Prior> scales = {{"a", 1e-5, 1e-2, abc::Scale::logarithmic},
                                          {"b", -3, -2}};
  const std::vector<abc::Target> corner = {{"a", 0, 2e-5}, {"b", -2.01, 0}};
  const auto itself = [](std::span<const double> parameters, abc::EvaluationKey,
                         const abc::Hopeless&) {
    return std::vector<double>(parameters.begin(), parameters.end());
  };
  const abc::MatchResult result = match_history(scales, corner, itself, settings(100, 8));
  for (const abc::Evaluation& each : result.evaluations) {
    for (std::size_t p = 0; p < scales.size(); ++p) {
      CHECK(each.parameters[p] >= scales[p].low);
      CHECK(each.parameters[p] <= scales[p].high);
    }
  }
  CHECK(result.waves.back().least < 0.1);
}

TEST_CASE("thresholds fall, weights sum to one, as many evaluations as planned") {
  const abc::MatchResult result = match_history(priors, targets, observe, settings(60, 3));
  REQUIRE(result.waves.size() == 4);
  double sum = 0;
  for (const abc::Accepted& each : result.accepted) sum += each.weight;
  CHECK(std::abs(sum - 1) < 1e-12);
  for (std::size_t w = 1; w < 4; ++w) {
    CHECK(result.waves[w].threshold <= result.waves[w - 1].threshold);
    CHECK(result.waves[w].matched >= result.waves[w - 1].matched);
  }
  CHECK(result.evaluations.size() == abc::planned_evaluations(settings(60, 3)));
}

TEST_CASE("an evaluation that failed is never accepted while others did not") {
  const auto half_fail = [](std::span<const double> parameters, abc::EvaluationKey key,
                            const abc::Hopeless& hopeless) {
    return parameters[0] > 0 ? std::vector<double>{} : observe(parameters, key, hopeless);
  };
  abc::MatchSettings plan = settings(100, 3);
  plan.wanted = 20;
  const abc::MatchResult result = match_history(priors, targets, half_fail, plan);
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
  // The surrogate learns less, so the walks differ; but nobody who is accepted is unfinished. A
  // short walk on a surrogate that knows one band only ends outside of the other often enough.
  abc::MatchSettings plan = settings(100, 4);
  plan.wanted = 60;
  plan.steps = 2;
  const abc::MatchResult result = match_history(priors, targets, lazy, plan);
  CHECK(left_out > 0);
  for (const abc::Accepted& each : result.accepted) {
    const abc::Evaluation& set = result.evaluations[each.evaluation];
    CHECK(std::ranges::none_of(set.statistics, [](double value) { return std::isnan(value); }));
  }
}

TEST_CASE("a stop leaves the last finished wave") {
  const abc::MatchSettings plan = settings(50, 6);
  std::stop_source stop;
  const std::size_t after = plan.first + 70;  // in the second wave
  const auto progress = [&](std::size_t done, std::size_t, double) {
    if (done == after) stop.request_stop();
  };
  const abc::MatchResult result =
      match_history(priors, targets, observe, plan, progress, stop.get_token());
  CHECK_FALSE(result.complete);
  const abc::MatchResult whole = match_history(priors, targets, observe, settings(50, 1));
  CHECK(same(result, whole));
  std::stop_source at_once;
  at_once.request_stop();
  CHECK(match_history(priors, targets, observe, plan, {}, at_once.get_token()).accepted.empty());
}

TEST_CASE("a target without a unit takes it from the prior") {
  const std::vector<abc::Target> open = {{.name = "sum", .low = 0},
                                         {.name = "difference", .high = 0}};
  const abc::MatchResult result = match_history(priors, open, observe, settings(400, 2));
  // The sum of two uniform parameters has quartiles at +-0.59; noise adds a little.
  CHECK(std::abs(result.targets[0].unit - 0.59) < 0.1);
}
