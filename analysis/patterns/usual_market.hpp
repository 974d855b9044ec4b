// The market that most of the patterns are measured in: the lab's network with one brand such as
// those in the background, on the morning after a warm-up.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "analysis/patterns/account_engagement.hpp"
#include "analysis/patterns/lab.hpp"
#include "analysis/stats/mean_interval.hpp"

namespace clout::patterns {

/// A market with what its days hand on to the next: who is visited daily, and who talks tomorrow.
/// New buffers would know neither, so days that follow each other are run on the same ones.
struct GoingMarket {
  explicit GoingMarket(engine::World start) : world(std::move(start)), buffers(world) {}
  explicit GoingMarket(const GoingMarket&) = default;
  GoingMarket(GoingMarket&&) = default;

  engine::World world;
  engine::DayBuffers buffers;
};

/// Called at the end of a day; may read what was posted and shown on it.
using AfterDay = std::function<void(market::Day, const GoingMarket&, const engine::DayTally&)>;

/// Runs days [from, to); the market goes on: buyers plan purchases beyond.
void run_days(GoingMarket& going, market::Day from, market::Day to, const AfterDay& after_day = {});

/// Days before measuring, in which load, breadth, distrust and trust come near to where they
/// fluctuate.
inline constexpr market::Day warm_up_days = 28;

/// The arm with its brand as well known and as fitting, for every account, as background brands
/// are, and one campaign that hires nobody.
engine::Arm usual_arm(engine::Arm arm);

/// The market of an arm on the morning after the warm-up. The arm must outlive it. days: that it
/// can go on for.
GoingMarket warm_market(const Lab& lab, const engine::Arm& arm, random::Replicate replicate,
                        std::int64_t days = 8, const AfterDay& after_day = {});

/// Of the arm's background brands.
Sponsoring usual_sponsoring(const engine::Arm& arm);

/// Mean over replicates of one figure of each, with its interval.
template <typename Each, typename Figure>
stats::MeanInterval mean_over(const std::vector<Each>& all, Figure figure) {
  std::vector<double> values;
  values.reserve(all.size());
  for (const Each& each : all) values.push_back(figure(each));
  return stats::mean_interval(values);
}

}  // namespace clout::patterns
