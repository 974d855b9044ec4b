#include "sim/cli/pilot.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "analysis/stats/looks.hpp"
#include "sim/cli/refuse_option.hpp"

namespace clout::cli {

void add_at_most_option(CLI::App& command, std::int64_t& at_most, const char* help) {
  command.add_option("--at-most", at_most, help)->check(CLI::Range(1, 100000));
}

Pilot pilot_of(std::int64_t replicates, std::int64_t at_most) {
  Pilot pilot;
  pilot.replicates = static_cast<std::size_t>(replicates);
  if (pilot.replicates < stats::least_pilot)
    refuse_option("--replicates",
                  fmt::format("a pilot of {} says too little of the spread", replicates),
                  fmt::format("{} or more", stats::least_pilot));
  pilot.most = at_most > 0 ? static_cast<std::size_t>(at_most) : 20 * pilot.replicates;
  if (pilot.most < pilot.replicates)
    refuse_option("--at-most", fmt::format("the pilot alone has {} replicates", replicates),
                  "as many or more");
  return pilot;
}

}  // namespace clout::cli
