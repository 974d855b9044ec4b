#include "sim/graph/inequality.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/support/catch.hpp"

using namespace clout;
using graph::histogram_of;

namespace {

std::vector<std::uint32_t> random_degrees(unsigned seed) {
  std::mt19937 engine(seed);
  std::vector<std::uint32_t> degrees(1 + engine() % 300);
  for (auto& each : degrees) each = static_cast<std::uint32_t>(engine() % (1 + engine() % 50));
  return degrees;
}

}  // namespace

TEST_CASE("Gini is half the mean absolute difference over the mean") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    const auto x = random_degrees(seed);
    double differences = 0, total = 0;
    for (const double a : x) {
      total += a;
      for (const double b : x) differences += std::abs(a - b);
    }
    const double n = static_cast<double>(x.size());
    if (total == 0) {
      CHECK(std::isnan(graph::gini(histogram_of(x))));
    } else {
      CHECK(graph::gini(histogram_of(x)) == Approx(differences / (2 * n * total)).margin(1e-12));
    }
  }
}

TEST_CASE("the top share counts the largest accounts, rounded up to whole ones") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    auto x = random_degrees(seed);
    x.push_back(9);
    std::sort(x.rbegin(), x.rend());
    double total = 0;
    for (const double a : x) total += a;
    for (const double share : {0.01, 0.1, 1.0}) {
      double top = 0;
      for (std::size_t i = 0; static_cast<double>(i) < share * static_cast<double>(x.size()) - 1e-9;
           ++i)
        top += x[i];
      CHECK(graph::top_share(histogram_of(x), share) == Approx(top / total));
    }
  }
}

TEST_CASE("the spread of logarithms leaves accounts without a follow out") {
  const std::vector<std::uint32_t> x = {0, 0, 1, 1, 100, 100};
  CHECK(graph::sd_of_log(histogram_of(x)) == Approx(std::log(100) / 2));
  CHECK(std::isnan(graph::sd_of_log(histogram_of(std::vector<std::uint32_t>{0, 0}))));
}

TEST_CASE("tiers count people, not agents, from their lower bound up to below the upper one") {
  const std::vector<std::uint32_t> x = {0, 99, 100, 999, 1000};  // agents of ten people
  CHECK(graph::share_of_accounts(histogram_of(x), 10, 1e3, 1e4) == Approx(2.0 / 5));
  CHECK(graph::share_of_accounts(histogram_of(x), 10, 1e4, 1e300) == Approx(1.0 / 5));
  CHECK(graph::share_of_accounts(histogram_of(x), 1, 1e3, 1e4) == Approx(1.0 / 5));
}
