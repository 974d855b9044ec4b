#include "sim/cli/study_arms.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

#include "sim/base/diagnostic.hpp"
#include "sim/engine/ensemble.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::cli {

std::vector<engine::Arm> arms_of(const scenario::Scenario& study) {
  std::vector<engine::Arm> arms;
  for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
    scenario::ResolvedArm resolved = scenario::resolve_arm(study, arm);
    arms.push_back({std::move(resolved.name), resolved.platform, resolved.market,
                    std::move(resolved.brands), std::move(resolved.campaigns)});
  }
  return arms;
}

std::size_t markets_that_fit(const graph::Network& network, const std::vector<engine::Arm>& arms) {
  const auto bytes =
      static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  const double graph = 4.0 * static_cast<double>(network.graph.follows()) +
                       16.0 * static_cast<double>(network.graph.accounts());
  const auto market =
      static_cast<double>(engine::market_bytes(network, arms.front().brands.size()));
  const double room = 0.9 * bytes - graph;
  if (room < market) {
    Diagnostic problem;
    problem.place.key = "graph.accounts";
    problem.problem =
        fmt::format("a market of this size needs {:.1f} GB beside {:.1f} GB for the graph",
                    market * 1e-9, graph * 1e-9);
    problem.expected = fmt::format("at most {:.1f} GB in all on this machine", 0.9 * bytes * 1e-9);
    problem.suggestion = fmt::format("a graph of about {:.0f}% of the follows",
                                     100 * 0.9 * bytes / (market + graph));
    throw InputError(problem);
  }
  return std::min(static_cast<std::size_t>(room / market),
                  2 * static_cast<std::size_t>(parallel::thread_count()));
}

}  // namespace clout::cli
