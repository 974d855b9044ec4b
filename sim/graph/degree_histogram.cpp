#include "sim/graph/degree_histogram.hpp"

#include <algorithm>

namespace clout::graph {

std::uint64_t DegreeHistogram::total_accounts() const noexcept {
  std::uint64_t total = 0;
  for (const std::uint64_t each : accounts) total += each;
  return total;
}

std::uint64_t DegreeHistogram::total_degree() const noexcept {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < degree.size(); ++i) total += degree[i] * accounts[i];
  return total;
}

std::uint64_t DegreeHistogram::accounts_from(double least_degree) const noexcept {
  std::uint64_t total = 0;
  for (std::size_t i = degree.size(); i-- > 0 && static_cast<double>(degree[i]) >= least_degree;)
    total += accounts[i];
  return total;
}

std::uint32_t DegreeHistogram::degree_of_rank(std::uint64_t top) const noexcept {
  std::uint64_t seen = 0;
  for (std::size_t i = degree.size(); i-- > 0;) {
    seen += accounts[i];
    if (seen >= top) return degree[i];
  }
  return degree.empty() ? 0 : degree.front();
}

DegreeHistogram histogram_of(std::span<const std::uint32_t> degrees) {
  DegreeHistogram histogram;
  if (degrees.empty()) return histogram;
  std::vector<std::uint64_t> count(
      std::size_t{*std::max_element(degrees.begin(), degrees.end())} + 1, 0);
  for (const std::uint32_t degree : degrees) ++count[degree];
  for (std::size_t degree = 0; degree < count.size(); ++degree) {
    if (count[degree] == 0) continue;
    histogram.degree.push_back(static_cast<std::uint32_t>(degree));
    histogram.accounts.push_back(count[degree]);
  }
  return histogram;
}

}  // namespace clout::graph
