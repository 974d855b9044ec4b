#include "analysis/stats/win_probability.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "analysis/stats/difference.hpp"
#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using stats::Contestant;
using tests::sample_a;
using tests::sample_b;
using tests::sample_c;

namespace {

/// Five standard errors of the draws.
constexpr double margin = 0.018;

std::vector<stats::WinProbability> chances(const std::vector<Contestant>& contestants) {
  return stats::win_probabilities(contestants);
}

}  // namespace

TEST_CASE("of two paired arms each wins as often as Student says") {
  const auto chance = chances({{sample_a, 0}, {sample_b, 0}});
  const auto difference = stats::paired_difference(sample_a, sample_b);
  CHECK(chance[0].mean_is_best == Approx(stats::chance_above_zero(difference)).margin(margin));
  CHECK(chance[0].wins_further ==
        Approx(stats::chance_further_above_zero(difference)).margin(margin));
  CHECK(chance[0].mean_is_best + chance[1].mean_is_best == Approx(1));
}

TEST_CASE("of two independent arms each wins as the Behrens-Fisher integral says") {
  // tests/reference/stats/figures.R
  const auto chance = chances({{sample_a, 0}, {sample_c, 1}});
  CHECK(chance[0].mean_is_best == Approx(0.6012552769).margin(margin));
  CHECK(chance[0].wins_further == Approx(0.5436903612).margin(margin));
}

TEST_CASE("arms that are the same share the win") {
  const auto chance = chances({{sample_a, 0}, {sample_b, 0}, {sample_a, 0}});
  CHECK(chance[0].mean_is_best == Approx(chance[2].mean_is_best));
  CHECK(chance[0].mean_is_best + chance[1].mean_is_best + chance[2].mean_is_best == Approx(1));
  const std::vector<double> flat{1, 1, 1};
  for (const auto& each : chances({{flat, 0}, {flat, 0}, {flat, 0}, {flat, 0}})) {
    CHECK(each.mean_is_best == Approx(0.25));
    CHECK(each.wins_further == Approx(0.25));
  }
}

TEST_CASE(
    "chances of eight arms in four replicates are those of drawing in the replicates' space") {
  // Another way to the same distribution, without a factor of the covariance: a sum over replicates
  // of normals times deviations has the sample's covariance.
  std::vector<std::vector<double>> values;
  std::vector<Contestant> contestants;
  for (std::uint64_t arm = 0; arm < 8; ++arm) {
    values.push_back(tests::normals(4, arm));
    values.back()[0] += 0.4 * static_cast<double>(arm);
  }
  for (const auto& each : values) contestants.push_back({each, 0});
  std::mt19937_64 engine(5);
  std::normal_distribution<double> normal;
  std::chi_squared_distribution<double> chi_squared(3);
  constexpr int draws = 20000;
  std::vector<double> wins(8);
  for (int n = 0; n < draws; ++n) {
    const double stretch = 1 / std::sqrt(4 * chi_squared(engine));
    const std::vector<double> g{normal(engine), normal(engine), normal(engine), normal(engine)};
    std::vector<double> drawn;
    for (const auto& each : values) {
      const double mean = stats::moments(each).mean;
      drawn.push_back(mean);
      for (std::size_t r = 0; r < 4; ++r) drawn.back() += stretch * g[r] * (each[r] - mean);
    }
    ++wins[static_cast<std::size_t>(std::max_element(drawn.begin(), drawn.end()) - drawn.begin())];
  }
  const auto chance = stats::win_probabilities(contestants);
  for (std::size_t arm = 0; arm < 8; ++arm)
    CHECK(chance[arm].mean_is_best == Approx(wins[arm] / draws).margin(2 * margin));
}

TEST_CASE("chances do not depend on scale, and one replicate gives none") {
  auto a = sample_a;
  auto b = sample_b;
  for (double& value : a) value = 1e6 * value + 5e8;
  for (double& value : b) value = 1e6 * value + 5e8;
  CHECK(chances({{a, 0}, {b, 0}})[0].mean_is_best ==
        Approx(chances({{sample_a, 0}, {sample_b, 0}})[0].mean_is_best).margin(0.001));
  const std::vector<double> one{1};
  CHECK(std::isnan(chances({{one, 0}, {one, 0}})[0].mean_is_best));
}
