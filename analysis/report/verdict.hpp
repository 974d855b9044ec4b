// Which arm is the best by one figure, how sure that is, and what would settle it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/comparison.hpp"

namespace clout::report {

enum class Standing {
  nothing,        ///< no replicate, or the figure is not defined for any arm
  one_arm,        ///< nothing to compare with
  one_replicate,  ///< no interval
  same,           ///< the arms are equal in every replicate
  open,           ///< an interval of the lead holds 0
  settled         ///< ahead of every other arm, at 95% for all comparisons together
};

struct Verdict {
  Standing standing = Standing::nothing;
  std::size_t best = 0;       ///< arm with the best mean
  std::size_t runner_up = 0;  ///< the next one
  stats::MeanInterval lead;   ///< of best over runner_up, turned so that more is better; corrected
  stats::EffectSize effect;   ///< of that lead, in the arms' own standard deviations
  std::vector<std::size_t> undecided;     ///< arms that best cannot be told from
  std::optional<std::size_t> replicates;  ///< that would settle an open lead, of each arm in all;
                                          ///< none: no feasible number
  std::string text;                       ///< all of it in full sentences, without a line break
};

/// By the figure comparison.judged_by. An arm is called the best only if its differences to all
/// other arms have intervals above 0, each at 1 - 0.05 / (arms - 1): then at most 1 in 20 studies
/// names a wrong best arm (J. C. Hsu, Multiple Comparisons, 1996).
Verdict judge(const Comparison& comparison);

/// What a reader must know before believing it, a sentence each, the gravest first.
std::vector<std::string> caveats(const Comparison& comparison);

}  // namespace clout::report
