// What one arm came to in one replicate: the sums that every figure is made of.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/store/outcome_file.hpp"

namespace clout::report {

/// Counts are of agents unless they say otherwise. A few hundred bytes and 8 a day, so that
/// thousands of replicates fit into memory.
struct Totals {
  std::array<engine::TierTally, market::tiers> tier{};                   ///< over all days
  std::array<std::int64_t, market::tiers> living_start{}, living_end{};  ///< follow edges
  std::array<std::int64_t, market::tiers> trust_start{}, trust_end{};    ///< their sum, 1/65535
  engine::BrandTally brand;                         ///< of the advertised brands, over all days
  std::vector<std::int64_t> reached_in_niche;       ///< by home niche, of those brands
  std::array<std::int64_t, 5> stage_end{};          ///< consumers by stage on the last evening
  std::vector<std::int64_t> customers_by_day;       ///< first purchases up to each day's end
  std::array<std::int64_t, market::tiers> hired{};  ///< influencers
  std::int64_t posts = 0;                           ///< of campaigns
  double followers = 0;         ///< people: audiences of the campaigns' authors, summed over posts
  double revenue_usd = 0;       ///< in people's money: agents x people per agent
  double contribution_usd = 0;  ///< margin of that, before the campaigns' cost
  double spent_usd = 0;
  double left_over_usd = 0;
};

/// Positions of the brands that any campaign of the study advertises, ascending; all brands if it
/// has no campaign. Figures are about these.
std::vector<std::size_t> advertised_brands(const store::StudyRecord& study);

/// Adds up an outcome of this study.
Totals totals_of(const store::StudyRecord& study, const engine::Outcome& outcome);

}  // namespace clout::report
