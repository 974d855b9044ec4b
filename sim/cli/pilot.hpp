// The replicates that a command begins with which then decides itself how many it needs.
#pragma once

#include <cstddef>
#include <cstdint>

namespace CLI {
class App;
}

namespace clout::cli {

/// First and last look of a run that stops by itself.
struct Pilot {
  std::size_t replicates = 0;
  std::size_t most = 0;  ///< it may take
};

/// Declares --at-most; at_most: 0 if it is not given.
void add_at_most_option(CLI::App& command, std::int64_t& at_most, const char* help);

/// replicates: the study's. Without at_most, 20 times as many may be taken. Throws InputError,
/// about --replicates or --at-most, for fewer than stats::least_pilot, or fewer at most than that.
Pilot pilot_of(std::int64_t replicates, std::int64_t at_most);

}  // namespace clout::cli
