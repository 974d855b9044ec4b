#include "sim/graph/modularity.hpp"

#include <vector>

#include "sim/graph/block_sum.hpp"
#include "sim/graph/estimate.hpp"

namespace clout::graph {

namespace {

/// Follows and connected pairs (both ways round) with both ends in one group.
struct Inside {
  std::uint64_t follows = 0;
  std::uint64_t pairs_twice = 0;

  Inside& operator+=(const Inside& other) {
    follows += other.follows;
    pairs_twice += other.pairs_twice;
    return *this;
  }
};

struct GroupDegrees {
  double in = 0;
  double out = 0;
  double neighbours = 0;
};

}  // namespace

Modularity modularity(const TwoWayGraph& graph, const Degrees& degrees,
                      std::span<const std::uint32_t> group_of, std::size_t groups) {
  std::vector<GroupDegrees> group(groups);
  double pairs_twice = 0;
  for (std::size_t i = 0; i < graph.accounts(); ++i) {
    GroupDegrees& own = group[group_of[i]];
    own.in += degrees.in[i];
    own.out += degrees.out[i];
    own.neighbours += static_cast<double>(degrees.neighbours(i));
    pairs_twice += static_cast<double>(degrees.neighbours(i));
  }
  const Inside inside = block_sum<Inside>(graph.accounts(), [&](std::size_t i) -> Inside {
    Inside here;
    for_each_neighbour(graph, account_at(i), [&](AccountId j, bool mutual) {
      if (group_of[index(j)] != group_of[i]) return;
      ++here.pairs_twice;
      here.follows += mutual ? 2 : 1;
    });
    return here;
  });
  const double follows = static_cast<double>(graph.follows());
  // Each follow was met from both its ends.
  Modularity result{ratio(static_cast<double>(inside.follows) / 2, follows),
                    ratio(static_cast<double>(inside.pairs_twice), pairs_twice)};
  if (follows == 0) return result;
  for (const GroupDegrees& each : group) {
    result.directed -= each.in / follows * (each.out / follows);
    result.undirected -= each.neighbours / pairs_twice * (each.neighbours / pairs_twice);
  }
  return result;
}

}  // namespace clout::graph
