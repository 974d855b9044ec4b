#include "sim/graph/graph_spec.hpp"

namespace clout::graph {

namespace {

using enum Provenance;

const Parameter<GraphSpec> rows[] = {
    {{"accounts", "1", 100, 1e9, 1e5, 1e7, assumed, "a market that a laptop runs in minutes",
      "Number of accounts on the platform."},
     &GraphSpec::accounts},
    {{"people_per_agent", "1", 1, 1e6, 1, 1000, assumed,
      "20 million people are enough for celebrities of several million followers",
      "How many people one account stands for; tiers and prices use followers times this."},
     &GraphSpec::people_per_agent},
    {{"mean_follows", "1", 1, 5000, 30, 100, found,
      "Twitter 2009: 35.3 (Kwak et al. 2010), Twitter 2012: 45.5, Bluesky 2025: 60",
      "Mean number of accounts that an account follows."},
     &GraphSpec::mean_follows},
    {{"niches", "1", 1, 1000, 10, 50, assumed,
      "about the number of categories in influencer tables",
      "Number of topics that accounts are interested in."},
     &GraphSpec::niches},
    {{"niche_size_exponent", "1", 0, 3, 0.3, 1.2, assumed, "uneven sizes; 0 makes all niches equal",
      "Zipf exponent of the niches' sizes."},
     &GraphSpec::niche_size_exponent},
    {{"home_share", "1", 0, 1, 0.3, 0.7, assumed, "gives a modularity by niche of 0.32 to 0.50",
      "Share of follows that stay in the account's own niche."},
     &GraphSpec::home_share},
    {{"kindred_share", "1", 0, 1, 0.1, 0.3, assumed, "secondary interests",
      "Share of follows that go to niches near the account's own."},
     &GraphSpec::kindred_share},
    {{"audience_sigma", "1", 0, 5, 1.2, 1.9, found,
      "sd of ln followers in samples of real accounts",
      "Standard deviation of the logarithm of audiences in the body of the distribution."},
     &GraphSpec::audience_sigma},
    {{"audience_low_sigma", "1", 0, 5, 1.5, 3, assumed,
      "small audiences spread further than large ones",
      "Standard deviation of the logarithm of audiences below the median."},
     &GraphSpec::audience_low_sigma},
    {{"audience_tail_exponent", "1", 1.5, 5, 2.1, 2.4, found,
      "Twitter Higgs 2.27, Epinions 2.16 (KONECT)",
      "Exponent of the tail of the audiences' density."},
     &GraphSpec::audience_tail_exponent},
    {{"audience_tail_share", "1", 0, 0.5, 0.01, 0.05, assumed, "power law only in part of the tail",
      "Share of accounts whose audience lies in the power-law tail."},
     &GraphSpec::audience_tail_share},
    {{"largest_audience_share", "1", 0.0001, 0.5, 0.03, 0.08, found,
      "most followed on Twitter 2009: 7.2% of all (Kwak et al. 2010)",
      "Audience of the most followed account as a share of all accounts."},
     &GraphSpec::largest_audience_share},
    {{"follows_sigma", "1", 0, 5, 1.1, 1.5, found, "sd of ln follows in samples of real accounts",
      "Standard deviation of the logarithm of the number of accounts followed."},
     &GraphSpec::follows_sigma},
    {{"max_follows", "1", 1, 100000, 5000, 7500, found, "Instagram's limit",
      "Most accounts that one account may follow."},
     &GraphSpec::max_follows},
    {{"popularity_correlation", "1", 0, 0.99, 0.3, 0.75, found, "Twitter Higgs: 0.69 (KONECT)",
      "Rank correlation of an account's followers with the number it follows."},
     &GraphSpec::popularity_correlation},
    {{"reciprocity", "1", 0, 1, 0.1, 0.45, found, "share of edges, Twitter 2009: 0.362 (KONECT)",
      "Share of follows whose reverse exists too."},
     &GraphSpec::reciprocity},
    {{"circle_size", "1", 2, 1000, 16, 128, assumed,
      "circles of acquaintances make clustering and mutual ties",
      "Accounts in a circle of acquaintances."},
     &GraphSpec::circle_size},
    {{"copied_share", "1", 0, 1, 0.1, 0.5, assumed,
      "reaches a mean local clustering of 0.12 to 0.30",
      "Share of follows copied from accounts already followed, which closes triangles."},
     &GraphSpec::copied_share},
    {{"silent_share", "1", 0, 0.9, 0.05, 0.3, assumed, "largest strong component of 65 to 80%",
      "Share of accounts that follow nobody back and never post."},
     &GraphSpec::silent_share},
    {{"unfollowed_share", "1", 0, 0.9, 0.05, 0.2, assumed, "largest strong component of 65 to 80%",
      "Share of accounts that nobody follows."},
     &GraphSpec::unfollowed_share},
};

}  // namespace

std::span<const Parameter<GraphSpec>> graph_parameters() { return rows; }

GraphSpec resolved(GraphSpec spec) { return spec; }

std::vector<Diagnostic> check(const GraphSpec& spec) {
  if (spec.home_share + spec.kindred_share <= 1) return {};
  return {{.place = {.key = "graph.home_share"},
           .problem = "with kindred_share it leaves less than no follows for other niches",
           .expected = "home_share + kindred_share of at most 1"}};
}

}  // namespace clout::graph
