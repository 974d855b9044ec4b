// One finding of the literature as an experiment: what was published, what must come out, and how
// it is measured.
#pragma once

#include <span>
#include <string_view>

#include "analysis/patterns/lab.hpp"
#include "analysis/patterns/reading.hpp"

namespace clout::patterns {

/// How well the published number is known: A read from an abstract or the publisher's page, B a
/// secondary summary, C an unaudited industry page, R recalled and not read again, ours: a test
/// that we ask ourselves.
struct Pattern {
  std::string_view id;         ///< "P01"
  std::string_view finding;    ///< a sentence
  std::string_view source;     ///< authors, year, where
  std::string_view grade;      ///< "A", "A/R"
  std::string_view published;  ///< the value as published, in words
  std::string_view criterion;  ///< what must come out here; ours
  bool calibrated_on;          ///< whether calibration saw it
  Evidence (*measure)(const Lab& lab);
};

/// P01 to P28, in their order.
std::span<const Pattern> all_patterns();

}  // namespace clout::patterns
