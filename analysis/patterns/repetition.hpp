// Attitude towards a brand after one, two, three ... advertisements, with all else held fixed.
#pragma once

#include <span>
#include <vector>

#include "analysis/patterns/lab.hpp"

namespace clout::patterns {

/// Advertisements shown to everybody, at most.
inline constexpr std::size_t most_exposures = 25;

/// Mean attitude, on the scale of a brand's score, on the evening of the k-th advertisement at
/// element k - 1. spaced: every two to three days. massed: all k on one day, others for each k.
struct Repetition {
  std::vector<double> spaced;
  std::vector<double> massed;
};

/// One author whose followers are all online and shown every post; its trust, its load and its
/// following stay as they are, since the advertisements of the experiments had no messenger to wear
/// out.
Repetition repetition(const Lab& lab, random::Replicate replicate);

/// The highest attitude.
struct Peak {
  double exposures = 0;
  double attitude = 0;
};

/// Read off the parabola through the three values about the highest, since the best number need not
/// be whole; the first or the last value itself if that is the highest. At least one value.
Peak peak_of(std::span<const double> attitudes);

}  // namespace clout::patterns
