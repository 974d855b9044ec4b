#include "analysis/report/history.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/report/totals.hpp"
#include "sim/base/contracts.hpp"

namespace clout::report {

namespace {

constexpr double units = 65535.0;  // of trust and suspicion in the engine's sums

double ratio(std::int64_t over, std::int64_t under) {
  return under > 0 ? static_cast<double>(over) / static_cast<double>(under)
                   : std::numeric_limits<double>::quiet_NaN();
}

class Recording {
 public:
  Recording(const Histories& histories, const store::StudyRecord& study,
            const engine::Outcome& outcome)
      : histories_(histories),
        people_per_agent_(study.people_per_agent),
        brands_(advertised_brands(study)),
        outcome_(outcome),
        levels_(outcome.start) {}

  ArmHistory history() {
    auto shown = histories_.days.begin();
    const auto length = static_cast<std::int64_t>(outcome_.days.size());
    for (std::int64_t gone = 0; gone <= length; ++gone) {
      if (gone > 0) add(outcome_.days[static_cast<std::size_t>(gone - 1)], gone, length);
      if (shown == histories_.days.end() || *shown != gone) continue;
      show();
      ++shown;
    }
    return std::move(made_);
  }

 private:
  void add(const engine::DayTally& day, std::int64_t gone, std::int64_t length) {
    engine::apply(day, levels_);
    for (const std::size_t brand : brands_) {
      customers_ += day.brand[brand].first_purchases;
      reached_ += day.brand[brand].reached;
    }
    for (std::size_t tier = 0; tier < market::tiers; ++tier) {
      if (gone <= histories_.window) made_.early[tier].add(day.tier[tier]);
      if (gone > length - histories_.window) made_.late[tier].add(day.tier[tier]);
    }
  }

  void show() {
    made_.customers.push_back(static_cast<double>(customers_) * people_per_agent_);
    made_.reached.push_back(static_cast<double>(reached_) * people_per_agent_);
    for (std::size_t tier = 0; tier < market::tiers; ++tier)
      made_.trust[tier].push_back(ratio(levels_.trust[tier], levels_.living[tier]) / units);
  }

  const Histories& histories_;
  double people_per_agent_;
  std::vector<std::size_t> brands_;
  const engine::Outcome& outcome_;
  engine::Levels levels_;
  std::int64_t customers_ = 0;
  std::int64_t reached_ = 0;
  ArmHistory made_;
};

double measured(const engine::TierTally& tally, TierMeasure measure) {
  if (measure == TierMeasure::suspicion) return ratio(tally.suspicion, tally.recognised) / units;
  return ratio(tally.sponsored_engagements, tally.sponsored_impressions);
}

/// A measure at the start and at the end of one arm in one replicate.
std::pair<double, double> ends_of(const ArmHistory& history, std::size_t tier,
                                  TierMeasure measure) {
  if (measure == TierMeasure::trust)
    return {history.trust[tier].front(), history.trust[tier].back()};
  return {measured(history.early[tier], measure), measured(history.late[tier], measure)};
}

}  // namespace

Histories histories_of(const store::StudyRecord& study) {
  constexpr std::int64_t four_weeks = 28;
  Histories histories;
  histories.window = std::clamp<std::int64_t>(study.days / 2, 1, four_weeks);
  const std::int64_t step =
      std::max<std::int64_t>(1, (study.days + most_shown_days - 1) / most_shown_days);
  for (std::int64_t day = 0; day < study.days; day += step) histories.days.push_back(day);
  histories.days.push_back(study.days);
  return histories;
}

void add_replicate(Histories& histories, const store::StudyRecord& study,
                   std::span<const engine::Outcome> outcomes) {
  CLOUT_EXPECT(outcomes.size() == study.arms.size());
  std::vector<ArmHistory> arms;
  for (const engine::Outcome& each : outcomes)
    arms.push_back(Recording(histories, study, each).history());
  histories.arms.push_back(std::move(arms));
}

DailySeries daily_series(const Histories& histories, std::size_t arm, Level level,
                         std::optional<std::size_t> less, std::size_t tier) {
  DailySeries series;
  for (std::size_t day = 0; day < histories.days.size(); ++day) {
    std::vector<double> values;
    for (const auto& replicate : histories.arms) {
      const double other = less ? level(replicate[*less], tier)[day] : 0;
      values.push_back(level(replicate[arm], tier)[day] - other);
    }
    series.push_back(stats::mean_interval(values));
  }
  return series;
}

const std::vector<double>& customers_level(const ArmHistory& history, std::size_t) {
  return history.customers;
}

const std::vector<double>& reached_level(const ArmHistory& history, std::size_t) {
  return history.reached;
}

const std::vector<double>& trust_level(const ArmHistory& history, std::size_t tier) {
  return history.trust[tier];
}

TierShift tier_shift(const Histories& histories, std::size_t arm, std::size_t tier,
                     TierMeasure measure) {
  std::vector<double> start;
  std::vector<double> end;
  std::vector<double> change;
  for (const auto& replicate : histories.arms) {
    const auto [from, to] = ends_of(replicate[arm], tier, measure);
    start.push_back(from);
    end.push_back(to);
    change.push_back(to - from);
  }
  return {stats::mean_interval(start), stats::mean_interval(end), stats::mean_interval(change)};
}

stats::MeanInterval shift_beyond(const Histories& histories, std::size_t arm, std::size_t other,
                                 std::size_t tier, TierMeasure measure) {
  std::vector<double> differences;
  for (const auto& replicate : histories.arms) {
    const auto [from, to] = ends_of(replicate[arm], tier, measure);
    const auto [other_from, other_to] = ends_of(replicate[other], tier, measure);
    differences.push_back((to - from) - (other_to - other_from));
  }
  return stats::mean_interval(differences);
}

}  // namespace clout::report
