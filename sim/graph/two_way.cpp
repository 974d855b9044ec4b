#include "sim/graph/two_way.hpp"

#include <algorithm>

#include "sim/graph/block_sum.hpp"

namespace clout::graph {

namespace {

// From this ratio of lengths on, searching the longer row beats walking it.
constexpr std::size_t search_from_ratio = 16;

std::size_t common_by_search(std::span<const AccountId> shorter,
                             std::span<const AccountId> longer) noexcept {
  std::size_t common = 0;
  const AccountId* from = longer.data();
  const AccountId* const end = from + longer.size();
  for (const AccountId id : shorter) {
    from = std::lower_bound(from, end, id);
    if (from == end) break;
    common += *from == id ? 1 : 0;
  }
  return common;
}

}  // namespace

bool holds(std::span<const AccountId> row, AccountId id) noexcept {
  return std::binary_search(row.begin(), row.end(), id);
}

std::size_t common_count(std::span<const AccountId> a, std::span<const AccountId> b) noexcept {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() * search_from_ratio < b.size()) return common_by_search(a, b);
  std::size_t common = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    const AccountId l = *left;
    const AccountId r = *right;
    common += l == r ? 1 : 0;
    left += l <= r ? 1 : 0;
    right += r <= l ? 1 : 0;
  }
  return common;
}

bool follows(const TwoWayGraph& graph, AccountId u, AccountId v) noexcept {
  const auto followees_of_u = graph.followees.followers(u);
  const auto followers_of_v = graph.followers.followers(v);
  return followees_of_u.size() < followers_of_v.size() ? holds(followees_of_u, v)
                                                       : holds(followers_of_v, u);
}

bool are_neighbours(const TwoWayGraph& graph, AccountId u, AccountId v) noexcept {
  return follows(graph, u, v) || follows(graph, v, u);
}

Degrees degrees_of(const TwoWayGraph& graph) {
  const std::size_t accounts = graph.accounts();
  Degrees degrees{std::vector<std::uint32_t>(accounts), std::vector<std::uint32_t>(accounts),
                  std::vector<std::uint32_t>(accounts)};
  for_each_account(accounts, [&](std::size_t i) {
    const auto in = graph.followers.followers(account_at(i));
    const auto out = graph.followees.followers(account_at(i));
    degrees.in[i] = static_cast<std::uint32_t>(in.size());
    degrees.out[i] = static_cast<std::uint32_t>(out.size());
    degrees.mutual[i] = static_cast<std::uint32_t>(common_count(in, out));
  });
  return degrees;
}

}  // namespace clout::graph
