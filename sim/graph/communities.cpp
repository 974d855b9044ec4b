#include "sim/graph/communities.hpp"

#include <algorithm>
#include <numeric>

#include "sim/base/contracts.hpp"

namespace clout::graph {

namespace {

using Label = std::uint32_t;

// After the first climb through the levels, accounts that no longer fit move on their own and the
// climb is repeated.
constexpr int rounds = 2;

/// Undirected weighted graph whose vertices are the communities of the level below.
struct WeightedGraph {
  std::vector<std::uint64_t> offsets{0};
  std::vector<Label> targets;
  std::vector<std::int64_t> weights;
  std::vector<std::int64_t>
      degree;  ///< weight of all ends at the vertex, those of pairs inside it included

  std::size_t vertices() const { return degree.size(); }
  template <typename Visit>
  void for_each_edge(std::size_t v, Visit&& visit) const {
    for (std::uint64_t e = offsets[v]; e < offsets[v + 1]; ++e) visit(targets[e], weights[e]);
  }
};

/// The follower graph's undirected projection as level 0: every pair weighs 1.
struct Projection {
  const TwoWayGraph& graph;
  std::vector<std::int64_t> degree;

  std::size_t vertices() const { return degree.size(); }
  template <typename Visit>
  void for_each_edge(std::size_t v, Visit&& visit) const {
    for_each_neighbour(graph, account_at(v),
                       [&](AccountId u, bool) { visit(static_cast<Label>(index(u)), 1); });
  }
};

/// Weights gathered by label, cleared in time proportional to what was gathered.
class Gathered {
 public:
  explicit Gathered(std::size_t labels) : weight_(labels, 0) {}

  void add(Label label, std::int64_t weight) {
    if (weight_[label] == 0) labels_.push_back(label);
    weight_[label] += weight;
  }
  std::int64_t weight(Label label) const { return weight_[label]; }
  const std::vector<Label>& labels() const { return labels_; }
  void clear() {
    for (const Label label : labels_) weight_[label] = 0;
    labels_.clear();
  }

 private:
  std::vector<std::int64_t> weight_;
  std::vector<Label> labels_;
};

/// Vertices waiting to be looked at, first in first out, each at most once.
class WaitingLine {
 public:
  explicit WaitingLine(std::size_t vertices)
      : ring_(vertices), waits_(vertices, 1), count_(vertices) {
    std::iota(ring_.begin(), ring_.end(), 0U);
  }
  bool empty() const { return count_ == 0; }
  Label take() {
    const Label v = ring_[first_];
    first_ = first_ + 1 == ring_.size() ? 0 : first_ + 1;
    --count_;
    waits_[v] = 0;
    return v;
  }
  void put(Label v) {
    if (waits_[v] != 0) return;
    waits_[v] = 1;
    ring_[(first_ + count_++) % ring_.size()] = v;
  }

 private:
  std::vector<Label> ring_;
  std::vector<char> waits_;
  std::size_t first_ = 0;
  std::size_t count_;
};

/// The community among the gathered ones whose gain from taking in a vertex of this degree is
/// largest, its own first of equals, then the lowest label. Gain in modularity times (total ends)^2
/// / 2: weight x ends - degree x ends of the community.
Label best_community(const Gathered& to, Label own, std::int64_t degree,
                     const std::vector<std::int64_t>& ends_of, std::int64_t ends) {
  Label best = own;
  std::int64_t most = to.weight(own) * ends - degree * ends_of[own];
  for (const Label candidate : to.labels()) {
    const std::int64_t gain = to.weight(candidate) * ends - degree * ends_of[candidate];
    if (gain > most || (gain == most && candidate < best && best != own)) {
      most = gain;
      best = candidate;
    }
  }
  return best;
}

/// Each vertex a community of its own.
std::vector<Label> singletons(std::size_t vertices) {
  std::vector<Label> community(vertices);
  std::iota(community.begin(), community.end(), 0U);
  return community;
}

/// Moves single vertices between the given communities until no move gains. Returns whether any
/// moved.
template <typename Graph>
bool move_locally(const Graph& graph, std::int64_t ends, std::vector<Label>& community) {
  std::vector<std::int64_t> ends_of(graph.vertices(), 0);
  for (std::size_t v = 0; v < graph.vertices(); ++v) ends_of[community[v]] += graph.degree[v];
  Gathered to(graph.vertices());
  WaitingLine line(graph.vertices());
  bool any = false;
  while (!line.empty()) {
    const Label v = line.take();
    const Label own = community[v];
    graph.for_each_edge(v, [&](Label u, std::int64_t weight) { to.add(community[u], weight); });
    ends_of[own] -= graph.degree[v];
    const Label best = best_community(to, own, graph.degree[v], ends_of, ends);
    ends_of[best] += graph.degree[v];
    to.clear();
    if (best == own) continue;
    any = true;
    community[v] = best;
    graph.for_each_edge(v, [&](Label u, std::int64_t) {
      if (community[u] != best) line.put(u);
    });
  }
  return any;
}

/// Numbers labels 0, 1, ... by their first vertex; returns how many there are.
std::size_t renumber(std::vector<Label>& community) {
  constexpr Label none = 0xffffffffU;
  std::vector<Label> number(community.size(), none);
  Label next = 0;
  for (Label& each : community) {
    if (number[each] == none) number[each] = next++;
    each = number[each];
  }
  return next;
}

/// The graph whose vertices are these communities.
template <typename Graph>
WeightedGraph merged(const Graph& graph, const std::vector<Label>& community, std::size_t count) {
  std::vector<std::uint64_t> start(count + 1, 0);
  for (const Label each : community) ++start[each + 1];
  for (std::size_t c = 0; c < count; ++c) start[c + 1] += start[c];
  std::vector<Label> members(community.size());
  std::vector<std::uint64_t> next(start.begin(), start.end() - 1);
  for (std::size_t v = 0; v < community.size(); ++v)
    members[next[community[v]]++] = static_cast<Label>(v);
  WeightedGraph result;
  result.degree.assign(count, 0);
  Gathered to(count);
  for (std::size_t c = 0; c < count; ++c) {
    for (std::uint64_t at = start[c]; at < start[c + 1]; ++at) {
      result.degree[c] += graph.degree[members[at]];
      graph.for_each_edge(members[at], [&](Label u, std::int64_t weight) {
        if (community[u] != c) to.add(community[u], weight);
      });
    }
    for (const Label other : to.labels()) {
      result.targets.push_back(other);
      result.weights.push_back(to.weight(other));
    }
    to.clear();
    result.offsets.push_back(result.targets.size());
  }
  return result;
}

/// The levels above the accounts: communities move as wholes, merge, and move again, until no move
/// gains. of_account holds the vertices of `level` and is left with the communities of the last
/// level.
void join_communities(WeightedGraph level, std::int64_t ends, std::vector<Label>& of_account) {
  std::vector<Label> of_vertex = singletons(level.vertices());
  while (move_locally(level, ends, of_vertex)) {
    const std::size_t count = renumber(of_vertex);
    for (Label& each : of_account) each = of_vertex[each];
    level = merged(level, of_vertex, count);
    of_vertex = singletons(count);
  }
}

Communities by_size(std::vector<Label> label_of, std::size_t count) {
  std::vector<std::uint64_t> size(count, 0);
  for (const Label each : label_of) ++size[each];
  std::vector<Label> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](Label a, Label b) { return size[a] > size[b]; });
  std::vector<Label> number(count);
  Communities result;
  for (const Label each : order) {
    number[each] = static_cast<Label>(result.sizes.size());
    result.sizes.push_back(size[each]);
  }
  for (Label& each : label_of) each = number[each];
  result.of_account = std::move(label_of);
  return result;
}

}  // namespace

Communities find_communities(const FollowerGraph& followers, const FollowerGraph& followees) {
  const TwoWayGraph two_way{followers, followees};
  Projection projection{two_way, std::vector<std::int64_t>(two_way.accounts(), 0)};
  std::int64_t ends = 0;
  for (std::size_t i = 0; i < two_way.accounts(); ++i) {
    const auto in = followers.followers(account_at(i));
    const auto out = followees.followers(account_at(i));
    projection.degree[i] =
        static_cast<std::int64_t>(in.size() + out.size() - common_count(in, out));
    ends += projection.degree[i];
  }
  std::vector<Label> of_account = singletons(two_way.accounts());
  std::size_t count = of_account.size();
  for (int round = 0; round < rounds && move_locally(projection, ends, of_account); ++round) {
    count = renumber(of_account);
    join_communities(merged(projection, of_account, count), ends, of_account);
    count = renumber(of_account);
  }
  return by_size(std::move(of_account), count);
}

NicheAssignment niches_of(const Communities& found, int max_niches) {
  CLOUT_EXPECT(max_niches >= 1 && max_niches <= 65536);
  const auto most = static_cast<std::size_t>(max_niches);
  const bool merge = found.sizes.size() > most;
  const std::size_t named = merge ? most - 1 : found.sizes.size();
  NicheAssignment niches;
  for (std::size_t c = 0; c < named; ++c)
    niches.names.push_back("community " + std::to_string(c + 1));
  if (merge) niches.names.emplace_back("other");
  if (niches.names.empty()) niches.names.emplace_back("community 1");
  for (const Label each : found.of_account) {
    niches.home.push_back(
        static_cast<NicheId>(std::min<std::size_t>(each, niches.names.size() - 1)));
  }
  return niches;
}

NicheAssignment communities(const FollowerGraph& followers, const FollowerGraph& followees,
                            int max_niches) {
  return niches_of(find_communities(followers, followees), max_niches);
}

}  // namespace clout::graph
