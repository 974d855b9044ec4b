#include <algorithm>

#include "sim/graph/circles.hpp"

namespace clout::graph {

namespace {

constexpr double surest_tie = 0.95;
constexpr double two_to_32 = 0x1p32;

/// How many layers reach down to this percentile.
double layers_reaching(double percentile) {
  return static_cast<double>(std::count_if(TieChances::layer_share.begin(),
                                           TieChances::layer_share.end(),
                                           [&](double share) { return percentile < share; }));
}

/// Ties in one layer of the accounts in stratum number seat, each width wide in percentiles, on
/// average: the mutual follows of an account are shared evenly among the layers that reach down to
/// it.
double mean_in_stratum(const PercentileFunction& mutual, double width, std::size_t seat) {
  constexpr int points = 16;
  double sum = 0;
  for (int point = 0; point < points; ++point) {
    const double percentile = width * (static_cast<double>(seat) + (point + 0.5) / points);
    sum += mutual(percentile) / layers_reaching(percentile);
  }
  return sum / points;
}

double expected_ties(const std::vector<double>& weights, std::size_t seat) {
  double expected = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (k != seat) expected += std::min(surest_tie, weights[seat] * weights[k]);
  }
  return expected;
}

/// Seat weights whose expected ties are as wanted where that can be reached.
std::vector<double> fitted_weights(const std::vector<double>& wanted) {
  constexpr int rounds = 200;
  std::vector<double> weights(wanted.size(), 0.3);
  for (int round = 0; round < rounds; ++round) {
    std::vector<double> next = weights;
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const double expected = expected_ties(weights, j);
      const double ratio = expected > 0 ? wanted[j] / expected : 1;
      // Half of the correction: the two ends of a tie are corrected at once.
      next[j] = std::clamp(weights[j] * (0.5 + 0.5 * std::clamp(ratio, 0.25, 4.0)), 1e-6, 1e3);
    }
    weights = next;
  }
  return weights;
}

}  // namespace

TieChances::TieChances(const PercentileFunction& wanted, std::size_t seats) : seats_(seats) {
  for (std::size_t layer = 0; layer < layers; ++layer) {
    std::vector<double> of_seats;
    for (std::size_t seat = 0; seat < seats; ++seat) {
      of_seats.push_back(
          mean_in_stratum(wanted, layer_share[layer] / static_cast<double>(seats), seat));
    }
    const std::vector<double> weights = fitted_weights(of_seats);
    thresholds_[layer].assign(seats * seats, 0);  // nobody ties with itself
    for (std::size_t j = 0; j < seats; ++j) {
      for (std::size_t k = 0; k < seats; ++k) {
        const double chance = j == k ? 0 : std::min(surest_tie, weights[j] * weights[k]);
        thresholds_[layer][j * seats + k] = static_cast<std::uint32_t>(chance * two_to_32);
      }
    }
  }
}

double TieChances::expected(double percentile) const {
  double sum = 0;
  for (std::size_t layer = 0; layer < layers && percentile < layer_share[layer]; ++layer) {
    const auto seat =
        static_cast<std::size_t>(percentile / layer_share[layer] * static_cast<double>(seats_));
    const std::uint32_t* const row = thresholds(layer, seat);
    for (std::size_t k = 0; k < seats_; ++k) sum += row[k] / two_to_32;
  }
  return sum;
}

}  // namespace clout::graph
