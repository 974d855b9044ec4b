#include "sim/graph/figures.hpp"

#include <algorithm>

namespace clout::graph {

namespace {

using List = std::vector<Figure>;

Estimate exact(double value) { return {.value = value}; }
Estimate exact(std::uint64_t value) { return {.value = static_cast<double>(value)}; }

/// A maximum-likelihood exponent with its standard error; every account of the tail is a sample.
Estimate exponent(const DegreeTail& tail) {
  return {tail.alpha, tail.standard_error, tail.accounts};
}

void add_size(List& list, const GraphSummary& s) {
  list.push_back({"accounts", "accounts", "number of accounts", Writing::count, exact(s.accounts)});
  list.push_back({"follows", "follows",
                  "number of follows, each pair of follower and followee once", Writing::count,
                  exact(s.follows)});
  list.push_back({"mean_follows", "follows per account", "follows / accounts", Writing::number,
                  exact(s.mean_follows)});
  list.push_back({"silent_share", "follow nobody", "share of accounts that follow nobody",
                  Writing::share, exact(s.silent_share)});
}

void add_tails(List& list, const GraphSummary& s) {
  list.push_back({"audience_tail", "audience tail exponent, best cut-off",
                  "discrete power law P(x) ~ x^-alpha for x >= xmin fitted to the numbers of "
                  "followers by maximum likelihood, "
                  "xmin of smallest Kolmogorov-Smirnov distance (Clauset, Shalizi & Newman 2009)",
                  Writing::number, exponent(s.followers.tail)});
  list.push_back({"audience_tail_xmin", "  its cut-off",
                  "smallest number of followers in that tail", Writing::count,
                  exact(std::uint64_t{s.followers.tail.xmin})});
  list.push_back(
      {"audience_tail_ks", "  its Kolmogorov-Smirnov distance",
       "largest difference of the empirical and the fitted cumulative distribution in that tail",
       Writing::number, exact(s.followers.tail.ks_distance)});
  list.push_back({"audience_tail_top_percent", "audience tail exponent, top 1%",
                  "the same fit to all accounts with at least as many followers as the account of "
                  "rank ceil(accounts/100)",
                  Writing::number, exponent(s.followers.top_percent)});
  list.push_back(
      {"follows_tail", "follows tail exponent, best cut-off",
       "the fit of smallest Kolmogorov-Smirnov distance to the numbers of follows per account",
       Writing::number, exponent(s.followees.tail)});
  list.push_back(
      {"sd_ln_followers", "sd of ln followers",
       "standard deviation of the natural logarithm of followers, over accounts with any",
       Writing::number, exact(s.followers.sd_of_log)});
  list.push_back({"sd_ln_follows", "sd of ln follows",
                  "standard deviation of the natural logarithm of follows, over accounts with any",
                  Writing::number, exact(s.followees.sd_of_log)});
}

void add_audiences(List& list, const GraphSummary& s) {
  list.push_back({"largest_audience", "largest audience", "followers of the most followed account",
                  Writing::count, exact(s.largest_audience)});
  list.push_back({"largest_audience_of_accounts", "  share of all accounts",
                  "largest audience / accounts", Writing::share,
                  exact(s.largest_audience_of_accounts)});
  list.push_back({"largest_audience_of_follows", "  share of all follows",
                  "largest audience / follows", Writing::share,
                  exact(s.largest_audience_of_follows)});
  list.push_back(
      {"audience_gini", "audience Gini",
       "Gini coefficient of the numbers of followers over all accounts, those without any included",
       Writing::number, exact(s.followers.gini)});
  list.push_back({"top_percent_share", "follows at the top 1%",
                  "share of all follows that go to the ceil(accounts/100) most followed accounts",
                  Writing::share, exact(s.followers.top_percent_share)});
}

void add_tiers(List& list, const GraphSummary& s) {
  list.push_back(
      {"audience_1k", "accounts with >= 1k followers",
       "share of accounts with at least 1,000 nominal followers (followers x people per agent)",
       Writing::share, exact(s.audience_at_least[0])});
  list.push_back({"audience_10k", "accounts with >= 10k followers",
                  "share with at least 10,000 nominal followers", Writing::share,
                  exact(s.audience_at_least[1])});
  list.push_back({"audience_100k", "accounts with >= 100k followers",
                  "share with at least 100,000 nominal followers", Writing::share,
                  exact(s.audience_at_least[2])});
  constexpr std::array<Figure, tier_bounds.size()> tiers = {{
      {"tier_nano",
       "  nano, 1k-10k",
       "share of accounts with 1,000 to 10,000 nominal followers",
       Writing::share,
       {}},
      {"tier_micro", "  micro, 10k-100k", "share with 10,000 to 100,000", Writing::share, {}},
      {"tier_mid", "  mid, 100k-500k", "share with 100,000 to 500,000", Writing::share, {}},
      {"tier_macro", "  macro, 500k-1M", "share with 500,000 to 1 million", Writing::share, {}},
      {"tier_mega", "  mega, from 1M", "share with 1 million or more", Writing::share, {}},
  }};
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    list.push_back(tiers[i]);
    list.back().estimate = exact(s.tier_shares[i]);
  }
}

void add_triads(List& list, const GraphSummary& s) {
  list.push_back({"reciprocity", "edge reciprocity", "share of follows whose reverse exists",
                  Writing::number, exact(s.reciprocity)});
  list.push_back({"transitivity", "transitivity",
                  "closed wedges / wedges of the undirected projection, over the whole graph",
                  Writing::number, s.clustering.transitivity});
  list.push_back({"local_clustering", "local clustering, of >= 2 neighbours",
                  "mean over accounts with at least 2 neighbours of the share of pairs of "
                  "neighbours that are connected",
                  Writing::number, s.clustering.local});
  list.push_back(
      {"local_clustering_all", "local clustering, of all",
       "the same mean over all accounts, those with fewer than 2 neighbours counted as 0",
       Writing::number, s.clustering.local_all});
  list.push_back({"closure", "directed closure",
                  "share of paths u > v > w (u is not w) for which u follows w", Writing::number,
                  s.closure});
}

void add_mixing(List& list, const GraphSummary& s) {
  list.push_back(
      {"assortativity_in_in", "assortativity in-in",
       "Pearson correlation over follows of the numbers of followers of follower and followee",
       Writing::number, exact(s.assortativity_in_in)});
  list.push_back(
      {"assortativity_out_in", "assortativity out-in",
       "Pearson correlation over follows of the follower's follows and the followee's followers",
       Writing::number, exact(s.assortativity_out_in)});
  list.push_back({"assortativity_undirected", "assortativity undirected",
                  "Pearson correlation of the numbers of neighbours at both ends of the pairs of "
                  "the undirected projection",
                  Writing::number, exact(s.assortativity_undirected)});
  list.push_back({"spearman_in_out", "Spearman followers, follows",
                  "rank correlation of followers and follows over all accounts, ties averaged",
                  Writing::number, exact(s.spearman_in_out)});
}

void add_groups(List& list, const GraphSummary& s) {
  if (s.by_niche) {
    list.push_back({"modularity_niche", "modularity by niche",
                    "modularity of the niches on the undirected projection (Newman & Girvan 2004)",
                    Writing::number, exact(s.by_niche->undirected)});
    list.push_back({"modularity_niche_directed", "modularity by niche, directed",
                    "modularity of the niches on the follows (Leicht & Newman 2008)",
                    Writing::number, exact(s.by_niche->directed)});
  }
  if (s.by_community) {
    list.push_back(
        {"modularity_louvain", "modularity by Louvain",
         "modularity of the communities found by the Louvain method, undirected projection",
         Writing::number, exact(s.by_community->undirected)});
    list.push_back({"communities", "  communities", "number of Louvain communities", Writing::count,
                    exact(s.communities)});
  }
}

void add_reach(List& list, const GraphSummary& s) {
  list.push_back({"weak_components", "weak components",
                  "connected parts of the undirected projection", Writing::count,
                  exact(s.weak_components)});
  list.push_back({"largest_weak", "  the largest",
                  "share of accounts in the largest weak component", Writing::share,
                  exact(s.largest_weak)});
  list.push_back({"strong_components", "strong components",
                  "largest sets in which each account reaches each other along follows",
                  Writing::count, exact(s.strong_components)});
  list.push_back({"largest_strong", "  the largest",
                  "share of accounts in the largest strong component", Writing::share,
                  exact(s.largest_strong)});
  list.push_back({"mean_distance", "mean distance",
                  "mean number of follows on a shortest path from a source along follow direction, "
                  "over reachable pairs, "
                  "sources drawn uniformly from all accounts",
                  Writing::number, s.distances.mean});
  list.push_back({"effective_diameter",
                  "90% effective diameter",
                  "distance within which 90% of these pairs lie, linear between whole distances",
                  Writing::number,
                  {s.distances.effective_diameter, s.distances.mean.exact() ? 0 : undefined,
                   s.distances.mean.samples}});
}

}  // namespace

std::vector<Figure> figures_of(const GraphSummary& summary) {
  List list;
  add_size(list, summary);
  add_tails(list, summary);
  add_audiences(list, summary);
  add_tiers(list, summary);
  add_triads(list, summary);
  add_mixing(list, summary);
  add_groups(list, summary);
  add_reach(list, summary);
  return list;
}

const Figure* find_figure(const std::vector<Figure>& figures, std::string_view key) {
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [&](const Figure& figure) { return figure.key == key; });
  return found == figures.end() ? nullptr : &*found;
}

}  // namespace clout::graph
