// Groups of accounts that follow each other more than others: niches for graphs that come without
// any.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/graph/network.hpp"
#include "sim/graph/two_way.hpp"

namespace clout::graph {

/// Communities of the undirected projection by the Louvain method (Blondel et al. 2008), with the
/// moves of one level taken from a queue (as in Traag et al. 2019) and two climbs: after the first,
/// accounts move on their own once more. No merger of two communities would raise the modularity of
/// the result. Accounts are visited by id and gains are integers, so that it is a function of the
/// graph alone. Serial; a few passes over the follows, 40 bytes an account.
struct Communities {
  std::vector<std::uint32_t> of_account;  ///< number of each account's community, 0 the largest
  std::vector<std::uint64_t> sizes;       ///< accounts of each, falling
};
Communities find_communities(const FollowerGraph& followers, const FollowerGraph& followees);

/// The same as niches named "community 1", "community 2", ... by falling size. Beyond max_niches
/// (at least 1), the smallest are merged into a last niche "other".
NicheAssignment communities(const FollowerGraph& followers, const FollowerGraph& followees,
                            int max_niches);
NicheAssignment niches_of(const Communities& found, int max_niches);

}  // namespace clout::graph
