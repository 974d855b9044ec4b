// A comparison as a table for R, pandas and spreadsheets.
#include "analysis/report/verdict.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/csv_field.hpp"

namespace clout::cli {

namespace {

constexpr const char* header =
    "figure,unit,arm,reference,replicates,mean,low,high,median,median_low,median_high,p10,p10_low,"
    "p10_high,p90,p90_low,p90_high,"
    "difference,difference_low,difference_high,p_value,p_holm,d,d_low,d_high,d_paired,d_paired_low,"
    "d_paired_high,"
    "pairing_gain,pairing_gain_low,pairing_gain_high,chance_mean_better,chance_further_better,"
    "chance_mean_best,chance_further_best,"
    "chance_further_below_zero\n";

void add(std::string& line, std::initializer_list<double> numbers) {
  for (const double number : numbers) line += "," + csv_field(number);
}

std::string row(const report::Comparison& comparison, const report::ComparedFigure& figure,
                std::size_t arm) {
  const report::ArmFigure& of_arm = figure.arms[arm];
  std::string line = csv_field(figure.figure.name) + "," + csv_field(figure.figure.unit) + "," +
                     csv_field(comparison.arms[arm].label) + "," +
                     csv_field(comparison.arms[comparison.reference].label) + "," +
                     std::to_string(of_arm.value.count);
  add(line, {of_arm.value.mean, of_arm.value.low, of_arm.value.high});
  for (const stats::QuantileInterval& each : {of_arm.median, of_arm.p10, of_arm.p90})
    add(line, {each.value, each.low, each.high});
  add(line, {of_arm.difference.mean, of_arm.difference.low, of_arm.difference.high, of_arm.p_value,
             of_arm.p_holm});
  add(line, {of_arm.effect.value, of_arm.effect.low, of_arm.effect.high});
  add(line, {of_arm.paired_effect.value, of_arm.paired_effect.low, of_arm.paired_effect.high});
  add(line, {of_arm.pairing_gain.value, of_arm.pairing_gain.low, of_arm.pairing_gain.high});
  add(line, {of_arm.beats_mean, of_arm.beats_further});
  add(line, {of_arm.win.mean_is_best, of_arm.win.wins_further, of_arm.below_zero});
  return line + "\n";
}

}  // namespace

std::string compare_csv(const report::Comparison& comparison) {
  std::string text = header;
  for (const report::ComparedFigure& figure : comparison.figures) {
    for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm)
      text += row(comparison, figure, arm);
  }
  return text;
}

}  // namespace clout::cli
