#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "sim/store/outcome_slabs.hpp"
#include "sim/store/trust_sum.hpp"

namespace clout::store {

namespace {

using engine::BrandTally;
using engine::CampaignOutcome;
using engine::DayTally;
using engine::Levels;
using engine::Outcome;
using engine::TierTally;
using outcome_layout::Special;

/// Goes through the slab of one variable in the order in which it was filled.
class Values {
 public:
  Values(const outcome_layout::Variable& variable, const Slab& slab)
      : variable_(variable), slab_(slab) {}

  std::int64_t count() { return next<std::int32_t>(); }
  double number() { return next<double>(); }
  /// A sum or mean that trust_sum.hpp brings back.
  double share() {
    const double value = next<double>();
    if (!(std::abs(value) < 1e12)) refuse(fmt::format("{} cannot be", value));
    return value;
  }
  const std::string& text() { return next<std::string>(); }

  /// A count that is a position in something of this size.
  std::size_t position(std::size_t size) {
    const std::int64_t value = count();
    if (value < 0 || static_cast<std::size_t>(value) >= size)
      refuse(fmt::format("{} is none of 0 to {}", value, static_cast<std::int64_t>(size) - 1));
    return static_cast<std::size_t>(value);
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw hdf5::Failure(fmt::format("{}/{}: {}", variable_.group, variable_.name, what));
  }

 private:
  template <typename T>
  const T& next() {
    const auto& values = std::get<std::vector<T>>(slab_);
    if (at_ == values.size()) refuse("too few values");
    return values[at_++];
  }

  const outcome_layout::Variable& variable_;
  const Slab& slab_;
  std::size_t at_ = 0;
};

/// All variables of a replicate, by what they hold.
class Replicate {
 public:
  explicit Replicate(const Slabs& slabs) {
    const auto variables = outcome_layout::replicate_variables();
    for (std::size_t n = 0; n < variables.size(); ++n) values_.emplace_back(variables[n], slabs[n]);
  }

  Values& of(Special special) {
    const auto variables = outcome_layout::replicate_variables();
    const auto at = std::find_if(variables.begin(), variables.end(), [&](const auto& variable) {
      return variable.source == outcome_layout::Source(special);
    });
    return values_[static_cast<std::size_t>(at - variables.begin())];
  }

  /// Every count that is a member of a tally as it is.
  void counts(Outcome& outcome) {
    const auto variables = outcome_layout::replicate_variables();
    for (std::size_t n = 0; n < variables.size(); ++n)
      std::visit([&](auto source) { fill(outcome, values_[n], source); }, variables[n].source);
  }

 private:
  static void fill(Outcome& outcome, Values& values, std::int64_t TierTally::*field) {
    for (DayTally& day : outcome.days) {
      for (TierTally& tier : day.tier) tier.*field = values.count();
    }
  }
  static void fill(Outcome& outcome, Values& values, std::int64_t BrandTally::*field) {
    for (DayTally& day : outcome.days) {
      for (BrandTally& brand : day.brand) brand.*field = values.count();
    }
  }
  static void fill(Outcome& outcome, Values& values, std::int64_t DayTally::*field) {
    for (DayTally& day : outcome.days) day.*field = values.count();
  }
  static void fill(Outcome&, Values&, Special) {}

  std::vector<Values> values_;
};

Levels levels_of(std::size_t brands, Values& follows, Values& trust, Values& consumers) {
  Levels levels;
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    levels.living[tier] = follows.count();
    const double mean = levels.living[tier] == 0 ? trust.number() : trust.share();
    levels.trust[tier] = sum_of_mean(mean, levels.living[tier]);
  }
  levels.stage.resize(brands);
  for (auto& brand : levels.stage) {
    for (std::int64_t& stage : brand) stage = consumers.count();
  }
  return levels;
}

void set_changes(const Levels& morning, const Levels& evening, DayTally& day) {
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    day.tier[tier].living_change = evening.living[tier] - morning.living[tier];
    day.tier[tier].trust_change = evening.trust[tier] - morning.trust[tier];
  }
  for (std::size_t b = 0; b < day.brand.size(); ++b) {
    for (std::size_t stage = 0; stage < day.brand[b].stage_change.size(); ++stage)
      day.brand[b].stage_change[stage] = evening.stage[b][stage] - morning.stage[b][stage];
  }
}

void set_days(const StudyRecord& study, Replicate& values, Outcome& outcome) {
  const std::size_t brands = study.brands.size();
  outcome.days.assign(static_cast<std::size_t>(study.days), DayTally(brands, study.niches.size()));
  values.counts(outcome);
  outcome.start =
      levels_of(brands, values.of(Special::start_follows), values.of(Special::start_mean_trust),
                values.of(Special::start_consumers));
  outcome.end = outcome.start;
  for (DayTally& day : outcome.days) {
    for (TierTally& tier : day.tier)
      tier.suspicion = units_of(values.of(Special::suspicion).share());
    const Levels evening = levels_of(brands, values.of(Special::follows),
                                     values.of(Special::mean_trust), values.of(Special::consumers));
    set_changes(outcome.end, evening, day);
    outcome.end = evening;
    for (std::int64_t& reached : day.reached_in_niche)
      reached = values.of(Special::reached_in_niche).count();
  }
}

void set_campaigns(const StudyRecord& study, Replicate& values, Outcome& outcome) {
  const std::vector<std::size_t>& running = study.arms[outcome.arm].campaigns;
  for (std::size_t campaign = 0; campaign < study.campaigns.size(); ++campaign) {
    CampaignOutcome each;
    each.name = study.campaigns[campaign].name;
    for (std::int64_t& hired : each.hired) hired = values.of(Special::hired).count();
    each.posts = values.of(Special::posts).count();
    each.spent_usd = values.of(Special::spent).number();
    each.left_over_usd = values.of(Special::left_over).number();
    if (std::binary_search(running.begin(), running.end(), campaign))
      outcome.campaigns.push_back(std::move(each));
  }
}

void set_fingerprint(Replicate& values, Outcome& outcome) {
  Values& column = values.of(Special::fingerprint);
  const std::string& text = column.text();
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), outcome.fingerprint, 16);
  if (error != std::errc() || end != text.data() + text.size())
    column.refuse(fmt::format("'{}' is not a hexadecimal number", text));
}

void add_event(const StudyRecord& study, Replicate& values, std::vector<Outcome>& outcomes) {
  Outcome& outcome = outcomes[values.of(Special::event_arm).position(outcomes.size())];
  Values& column = values.of(Special::event_campaign);
  const std::size_t campaign = column.position(study.campaigns.size());
  const std::vector<std::size_t>& running = study.arms[outcome.arm].campaigns;
  const auto at = std::lower_bound(running.begin(), running.end(), campaign);
  if (at == running.end() || *at != campaign) column.refuse("a campaign that does not run");
  engine::CampaignPost post;
  post.day = values.of(Special::event_day).count();
  post.account = account_at(
      values.of(Special::event_account).position(static_cast<std::size_t>(study.accounts)));
  post.tier = static_cast<market::Tier>(values.of(Special::event_tier).position(market::tiers));
  post.followers = values.of(Special::event_followers).number();
  post.price_usd = values.of(Special::event_price).number();
  outcome.campaigns[static_cast<std::size_t>(at - running.begin())].calendar.push_back(post);
}

}  // namespace

std::vector<Outcome> decode_replicate(const StudyRecord& study, random::Replicate replicate,
                                      const Slabs& slabs) {
  Replicate values(slabs);
  std::vector<Outcome> outcomes(study.arms.size());
  for (std::size_t arm = 0; arm < outcomes.size(); ++arm) {
    outcomes[arm].arm = arm;
    outcomes[arm].replicate = replicate;
    set_days(study, values, outcomes[arm]);
    set_campaigns(study, values, outcomes[arm]);
    set_fingerprint(values, outcomes[arm]);
  }
  const std::int64_t events = values.of(Special::events).count();
  for (std::int64_t n = 0; n < events; ++n) add_event(study, values, outcomes);
  return outcomes;
}

}  // namespace clout::store
