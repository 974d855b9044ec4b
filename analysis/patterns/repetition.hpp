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

/// Number of exposures at which attitude is highest, between whole numbers by the parabola through
/// the three values about the highest; 1 or the last if that is the highest.
double peak_exposures(std::span<const double> attitudes);

/// The highest of the attitudes.
double highest(std::span<const double> attitudes);

}  // namespace clout::patterns
