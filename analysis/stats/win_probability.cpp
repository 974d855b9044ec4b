#include "analysis/stats/win_probability.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analysis/stats/mean_interval.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/distributions.hpp"

namespace clout::stats {

namespace {

/// Arms that share their luck: their means, and a lower triangle L with L L' = their covariance.
struct Family {
  std::vector<std::size_t> members;  ///< positions among the contestants
  std::vector<double> mean;
  std::vector<std::vector<double>> triangle;
  double replicates = 0;
};

double covariance(std::span<const double> a, double mean_a, std::span<const double> b,
                  double mean_b) {
  CLOUT_EXPECT(a.size() == b.size());
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
  return sum / static_cast<double>(a.size() - 1);
}

/// Cholesky's factor, row by row. What is a combination of arms before it, up to rounding, adds no
/// column of its own.
void add_row(Family& family, std::span<const Contestant> contestants, std::size_t row) {
  const auto values = [&](std::size_t i) { return contestants[family.members[i]].values; };
  auto& L = family.triangle;
  L.emplace_back(row + 1, 0.0);
  for (std::size_t column = 0; column <= row; ++column) {
    double rest = covariance(values(row), family.mean[row], values(column), family.mean[column]);
    const double whole = rest;
    for (std::size_t k = 0; k < column; ++k) rest -= L[row][k] * L[column][k];
    if (column == row) {
      L[row][row] = rest > 1e-12 * whole ? std::sqrt(rest) : 0.0;
    } else {
      L[row][column] = L[column][column] > 0 ? rest / L[column][column] : 0.0;
    }
  }
}

std::vector<Family> families_of(std::span<const Contestant> contestants) {
  std::map<std::size_t, Family> by_number;
  for (std::size_t i = 0; i < contestants.size(); ++i) {
    Family& family = by_number[contestants[i].family];
    family.members.push_back(i);
    family.mean.push_back(moments(contestants[i].values).mean);
    family.replicates = static_cast<double>(contestants[i].values.size());
    add_row(family, contestants, family.members.size() - 1);
  }
  std::vector<Family> families;
  for (auto& [number, family] : by_number) families.push_back(std::move(family));
  return families;
}

/// One draw of what the arms may truly be, and of what they may do in a further replicate.
void draw(const Family& family, random::KeyedEngine engine, std::vector<double>& means,
          std::vector<double>& further) {
  const double degrees = family.replicates - 1;
  const double stretch = std::sqrt(degrees / random::gamma(engine, degrees / 2, 2));
  const double of_mean = stretch / std::sqrt(family.replicates);
  const double of_further = stretch * std::sqrt(1 + 1 / family.replicates);
  std::vector<double> z;
  for (std::size_t i = 0; i < family.members.size(); ++i) {
    z.push_back(random::normal(engine.bits64()));
    double deviation = 0;
    for (std::size_t k = 0; k <= i; ++k) deviation += family.triangle[i][k] * z[k];
    means[family.members[i]] = family.mean[i] + of_mean * deviation;
    further[family.members[i]] = family.mean[i] + of_further * deviation;
  }
}

/// Gives one win to the greatest value, shared among those that differ by rounding only.
void award(const std::vector<double>& values, std::vector<double>& wins) {
  const double best = *std::max_element(values.begin(), values.end());
  const double least = best - 1e-9 * std::abs(best);
  const auto winners =
      std::count_if(values.begin(), values.end(), [&](double value) { return value >= least; });
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] >= least) wins[i] += 1.0 / static_cast<double>(winners);
  }
}

}  // namespace

std::vector<WinProbability> win_probabilities(std::span<const Contestant> contestants) {
  const std::size_t arms = contestants.size();
  const double none = std::numeric_limits<double>::quiet_NaN();
  std::vector<WinProbability> chances(arms, {none, none});
  if (std::any_of(contestants.begin(), contestants.end(),
                  [](const Contestant& each) { return each.values.size() < 2; }))
    return chances;
  const std::vector<Family> families = families_of(contestants);
  const auto key =
      random::stream_key(random::Seed{0}, random::Replicate{0}, random::Purpose::win_probability);
  std::vector<double> means(arms), further(arms), mean_wins(arms), further_wins(arms);
  for (std::uint64_t n = 0; n < win_draws; ++n) {
    for (std::size_t f = 0; f < families.size(); ++f)
      draw(families[f], random::KeyedEngine(key, n, static_cast<std::uint32_t>(f)), means, further);
    award(means, mean_wins);
    award(further, further_wins);
  }
  for (std::size_t i = 0; i < arms; ++i)
    chances[i] = {mean_wins[i] / win_draws, further_wins[i] / win_draws};
  return chances;
}

}  // namespace clout::stats
