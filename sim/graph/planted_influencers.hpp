// Rows of an influencer table as accounts to plant in a generated graph, so that a synthetic market
// has a real table's mix of audiences.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/graph/graph_spec.hpp"
#include "sim/graph/influencer_table.hpp"

namespace clout::graph {

/// Part of the graph's follows that planted influencers add if their number is not said: the
/// targets of docs/graph.md still hold then, which was measured.
inline constexpr double usual_planted_part = 0.03;

/// count rows (0: as many as usual_planted_part allows), taken evenly over the ranks of those that
/// the market can hold: at least smallest_followers people and half an account, and no more than
/// 95% of the generator's bound on a grown audience (largest_audience_share). Largest first. An
/// audience is the row's followers / people_per_agent, rounded, so that people_per_agent is the
/// same for every account. Throws InputError if the table has fewer such rows than asked for.
std::vector<PlantedInfluencer> planted_influencers(const InfluencerTable& table,
                                                   const GraphSpec& spec, double smallest_followers,
                                                   std::size_t count);

}  // namespace clout::graph
