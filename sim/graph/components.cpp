#include "sim/graph/components.hpp"

#include <algorithm>
#include <numeric>

#include "sim/graph/estimate.hpp"

namespace clout::graph {

namespace {

/// Sets of accounts that grow together. A root has the lowest id of its set, so that the result has
/// no history.
class JoinedSets {
 public:
  explicit JoinedSets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    if (a < b) parent_[b] = a;
    if (b < a) parent_[a] = b;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// From any labels below `labels` to components numbered by falling size, ties by lowest account.
Components sorted_by_size(std::vector<std::uint32_t> label_of, std::size_t labels) {
  std::vector<std::uint64_t> size(labels, 0);
  std::vector<std::uint32_t> by_first_account;
  for (const std::uint32_t label : label_of) {
    if (size[label]++ == 0) by_first_account.push_back(label);
  }
  std::stable_sort(by_first_account.begin(), by_first_account.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  Components result;
  std::vector<std::uint32_t> number(labels, 0);
  for (const std::uint32_t label : by_first_account) {
    number[label] = static_cast<std::uint32_t>(result.sizes.size());
    result.sizes.push_back(size[label]);
  }
  for (std::uint32_t& label : label_of) label = number[label];
  result.of_account = std::move(label_of);
  return result;
}

constexpr std::size_t first_look = 2;

/// Joins each account with a row's members from position `from` up to `to`.
void join_row(JoinedSets& sets, std::uint32_t i, std::span<const AccountId> row, std::size_t from,
              std::size_t to) {
  for (std::size_t at = from; at < std::min(to, row.size()); ++at) {
    sets.join(i, static_cast<std::uint32_t>(index(row[at])));
  }
}

/// The root that most accounts have.
std::uint32_t commonest_root(JoinedSets& sets, std::uint32_t accounts) {
  std::vector<std::uint32_t> size(accounts, 0);
  for (std::uint32_t i = 0; i < accounts; ++i) ++size[sets.root(i)];
  return static_cast<std::uint32_t>(std::max_element(size.begin(), size.end()) - size.begin());
}

/// State of one search by Tarjan. Numbers are given in the order of discovery, from 1; 0: not yet
/// seen.
class StrongSearch {
 public:
  explicit StrongSearch(const FollowerGraph& graph)
      : graph_(graph),
        number_(graph.accounts(), 0),
        low_(graph.accounts(), 0),
        next_edge_(graph.accounts(), 0),
        label_(graph.accounts(), open) {}

  Components run() {
    for (std::uint32_t start = 0; start < number_.size(); ++start) {
      if (number_[start] == 0) search_from(start);
    }
    return sorted_by_size(std::move(label_), labels_);
  }

 private:
  static constexpr std::uint32_t open = 0xffffffffU;

  void discover(std::uint32_t i) {
    number_[i] = low_[i] = ++discovered_;
    path_.push_back(i);
    unassigned_.push_back(i);
  }

  void search_from(std::uint32_t start) {
    discover(start);
    while (!path_.empty()) {
      const std::uint32_t here = path_.back();
      if (!step_down(here)) {
        path_.pop_back();
        if (!path_.empty()) low_[path_.back()] = std::min(low_[path_.back()], low_[here]);
        if (low_[here] == number_[here]) close_component(here);
      }
    }
  }

  /// Looks on along the row of `here`, and steps to the first account not yet seen. False: the row
  /// is done.
  bool step_down(std::uint32_t here) {
    const auto row = graph_.followers(AccountId{here});
    std::uint32_t edge = next_edge_[here];
    std::uint32_t low = low_[here];
    for (; edge < row.size(); ++edge) {
      const auto there = static_cast<std::uint32_t>(index(row[edge]));
      if (number_[there] == 0) {
        next_edge_[here] = edge + 1;
        low_[here] = low;
        discover(there);
        return true;
      }
      if (label_[there] == open) low = std::min(low, number_[there]);
    }
    next_edge_[here] = edge;
    low_[here] = low;
    return false;
  }

  void close_component(std::uint32_t root) {
    std::uint32_t member = root;
    do {
      member = unassigned_.back();
      unassigned_.pop_back();
      label_[member] = labels_;
    } while (member != root);
    ++labels_;
  }

  const FollowerGraph& graph_;
  std::vector<std::uint32_t> number_;
  std::vector<std::uint32_t> low_;  // lowest number reachable so far
  std::vector<std::uint32_t>
      next_edge_;  // rows are at most accounts long, so 32 bits hold a place in one
  std::vector<std::uint32_t> label_;
  std::vector<std::uint32_t> path_;
  std::vector<std::uint32_t> unassigned_;
  std::uint32_t discovered_ = 0;
  std::uint32_t labels_ = 0;
};

}  // namespace

double Components::largest_share() const noexcept {
  if (sizes.empty()) return undefined;
  return static_cast<double>(sizes.front()) / static_cast<double>(of_account.size());
}

Components weak_components(const TwoWayGraph& graph) {
  const auto accounts = static_cast<std::uint32_t>(graph.accounts());
  if (accounts == 0) return {};
  JoinedSets sets(accounts);
  for (std::uint32_t i = 0; i < accounts; ++i) {
    join_row(sets, i, graph.followers.followers(AccountId{i}), 0, first_look);
    join_row(sets, i, graph.followees.followers(AccountId{i}), 0, first_look);
  }
  // A follow between two members is no news, and one that leaves the set is seen from its other
  // end.
  const std::uint32_t giant = commonest_root(sets, accounts);
  for (std::uint32_t i = 0; i < accounts; ++i) {
    if (sets.root(i) == sets.root(giant)) continue;
    join_row(sets, i, graph.followers.followers(AccountId{i}), first_look, graph.accounts());
    join_row(sets, i, graph.followees.followers(AccountId{i}), first_look, graph.accounts());
  }
  std::vector<std::uint32_t> label_of(accounts);
  for (std::uint32_t i = 0; i < accounts; ++i) label_of[i] = sets.root(i);
  return sorted_by_size(std::move(label_of), accounts);
}

Components strong_components(const FollowerGraph& graph) { return StrongSearch(graph).run(); }

}  // namespace clout::graph
