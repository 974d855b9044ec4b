#include <cmath>

#include "analysis/stats/selection_kn.hpp"
#include "analysis/stats/selection_ocba.hpp"
#include "tests/stats/samples.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

using Values = std::vector<std::vector<double>>;

/// Arms of these means, unit variance; `common` is the correlation that common random numbers give.
Values simulated(const std::vector<double>& means, double common, std::size_t replicates,
                 std::uint64_t number) {
  const auto shared = tests::normals(replicates, 1000 * number);
  Values arms;
  for (std::size_t arm = 0; arm < means.size(); ++arm) {
    auto own = tests::normals(replicates, 1000 * number + arm + 1);
    for (std::size_t r = 0; r < replicates; ++r)
      own[r] = means[arm] + std::sqrt(common) * shared[r] + std::sqrt(1 - common) * own[r];
    arms.push_back(std::move(own));
  }
  return arms;
}

std::vector<std::span<const double>> spans(const Values& arms) {
  return {arms.begin(), arms.end()};
}

struct Record {
  int correct = 0;
  double replicates = 0;
};

/// KN on the least favourable means: one arm ahead by the indifference, the rest equal.
Record kn_record(double common, int repetitions) {
  const stats::Promise promise{0.5, 0.95, 10};
  Record record;
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    const Values arms =
        simulated({0, 0, 0.5, 0, 0}, common, 1000, static_cast<std::uint64_t>(repetition));
    const auto selection = stats::select_kn(spans(arms), promise);
    record.correct += selection.decided && selection.surviving.front() == 2;
    record.replicates += static_cast<double>(selection.replicates) / repetitions;
  }
  return record;
}

std::vector<stats::Moments> moments_of(const Values& arms, const std::vector<std::size_t>& counts) {
  std::vector<stats::Moments> result;
  for (std::size_t arm = 0; arm < arms.size(); ++arm)
    result.push_back(stats::moments(std::span(arms[arm]).first(counts[arm])));
  return result;
}

std::size_t best_of(const std::vector<stats::Moments>& arms) {
  std::size_t best = 0;
  for (std::size_t arm = 1; arm < arms.size(); ++arm)
    if (arms[arm].mean > arms[best].mean) best = arm;
  return best;
}

}  // namespace

TEST_CASE("KN selects the best arm as often as promised, sooner with common random numbers") {
  const Record apart = kn_record(0, 500);
  const Record together = kn_record(0.7, 500);
  CHECK(apart.correct >= 475);
  CHECK(together.correct >= 475);
  CHECK(together.replicates < 0.6 * apart.replicates);
}

TEST_CASE("KN waits for its pilot, can be continued, and keeps the first of equal arms") {
  const Values arms = simulated({0, 0.2, 1}, 0, 400, 1);
  const stats::Promise promise{0.3, 0.95, 10};
  std::vector<std::span<const double>> few;
  for (const auto& arm : arms) few.push_back(std::span(arm).first(9));
  CHECK(stats::select_kn(few, promise).surviving.size() == 3);
  CHECK(stats::select_kn(few, promise).replicates == 0);
  const auto whole = stats::select_kn(spans(arms), promise);
  CHECK(whole.decided);
  // Values of dropped arms are not needed.
  std::vector<std::span<const double>> cut = spans(arms);
  cut[0] = cut[0].first(whole.replicates);
  CHECK(stats::select_kn(cut, promise).surviving == whole.surviving);
  const Values equal{std::vector<double>(20, 1.0), std::vector<double>(20, 1.0)};
  CHECK(stats::select_kn(spans(equal), promise).surviving == std::vector<std::size_t>{0});
}

TEST_CASE("OCBA's shares are those of the theorem") {
  // Leads 1 and 2, deviations 1: shares 1 and 1/4 of each other, the best sqrt(1 + 1/16).
  const std::vector<stats::Moments> arms{{3, 1, 10}, {2, 1, 10}, {1, 1, 10}};
  const auto shares = stats::ocba_shares(arms, 0.1);
  CHECK(shares[1] / shares[2] == Approx(4));
  CHECK(shares[0] / shares[1] == Approx(std::sqrt(1 + 1.0 / 16)));
  CHECK(shares[0] + shares[1] + shares[2] == Approx(1));
  const auto next = stats::ocba_next(arms, 0.1, 12);
  CHECK(next[0] + next[1] + next[2] == 12);
  CHECK(next[2] == 0);
}

TEST_CASE("OCBA finds the best of ten more often than equal shares of the same budget") {
  const std::vector<double> means{0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5};
  int by_ocba = 0, by_equal = 0;
  for (std::uint64_t repetition = 0; repetition < 400; ++repetition) {
    const Values arms = simulated(means, 0, 200, repetition);
    std::vector<std::size_t> counts(means.size(), 5);
    for (int round = 0; round < 10; ++round) {
      const auto next = stats::ocba_next(moments_of(arms, counts), 0.1, 10);
      for (std::size_t arm = 0; arm < counts.size(); ++arm) counts[arm] += next[arm];
    }
    by_ocba += best_of(moments_of(arms, counts)) == 9;
    by_equal += best_of(moments_of(arms, std::vector<std::size_t>(10, 15))) == 9;
  }
  CHECK(by_ocba > by_equal + 10);
}

TEST_CASE("OCBA that stops at a chance of 95% is right in 95 of 100 repetitions") {
  // Means in steps, and the least favourable: one arm ahead of equals.
  for (const std::vector<double>& means :
       {std::vector<double>{0, 0.4, 0.8, 1.2}, std::vector<double>{0, 0, 0, 0.4}}) {
    int good = 0;
    for (std::uint64_t repetition = 0; repetition < 400; ++repetition) {
      const Values arms = simulated(means, 0, 2000, repetition);
      std::vector<std::size_t> counts(4, 15);
      while (stats::chance_of_good_selection(moments_of(arms, counts), 0.1) < 0.95) {
        const auto next = stats::ocba_next(moments_of(arms, counts), 0.1, 20);
        for (std::size_t arm = 0; arm < 4; ++arm) counts[arm] += next[arm];
      }
      good += best_of(moments_of(arms, counts)) == 3;
    }
    CAPTURE(means[2]);
    CHECK(good >= 380);
  }
}
