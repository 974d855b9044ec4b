#include "sim/graph/audience_curve.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/random/goodness.hpp"
#include "tests/support/catch.hpp"

using clout::graph::AudienceCurve;
using clout::graph::GraphSpec;
using clout::graph::mean_over_percentiles;
using clout::graph::PercentileFunction;
using clout::graph::RankTable;

namespace {

/// Mean over x in [0, 1] by the trapezoid rule in ln x, independent of the grid under test.
double mean_by_logarithms(const PercentileFunction& weight) {
  constexpr int points = 200'000;
  const double start = std::log(1e-12);
  double sum = 0;
  for (int i = 0; i <= points; ++i) {
    const double x = std::exp(start * (1 - static_cast<double>(i) / points));
    sum += weight(x) * x * (i == 0 || i == points ? 0.5 : 1);
  }
  return sum * -start / points;
}

struct CurveCase {
  GraphSpec spec;
  double mean;
  double largest;
};

std::vector<CurveCase> curve_cases() {
  std::vector<CurveCase> cases{{{}, 35, 7700}, {{}, 63, 770'000}, {{}, 2, 10}, {{}, 0.1, 0.3}};
  std::mt19937 engine(5);
  const auto between = [&](double low, double high) {
    return std::uniform_real_distribution<>(low, high)(engine);
  };
  for (int i = 0; i < 12; ++i) {
    GraphSpec spec;
    spec.audience_low_sigma = between(0.1, 4);
    spec.audience_sigma = between(0.1, 5);
    spec.audience_high_sigma = between(0.1, 4);
    spec.audience_high_from = between(0, 3);
    spec.audience_tail_share = between(0.0001, 0.2);
    spec.audience_tail_exponent = between(1.5, 5);
    spec.audience_top_share = between(1e-6, 0.2);
    spec.audience_top_spread = between(0, 20);
    const double mean = between(0.5, 200);
    cases.push_back({spec, mean, mean * between(2, 20'000)});
  }
  return cases;
}

/// Slope of ln followers between two percentiles, per unit of ln x.
double slope(const AudienceCurve& curve, double from, double to) {
  return std::log(curve(to) / curve(from)) / std::log(to / from);
}

double upper_normal(double z) { return 0.5 * std::erfc(z / std::sqrt(2.0)); }

/// Probabilities of the ranks: the integral of the weight over each rank's percentiles.
std::vector<double> exact_shares(const PercentileFunction& weight, std::size_t ranks) {
  constexpr int points = 400;
  std::vector<double> shares(ranks, 0);
  double sum = 0;
  for (std::size_t rank = 0; rank < ranks; ++rank) {
    for (int i = 0; i < points; ++i) {
      shares[rank] +=
          weight((static_cast<double>(rank) + (i + 0.5) / points) / static_cast<double>(ranks));
    }
    sum += shares[rank];
  }
  for (double& share : shares) share /= sum;
  return shares;
}

double draws_fit(const PercentileFunction& weight, const std::vector<double>& shares) {
  constexpr int draws = 400'000;
  const RankTable table(weight);
  std::mt19937_64 engine(11);
  std::vector<double> counts(shares.size(), 0);
  for (int i = 0; i < draws; ++i) {
    counts[table.rank(engine() >> (64 - RankTable::draw_bits),
                      static_cast<std::uint32_t>(shares.size()))] += 1;
  }
  return clout::testing::fit_p(counts, shares, draws);
}

}  // namespace

TEST_CASE("the mean over percentiles agrees with closed forms") {
  CHECK(mean_over_percentiles([](double) { return 3.0; }) == Approx(3).epsilon(1e-9));
  CHECK(mean_over_percentiles([](double x) { return x; }) == Approx(0.5).epsilon(1e-6));
  CHECK(mean_over_percentiles([](double x) { return 1 / std::sqrt(x); }) ==
        Approx(2).epsilon(1e-4));
}

TEST_CASE("audiences fall with the percentile, are bounded, and have the mean asked for") {
  for (const CurveCase& each : curve_cases()) {
    const AudienceCurve curve(each.spec, each.mean, each.largest);
    double last = each.largest;
    bool falling = true;
    for (double x = 0; x <= 1; x = x < 1e-9 ? 1e-9 : x * 1.01) {
      falling = falling && curve(x) <= last * (1 + 1e-12) && curve(x) > 0;
      last = curve(x);
    }
    CHECK(falling);
    CHECK(curve(0) <= each.largest * (1 + 1e-12));
    CHECK(mean_by_logarithms(curve) == Approx(each.mean).epsilon(1e-3));
  }
}

TEST_CASE("the tail has the exponent stated, its top and the body the spreads") {
  GraphSpec spec;
  spec.audience_tail_exponent = 2.2;
  spec.audience_top_spread = 0.8;
  const AudienceCurve curve(spec, 50, 1e15);  // so wide a bound does not bend it
  // A density exponent a means that the share of accounts above k falls as k^-(a-1).
  CHECK(slope(curve, 0.0006, 0.0046) == Approx(-1 / 1.2).epsilon(1e-6));
  // Above the tail audiences are spread evenly: x = half the top share is half of the spread up.
  const double bottom = curve(spec.audience_top_share);
  CHECK(curve(0) / bottom == Approx(1.8).epsilon(1e-6));
  CHECK(curve(spec.audience_top_share / 2) / bottom == Approx(1.4).epsilon(1e-6));
  const auto spread = [&](double from, double to) {
    return std::log(curve(upper_normal(to)) / curve(upper_normal(from))) / (to - from);
  };
  CHECK(spread(-2, -0.1) == Approx(spec.audience_low_sigma).epsilon(1e-6));
  CHECK(spread(0.05, 0.35) == Approx(spec.audience_sigma).epsilon(1e-6));
  CHECK(spread(0.5, 2.5) == Approx(spec.audience_high_sigma).epsilon(1e-6));
}

// Each check alarms on correct code with probability 1e-9, over the choice of the fixed seed.
TEST_CASE("ranks are drawn in proportion to their weights") {
  const auto root = [](double x) { return 1 / std::sqrt(x); };
  std::vector<double> shares;
  for (int rank = 0; rank < 1000; ++rank)
    shares.push_back(std::sqrt((rank + 1) / 1000.0) - std::sqrt(rank / 1000.0));
  CHECK(draws_fit(root, shares) > clout::testing::alarm_level);
  CHECK(draws_fit([](double) { return 1.0; }, std::vector<double>(777, 1 / 777.0)) >
        clout::testing::alarm_level);
  const AudienceCurve audience({}, 40, 8000);
  CHECK(draws_fit(audience, exact_shares(audience, 2)) > clout::testing::alarm_level);
  CHECK(draws_fit(audience, exact_shares(audience, 500)) > clout::testing::alarm_level);
  // and the check can fail: weights that are a twentieth steeper
  CHECK(draws_fit([](double x) { return std::pow(x, -0.525); }, shares) <
        clout::testing::alarm_level);
}

TEST_CASE("ranks stay in range, from the first to the last draw, and the ends are reached") {
  constexpr std::uint64_t last = (std::uint64_t{1} << RankTable::draw_bits) - 1;
  const RankTable table(AudienceCurve({}, 40, 8000));
  std::mt19937_64 engine(3);
  for (const std::uint32_t ranks : {1U, 2U, 3U, 1'000'000U, 1'000'003U, 4'000'000'000U}) {
    CHECK(table.rank(0, ranks) == 0);
    CHECK(table.rank(last, ranks) < ranks);
    CHECK(table.rank(last, ranks) >= ranks - ranks / 1000 - 1);
    bool in_range = true;
    std::uint32_t before = 0;
    for (std::uint64_t step = 0; step <= 20'000; ++step) {  // rising with the mass position
      const std::uint32_t rank = table.rank(last / 20'000 * step, ranks);
      in_range = in_range && rank < ranks && rank >= before;
      before = rank;
    }
    CHECK(in_range);
  }
}
