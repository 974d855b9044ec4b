#include "analysis/abc/marginal.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

namespace abc = clout::abc;

namespace {

/// Four accepted of five evaluations, the last with most of the weight.
abc::MatchResult small() {
  abc::MatchResult result;
  for (const double value : {0.0, 1.0, 2.0, 3.0, 10.0}) result.evaluations.push_back({{value}, {}});
  result.accepted = {{0, 0.1}, {1, 0.1}, {2, 0.2}, {3, 0.6}};
  return result;
}

}  // namespace

TEST_CASE("values and places of both scales") {
  const abc::Prior linear{"a", -2, 2};
  CHECK(abc::value_at(linear, 0.75) == 1);
  CHECK(abc::place_of(linear, 1) == 0.75);
  const abc::Prior log{"b", 1e-4, 1, abc::Scale::logarithmic};
  CHECK(std::abs(abc::value_at(log, 0.5) - 0.01) < 1e-15);
  CHECK(std::abs(abc::place_of(log, 0.1) - 0.75) < 1e-15);
  CHECK(abc::value_at(log, 1) == 1);
}

TEST_CASE("a weighted mean, its interval, and how much narrower than the prior") {
  const std::vector<abc::Prior> priors = {{"a", 0, 10}};
  const abc::Marginal found = abc::marginal(small(), priors, 0);
  CHECK(std::abs(found.mean - 2.3) < 1e-12);
  CHECK(found.low == 0);
  CHECK(found.high == 3);
  const double deviation = std::sqrt(0.1 * 5.29 + 0.1 * 1.69 + 0.2 * 0.09 + 0.6 * 0.49);
  CHECK(std::abs(found.narrower - (1 - deviation / (10 / std::sqrt(12.0)))) < 1e-12);
}

TEST_CASE("quantiles by weight leave out what is not a number") {
  const std::vector<double> values = {3, 1, std::nan(""), 2};
  const std::vector<double> weights = {0.2, 0.5, 10, 0.3};
  CHECK(abc::weighted_quantile(values, weights, 0.5) == 1);
  CHECK(abc::weighted_quantile(values, weights, 0.6) == 2);
  CHECK(abc::weighted_quantile(values, weights, 1) == 3);
  CHECK(std::isnan(abc::weighted_quantile({}, {}, 0.5)));
}

TEST_CASE("a histogram holds all the weight, the medoid is an accepted set near the mean") {
  const std::vector<double> parts = abc::histogram(small(), {"a", 0, 4}, 0, 4);
  CHECK(parts == std::vector<double>{0.1, 0.1, 0.2, 0.6});
  CHECK(abc::histogram(small(), {"a", 0, 3}, 0, 3).back() > 0.79);
  const std::vector<abc::Prior> priors = {{"a", 0, 10}};
  CHECK(abc::medoid(small(), priors) == 2);
}
