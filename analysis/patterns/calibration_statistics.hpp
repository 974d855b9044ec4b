// What calibration sees: the judged numbers of P02, P08, P15, P18, P19, P21 and P23 and the
// engagement table of Instagram, cheaply and with as little noise as that allows.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/patterns/lab.hpp"
#include "analysis/patterns/reading.hpp"

namespace clout::patterns {

/// One number of a parameter set.
struct Statistic {
  std::string_view pattern;  ///< "P02"; "ER" for the engagement table
  std::string_view name;     ///< unique: "P02 loss"; the same list in the same order for every lab
  Band band;                 ///< where it is to lie, as the pattern's criterion has it
  /// Whether a miss is a matter of factors, so that distance to the band is one of logarithms; else
  /// it is one of differences. Such values are 0 or more, and may be infinite.
  bool ratio = false;
  double value = 0;  ///< NaN where there is none: the peak of a curve that has none, a correlation
                     ///< of what does not vary
};

/// Of the lab's common parameters. A function of parameters and seed: whatever the effort of the
/// lab, one replicate is run with the same random draws, so that statistics of two parameter sets
/// differ by their parameters. What the one replicate leaves of noise, as a standard deviation over
/// seeds: a third of P21's short-run elasticity, a sixth of its long-run over short-run, which
/// besides is projected from eight weeks to 26 and comes out about 15% high; a fifth
/// of P23's adoptions caused and a seventh of P15's peak; a few percent or less of all others.
/// Takes about 1.4 seconds of one core, beside the making of lab.market(). NaN throughout what a
/// stop request left out.
std::vector<Statistic> calibration_statistics(const Lab& lab);

}  // namespace clout::patterns
