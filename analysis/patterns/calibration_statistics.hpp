// What calibration sees: the judged numbers of P02, P08, P15, P18, P19, P21 and P23 and the
// engagement table of Instagram, cheaply and with as little noise as that allows.
#pragma once

#include <functional>
#include <span>
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

/// Whether the parameter set is out of the question by what is known so far; NaN: not yet known.
using Hopeless = std::function<bool(std::span<const double> known)>;

/// Of the lab's common parameters. A function of parameters and seed: whatever the effort of the
/// lab, the same few replicates are run with the same random draws, so that statistics of two
/// parameter sets differ by their parameters. About a second and a half of one core's time, beside
/// the making of lab.market(); a quarter of that for a set that hopeless() gives up once all but
/// P21 and P23 is known, which are NaN then. Values that a stop request left out are NaN.
std::vector<Statistic> calibration_statistics(const Lab& lab, const Hopeless& hopeless = {});

/// The values alone, in their order.
std::vector<double> values_of(std::span<const Statistic> statistics);

}  // namespace clout::patterns
