// Which settings decide, in words.
#pragma once

#include <string>
#include <vector>

#include "analysis/sensitivity/indices.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::sensitivity {

/// A study's answers about one outcome.
struct Sensitivity {
  std::vector<Block> blocks;
  scenario::Scenario study;  ///< as the file keeps it
  Outcome outcome;
  Indices indices;

  /// How many settings vary: the first of the file, in the order of the study's sweep.
  std::size_t settings() const noexcept { return study.sweep.parameters.size(); }
};

/// Reads what a file is about from its texts. path is named in errors. Throws InputError if the
/// file is of another design than a sensitivity study's, and as outcome_of does.
Sensitivity sensitivity_of(const std::string& path, const store::SweepRecord& sweep,
                           const OutcomeChoice& choice);

/// What the outcome is, then what each method that was run says: full sentences that claim no more
/// than the points show, without a line break.
std::vector<std::string> summary_parts(const store::SweepRecord& sweep, const Sensitivity& found);

/// The same as one text.
std::string summary_text(const store::SweepRecord& sweep, const Sensitivity& found);

/// Which settings decide and which hardly matter, in one sentence; says so where nothing is shown.
std::string verdict_text(const store::SweepRecord& sweep, const Sensitivity& found);

}  // namespace clout::sensitivity
