#include "analysis/abc/together.hpp"

#include <algorithm>

namespace clout::abc {

namespace {

/// Fewer expected say nothing: 0 where 3 are expected happens in one case of twenty by chance.
constexpr double enough = 3;

bool met(const MatchResult& result, std::size_t evaluation, std::size_t target) {
  const Evaluation& each = result.evaluations[evaluation];
  return target < each.statistics.size() &&
         miss(result.targets[target], each.statistics[target]) == 0;
}

Conflict pair_of(const MatchResult& result, std::size_t a, std::size_t b) {
  Conflict pair{.a = a, .b = b, .least = 2 * farthest};
  std::size_t only_a = 0;
  std::size_t only_b = 0;
  for (std::size_t e = 0; e < result.evaluations.size(); ++e) {
    const Evaluation& each = result.evaluations[e];
    if (each.statistics.size() != result.targets.size()) continue;
    const bool of_a = met(result, e, a);
    const bool of_b = met(result, e, b);
    pair.ever += of_a && of_b;
    pair.least = std::min(pair.least, miss(result.targets[a], each.statistics[a]) +
                                          miss(result.targets[b], each.statistics[b]));
    if (e >= result.of_prior) continue;
    only_a += of_a;
    only_b += of_b;
    pair.together += of_a && of_b;
  }
  pair.expected = static_cast<double>(only_a) * static_cast<double>(only_b) /
                  static_cast<double>(result.of_prior);
  return pair;
}

}  // namespace

MetTarget how_often_met(const MatchResult& result, std::size_t target) {
  MetTarget often;
  std::size_t of_prior = 0;
  for (std::size_t e = 0; e < result.evaluations.size(); ++e) {
    if (!met(result, e, target)) continue;
    ++often.tried;
    of_prior += e < result.of_prior;
  }
  often.of_prior = static_cast<double>(of_prior) / static_cast<double>(result.of_prior);
  for (const Accepted& each : result.accepted) {
    if (met(result, each.evaluation, target)) often.of_accepted += each.weight;
  }
  return often;
}

std::vector<Conflict> conflicts(const MatchResult& result) {
  std::vector<std::size_t> tried;
  for (std::size_t t = 0; t < result.targets.size(); ++t)
    tried.push_back(how_often_met(result, t).tried);
  std::vector<Conflict> found;
  for (std::size_t a = 0; a < tried.size(); ++a) {
    for (std::size_t b = a + 1; b < tried.size(); ++b) {
      const Conflict pair = pair_of(result, a, b);
      const double by_chance = static_cast<double>(tried[a]) * static_cast<double>(tried[b]) /
                               static_cast<double>(result.evaluations.size());
      const bool rare =
          pair.expected >= enough && static_cast<double>(pair.together) < pair.expected / 2;
      const bool never = by_chance >= enough && pair.ever == 0;
      if (rare || never) found.push_back(pair);
    }
  }
  std::ranges::stable_sort(found, {}, &Conflict::ever);
  return found;
}

}  // namespace clout::abc
