// Days of one market, phase by phase: what every benchmark of the engine times.
#pragma once

#include <array>
#include <vector>

#include "sim/engine/day.hpp"
#include "sim/engine/run_spec.hpp"

namespace clout::bench {

inline constexpr std::array phase_names{"plan",  "attend", "show",   "react",
                                        "reply", "move",   "funnel", "close"};
enum Phase : std::size_t { plan, attend, show, react, reply, move, funnel, close };

/// One day's work and what it took.
struct TimedDay {
  std::array<double, phase_names.size()> seconds{};  ///< wall time, by phase
  double deliveries = 0;  ///< living follow edges that the posts of influencers covered
  double exposures = 0;   ///< posts seen
  engine::DayTally tally;

  double whole() const;  ///< seconds
};

/// The value in the middle of an odd number of values, the upper one of the two of an even number;
/// 0 of none.
double median(std::vector<double> values);

/// One arm with one brand and a campaign of 60 days, all else as by default.
/// posts_per_week: of each influencer; the default is that of the platform.
engine::Arm bench_arm(double posts_per_week = market::PlatformSpec{}.posts_per_week);

/// A market that is run day by day. Network and arm must outlive it.
class MarketDays {
 public:
  MarketDays(const graph::Network& network, const engine::Arm& arm, const engine::RunSpec& run);

  /// The next day, on the threads of the calling scope.
  TimedDay day();
  /// Whether all days of the run are over.
  bool over() const noexcept { return next_ == run_.days; }

  const engine::World& world() const noexcept { return world_; }
  /// Authors of the posts of the last day, one for each post.
  std::vector<AccountId> authors() const;

 private:
  engine::World world_;
  engine::DayBuffers buffers_;
  engine::RunSpec run_;
  std::int64_t next_ = 0;
};

}  // namespace clout::bench
