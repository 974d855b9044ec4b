// The follower graph as Boost.Graph sees it: two views that copy nothing and refer to the rows.
// Slow to compile (2.5 s), so include it only where one of Boost's algorithms is called.
//
//   FollowView     directed, an edge runs from the follower to the followee. VertexListGraph,
//   EdgeListGraph, BidirectionalGraph,
//                  AdjacencyGraph, AdjacencyMatrix (edge(u, v) searches a row instead of taking
//                  constant time).
//   NeighbourView  undirected, two accounts are adjacent if one follows the other. The same
//   concepts. out_degree merges
//                  two rows and so takes time proportional to them.
//
// Vertices are AccountIds with a vertex_index map. A follow's edge_index is its EdgeIndex: where
// its state lies in arrays parallel to the follower rows.
#pragma once

#include <algorithm>
#include <concepts>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include "sim/graph/boost_iterators.hpp"

namespace clout::graph {

namespace detail {

struct ViewTraversal : virtual boost::vertex_list_graph_tag,
                       virtual boost::edge_list_graph_tag,
                       virtual boost::bidirectional_graph_tag,
                       virtual boost::adjacency_graph_tag,
                       virtual boost::adjacency_matrix_tag {};

/// Nested types that boost::graph_traits looks for and both views share.
struct ViewTypes {
  using vertex_descriptor = AccountId;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  using traversal_category = ViewTraversal;
  using vertex_iterator = AccountIterator;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return AccountId{0xffffffffU}; }
};

}  // namespace detail

/// Refers to a graph and its transpose, which must outlive it.
struct FollowView : detail::ViewTypes {
  using directed_category = boost::bidirectional_tag;
  using edge_descriptor = Follow;
  using out_edge_iterator = RowFollowIterator<true>;
  using in_edge_iterator = RowFollowIterator<false>;
  using adjacency_iterator = const AccountId*;
  using edge_iterator = FollowIterator;

  TwoWayGraph graph;

  explicit FollowView(const TwoWayGraph& both) : graph(both) {}
};

/// A pair of neighbours as met from one of them. Equal to the same pair met from the other.
struct NeighbourPair {
  AccountId from;
  AccountId to;

  bool operator==(const NeighbourPair& other) const {
    return (from == other.from && to == other.to) || (from == other.to && to == other.from);
  }
};

/// Turns a neighbour into the pair with the account it is a neighbour of.
struct PairWith {
  AccountId account{};
  NeighbourPair operator()(AccountId neighbour) const { return {account, neighbour}; }
};

/// Each pair once, from its account of lower id.
class PairIterator : public boost::iterator_facade<PairIterator, NeighbourPair,
                                                   boost::forward_traversal_tag, NeighbourPair> {
 public:
  PairIterator() = default;
  PairIterator(const TwoWayGraph& graph, std::size_t account) : graph_(&graph), account_(account) {
    open_row();
    settle();
  }

 private:
  friend class boost::iterator_core_access;
  NeighbourPair dereference() const { return {account_at(account_), *at_}; }
  bool equal(const PairIterator& other) const {
    return account_ == other.account_ && at_ == other.at_;
  }
  void increment() {
    ++at_;
    settle();
  }
  void open_row() {
    at_ = account_ < graph_->accounts()
              ? NeighbourIterator(graph_->followers.followers(account_at(account_)),
                                  graph_->followees.followers(account_at(account_)))
              : NeighbourIterator();
  }
  void settle() {
    while (account_ < graph_->accounts()) {
      for (const auto end = at_.end(); at_ != end; ++at_) {
        if (index(*at_) > account_) return;
      }
      ++account_;
      open_row();
    }
  }

  const TwoWayGraph* graph_ = nullptr;
  std::size_t account_ = 0;
  NeighbourIterator at_;
};

/// Refers to a graph and its transpose, which must outlive it.
struct NeighbourView : detail::ViewTypes {
  using directed_category = boost::undirected_tag;
  using edge_descriptor = NeighbourPair;
  using adjacency_iterator = NeighbourIterator;
  using out_edge_iterator = boost::transform_iterator<PairWith, NeighbourIterator>;
  using in_edge_iterator = out_edge_iterator;
  using edge_iterator = PairIterator;

  TwoWayGraph graph;

  explicit NeighbourView(const TwoWayGraph& both) : graph(both) {}
};

// ---- both views

template <typename View>
concept AnyView = std::derived_from<View, detail::ViewTypes>;

template <AnyView View>
std::pair<AccountIterator, AccountIterator> vertices(const View& view) {
  return {AccountIterator(0), AccountIterator(view.graph.accounts())};
}
template <AnyView View>
std::size_t num_vertices(const View& view) {
  return view.graph.accounts();
}

/// vertex_index: an account's position in arrays indexed by account.
struct AccountIndexMap {
  using key_type = AccountId;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
};
inline std::size_t get(AccountIndexMap, AccountId account) { return index(account); }
template <AnyView View>
AccountIndexMap get(boost::vertex_index_t, const View&) {
  return {};
}
template <AnyView View>
std::size_t get(boost::vertex_index_t, const View&, AccountId account) {
  return index(account);
}

// ---- FollowView

inline AccountId source(const Follow& follow, const FollowView&) { return follow.follower; }
inline AccountId target(const Follow& follow, const FollowView&) { return follow.followee; }

inline std::size_t num_edges(const FollowView& view) { return view.graph.follows(); }
inline std::pair<FollowIterator, FollowIterator> edges(const FollowView& view) {
  return {FollowIterator(view.graph.followers, 0),
          FollowIterator(view.graph.followers, num_edges(view))};
}

inline std::size_t out_degree(AccountId account, const FollowView& view) {
  return view.graph.followees.audience(account);
}
inline std::size_t in_degree(AccountId account, const FollowView& view) {
  return view.graph.followers.audience(account);
}
inline std::size_t degree(AccountId account, const FollowView& view) {
  return out_degree(account, view) + in_degree(account, view);
}
inline std::pair<const AccountId*, const AccountId*> adjacent_vertices(AccountId account,
                                                                       const FollowView& view) {
  const auto row = view.graph.followees.followers(account);
  return {row.data(), row.data() + row.size()};
}
inline std::pair<RowFollowIterator<true>, RowFollowIterator<true>> out_edges(
    AccountId account, const FollowView& view) {
  const auto row = view.graph.followees.followers(account);
  return {{account, row.data()}, {account, row.data() + row.size()}};
}
inline std::pair<RowFollowIterator<false>, RowFollowIterator<false>> in_edges(
    AccountId account, const FollowView& view) {
  const auto row = view.graph.followers.followers(account);
  return {{account, row.data()}, {account, row.data() + row.size()}};
}
inline std::pair<Follow, bool> edge(AccountId u, AccountId v, const FollowView& view) {
  return {{u, v}, follows(view.graph, u, v)};
}

/// edge_index: found by searching the followee's row, O(log row).
struct FollowIndexMap {
  using key_type = Follow;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  const FollowerGraph* followers = nullptr;
};
inline std::size_t get(const FollowIndexMap& map, const Follow& follow) {
  const auto row = map.followers->followers(follow.followee);
  const auto place = std::lower_bound(row.begin(), row.end(), follow.follower) - row.begin();
  return index(map.followers->row_begin(follow.followee)) + static_cast<std::size_t>(place);
}
inline FollowIndexMap get(boost::edge_index_t, const FollowView& view) {
  return {&view.graph.followers};
}
inline std::size_t get(boost::edge_index_t, const FollowView& view, const Follow& follow) {
  return get(FollowIndexMap{&view.graph.followers}, follow);
}

// ---- NeighbourView

inline AccountId source(const NeighbourPair& pair, const NeighbourView&) { return pair.from; }
inline AccountId target(const NeighbourPair& pair, const NeighbourView&) { return pair.to; }

inline std::pair<NeighbourIterator, NeighbourIterator> adjacent_vertices(
    AccountId account, const NeighbourView& view) {
  const NeighbourIterator first(view.graph.followers.followers(account),
                                view.graph.followees.followers(account));
  return {first, first.end()};
}
inline auto out_edges(AccountId account, const NeighbourView& view) {
  const auto [first, last] = adjacent_vertices(account, view);
  using Iterator = NeighbourView::out_edge_iterator;
  return std::pair(Iterator(first, PairWith{account}), Iterator(last, PairWith{account}));
}
inline auto in_edges(AccountId account, const NeighbourView& view) {
  const auto [first, last] = adjacent_vertices(account, view);
  using Iterator = NeighbourView::out_edge_iterator;
  return std::pair(Iterator(first, PairWith{account}), Iterator(last, PairWith{account}));
}
inline std::size_t out_degree(AccountId account, const NeighbourView& view) {
  const auto in = view.graph.followers.followers(account);
  const auto out = view.graph.followees.followers(account);
  return in.size() + out.size() - common_count(in, out);
}
inline std::size_t in_degree(AccountId account, const NeighbourView& view) {
  return out_degree(account, view);
}
inline std::size_t degree(AccountId account, const NeighbourView& view) {
  return out_degree(account, view);
}
inline std::pair<NeighbourPair, bool> edge(AccountId u, AccountId v, const NeighbourView& view) {
  return {{u, v}, are_neighbours(view.graph, u, v)};
}
inline std::pair<PairIterator, PairIterator> edges(const NeighbourView& view) {
  return {PairIterator(view.graph, 0), PairIterator(view.graph, view.graph.accounts())};
}
/// O(accounts + follows).
inline std::size_t num_edges(const NeighbourView& view) {
  std::size_t ends = 0;
  for (std::size_t i = 0; i < view.graph.accounts(); ++i) ends += out_degree(account_at(i), view);
  return ends / 2;
}

}  // namespace clout::graph

namespace boost {

template <clout::graph::AnyView View>
struct property_map<View, vertex_index_t> {
  using type = clout::graph::AccountIndexMap;
  using const_type = type;
};
template <>
struct property_map<clout::graph::FollowView, edge_index_t> {
  using type = clout::graph::FollowIndexMap;
  using const_type = type;
};

}  // namespace boost
