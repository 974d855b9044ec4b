// How many posts each influencer should make.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/response/observations.hpp"
#include "analysis/stats/mean_interval.hpp"

namespace clout::response {

struct PostsPoint {
  std::int64_t posts = 0;       ///< per influencer
  double posts_a_month = 0;     ///< per influencer, over the campaign's duration
  stats::MeanInterval spent;    ///< USD
  stats::MeanInterval outcome;  ///< incremental, of the measure asked for
  stats::MeanInterval profit;   ///< USD: incremental contribution less spent
  double chance_best = 0;       ///< that its true mean profit is the greatest; NaN: one replicate
};

struct PostsSweep {
  std::vector<PostsPoint> points;   ///< by rising posts
  std::optional<std::size_t> best;  ///< by mean profit; none where nobody was ever hired
};

/// role: same_budget or same_roster.
PostsSweep posts_sweep(const ResponseStudy& response, const Observations& observations,
                       Measure measure, Role role);

}  // namespace clout::response
