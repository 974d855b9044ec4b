#include "sim/graph/planted_influencers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"

namespace clout::graph {

namespace {

/// Grown accounts stay below the generator's bound, since repeated follows are dropped: planted
/// ones shall not be larger.
constexpr double part_of_bound = 0.95;

/// Rows that the market can hold, largest first.
std::vector<const InfluencerRow*> rows_that_fit(const InfluencerTable& table, double smallest,
                                                double largest) {
  std::vector<const InfluencerRow*> rows;
  for (const InfluencerRow& row : table.rows) {
    if (row.followers >= smallest && row.followers <= largest) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto* a, const auto* b) { return a->followers > b->followers; });
  return rows;
}

/// As many as add the usual part of the follows, at least one.
std::size_t usual_count(const std::vector<const InfluencerRow*>& rows, const GraphSpec& spec) {
  double people = 0;
  for (const InfluencerRow* row : rows) people += row->followers;
  const double mean_audience = people / static_cast<double>(rows.size()) / spec.people_per_agent;
  const double follows = spec.mean_follows * static_cast<double>(spec.accounts);
  const double count = std::max(1.0, usual_planted_part * follows / mean_audience);
  return std::min(rows.size(), static_cast<std::size_t>(count));
}

PlantedInfluencer planted(const InfluencerRow& row, double people_per_agent) {
  return {std::llround(row.followers / people_per_agent), row.engagement_rate,
          row.price_per_post_usd, row.category};
}

}  // namespace

std::vector<PlantedInfluencer> planted_influencers(const InfluencerTable& table,
                                                   const GraphSpec& asked,
                                                   double smallest_followers, std::size_t count) {
  const GraphSpec spec = resolved(asked);
  const double largest = std::floor(part_of_bound * spec.largest_audience_share *
                                    static_cast<double>(spec.accounts) * spec.people_per_agent);
  // An audience of less than half an account rounds to nobody.
  const double smallest = std::max(smallest_followers, spec.people_per_agent / 2);
  const auto rows = rows_that_fit(table, smallest, largest);
  if (rows.empty() || rows.size() < count) {
    Diagnostic problem;
    problem.place = {.file = table.file, .key = "graph.influencer_count"};
    problem.problem =
        fmt::format("{} rows have {:.0f} to {:.0f} followers, which this market can hold",
                    rows.size(), smallest, largest);
    problem.expected = fmt::format("at least {}", std::max<std::size_t>(1, count));
    problem.suggestion = "fewer influencers, or more accounts or people_per_agent";
    throw InputError(std::move(problem));
  }
  if (count == 0) count = usual_count(rows, spec);
  std::vector<PlantedInfluencer> all;
  for (std::size_t rank = 0; rank < count; ++rank)
    all.push_back(planted(*rows[rank * rows.size() / count], spec.people_per_agent));
  return all;
}

}  // namespace clout::graph
