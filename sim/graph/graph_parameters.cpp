// The table of GraphSpec's parameters: what each means, where its default comes from, what is
// allowed.
#include <array>

#include "sim/graph/graph_spec.hpp"

namespace clout::graph {

namespace {

using enum Provenance;
using Row = Parameter<GraphSpec>;

// Docs end with a full stop and units are those of scenario files: tests/scenario/tables_test.cpp
// checks every row.
constexpr const char* by_targets =
    "fitted together so that the targets of docs/graph.md hold at 100k, 1M and 10M accounts";

const std::array rows{
    Row{{"accounts", "1", 100, 4e9, 1e4, 1e7, assumed,
         "a market that a laptop simulates in minutes",
         "Number of accounts; everybody, consumers and influencers alike, is one."},
        &GraphSpec::accounts},
    Row{{"mean_follows", "1", 0, 5000, 0, 0, found,
         "Twitter 2009 35.3 (Kwak et al. 2010), Twitter 2012 45.5 (Gabielkov), Bluesky 2025 60",
         "Mean number of accounts an account follows; 0: by size, 33.5 at 100,000 accounts and 63 "
         "from a million on."},
        &GraphSpec::mean_follows},
    Row{{"people_per_agent", "1", 0, 1e6, 0, 0, assumed,
         "keeps mean followers in people at 630; 5,941 randomly drawn Instagram accounts have 920",
         "How many people one account stands for; tiers and prices use followers times this; 0: "
         "630 / mean_follows, or, of a graph that is read, by its influencer table, else by its "
         "file."},
        &GraphSpec::people_per_agent},
    Row{{"niches", "1", 1, 1000, 8, 64, assumed,
         "as many as influencer directories have main categories",
         "Number of topics; each account is at home in one."},
        &GraphSpec::niches},
    Row{{"niche_size_exponent", "1", 0, 3, 0.3, 1.2, assumed,
         "directories' categories differ about tenfold in size",
         "Niche k has a size in proportion to k to the minus this (Zipf)."},
        &GraphSpec::niche_size_exponent},
    Row{{"home_share", "1", 0.02, 0.9, 0.2, 0.5, calibrated, by_targets,
         "Share of one-way follows that stay in the home niche."},
        &GraphSpec::home_share},
    Row{{"second_share", "1", 0, 0.9, 0, 0.3, assumed, "interests come in neighbourhoods",
         "Share of one-way follows that go to the account's second interest."},
        &GraphSpec::second_share},
    Row{{"audience_low_sigma", "1", 0.01, 6, 0.4, 2.5, calibrated, by_targets,
         "Spread of ln followers below the median account, per standard normal deviate."},
        &GraphSpec::audience_low_sigma},
    Row{{"audience_sigma", "1", 0.01, 6, 1.5, 5, calibrated, by_targets,
         "Spread of ln followers above the median account, per standard normal deviate."},
        &GraphSpec::audience_sigma},
    Row{{"audience_high_sigma", "1", 0.01, 6, 1.2, 2.2, calibrated, by_targets,
         "Spread of ln followers from audience_high_from to the tail, per standard normal "
         "deviate."},
        &GraphSpec::audience_high_sigma},
    Row{{"audience_high_from", "1", 0, 3, 0.3, 1.5, calibrated, by_targets,
         "Standard normal deviate from which audience_high_sigma holds; 1 is the top 16%."},
        &GraphSpec::audience_high_from},
    Row{{"audience_tail_share", "1", 0.0001, 0.2, 0.003, 0.05, calibrated, by_targets,
         "Share of accounts in the power-law tail of audiences."},
        &GraphSpec::audience_tail_share},
    Row{{"audience_tail_exponent", "1", 1.2, 5, 1.9, 2.4, calibrated, by_targets,
         "Density exponent of the tail's lower part."},
        &GraphSpec::audience_tail_exponent},
    Row{{"audience_top_share", "1", 1e-6, 0.2, 0.0002, 0.001, calibrated, by_targets,
         "Share of accounts above the power law: audiences follow one in part of the tail only "
         "(Kwak et al. 2010)."},
        &GraphSpec::audience_top_share},
    Row{{"audience_top_spread", "1", 0, 100, 0.2, 1.5, calibrated, by_targets,
         "How much larger than at audience_top_share the largest organic audiences are: 0.5 is up "
         "to half more."},
        &GraphSpec::audience_top_spread},
    Row{{"largest_audience_share", "1", 0.001, 0.5, 0.03, 0.12, found,
         "most followed on Twitter 2009: 7.2% of all (Kwak et al. 2010); repetitions take some of "
         "it away",
         "Bound of the largest organic audience, share of all accounts."},
        &GraphSpec::largest_audience_share},
    Row{{"breadth_exponent", "1", 0, 1, 0, 0.3, assumed,
         "stars are known outside their niche, small accounts are not",
         "How fast the share of followers from other niches rises with popularity."},
        &GraphSpec::breadth_exponent},
    Row{{"follows_sigma", "1", 0, 3, 1, 1.6, calibrated, by_targets,
         "Standard deviation of ln one-way follows; 5,941 random Instagram accounts: 1.52 over all "
         "follows."},
        &GraphSpec::follows_sigma},
    Row{{"max_follows", "1", 1, 100000, 5000, 7500, found,
         "Instagram's limit is 7,500, Twitter's was 5,000", "Most one-way follows of one account."},
        &GraphSpec::max_follows},
    Row{{"popularity_correlation", "1", -0.9, 0.9, 0, 0.6, calibrated, by_targets,
         "Correlation of the normal deviates of popularity and of one-way follows (Gaussian "
         "copula)."},
        &GraphSpec::popularity_correlation},
    Row{{"reciprocity", "1", 0, 0.7, 0.1, 0.45, found,
         "Twitter 2009 0.362, Higgs 0.316, Epinions 0.405 (KONECT)",
         "Share of follows whose reverse exists, as planned; a few more arise by chance."},
        &GraphSpec::reciprocity},
    Row{{"circle_size", "1", 4, 128, 32, 128, calibrated, by_targets,
         "Seats of a circle of friends; smaller circles are denser and close more triangles."},
        &GraphSpec::circle_size},
    Row{{"copied_share", "1", 0, 0.9, 0.2, 0.6, calibrated, by_targets,
         "Share of one-way follows copied from somebody already followed."},
        &GraphSpec::copied_share},
    Row{{"unfollowed_share", "1", 0, 0.8, 0, 0.25, calibrated, by_targets,
         "Share of accounts that nobody follows by design; others end without followers by "
         "chance."},
        &GraphSpec::unfollowed_share},
    Row{{"silent_share", "1", 0, 0.8, 0, 0.25, calibrated, by_targets,
         "Share of accounts that follow nobody but planted celebrities."},
        &GraphSpec::silent_share},
    Row{{"stars", "1", 0, 100, 0, 10, assumed,
         "any platform has accounts followed by 3 to 8% of all; these are invented",
         "Number of planted accounts that the i-th of is followed by 6% / sqrt(i) of all "
         "accounts."},
        &GraphSpec::stars},
};

}  // namespace

std::span<const Parameter<GraphSpec>> graph_parameters() { return rows; }

}  // namespace clout::graph
