// A reading from one value per replicate.
#pragma once

#include <span>
#include <string>
#include <utility>

#include "analysis/patterns/reading.hpp"

namespace clout::patterns {

/// values: one per replicate, independent.
inline Reading reading_of(std::string name, std::string unit, std::span<const double> values,
                          Band band = {}, Rule rule = Rule::mean_inside) {
  return {std::move(name), std::move(unit), stats::mean_interval(values), band, rule};
}

}  // namespace clout::patterns
