// Tables of real influencers: how many follow them, how many of these engage, what a post costs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/graph/network.hpp"
#include "sim/graph/text_input.hpp"

namespace clout::graph {

struct InfluencerRow {
  std::int64_t line = 0;
  std::string name;                ///< empty if the table has no names
  double followers = 0;            ///< people
  double engagement_rate = -1;     ///< engagements per post / followers; negative: unknown
  double price_per_post_usd = -1;  ///< US dollars; negative: unknown
  std::string category;            ///< may be empty
};

struct InfluencerTable {
  std::string file;
  bool has_names = false;
  std::vector<InfluencerRow> rows;  ///< in the order of the file, of the wanted platform only
  std::vector<std::string> notes;   ///< full sentences for the user
};

/// Reads a table with a heading. Columns by these names (case, spaces, '-' and '_' do not matter):
///   followers (follower_count, subscribers, audience)            required, 0 .. 1e11
///   engagement_rate (share), engagement_rate_percent, engagements_per_post (engagements)       at
///   most one of them price_per_post_usd (price_per_post, price_usd, price)         US dollars, 0
///   .. 1e9 category (niche, topic); name (account, username, user, handle, channel, id); platform
/// Empty fields of engagement, price and category are unknown. Other columns are named in the notes
/// and not read. platform: only rows with this platform, if not empty; the table must then have the
/// column. Throws InputError with file, line and column for numbers out of range, a missing column,
/// names twice, no rows left.
InfluencerTable read_influencer_table(TextInput input, const std::string& platform);

struct InfluencerMatching {
  /// Accounts that take a row when rows are matched by rank; 0: the largest 1% of the accounts, or
  /// as many as there are rows if these are fewer.
  std::size_t most_by_rank = 0;
};

/// Makes accounts of the network influencers, replacing those it had. If names of the table are
/// names of accounts, these accounts take their rows and the other rows are dropped. Otherwise by
/// rank: the accounts with the largest graph audience (ties: lower id first) take rows from the
/// largest downwards, evenly spread over the table if it has more rows than there are accounts to
/// take one, so that they span the table from its top to its tail. The graph itself does not
/// change: a profile's nominal_followers is what the table says, to which its price belongs; the
/// market goes by the followers in the graph times people_per_agent. Returns notes for the user.
std::vector<std::string> apply_influencer_table(Network& network, const InfluencerTable& table,
                                                const InfluencerMatching& matching);

}  // namespace clout::graph
