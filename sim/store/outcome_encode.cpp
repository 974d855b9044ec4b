#include <cmath>
#include <limits>
#include <type_traits>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/store/outcome_slabs.hpp"
#include "sim/store/trust_sum.hpp"

namespace clout::store {

namespace {

using engine::BrandTally;
using engine::DayTally;
using engine::Levels;
using engine::Outcome;
using engine::TierTally;
using outcome_layout::Element;
using outcome_layout::Special;
using outcome_layout::Variable;

Slab empty_slab(Element element) {
  switch (element) {
    case Element::real:
      return std::vector<double>();
    case Element::text:
      return std::vector<std::string>();
    default:
      return std::vector<std::int32_t>();
  }
}

/// Fills the slab of one variable, arm by arm.
class Filler {
 public:
  Filler(const StudyRecord& study, const Variable& variable)
      : study_(study), variable_(variable), slab_(empty_slab(variable.element)) {}

  void arm(const Outcome& outcome) {
    std::visit([&](auto source) { add(outcome, source); }, variable_.source);
  }

  Slab take() { return std::move(slab_); }

  /// For what is one number of all arms.
  void count(std::int64_t value) {
    if (value > std::numeric_limits<std::int32_t>::max() ||
        value < std::numeric_limits<std::int32_t>::min()) {
      throw InputError(
          Diagnostic{{"", 0, 0, fmt::format("{}/{}", variable_.group, variable_.name)},
                     fmt::format("{} does not fit the 32 bits of an outcome file", value),
                     "at most 2147483647",
                     "a graph with fewer accounts, each standing for more people"});
    }
    std::get<std::vector<std::int32_t>>(slab_).push_back(static_cast<std::int32_t>(value));
  }

 private:
  void number(double value) { std::get<std::vector<double>>(slab_).push_back(value); }
  void text(std::string value) {
    std::get<std::vector<std::string>>(slab_).push_back(std::move(value));
  }

  void add(const Outcome& outcome, std::int64_t TierTally::*field) {
    for (const DayTally& day : outcome.days) {
      for (const TierTally& tier : day.tier) count(tier.*field);
    }
  }

  void add(const Outcome& outcome, std::int64_t BrandTally::*field) {
    for (const DayTally& day : outcome.days) {
      for (const BrandTally& brand : day.brand) count(brand.*field);
    }
  }

  void add(const Outcome& outcome, std::int64_t DayTally::*field) {
    for (const DayTally& day : outcome.days) count(day.*field);
  }

  void add(const Outcome& outcome, Special special) {
    switch (special) {
      case Special::suspicion:
        for (const DayTally& day : outcome.days) {
          for (const TierTally& tier : day.tier) number(share_of(tier.suspicion));
        }
        return;
      case Special::follows:
      case Special::mean_trust:
      case Special::consumers:
        return add_levels(outcome, special);
      case Special::reached_in_niche:
        for (const DayTally& day : outcome.days) {
          for (const std::int64_t reached : day.reached_in_niche) count(reached);
        }
        return;
      case Special::start_follows:
        return follows(outcome.start);
      case Special::start_mean_trust:
        return mean_trust(outcome.start);
      case Special::start_consumers:
        return consumers(outcome.start);
      case Special::fingerprint:
        return text(fmt::format("{:016x}", outcome.fingerprint));
      case Special::hired:
      case Special::posts:
      case Special::spent:
      case Special::left_over:
        return add_campaigns(outcome, special);
      case Special::revenue:
        return money(outcome, false);
      case Special::contribution:
        return money(outcome, true);
      case Special::total_impressions:
        return totals(outcome, &BrandTally::impressions);
      case Special::total_reached:
        return totals(outcome, &BrandTally::reached);
      case Special::total_engagements:
        return totals(outcome, &BrandTally::engagements);
      case Special::total_clicks:
        return totals(outcome, &BrandTally::clicks);
      case Special::total_first_purchases:
        return totals(outcome, &BrandTally::first_purchases);
      case Special::total_repeat_purchases:
        return totals(outcome, &BrandTally::repeat_purchases);
      default:
        return add_events(outcome, special);
    }
  }

  void follows(const Levels& levels) {
    for (const std::int64_t living : levels.living) count(living);
  }

  void mean_trust(const Levels& levels) {
    for (std::size_t tier = 0; tier < market::tiers; ++tier)
      number(mean_of_sum(levels.trust[tier], levels.living[tier]));
  }

  void consumers(const Levels& levels) {
    for (const auto& brand : levels.stage) {
      for (const std::int64_t stage : brand) count(stage);
    }
  }

  void add_levels(const Outcome& outcome, Special special) {
    Levels levels = outcome.start;
    for (const DayTally& day : outcome.days) {
      apply(day, levels);
      if (special == Special::follows) follows(levels);
      if (special == Special::mean_trust) mean_trust(levels);
      if (special == Special::consumers) consumers(levels);
    }
    CLOUT_EXPECT(levels == outcome.end);
  }

  double people(const Outcome& outcome, std::size_t brand, std::int64_t BrandTally::*field) const {
    std::int64_t sum = 0;
    for (const DayTally& day : outcome.days) sum += day.brand[brand].*field;
    return static_cast<double>(sum) * study_.people_per_agent;
  }

  void totals(const Outcome& outcome, std::int64_t BrandTally::*field) {
    for (std::size_t brand = 0; brand < study_.brands.size(); ++brand)
      number(people(outcome, brand, field));
  }

  void money(const Outcome& outcome, bool after_cost_of_goods) {
    const ArmRecord& arm = study_.arms[outcome.arm];
    for (std::size_t brand = 0; brand < study_.brands.size(); ++brand) {
      const double bought = people(outcome, brand, &BrandTally::first_purchases) +
                            people(outcome, brand, &BrandTally::repeat_purchases);
      number(bought * arm.price_usd[brand] * (after_cost_of_goods ? arm.margin[brand] : 1.0));
    }
  }

  /// For each campaign of the study; those that do not run in the arm have zeros.
  void add_campaigns(const Outcome& outcome, Special special) {
    const std::vector<std::size_t>& running = study_.arms[outcome.arm].campaigns;
    CLOUT_EXPECT(running.size() == outcome.campaigns.size());
    const engine::CampaignOutcome idle;
    std::size_t next = 0;
    for (std::size_t campaign = 0; campaign < study_.campaigns.size(); ++campaign) {
      const bool runs = next < running.size() && running[next] == campaign;
      const engine::CampaignOutcome& each = runs ? outcome.campaigns[next++] : idle;
      if (special == Special::hired) {
        for (const std::int64_t hired : each.hired) count(hired);
      }
      if (special == Special::posts) count(each.posts);
      if (special == Special::spent) number(each.spent_usd);
      if (special == Special::left_over) number(each.left_over_usd);
    }
    CLOUT_EXPECT(next == running.size());
  }

  void add_events(const Outcome& outcome, Special special) {
    for (std::size_t n = 0; n < outcome.campaigns.size(); ++n) {
      const std::size_t campaign = study_.arms[outcome.arm].campaigns[n];
      for (const engine::CampaignPost& post : outcome.campaigns[n].calendar)
        event(outcome, campaign, post, special);
    }
  }

  void event(const Outcome& outcome, std::size_t campaign, const engine::CampaignPost& post,
             Special special) {
    switch (special) {
      case Special::event_arm:
        return count(static_cast<std::int64_t>(outcome.arm));
      case Special::event_replicate:
        return count(static_cast<std::int64_t>(outcome.replicate));
      case Special::event_campaign:
        return count(static_cast<std::int64_t>(campaign));
      case Special::event_day:
        return count(post.day);
      case Special::event_account:
        return count(static_cast<std::int64_t>(index(post.account)));
      case Special::event_tier:
        return count(static_cast<std::int64_t>(market::index(post.tier)));
      case Special::event_followers:
        return number(post.followers);
      case Special::event_price:
        return number(post.price_usd);
      default:
        CLOUT_EXPECT(false);
    }
  }

  const StudyRecord& study_;
  const Variable& variable_;
  Slab slab_;
};

}  // namespace

Slabs encode_replicate(const StudyRecord& study, std::span<const Outcome> outcomes) {
  CLOUT_EXPECT(outcomes.size() == study.arms.size());
  const Shape shape = shape_of(study, 1, events_in(outcomes));
  Slabs slabs;
  for (const Variable& variable : outcome_layout::replicate_variables()) {
    Filler filler(study, variable);
    if (variable.source == outcome_layout::Source(Special::events)) {
      filler.count(static_cast<std::int64_t>(shape.events));
    } else {
      for (const Outcome& outcome : outcomes) filler.arm(outcome);
    }
    slabs.push_back(filler.take());
    CLOUT_EXPECT(std::visit([](const auto& values) { return values.size(); }, slabs.back()) ==
                 shape.elements(variable));
  }
  return slabs;
}

}  // namespace clout::store
