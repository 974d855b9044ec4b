// A number that a pattern is judged by: what was measured, how sure, and what it has to be.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "analysis/stats/mean_interval.hpp"

namespace clout::patterns {

/// How thoroughly: full is what docs/validation reports, quick is for tests.
enum class Effort { full, quick };

/// How a figure is held against its band.
enum class Rule {
  mean_inside,      ///< the mean lies in the band
  interval_inside,  ///< the whole 95% interval lies in the band
  interval_meets,   ///< the interval has a point of the band: with band 0..0, "includes 0"
};

/// Where a figure has to lie; infinite where it is open.
struct Band {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

struct Reading {
  std::string name;           ///< in words: "loss per sponsored post"
  std::string unit;           ///< "share of followers", "1", "days"
  stats::MeanInterval value;  ///< over seeds; count: how many
  Band band;                  ///< as the criterion states it; open on both sides: shown, not judged
  Rule rule = Rule::mean_inside;
};

/// Whether the reading is as it should be. A quick run is wider: the interval has to have a point
/// of the band, whatever the rule asks of the mean or of the interval. Never true for NaN, but for
/// what is only shown.
bool holds(const Reading& reading, Effort effort);

/// What came of a pattern's experiment.
struct Evidence {
  std::vector<Reading> readings;  ///< all must hold
  std::string note;  ///< what a reader should know to judge it, a sentence or two; may be empty
};

bool holds(const Evidence& evidence, Effort effort);

}  // namespace clout::patterns
