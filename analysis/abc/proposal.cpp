#include "analysis/abc/proposal.hpp"

#include <cmath>

#include "sim/random/distributions.hpp"

namespace clout::abc {

namespace {

/// Standard deviation of the noise, a share of the range: small beside what a calibration resolves.
constexpr double noise = 0.01;

/// Which coordinates move: each with chance 1, 1/2 or 1/4, alike; one at least. Few at a time are
/// accepted more often where parameters are many.
std::vector<std::size_t> moved_coordinates(std::size_t count, random::KeyedEngine& engine) {
  const double chance = 1.0 / static_cast<double>(1U << random::below(engine(), 3));
  std::vector<std::size_t> moved;
  for (std::size_t i = 0; i < count; ++i) {
    if (random::unit_double(engine()) < chance) moved.push_back(i);
  }
  if (moved.empty()) moved.push_back(random::below(engine.bits64(), count));
  return moved;
}

}  // namespace

double reflected(double place) {
  const double turn = std::abs(place - 2 * std::floor(place / 2));  // 2 is there and back
  return turn > 1 ? 2 - turn : turn;
}

Places proposal(const Places& from, std::span<const Places> population,
                random::KeyedEngine& engine) {
  const std::size_t a = random::below(engine.bits64(), population.size());
  const std::size_t other = random::below(engine.bits64(), population.size() - 1);
  const std::size_t b = other < a ? other : other + 1;
  const std::vector<std::size_t> moved = moved_coordinates(from.size(), engine);
  // The length that suits a normal target of so many dimensions best (ter Braak 2006).
  const double length = 2.38 / std::sqrt(2.0 * static_cast<double>(moved.size()));
  Places to = from;
  for (const std::size_t i : moved) {
    const double along = length * (population[a][i] - population[b][i]);
    to[i] = reflected(from[i] + along + random::normal(engine.bits64(), 0, noise));
  }
  return to;
}

}  // namespace clout::abc
