// Patterns held against the model, side by side.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "analysis/patterns/pattern.hpp"

namespace clout::patterns {

struct Verdict {
  Pattern pattern;
  Evidence evidence;
  bool holds = false;
};

/// Called after each pattern, one call at a time, from any thread. May be empty.
using PatternDone = std::function<void(std::size_t done, std::size_t total)>;

/// Measures each pattern in the lab; verdicts in the order of the patterns. Empty if the lab was
/// stopped before the end. The same on any number of threads.
std::vector<Verdict> validate(const Lab& lab, std::span<const Pattern> patterns,
                              const PatternDone& done = {});

/// How many hold.
std::size_t held(std::span<const Verdict> verdicts);

}  // namespace clout::patterns
