// Iterators that the Boost.Graph views are made of. Include boost_graph.hpp instead.
#pragma once

#include <boost/iterator/iterator_facade.hpp>

#include "sim/graph/two_way.hpp"

namespace clout::graph {

/// Accounts by rising id.
class AccountIterator
    : public boost::iterator_facade<AccountIterator, AccountId, boost::random_access_traversal_tag,
                                    AccountId> {
 public:
  AccountIterator() = default;
  explicit AccountIterator(std::size_t at) : at_(static_cast<std::ptrdiff_t>(at)) {}

 private:
  friend class boost::iterator_core_access;
  AccountId dereference() const { return account_at(static_cast<std::size_t>(at_)); }
  bool equal(const AccountIterator& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t by) { at_ += by; }
  std::ptrdiff_t distance_to(const AccountIterator& other) const { return other.at_ - at_; }

  std::ptrdiff_t at_ = 0;
};

/// The follows of one account. outgoing: the account is the follower and the row lists its
/// followees; else it is the followee and the row lists its followers.
template <bool outgoing>
class RowFollowIterator
    : public boost::iterator_facade<RowFollowIterator<outgoing>, Follow,
                                    boost::random_access_traversal_tag, Follow> {
 public:
  RowFollowIterator() = default;
  RowFollowIterator(AccountId account, const AccountId* at) : account_(account), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  Follow dereference() const { return outgoing ? Follow{account_, *at_} : Follow{*at_, account_}; }
  bool equal(const RowFollowIterator& other) const { return at_ == other.at_; }
  void increment() { ++at_; }
  void decrement() { --at_; }
  void advance(std::ptrdiff_t by) { at_ += by; }
  std::ptrdiff_t distance_to(const RowFollowIterator& other) const { return other.at_ - at_; }

  AccountId account_{};
  const AccountId* at_ = nullptr;
};

/// All follows in the order of their EdgeIndex.
class FollowIterator
    : public boost::iterator_facade<FollowIterator, Follow, boost::forward_traversal_tag, Follow> {
 public:
  FollowIterator() = default;
  FollowIterator(const FollowerGraph& graph, std::size_t edge) : graph_(&graph), edge_(edge) {
    skip_ended_rows();
  }

 private:
  friend class boost::iterator_core_access;
  Follow dereference() const { return {graph_->rows()[edge_], account_at(followee_)}; }
  bool equal(const FollowIterator& other) const { return edge_ == other.edge_; }
  void increment() {
    ++edge_;
    skip_ended_rows();
  }
  void skip_ended_rows() {
    while (followee_ < graph_->accounts() && graph_->offsets()[followee_ + 1] <= edge_) ++followee_;
  }

  const FollowerGraph* graph_ = nullptr;
  std::size_t edge_ = 0;
  std::size_t followee_ = 0;
};

/// Neighbours of one account in the undirected projection: the union of two sorted rows, merged
/// while walking.
class NeighbourIterator : public boost::iterator_facade<NeighbourIterator, AccountId,
                                                        boost::forward_traversal_tag, AccountId> {
 public:
  NeighbourIterator() = default;
  NeighbourIterator(std::span<const AccountId> a, std::span<const AccountId> b)
      : a_(a.data()), a_end_(a.data() + a.size()), b_(b.data()), b_end_(b.data() + b.size()) {}
  /// The end of the same walk.
  NeighbourIterator end() const {
    NeighbourIterator result = *this;
    result.a_ = a_end_;
    result.b_ = b_end_;
    return result;
  }

 private:
  friend class boost::iterator_core_access;
  AccountId dereference() const { return a_ != a_end_ && (b_ == b_end_ || *a_ <= *b_) ? *a_ : *b_; }
  bool equal(const NeighbourIterator& other) const { return a_ == other.a_ && b_ == other.b_; }
  void increment() {
    const AccountId here = dereference();
    if (a_ != a_end_ && *a_ == here) ++a_;
    if (b_ != b_end_ && *b_ == here) ++b_;
  }

  const AccountId* a_ = nullptr;
  const AccountId* a_end_ = nullptr;
  const AccountId* b_ = nullptr;
  const AccountId* b_end_ = nullptr;
};

}  // namespace clout::graph
