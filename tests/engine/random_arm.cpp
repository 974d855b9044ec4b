#include "tests/engine/random_arm.hpp"

#include "sim/market/market_parameters.hpp"
#include "sim/random/uniform.hpp"
#include "tests/engine/small_markets.hpp"

namespace clout::tests {

namespace {

/// Draws settings one after another.
class Settings {
 public:
  explicit Settings(std::uint32_t scenario)
      : key_(random::stream_key(random::Seed{77}, random::Replicate{scenario},
                                random::Purpose::self_test)) {}

  double next() { return random::unit_double(draw_block(key_, 0, 0, count_++)[0]); }

  /// Every number of a table within its sweep range, every switch at random.
  template <typename Spec>
  void vary(Spec& spec, std::span<const Parameter<Spec>> rows) {
    for (const auto& row : rows) {
      const auto& info = row.info;
      const double u = next();
      if (const auto* real = std::get_if<double Spec::*>(&row.field)) {
        if (info.sweep_high > info.sweep_low)
          spec.** real = info.sweep_low + u * (info.sweep_high - info.sweep_low);
      } else if (const auto* whole = std::get_if<std::int64_t Spec::*>(&row.field)) {
        if (info.sweep_high > info.sweep_low)
          spec.** whole =
              static_cast<std::int64_t>(info.sweep_low + u * (info.sweep_high - info.sweep_low));
      } else if (const auto* flag = std::get_if<bool Spec::*>(&row.field)) {
        spec.** flag = u < 0.75;
      }
    }
  }

 private:
  random::StreamKey key_;
  std::uint32_t count_ = 0;
};

}  // namespace

engine::Arm random_arm(std::uint32_t scenario) {
  Settings settings(scenario);
  engine::Arm arm = tests::busy_arm();
  auto& market = arm.market;
  settings.vary(market.mechanism, market::mechanism_parameters());
  settings.vary(market.attention, market::attention_parameters());
  settings.vary(market.relatability, market::relatability_parameters());
  settings.vary(market.trust, market::trust_parameters());
  settings.vary(market.load, market::load_parameters());
  settings.vary(market.suspicion, market::suspicion_parameters());
  settings.vary(market.spill_over, market::spill_over_parameters());
  settings.vary(market.engagement, market::engagement_parameters());
  settings.vary(market.reply, market::reply_parameters());
  settings.vary(market.unfollow, market::unfollow_parameters());
  settings.vary(market.memory, market::memory_parameters());
  settings.vary(market.funnel, market::funnel_parameters());
  settings.vary(market.word_of_mouth, market::word_of_mouth_parameters());
  settings.vary(arm.platform, market::platform_parameters());
  settings.vary(arm.platform.reach, market::reach_parameters());
  if (settings.next() < 0.3) market.mechanism.feed = market::Feed::algorithmic;
  if (settings.next() < 0.3) market.mechanism.endorsement = market::Endorsement::recognition;
  if (settings.next() < 0.3) market.mechanism.repetition = market::Repetition::wear_out;
  if (settings.next() < 0.3) market.mechanism.contagion = market::Contagion::threshold;
  for (auto& campaign : arm.campaigns) {
    campaign.duration_days = 20;
    campaign.budget_usd = 1000 + 50'000 * settings.next();
    campaign.fixed_cost_per_influencer_usd = 300 * settings.next();
    campaign.production_cost_usd = campaign.budget_usd * 0.3 * settings.next();
  }
  return arm;
}

}  // namespace clout::tests
