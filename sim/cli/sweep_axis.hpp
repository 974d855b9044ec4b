// The axis of a setting that a sweep varies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/sweep_flips.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::cli {

struct SweepAxis {
  std::string title;  ///< "campaign.launch.budget_usd (US dollars, log scale)"
  std::string unit;   ///< of report::number_text
  report::Spacing spacing = report::Spacing::linear;
  double low = 0;  ///< least value of any point
  double high = 1;

  /// Place of a value between the ends: 0 at low, 1 at high.
  double at(double value) const;
  /// Round values from low to high, ascending, about five.
  std::vector<double> ticks() const;
  std::string tick_text(double value) const;
};

/// A round step that divides a range, above 0, into two to four parts.
double round_step(double range);

/// None if the setting is no number, or has one value only. Logarithmic where the design says so;
/// of values that are listed, where they are above 0 and go over a decade.
std::optional<SweepAxis> sweep_axis(const store::SweepRecord& sweep, std::size_t setting);

}  // namespace clout::cli
