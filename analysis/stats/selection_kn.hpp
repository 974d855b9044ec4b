// Selecting the best of many arms with a promised probability, replicate by replicate.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace clout::stats {

/// What is promised: with at least this confidence the arm selected is within indifference of the
/// best.
struct Promise {
  double indifference = 0;   ///< smallest difference of means worth finding, above 0
  double confidence = 0.95;  ///< in (1 / arms, 1)
  std::size_t pilot = 10;    ///< replicates of every arm before the first is dropped, 2 or more
};

struct Selection {
  std::vector<std::size_t> surviving;  ///< positions of the arms still in play, ascending
  std::size_t replicates = 0;          ///< of each of them that have been judged
  bool decided = false;                ///< whether a single arm is left
};

/// Procedure KN (S.-H. Kim and B. Nelson, ACM TOMACS 11, 2001, c = 1), greatest mean best: after
/// the pilot, every further replicate may drop arms that are behind another by more than the
/// triangle of that pair allows. The promise holds for normal outcomes, also with common random
/// numbers, on which it gains: it uses variances of differences. arms: replicate r of all arms is
/// one run; arms that were dropped need no further values. Replays the procedure, so call it with
/// all values there are: run more replicates of the surviving until decided.
Selection select_kn(std::span<const std::span<const double>> arms, const Promise& promise);

}  // namespace clout::stats
