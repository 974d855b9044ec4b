#include "analysis/patterns/reading.hpp"

#include <algorithm>
#include <cmath>

namespace clout::patterns {

bool holds(const Reading& reading, Effort effort) {
  const auto& [mean, low, high, count] = reading.value;
  const Band& band = reading.band;
  if (std::isinf(band.low) && std::isinf(band.high)) return true;  // shown, not judged
  if (std::isnan(mean)) return false;
  // A single number without an interval stands for itself.
  const double lowest = std::isnan(low) ? mean : low;
  const double highest = std::isnan(high) ? mean : high;
  const bool meets = highest >= band.low && lowest <= band.high;
  if (effort == Effort::quick) return meets;
  switch (reading.rule) {
    case Rule::mean_inside:
      return mean >= band.low && mean <= band.high;
    case Rule::interval_inside:
      return lowest >= band.low && highest <= band.high;
    case Rule::interval_meets:
      return meets;
  }
  return false;
}

bool holds(const Evidence& evidence, Effort effort) {
  return !evidence.readings.empty() &&
         std::ranges::all_of(evidence.readings,
                             [effort](const Reading& each) { return holds(each, effort); });
}

}  // namespace clout::patterns
