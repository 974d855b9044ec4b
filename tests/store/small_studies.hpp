// Studies and outcomes of small sizes, drawn at random, for tests of outcome files.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "sim/store/outcome_file.hpp"

namespace clout::test {

/// What a test varies.
struct StudySize {
  std::size_t arms = 2;
  std::size_t brands = 2;
  std::size_t niches = 3;
  std::size_t campaigns = 2;
  std::int64_t days = 5;
};

/// Names have umlauts, blanks and quotes; every other arm leaves a campaign out.
store::StudyRecord small_study(const StudySize& size);

/// Outcomes of all arms with random counts whose levels and changes fit together.
std::vector<engine::Outcome> random_outcomes(const store::StudyRecord& study,
                                             std::uint32_t replicate);

}  // namespace clout::test
