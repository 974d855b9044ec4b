// How a study went, day by day: what figures over the whole run do not show.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/stats/mean_interval.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::report {

/// Evenings that a history keeps at most, beside the first morning: more than a chart can show,
/// and thousands of replicates still fit into memory.
inline constexpr std::int64_t most_shown_days = 60;

/// One arm in one replicate. Levels stand at the times of Histories::days.
struct ArmHistory {
  std::vector<double> customers;  ///< people: first purchases so far, of the advertised brands
  std::vector<double> reached;    ///< people who have seen their advertising so far
  std::array<std::vector<double>, market::tiers> trust;  ///< mean of followers, 0..1; NaN: none
  std::array<engine::TierTally, market::tiers> early{};  ///< sums of the first window
  std::array<engine::TierTally, market::tiers> late{};   ///< sums of the last window
};

struct Histories {
  std::vector<std::int64_t> days;  ///< days gone at each level: 0, evenly on, the last
  std::int64_t window = 0;         ///< days at the start and at the end that are set side by side
  std::vector<std::vector<ArmHistory>> arms;  ///< by (replicate, arm)
};

/// The times that a study of so many days shows, and no replicate yet. The window is four weeks, or
/// half of a run that is shorter than two windows.
Histories histories_of(const store::StudyRecord& study);

/// Adds a replicate: the outcomes of all arms of this study, in their order.
void add_replicate(Histories& histories, const store::StudyRecord& study,
                   std::span<const engine::Outcome> outcomes);

/// A level with its 95% interval at each time. The intervals are pointwise.
using DailySeries = std::vector<stats::MeanInterval>;

/// A level of an arm's history.
using Level = const std::vector<double>& (*)(const ArmHistory&, std::size_t tier);

/// Mean over replicates of an arm's level; less that of another arm in the same replicate if one is
/// given. tier: for levels that have one.
DailySeries daily_series(const Histories& histories, std::size_t arm, Level level,
                         std::optional<std::size_t> less = std::nullopt, std::size_t tier = 0);

const std::vector<double>& customers_level(const ArmHistory& history, std::size_t tier);
const std::vector<double>& reached_level(const ArmHistory& history, std::size_t tier);
const std::vector<double>& trust_level(const ArmHistory& history, std::size_t tier);

/// A measure of a tier in the first and the last window, and the change, replicate by replicate.
struct TierShift {
  stats::MeanInterval start;
  stats::MeanInterval end;
  stats::MeanInterval change;
};

/// What is compared between the start and the end of a run.
enum class TierMeasure {
  trust,       ///< mean of followers on the first morning and on the last evening, 0..1
  suspicion,   ///< mean of sponsored posts that were recognised as such, 0..1
  engagement,  ///< engagements / views of sponsored posts, a share
};

/// NaN where the tier is not in the market or showed nothing to measure in some replicate.
TierShift tier_shift(const Histories& histories, std::size_t arm, std::size_t tier,
                     TierMeasure measure);

/// The change in one arm less that in another, replicate by replicate.
stats::MeanInterval shift_beyond(const Histories& histories, std::size_t arm, std::size_t other,
                                 std::size_t tier, TierMeasure measure);

}  // namespace clout::report
