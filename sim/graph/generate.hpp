// Synthetic follower graphs: the same for the same spec and seed on any number of threads, whole or
// in parts.
#pragma once

#include "sim/graph/graph_spec.hpp"
#include "sim/graph/network.hpp"
#include "sim/graph/row_builder.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::graph {

/// The network of this spec and seed. Throws InputError if the spec cannot be met (check() says
/// why). Time: O(follows), about 10 million a second and core. Memory: 8 bytes per follow and 16
/// per account at the peak. progress may be empty.
Network generate(const GraphSpec& spec, random::Seed seed, const Progress& progress = {});

/// The part of generate()'s graph whose followers lie in the range: all accounts have a row, cut
/// down to followers of the range. Made alone, at a cost in proportion to the range and to the
/// audiences of planted influencers; parts of ranges that tile the accounts join to the whole.
FollowerGraph generate_part(const GraphSpec& spec, random::Seed seed, parallel::Range followers,
                            const Progress& progress = {});

}  // namespace clout::graph
