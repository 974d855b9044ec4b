#include "sim/engine/campaign_start.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

namespace {

/// The price of a post that the network knows for an account, else none. A table's price is for the
/// audience of the table; the market has F people of it, and pays for these.
double known_price(const graph::Network& network, const Influencer& influencer) {
  const auto at = std::lower_bound(
      network.influencers.begin(), network.influencers.end(), influencer.account,
      [](const graph::InfluencerProfile& each, AccountId id) { return each.account < id; });
  if (at == network.influencers.end() || at->account != influencer.account) return -1;
  if (at->price_per_post_usd < 0 || at->nominal_followers <= 0) return at->price_per_post_usd;
  return at->price_per_post_usd * (influencer.followers / at->nominal_followers);
}

/// Everybody who could be hired: influencers that are real.
std::vector<market::Candidate> candidates(const World& world) {
  std::vector<market::Candidate> all;
  for (const Influencer& each : world.influencers) {
    const market::ConsumerTraits& traits = world.traits[index(each.account)];
    if (traits.activity == 0) continue;
    double price = known_price(*world.network, each);
    if (price < 0)
      price = market::price_of_post(world.arm->platform.prices, each.tier, each.followers,
                                    each.traits.price_z);
    all.push_back({each.account, each.tier, traits.home, price, each.traits.priority});
  }
  return all;
}

std::size_t brand_of(const World& world, const market::CampaignSpec& campaign) {
  const auto& brands = world.arm->brands;
  for (std::size_t b = 0; b < brands.size(); ++b) {
    if (brands[b].name == campaign.brand) return b;
  }
  Diagnostic problem;
  problem.place.key = fmt::format("campaign.{}.brand", campaign.name);
  problem.problem = fmt::format("no brand is named '{}'", campaign.brand);
  problem.expected = "the name of a [[brand]]";
  throw InputError(problem);
}

/// A campaign is known by its name in draws, so that an arm that leaves another one out changes
/// nothing for it (FNV-1a, 32 bits).
std::uint32_t name_key(const std::string& name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

void plan_posts(World& world, const RunSpec& run, std::uint16_t number) {
  const RunningCampaign& campaign = world.campaigns[number];
  const random::StreamKey key = world.draws.of(random::Purpose::campaign_phase);
  const std::int64_t first = run.warm_up_days + campaign.spec.start_days;
  for (const market::Hired& hired : campaign.roster.hired) {
    const auto bits = draw_block(key, index(hired.account), 0, name_key(campaign.spec.name));
    for (const std::int64_t day : market::post_days(campaign.spec, random::unit_double(bits[0]))) {
      if (first + day >= run.warm_up_days + run.days) continue;  // after the end of the run
      world.planned.push_back({static_cast<market::Day>(first + day),
                               world.influencer_of[index(hired.account)], number});
    }
  }
}

}  // namespace

void start_campaigns(World& world, const RunSpec& run) {
  if (world.arm->campaigns.empty()) return;
  const std::vector<market::Candidate> all = candidates(world);
  for (const market::CampaignSpec& spec : world.arm->campaigns) {
    const std::size_t brand = brand_of(world, spec);
    world.campaigns.push_back(
        {spec, brand, market::pack_roster(spec, all, world.brand_niche[brand])});
    plan_posts(world, run, static_cast<std::uint16_t>(world.campaigns.size() - 1));
  }
  std::sort(world.planned.begin(), world.planned.end());
}

}  // namespace clout::engine
