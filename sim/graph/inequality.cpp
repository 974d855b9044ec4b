#include "sim/graph/inequality.hpp"

#include <algorithm>
#include <cmath>

namespace clout::graph {

double gini(const DegreeHistogram& histogram) {
  const double n = static_cast<double>(histogram.total_accounts());
  const double total = static_cast<double>(histogram.total_degree());
  if (total == 0) return undefined;
  double weighted = 0;  // sum of rank x degree; equal degrees share the mean of their ranks
  double below = 0;
  for (std::size_t i = 0; i < histogram.degree.size(); ++i) {
    const double count = static_cast<double>(histogram.accounts[i]);
    weighted += histogram.degree[i] * count * (below + (count + 1) / 2);
    below += count;
  }
  return 2 * weighted / (n * total) - (n + 1) / n;
}

double top_share(const DegreeHistogram& histogram, double share) {
  const double wanted = std::ceil(share * static_cast<double>(histogram.total_accounts()) - 1e-9);
  std::uint64_t left = static_cast<std::uint64_t>(wanted);
  std::uint64_t top = 0;
  for (std::size_t i = histogram.degree.size(); i-- > 0 && left > 0;) {
    const std::uint64_t taken = std::min(left, histogram.accounts[i]);
    top += taken * histogram.degree[i];
    left -= taken;
  }
  return ratio(static_cast<double>(top), static_cast<double>(histogram.total_degree()));
}

double sd_of_log(const DegreeHistogram& histogram) {
  double count = 0;
  double sum = 0;
  for (std::size_t i = 0; i < histogram.degree.size(); ++i) {
    if (histogram.degree[i] == 0) continue;
    count += static_cast<double>(histogram.accounts[i]);
    sum += static_cast<double>(histogram.accounts[i]) * std::log(histogram.degree[i]);
  }
  if (count == 0) return undefined;
  const double mean = sum / count;
  double squares = 0;
  for (std::size_t i = 0; i < histogram.degree.size(); ++i) {
    if (histogram.degree[i] == 0) continue;
    const double away = std::log(histogram.degree[i]) - mean;
    squares += static_cast<double>(histogram.accounts[i]) * away * away;
  }
  return std::sqrt(squares / count);
}

double share_of_accounts(const DegreeHistogram& histogram, double people_per_agent, double from,
                         double to) {
  const double inside = static_cast<double>(histogram.accounts_from(from / people_per_agent)) -
                        static_cast<double>(histogram.accounts_from(to / people_per_agent));
  return ratio(inside, static_cast<double>(histogram.total_accounts()));
}

}  // namespace clout::graph
