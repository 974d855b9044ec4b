// A follower graph together with what is known of its accounts: what generation and import make,
// what files hold, and what the market starts from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/graph/follower_graph.hpp"

namespace clout::graph {

/// Which niche each account calls home.
struct NicheAssignment {
  std::vector<std::string> names;  ///< one per niche; at least one niche
  std::vector<NicheId> home;       ///< one per account

  std::size_t niches() const noexcept { return names.size(); }
};

/// What is known of one account that can be hired: from an influencer table or a planted celebrity.
struct InfluencerProfile {
  AccountId account;
  double nominal_followers = 0;    ///< people, by the table, at least 0
  double engagement_rate = -1;     ///< engagements per post / followers, 0..; negative: unknown
  double price_per_post_usd = -1;  ///< US dollars, 0..; negative: unknown
  std::string category;            ///< the table's own word, may be empty
};

/// No account stands for more people; some eight of them would be everybody there is.
inline constexpr double most_people_per_agent = 1e9;

struct Network {
  FollowerGraph graph;
  NicheAssignment niches;
  std::vector<std::string>
      names;  ///< one per account, or empty: accounts are known by their number
  std::vector<InfluencerProfile>
      influencers;              ///< sorted by account, at most one each; may be empty
  double people_per_agent = 1;  ///< how many people one account stands for: 1 to the most
  std::string origin;  ///< how it came to be, in words: generator and seed, or file and direction
};

}  // namespace clout::graph
