// History matching: parameter sets of their ranges whose statistics lie where they have to, found
// in waves, each of which looks where a cheap guess, learnt from all before, rules nothing out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "analysis/abc/evaluation.hpp"
#include "analysis/abc/prior.hpp"
#include "analysis/abc/target.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::abc {

/// Which evaluation: a name for its random draws.
struct EvaluationKey {
  std::uint32_t wave = 0;
  std::uint32_t number = 0;  ///< in the wave
};

/// Whether a set with these statistics, NaN for those not yet known, is out of the question
/// already: what is known alone is farther than the threshold.
using Hopeless = std::function<bool(std::span<const double> known)>;

/// Statistics at a parameter set, in the order of the targets; NaN for one that failed. Dear ones
/// may be left out, as NaN, once hopeless() says that the cheap ones suffice to reject the set.
/// Called from several threads at once; the same arguments must give the same values.
using Statistics = std::function<std::vector<double>(std::span<const double> parameters,
                                                     EvaluationKey key, const Hopeless& hopeless)>;

/// A wave, when it was over.
struct Wave {
  double threshold =
      0;  ///< distance of the farthest set that its walks began at; infinite at first
  std::size_t matched = 0;  ///< sets of distance 0 so far
  std::size_t nearer = 0;   ///< of its evaluations, those within the threshold
  std::size_t evaluations = 0;
  double least = 0;  ///< smallest distance so far
};

/// An evaluation that is in the ensemble, with its share of it.
struct Accepted {
  std::size_t evaluation = 0;  ///< position in MatchResult::evaluations
  double weight = 0;           ///< above 0; they sum to 1
};

struct MatchResult {
  std::vector<Target> targets;          ///< with the units that distances were measured in
  std::vector<Evaluation> evaluations;  ///< all there were; those of the prior come first
  std::size_t of_prior = 0;             ///< how many are plain draws from the ranges
  std::vector<Accepted>
      accepted;             ///< all that match; while they are fewer than wanted, the nearest
  std::vector<Wave> waves;  ///< at least one unless stopped before
  bool complete = false;    ///< as many matched as wanted, or all waves done
};

struct MatchSettings {
  std::size_t first = 200;    ///< draws from the ranges, 4 or more
  std::size_t waves = 20;     ///< after them
  std::size_t each = 100;     ///< evaluations of a wave
  std::size_t kept = 20;      ///< nearest sets that walks begin at, 4 or more
  std::size_t wanted = 50;    ///< matched sets that end the search
  std::size_t steps = 400;    ///< of a walk on the surrogate
  std::vector<double> start;  ///< a set that takes the first draw's place; empty: none
  random::Seed seed{0};
};

/// Evaluations that a run makes at most.
std::size_t planned_evaluations(const MatchSettings& settings);

/// done evaluations of those planned. Called from one thread at a time.
using MatchProgress = std::function<void(std::size_t done, std::size_t wave, double threshold)>;

/// Waves of refocussing (P. S. Craig, M. Goldstein, A. H. Seheult and J. A. Smith, 1997; I. Vernon,
/// M. Goldstein and R. G. Bower, Bayesian Analysis 5, 2010): a wave begins at the nearest sets so
/// far, walks over what a surrogate (surrogate.hpp, learnt from the evaluations before) holds to be
/// no farther, and evaluates where the walks end. A set is accepted by its own statistics, never by
/// the surrogate. What comes out is a set of points that match, not a sample with probabilities:
/// all weigh alike. Steps are differential evolution (proposal.hpp). Units of targets that have
/// none are taken from the draws from the ranges (unit_of). The same bits on any number of threads.
MatchResult match_history(std::span<const Prior> priors, std::span<const Target> targets,
                          const Statistics& statistics, const MatchSettings& settings,
                          const MatchProgress& progress = {}, const std::stop_token& stop = {});

}  // namespace clout::abc
