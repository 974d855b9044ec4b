#include "sim/graph/summary.hpp"

#include <numeric>

#include "sim/graph/assortativity.hpp"
#include "sim/graph/communities.hpp"
#include "sim/graph/components.hpp"
#include "sim/graph/inequality.hpp"

namespace clout::graph {

namespace {

DegreeSummary summarise_degrees(std::span<const std::uint32_t> degrees) {
  DegreeSummary summary;
  summary.histogram = histogram_of(degrees);
  summary.tail = fit_tail(summary.histogram);
  summary.top_percent = fit_top_percent(summary.histogram);
  summary.sd_of_log = sd_of_log(summary.histogram);
  summary.gini = gini(summary.histogram);
  summary.top_percent_share = top_share(summary.histogram, 0.01);
  return summary;
}

void summarise_audiences(GraphSummary& summary) {
  const DegreeHistogram& audiences = summary.followers.histogram;
  const double accounts = static_cast<double>(summary.accounts);
  const double follows = static_cast<double>(summary.follows);
  summary.mean_follows = ratio(follows, accounts);
  summary.largest_audience = audiences.largest();
  summary.largest_audience_of_follows = ratio(audiences.largest(), follows);
  summary.largest_audience_of_accounts = ratio(audiences.largest(), accounts);
  constexpr std::array<double, 3> bounds = {1e3, 1e4, 1e5};
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    summary.audience_at_least[i] =
        share_of_accounts(audiences, summary.people_per_agent, bounds[i], 1e300);
  }
  for (std::size_t i = 0; i < tier_bounds.size(); ++i) {
    summary.tier_shares[i] = share_of_accounts(audiences, summary.people_per_agent,
                                               tier_bounds[i].from, tier_bounds[i].to);
  }
}

void summarise_triads(GraphSummary& summary, const TwoWayGraph& graph, const Degrees& degrees,
                      const SummaryOptions& options) {
  const bool exact = graph.follows() <= options.exact_up_to_follows;
  summary.clustering = exact ? clustering_exact(graph, degrees)
                             : clustering_sampled(graph, degrees, options.seed, options.samples);
  summary.closure = exact ? closure_exact(graph, degrees)
                          : closure_sampled(graph, degrees, options.seed, options.samples);
}

void summarise_mixing(GraphSummary& summary, const TwoWayGraph& graph, const Degrees& degrees) {
  const std::uint64_t mutual =
      std::accumulate(degrees.mutual.begin(), degrees.mutual.end(), std::uint64_t{0});
  summary.reciprocity = ratio(static_cast<double>(mutual), static_cast<double>(graph.follows()));
  summary.assortativity_in_in = follow_correlation(graph, degrees.in, degrees.in);
  summary.assortativity_out_in = follow_correlation(graph, degrees.out, degrees.in);
  summary.assortativity_undirected = undirected_assortativity(graph, degrees);
  summary.spearman_in_out = spearman_in_out(degrees);
}

void summarise_reach(GraphSummary& summary, const TwoWayGraph& graph,
                     const SummaryOptions& options) {
  const Components weak = weak_components(graph);
  summary.weak_components = weak.sizes.size();
  summary.largest_weak = weak.largest_share();
  const Components strong = strong_components(graph.followers);
  summary.strong_components = strong.sizes.size();
  summary.largest_strong = strong.largest_share();
  summary.distances = distances(graph.followers, options.seed, options.path_sources);
}

void summarise_groups(GraphSummary& summary, const Network& network, const TwoWayGraph& graph,
                      const Degrees& degrees, const SummaryOptions& options) {
  summary.niches = network.niches.niches();
  if (summary.niches > 1 && network.niches.home.size() == graph.accounts()) {
    std::vector<std::uint32_t> group(graph.accounts());
    for (std::size_t i = 0; i < group.size(); ++i)
      group[i] = static_cast<std::uint32_t>(index(network.niches.home[i]));
    summary.by_niche = modularity(graph, degrees, group, summary.niches);
  }
  if (graph.follows() > options.communities_up_to_follows) return;
  const Communities found = find_communities(graph.followers, graph.followees);
  summary.communities = found.sizes.size();
  summary.by_community = modularity(graph, degrees, found.of_account, found.sizes.size());
}

}  // namespace

GraphSummary summarise(const Network& network, const FollowerGraph& followees,
                       const SummaryOptions& options) {
  const TwoWayGraph graph{network.graph, followees};
  const Degrees degrees = degrees_of(graph);
  GraphSummary summary;
  summary.accounts = graph.accounts();
  summary.follows = graph.follows();
  summary.people_per_agent = network.people_per_agent;
  summary.followers = summarise_degrees(degrees.in);
  summary.followees = summarise_degrees(degrees.out);
  const double silent =
      static_cast<double>(summary.accounts - summary.followees.histogram.accounts_from(1));
  summary.silent_share = ratio(silent, static_cast<double>(summary.accounts));
  summarise_audiences(summary);
  summarise_mixing(summary, graph, degrees);
  summarise_triads(summary, graph, degrees, options);
  summarise_reach(summary, graph, options);
  summarise_groups(summary, network, graph, degrees, options);
  return summary;
}

GraphSummary summarise(const Network& network, const SummaryOptions& options) {
  return summarise(network, transpose(network.graph), options);
}

}  // namespace clout::graph
