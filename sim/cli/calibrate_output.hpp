// What calibration found, for reading and for machines.
#pragma once

#include <string>
#include <vector>

#include <boost/json/fwd.hpp>

#include "analysis/abc/history_matching.hpp"

namespace clout::cli {

/// A calibration, finished or as far as it came: one wave at least.
struct Calibration {
  std::vector<abc::Prior> priors;
  std::vector<double> defaults;            ///< of the parameters, as they are set today
  std::vector<double> default_statistics;  ///< what they give
  abc::MatchSettings settings;
  abc::MatchResult result;
};

/// Statistics with how often they were met, parameters with how much narrower they became, bands
/// that are seldom met together, and one accepted set that stands for all.
std::string calibration_table(const Calibration& calibration);

/// Every accepted set, a row each, below lines with # that say where it comes from: these, and the
/// statistics with their bands.
std::string calibration_csv(const Calibration& calibration, const std::vector<std::string>& origin);

/// The table's content; null for what is not defined.
boost::json::object calibration_json(const Calibration& calibration);

/// A panel for each parameter and each statistic, as SVG. repeat: lines that say how to get the
/// picture again.
std::string calibration_plot(const Calibration& calibration,
                             const std::vector<std::string>& repeat);

/// "0.0005 to 0.005", "above 0", "at most 1".
std::string band_text(const abc::Target& target);

/// Statistic t of each of the accepted, and their weights.
struct WeightedValues {
  std::vector<double> values;
  std::vector<double> weights;
};
WeightedValues accepted_statistic(const abc::MatchResult& result, std::size_t statistic);

}  // namespace clout::cli
