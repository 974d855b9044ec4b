// What a graph file holds: the one place that names its datasets. Only sources of sim/store include
// this.
#pragma once

#include "sim/store/graph_file.hpp"
#include "sim/store/hdf5.hpp"
#include "sim/store/sealed_file.hpp"

namespace clout::store::graph_layout {

using hdf5::ColumnInfo;
using hdf5::Element;

inline constexpr Schema schema{"clout-graph", graph_schema_version, "a graph file written by clout",
                               "write the file again", false};

// Dimensions: account, account_bound (one more), follow, niche, influencer. Those of length zero
// are left out.
inline constexpr const char* account = "account";
inline constexpr const char* account_bound = "account_bound";
inline constexpr const char* follow = "follow";
inline constexpr const char* niche = "niche";
inline constexpr const char* influencer = "influencer";

inline constexpr const char* graph_group = "graph";
inline constexpr ColumnInfo indptr{
    "indptr", account_bound, Element::int64, "1",
    "followers of account k are indices[indptr[k]] .. indices[indptr[k+1]-1]"};
inline constexpr ColumnInfo indices{"indices", follow, Element::int32, "1",
                                    "account number of the follower, rising within a row"};
inline constexpr ColumnInfo home_niche{"home_niche", account, Element::int16, "1",
                                       "position of the account's niche in niche_name"};
inline constexpr ColumnInfo niche_name{"niche_name", niche, Element::text, "1",
                                       "name of the niche"};
inline constexpr ColumnInfo account_name{"account_name", account, Element::text, "1",
                                         "name of the account in the imported file"};

inline constexpr const char* influencer_group = "influencers";
inline constexpr ColumnInfo influencer_account{"account_number", influencer, Element::int32, "1",
                                               "account number of the influencer"};
inline constexpr ColumnInfo nominal_followers{"nominal_followers", influencer, Element::real, "1",
                                              "people who follow the influencer"};
inline constexpr ColumnInfo engagement_rate{
    "engagement_rate", influencer, Element::real, "1",
    "engagements per post divided by followers; -1: unknown"};
inline constexpr ColumnInfo price_per_post{"price_per_post_usd", influencer, Element::real, "USD",
                                           "price of one post; -1: unknown"};
inline constexpr ColumnInfo category{"category", influencer, Element::text, "1",
                                     "category in the influencer table's own words"};

}  // namespace clout::store::graph_layout
