// What a synthetic follower graph shall look like. Every default aims at the published networks of
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
/// the platform.
struct CelebritySpec {
  std::string name;              ///< unique within the graph
  double audience_share = 0.05;  ///< followers / all accounts, 0 .. 0.5
  std::string niche;             ///< home niche by name ("niche-3"); empty: the largest niche

  bool operator==(const CelebritySpec&) const = default;
};

struct GraphSpec {
  std::int64_t accounts = 1'000'000;
  double people_per_agent = 20;
  double mean_follows = 50;
  std::int64_t max_follows = 7500;
  double follows_sigma = 1.25;

  std::int64_t niches = 24;
  double niche_size_exponent = 0.6;
  double home_share = 0.6;
  double kindred_share = 0.15;

  double audience_sigma = 1.5;
  double audience_low_sigma = 2.4;
  double audience_tail_share = 0.01;
  double audience_tail_exponent = 2.2;
  double largest_audience_share = 0.05;
  double popularity_correlation = 0.4;

  double reciprocity = 0.36;
  std::int64_t circle_size = 64;
  double copied_share = 0.3;

  double unfollowed_share = 0.15;
  double silent_share = 0.08;

  std::vector<CelebritySpec> celebrities;

  bool operator==(const GraphSpec&) const = default;
};

/// One row per number of GraphSpec, in the order of the struct.
std::span<const Parameter<GraphSpec>> graph_parameters();

/// The spec with what is chosen by size filled in.
GraphSpec resolved(GraphSpec spec);

/// What excludes each other in a spec whose numbers are in range. Empty if it can be generated.
std::vector<Diagnostic> check(const GraphSpec& spec);

}  // namespace clout::graph
