// Which targets can be met, alone and two at a time, by what was tried.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/abc/history_matching.hpp"

namespace clout::abc {

/// How often one target was met.
struct MetTarget {
  double of_prior = 0;     ///< share of draws from the prior
  std::size_t tried = 0;   ///< evaluations, of all generations
  double of_accepted = 0;  ///< weight among the accepted
};

MetTarget how_often_met(const MatchResult& result, std::size_t target);

/// Two targets that are met together less often than if they were independent.
struct Conflict {
  std::size_t a = 0;
  std::size_t b = 0;         ///< a < b
  std::size_t together = 0;  ///< draws from the prior that meet both
  double expected = 0;       ///< the same were they independent
  std::size_t ever = 0;      ///< evaluations that meet both
  double least = 0;          ///< smallest sum of the two misses in any evaluation
};

/// Pairs that draws from the prior meet together less than half as often as expected, or that no
/// evaluation meets, where 3 or more are expected if independent. Those least often met first.
std::vector<Conflict> conflicts(const MatchResult& result);

}  // namespace clout::abc
