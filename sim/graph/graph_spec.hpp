// What a synthetic follower graph shall look like. The defaults aim at the published networks of
// docs/graph.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/base/diagnostic.hpp"
#include "sim/base/parameter.hpp"

namespace clout::graph {

/// An account planted with an audience of stated size, such as a film star who was famous before
/// the platform. Its followers come from all niches alike.
struct CelebritySpec {
  std::string name;              ///< unique within the graph
  double audience_share = 0.05;  ///< followers / all accounts, above 0, at most 0.5
  std::string
      niche;  ///< home niche by name ("niche-3"); empty: its number in the list, counted round

  bool operator==(const CelebritySpec&) const = default;
};

/// An account planted with the audience that a row of an influencer table states. Its followers
/// come from its niche and from elsewhere as those of a grown account of its size (docs/graph.md).
struct PlantedInfluencer {
  std::int64_t audience = 0;       ///< accounts, at least 1
  double engagement_rate = -1;     ///< engagements per post / followers; negative: unknown
  double price_per_post_usd = -1;  ///< US dollars; negative: unknown
  std::string category;            ///< the table's own word, may be empty

  bool operator==(const PlantedInfluencer&) const = default;
};

/// Each number is a row of graph_parameters(), which says its unit, range, source and meaning.
struct GraphSpec {
  std::int64_t accounts = 1'000'000;
  double mean_follows = 0;      ///< 0: by size, see resolved()
  double people_per_agent = 0;  ///< 0: by size, see resolved()

  std::int64_t niches = 16;
  double niche_size_exponent = 0.6;
  double home_share = 0.3;
  double second_share = 0.22;

  double audience_low_sigma = 1.2;
  double audience_sigma = 4.41;
  double audience_high_sigma = 1.72;
  double audience_high_from = 0.4;
  double audience_tail_share = 0.0047;
  double audience_tail_exponent = 2.03;
  double audience_top_share = 0.0005;
  double audience_top_spread = 0.35;
  double largest_audience_share = 0.084;
  double breadth_exponent = 0.15;

  double follows_sigma = 1.4;
  std::int64_t max_follows = 7500;
  double popularity_correlation = 0.1;

  double reciprocity = 0.37;
  std::int64_t circle_size = 64;
  double copied_share = 0.4;

  double unfollowed_share = 0.065;
  double silent_share = 0.1;

  std::int64_t stars = 4;
  std::vector<CelebritySpec> celebrities;  ///< planted beside the stars
  /// Planted as well; no setting, but made from a table by planted_influencers().
  std::vector<PlantedInfluencer> influencers;

  bool operator==(const GraphSpec&) const = default;
};

/// One row per number of GraphSpec, in the order of the struct.
std::span<const Parameter<GraphSpec>> graph_parameters();

/// The spec with what is chosen by size filled in:
/// mean_follows = 63 from a million accounts on, falling with accounts^0.274 below that (33.5 at
/// 100,000): larger platforms are denser, and a bound of 8% of the accounts on the largest audience
/// leaves a small graph less room for follows; people_per_agent = 630 / mean_follows, which keeps
/// the mean number of followers in people, as real accounts show it; the stars join the celebrities
/// as "star-i", followed by 6% / sqrt(i) of all accounts.
GraphSpec resolved(GraphSpec spec);

/// All that is wrong with a spec: numbers out of range, numbers that exclude each other. Empty if
/// it can be generated.
std::vector<Diagnostic> check(const GraphSpec& spec);

/// A named variant: "default", or "broadcast" with an edge reciprocity of 0.10, as on platforms
/// where few follow back. Throws InputError for other names.
GraphSpec graph_preset(const std::string& name);

}  // namespace clout::graph
