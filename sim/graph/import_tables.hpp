// What tables say of the accounts of a graph that was read: niches, influencers, and how many
// people an account stands for. The same for `clout graph import` and for scenarios.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/graph/import.hpp"

namespace clout::graph {

/// Instead of a table of niches: communities found by the Louvain method, the 64 largest.
inline constexpr const char* niches_by_communities = "communities";

struct TableOptions {
  std::string niches;       ///< a table (niche_file.hpp), niches_by_communities, or empty: as read
  std::string influencers;  ///< a table (influencer_table.hpp), or empty
  std::string platform;     ///< rows of the influencer table to take; empty: all
  std::size_t influencer_count = 0;         ///< as InfluencerMatching::most_by_rank
  std::optional<std::uint64_t> price_seed;  ///< draws prices that the table does not say
  /// 0: by the influencer table (people_per_agent_by_table), else as read.
  double people_per_agent = 0;
};

/// Applies what is named to the import's network, and says in its notes what was done. Throws
/// InputError as the readers of the tables do.
void apply_tables(Import& import, const TableOptions& options);

/// The one factor by which audiences in the graph come nearest to those of the influencers' rows:
/// the median of nominal followers / followers in the graph, at least 1. 1 if no influencer has
/// both.
double people_per_agent_by_table(const Network& network);

}  // namespace clout::graph
