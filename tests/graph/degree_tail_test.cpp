#include "sim/graph/degree_tail.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "sim/graph/hurwitz_zeta.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using graph::DegreeTail;

namespace {

/// sum over k >= q of k^-s (ln k)^power, added up to a million and closed by an integral (midpoint
/// rule: error below 1e-12).
double direct_sum(double s, int q, int power) {
  constexpr int last = 1'000'000;
  double sum = 0;
  for (int k = last; k-- > q;) sum += std::pow(k, -s) * std::pow(std::log(k), power);
  const double x = last - 0.5;
  const double a = s - 1;
  const double l = std::log(x);
  const double tail = std::pow(x, -a);
  if (power == 0) return sum + tail / a;
  if (power == 1) return sum + tail * (l / a + 1 / (a * a));
  return sum + tail * (l * l / a + 2 * l / (a * a) + 2 / (a * a * a));
}

/// Draws from the discrete power law by inverting its cumulative distribution, term by term.
std::vector<std::uint32_t> zeta_sample(double alpha, std::uint32_t xmin, std::size_t count,
                                       unsigned seed) {
  constexpr std::uint32_t most = 100'000;
  std::vector<double> above;  // P(X >= xmin + i)
  for (std::uint32_t x = xmin; x < most; ++x) above.push_back(graph::hurwitz_zeta(alpha, x));
  std::mt19937_64 engine(seed);
  std::uniform_real_distribution<double> uniform;
  std::vector<std::uint32_t> sample(count);
  for (std::uint32_t& each : sample) {
    const double at = (1 - uniform(engine)) * above.front();
    const auto last =
        std::partition_point(above.begin(), above.end(), [&](double p) { return p >= at; });
    each = xmin + static_cast<std::uint32_t>(last - above.begin()) - 1;
  }
  return sample;
}

/// The fit as the paper states it, on the raw degrees: a fine search for alpha, and a walk over
/// every integer for the distance.
DegreeTail slow_fit(const std::vector<std::uint32_t>& degrees, std::uint32_t xmin) {
  std::vector<std::uint32_t> tail;
  std::copy_if(degrees.begin(), degrees.end(), std::back_inserter(tail),
               [&](auto x) { return x >= xmin; });
  double log_sum = 0;
  for (const auto x : tail) log_sum += std::log(x);
  const auto loss = [&](double alpha) {
    return static_cast<double>(tail.size()) * std::log(graph::hurwitz_zeta(alpha, xmin)) +
           alpha * log_sum;
  };
  double low = 1.01, high = 30;
  while (high - low > 1e-9) {
    const double a = low + (high - low) / 3, b = high - (high - low) / 3;
    (loss(a) < loss(b) ? high : low) = loss(a) < loss(b) ? b : a;
  }
  DegreeTail fit{.alpha = low, .xmin = xmin, .accounts = tail.size(), .ks_distance = 0};
  const std::uint32_t largest = *std::max_element(tail.begin(), tail.end());
  double below = 0;
  for (std::uint32_t x = xmin; x <= largest; ++x) {
    below += std::pow(x, -low) / graph::hurwitz_zeta(low, xmin);
    const auto seen = std::count_if(tail.begin(), tail.end(), [&](auto each) { return each <= x; });
    fit.ks_distance =
        std::max(fit.ks_distance,
                 std::abs(below - static_cast<double>(seen) / static_cast<double>(tail.size())));
  }
  return fit;
}

}  // namespace

TEST_CASE("the zeta function equals its closed forms and a direct sum, with its derivatives") {
  CHECK(graph::hurwitz_zeta(2, 1) == Approx(M_PI * M_PI / 6).epsilon(1e-14));
  CHECK(graph::hurwitz_zeta(4, 1) == Approx(std::pow(M_PI, 4) / 90).epsilon(1e-14));
  CHECK(graph::hurwitz_zeta(1.01, 1) == Approx(100.57794333849687).epsilon(1e-13));
  for (const double s : {1.7, 2.2, 3.5, 12.0}) {
    for (const int q : {1, 2, 7, 90, 1500}) {
      const graph::ZetaJet jet = graph::hurwitz_zeta_jet(s, q);
      CHECK(jet.value == Approx(direct_sum(s, q, 0)).epsilon(1e-10));
      CHECK(jet.slope == Approx(-direct_sum(s, q, 1)).epsilon(1e-10));
      CHECK(jet.curvature == Approx(direct_sum(s, q, 2)).epsilon(1e-10));
      CHECK(graph::hurwitz_zeta(s, q) == Approx(jet.value).epsilon(1e-14));
    }
  }
}

TEST_CASE("a tail of given cut-off equals the slow fit on the raw degrees") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    auto degrees = zeta_sample(1.8 + 0.2 * seed, seed, 400, seed);
    degrees.resize(450, 0);
    const auto histogram = graph::histogram_of(degrees);
    for (const std::uint32_t xmin : {seed, seed + 3}) {
      const DegreeTail fast = graph::fit_tail_from(histogram, xmin);
      const DegreeTail slow = slow_fit(degrees, fast.xmin);
      CHECK(fast.accounts == slow.accounts);
      CHECK(fast.alpha ==
            Approx(slow.alpha).epsilon(1e-6));  // a search on values finds half the digits
      CHECK(fast.ks_distance == Approx(slow.ks_distance).epsilon(1e-5));
    }
  }
}

TEST_CASE("the cut-off is the one of smallest distance among all that leave fifty accounts") {
  auto degrees = zeta_sample(2.3, 10, 600, 5);
  std::mt19937 engine(6);
  for (int i = 0; i < 900; ++i)
    degrees.push_back(static_cast<std::uint32_t>(engine() % 14));  // a body that is no power law
  const auto histogram = graph::histogram_of(degrees);
  const DegreeTail found = graph::fit_tail(histogram);
  double least = 1;
  for (const std::uint32_t xmin : histogram.degree) {
    if (xmin == 0 || histogram.accounts_from(xmin) < 50 || xmin == histogram.largest()) continue;
    least = std::min(least, graph::fit_tail_from(histogram, xmin).ks_distance);
  }
  CHECK(found.ks_distance == least);
  CHECK(found.xmin >= 8);  // the planted 10, give or take chance
  CHECK(found.xmin <= 30);
}

TEST_CASE("the exponent of a synthetic tail is recovered within its standard error") {
  // 40 fits; each lies beyond 4 standard errors with probability 6e-5: a false alarm in 0.3% of
  // code changes that alter draws.
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const double alpha = 1.9 + 0.03 * seed;
    const std::uint32_t xmin = 1 + seed % 6;
    const auto histogram = graph::histogram_of(zeta_sample(alpha, xmin, 5000, seed));
    const DegreeTail tail = graph::fit_tail_from(histogram, xmin);
    // The sample ends at 100,000, which moves alpha by far less than the error.
    CHECK(std::abs(tail.alpha - alpha) < 4 * tail.standard_error);
    CHECK(tail.standard_error < 0.05);
  }
}

TEST_CASE("the top percent starts at the degree of the account ranked one in a hundred") {
  std::vector<std::uint32_t> degrees;
  for (std::uint32_t i = 1; i <= 1000; ++i) degrees.push_back(i);
  const DegreeTail tail = graph::fit_top_percent(graph::histogram_of(degrees));
  CHECK(tail.xmin == 991);
  CHECK(tail.accounts == 10);
}

TEST_CASE("tails without two distinct degrees are undefined, not guessed") {
  for (const std::vector<std::uint32_t>& degrees :
       {std::vector<std::uint32_t>{}, std::vector<std::uint32_t>(100, 0),
        std::vector<std::uint32_t>(100, 7)}) {
    const auto histogram = graph::histogram_of(degrees);
    CHECK(std::isnan(graph::fit_tail(histogram).alpha));
    CHECK(std::isnan(graph::fit_top_percent(histogram).alpha));
  }
}

TEST_CASE("more candidates than a thousand are thinned, and the fit stays near") {
  auto degrees = zeta_sample(2.2, 400, 60'000, 3);
  const auto histogram = graph::histogram_of(degrees);
  REQUIRE(histogram.degree.size() > 3000);
  DegreeTail tails[2];
  parallel::with_threads(1, [&] { tails[0] = graph::fit_tail(histogram); });
  parallel::with_threads(3, [&] { tails[1] = graph::fit_tail(histogram); });
  CHECK(tails[0].alpha == tails[1].alpha);
  CHECK(tails[0].xmin == tails[1].xmin);
  CHECK(std::abs(tails[0].alpha - 2.2) < 6 * tails[0].standard_error);
}
