// What a sensitivity study asks about: a figure of an arm, or by how much two arms differ in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/figures.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::sensitivity {

/// Empty: by default. less without arm is refused.
struct OutcomeChoice {
  std::string figure;  ///< default: the study's main figure
  std::string arm;     ///< default: the best at the study's own settings
  std::string less;    ///< default: the second best there if arm is empty too, else none
};

struct Outcome {
  report::Figure figure;
  std::size_t arm = 0;
  std::optional<std::size_t> less;
  std::string text;  ///< "new customers, micro less celebrity"
  std::size_t replicates = 0;
  std::vector<double> values;  ///< by (point, replicate)

  std::vector<double> at(std::size_t point) const;  ///< one per replicate
  double mean(std::size_t point) const;
};

/// Throws InputError if there are no such arms to choose, which can be said before anything is run.
void require_arms(const store::SweepRecord& sweep, const OutcomeChoice& choice);

/// Point 0 must be the study's own settings. Arms of a point share their luck, so differences are
/// of the same replicate. Throws InputError if there is no such figure or arm, or the figure is not
/// defined somewhere.
Outcome outcome_of(const store::SweepRecord& sweep, const OutcomeChoice& choice);

}  // namespace clout::sensitivity
