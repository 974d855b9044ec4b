// How many accounts have each degree: all that tails, shares and inequality need, small even for
// millions of accounts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace clout::graph {

/// Distinct degrees, rising, with the number of accounts of each (at least 1).
struct DegreeHistogram {
  std::vector<std::uint32_t> degree;
  std::vector<std::uint64_t> accounts;

  std::uint64_t total_accounts() const noexcept;
  std::uint64_t total_degree() const noexcept;
  std::uint32_t largest() const noexcept { return degree.empty() ? 0 : degree.back(); }
  /// Number of accounts with this degree or more.
  std::uint64_t accounts_from(double least_degree) const noexcept;
  /// Smallest degree among the `top` accounts of largest degree; 0 if there are none.
  std::uint32_t degree_of_rank(std::uint64_t top) const noexcept;
};

/// degrees: one per account.
DegreeHistogram histogram_of(std::span<const std::uint32_t> degrees);

}  // namespace clout::graph
