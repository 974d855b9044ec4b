// Everything `clout graph describe` says of a graph. Each figure is defined where it is calculated;
// here are only their names.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "sim/graph/clustering.hpp"
#include "sim/graph/degree_histogram.hpp"
#include "sim/graph/degree_tail.hpp"
#include "sim/graph/distances.hpp"
#include "sim/graph/modularity.hpp"
#include "sim/graph/network.hpp"

namespace clout::graph {

struct SummaryOptions {
  random::Seed seed{1};
  std::uint64_t samples =
      200'000;  ///< wedges, pairs and 2-paths of each sampled statistic, at least 1
  std::uint64_t path_sources = 64;  ///< accounts that distances are measured from, at least 1
  std::uint64_t exact_up_to_follows =
      2'000'000;  ///< clustering and closure are exact up to here, then sampled
  std::uint64_t communities_up_to_follows = 200'000'000;  ///< Louvain is left out above
};

/// Bounds of a tier in people: nominal followers in [from, to).
struct TierBounds {
  std::string_view name;
  double from;
  double to;
};
inline constexpr std::array<TierBounds, 5> tier_bounds = {{{"nano", 1e3, 1e4},
                                                           {"micro", 1e4, 1e5},
                                                           {"mid", 1e5, 5e5},
                                                           {"macro", 5e5, 1e6},
                                                           {"mega", 1e6, 1e300}}};

/// Degrees of one kind (followers or follows) over all accounts.
struct DegreeSummary {
  DegreeHistogram histogram;
  DegreeTail tail;               ///< cut-off by Kolmogorov-Smirnov
  DegreeTail top_percent;        ///< cut-off at the top 1% of accounts
  double sd_of_log = undefined;  ///< over x > 0
  double gini = undefined;
  double top_percent_share = undefined;  ///< of all follows, at the top 1% of accounts
};

struct GraphSummary {
  std::uint64_t accounts = 0;
  std::uint64_t follows = 0;
  double people_per_agent = 1;
  double mean_follows = undefined;  ///< follows / accounts
  DegreeSummary followers;
  DegreeSummary followees;
  std::uint64_t largest_audience = 0;
  double largest_audience_of_follows = undefined;   ///< largest audience / follows
  double largest_audience_of_accounts = undefined;  ///< largest audience / accounts
  std::array<double, 3>
      audience_at_least{};  ///< share of accounts with >= 1k, 10k, 100k nominal followers
  std::array<double, tier_bounds.size()> tier_shares{};  ///< share of accounts in each tier
  double reciprocity = undefined;                        ///< share of follows whose reverse exists
  Clustering clustering;
  Estimate closure;
  double assortativity_in_in = undefined;
  double assortativity_out_in = undefined;
  double assortativity_undirected = undefined;
  double spearman_in_out = undefined;
  double silent_share = undefined;  ///< share of accounts that follow nobody
  std::uint64_t weak_components = 0;
  double largest_weak = undefined;  ///< share of accounts
  std::uint64_t strong_components = 0;
  double largest_strong = undefined;  ///< share of accounts
  Distances distances;
  std::size_t niches = 0;              ///< niches the network came with
  std::optional<Modularity> by_niche;  ///< with 2 niches or more
  std::optional<Modularity>
      by_community;               ///< Louvain; unless the graph is above communities_up_to_follows
  std::uint64_t communities = 0;  ///< number found
};

/// The same on any number of threads. Needs the transpose beside the graph and about 60 bytes an
/// account.
GraphSummary summarise(const Network& network, const SummaryOptions& options);

/// The same where the transpose is at hand already: followees = transpose(network.graph).
GraphSummary summarise(const Network& network, const FollowerGraph& followees,
                       const SummaryOptions& options);

}  // namespace clout::graph
