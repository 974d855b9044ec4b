// The accepted parameter sets as a table for R, pandas and spreadsheets.
#include <cmath>

#include <fmt/format.h>

#include "sim/cli/calibrate_output.hpp"
#include "sim/cli/csv_field.hpp"

namespace clout::cli {

namespace {

std::string end_text(double end) { return std::isfinite(end) ? fmt::format("{}", end) : ""; }

std::string header(const Calibration& calibration, const std::vector<std::string>& origin) {
  std::string text;
  for (const std::string& line : origin) text += "# " + line + "\n";
  text += "# statistic: low, high, one unit of distance (of logarithms if a ratio), at defaults\n";
  for (std::size_t t = 0; t < calibration.result.targets.size(); ++t) {
    const abc::Target& target = calibration.result.targets[t];
    text += fmt::format("# {}: {}, {}, {}{}, {}\n", target.name, end_text(target.low),
                        end_text(target.high), target.unit, target.ratio ? " (ratio)" : "",
                        csv_field(calibration.default_statistics[t]));
  }
  text += "weight,distance";
  for (const abc::Prior& each : calibration.priors) text += "," + csv_field(each.name);
  for (const abc::Target& each : calibration.result.targets) text += "," + csv_field(each.name);
  return text + "\n";
}

}  // namespace

std::string calibration_csv(const Calibration& calibration,
                            const std::vector<std::string>& origin) {
  std::string text = header(calibration, origin);
  for (const abc::Accepted& each : calibration.result.accepted) {
    const abc::Evaluation& set = calibration.result.evaluations[each.evaluation];
    text += csv_field(each.weight) + "," + csv_field(set.distance);
    for (const double value : set.parameters) text += "," + csv_field(value);
    for (const double value : set.statistics) text += "," + csv_field(value);
    text += "\n";
  }
  return text;
}

}  // namespace clout::cli
