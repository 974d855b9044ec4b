// Approximate Bayesian computation: parameter sets from their prior whose statistics lie where
// they have to, found by a population that is led there in generations.
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
  std::uint32_t generation = 0;
  std::uint32_t particle = 0;
  std::uint32_t attempt = 0;
};

/// Whether a set with these statistics, NaN for those not yet known, is out of the question
/// already: what is known alone is farther than the threshold.
using Hopeless = std::function<bool(std::span<const double> known)>;

/// Statistics at a parameter set, in the order of the targets; NaN for one that failed. Dear ones
/// may be left out, as NaN, once hopeless() says that the cheap ones suffice to reject the set.
/// Called from several threads at once; the same arguments must give the same values.
using Statistics = std::function<std::vector<double>(std::span<const double> parameters,
                                                     EvaluationKey key, const Hopeless& hopeless)>;

/// A generation of the population, after it was led below its threshold.
struct Generation {
  double threshold = 0;   ///< largest distance allowed in it; infinite in the first
  double acceptance = 1;  ///< share of proposals accepted, in [0, 1]
  double effective = 0;   ///< effective number of particles, 1 / sum of squared weights
  std::size_t evaluations = 0;
};

/// An evaluation that is in the population, with its share of it.
struct Accepted {
  std::size_t evaluation = 0;  ///< position in AbcResult::evaluations
  double weight = 0;           ///< above 0; they sum to 1
};

struct AbcResult {
  std::vector<Target> targets;          ///< with the units that distances were measured in
  std::vector<Evaluation> evaluations;  ///< all there were; those of the prior come first
  std::size_t of_prior = 0;             ///< how many are plain draws from the prior
  std::vector<Accepted> accepted;       ///< the last finished generation, each evaluation once
  std::vector<Generation> generations;  ///< at least one unless stopped before
  bool complete = false;                ///< all generations done, or the threshold reached 0
};

struct AbcSettings {
  std::size_t particles = 200;   ///< 4 or more
  std::size_t generations = 10;  ///< after the first, which is the prior
  double survivors = 0.5;        ///< share of a generation that goes on, in (0, 1)
  std::size_t moves = 2;         ///< proposals for each particle that takes a dropped one's place
  std::size_t steps = 50;        ///< of the surrogate between two evaluations of a particle
  random::Seed seed{0};
};

/// Evaluations that a run makes at most.
std::size_t planned_evaluations(const AbcSettings& settings);

/// done evaluations of those planned. Called from one thread at a time.
using AbcProgress = std::function<void(std::size_t done, std::size_t generation, double threshold)>;

/// Sequential Monte Carlo with thresholds from the population itself and Markov moves (C. C.
/// Drovandi and A. N. Pettitt, Biometrics 67, 2011; P. Del Moral, A. Doucet and A. Jasra, Stat.
/// Comput. 22, 2012). Each generation keeps the nearest, fills up with copies of them, and moves
/// the copies. A move is a walk of many cheap steps that is reversible with respect to a surrogate
/// (surrogate.hpp, learnt from the evaluations before), of which the end is evaluated and accepted
/// by the ratio that makes up for the surrogate: so the accepted follow the uniform prior inside of
/// the threshold whatever the surrogate is worth (J. S. Liu, Monte Carlo Strategies in Scientific
/// Computing, 2001, 9.4.3; J. A. Christen and C. Fox, J. Comput. Graph. Stat. 14, 2005). Steps are
/// differential evolution (proposal.hpp): symmetric, so no density of a kernel is needed, which in
/// tens of dimensions would leave a few particles with all the weight. Units of targets that have
/// none are taken from the draws from the prior (unit_of). The same bits on any number of threads.
AbcResult abc_smc(std::span<const Prior> priors, std::span<const Target> targets,
                  const Statistics& statistics, const AbcSettings& settings,
                  const AbcProgress& progress = {}, const std::stop_token& stop = {});

}  // namespace clout::abc
