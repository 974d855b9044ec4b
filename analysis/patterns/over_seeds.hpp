// From one value per seed to a reading.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/patterns/reading.hpp"

namespace clout::patterns {

/// The reading of one figure of each seed's results: figure is a member of Result, or a function of
/// it.
template <typename Result, typename Figure>
Reading over_seeds(const std::vector<Result>& seeds, Figure figure, std::string name,
                   std::string unit, Band band = {}, Rule rule = Rule::mean_inside) {
  std::vector<double> values;
  for (const Result& seed : seeds) values.push_back(std::invoke(figure, seed));
  return {.name = std::move(name),
          .unit = std::move(unit),
          .value = stats::mean_interval(values),
          .band = band,
          .rule = rule};
}

}  // namespace clout::patterns
