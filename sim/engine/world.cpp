#include "sim/engine/world.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/engine/campaign_start.hpp"
#include "sim/engine/candidate_jumps.hpp"
#include "sim/engine/follow_start.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

namespace {

constexpr std::size_t accounts_per_block = 4096;

// Here and below each thread fills the pages of its blocks, which so lie with the memory of one
// socket or another, not all with that of the thread that makes the world.
void draw_traits(World& world, const market::TraitDraws& draws) {
  parallel::for_blocks(
      world.accounts(), accounts_per_block, [&](parallel::Range range, std::size_t) {
        for (std::size_t i = range.begin; i < range.end; ++i) {
          const AccountId account = account_at(i);
          world.traits[i] =
              market::consumer_traits(world.arm->market, world.arm->platform, draws, account,
                                      world.network->niches.home[i], world.followers(account));
          world.consumer[i] = {};
          world.sums[i] = {};
          world.attention[i] = 0;
          world.influencer_of[i] = no_influencer;
        }
      });
}

Influencer make_influencer(const World& world, const market::TraitDraws& draws, AccountId account,
                           const market::InfluencerTraits& traits) {
  const Arm& arm = *world.arm;
  Influencer each;
  each.account = account;
  each.tier = traits.tier;
  each.followers = world.followers(account);
  each.traits = traits;
  each.author = market::author_traits(arm.market, draws, account, each.followers);
  const double reach = market::reach(arm.platform.reach, arm.market.mechanism.feed, each.followers);
  each.showing = market::showing(reach, world.rates.largest_boost);
  each.jump_scale = jump_scale(each.showing.candidate);
  each.offer = market::offer_units(traits.posts_per_day, reach);
  // As after a long time at the usual rate.
  const double posts =
      traits.posts_per_day * arm.market.load.share_half_life_days / portable::detail::ln2;
  each.all_posts = static_cast<float>(posts);
  each.sponsored_posts = static_cast<float>(posts * traits.sponsored_share);
  each.reply_credit =
      std::max(1.0, arm.market.reply.replies_per_day / world.network->people_per_agent);
  each.living = static_cast<std::int64_t>(world.network->graph.audience(account));
  return each;
}

void list_influencers(World& world, const market::TraitDraws& draws) {
  for (std::size_t i = 0; i < world.accounts(); ++i) {
    const AccountId account = account_at(i);
    const auto traits =
        market::influencer_traits(world.arm->platform, draws, account, world.followers(account));
    if (!traits) continue;
    world.influencer_of[i] = static_cast<InfluencerIndex>(world.influencers.size());
    world.influencers.push_back(make_influencer(world, draws, account, *traits));
  }
  const auto brands =
      static_cast<std::size_t>(world.arm->platform.background_brands) + world.brands();
  world.last_endorsed.assign(world.influencers.size() * brands, market::never);
  world.new_follows.of.resize(world.influencers.size());
}

void start_brands(World& world) {
  const random::StreamKey key = world.draws.of(random::Purpose::familiarity);
  parallel::for_blocks(
      world.accounts(), accounts_per_block, [&](parallel::Range range, std::size_t) {
        for (std::size_t i = range.begin; i < range.end; ++i) {
          for (std::size_t b = 0; b < world.brands(); ++b) {
            market::BrandState& state = world.brand_state(account_at(i), b);
            state = {};
            const auto bits = draw_block(key, i, 0, static_cast<std::uint32_t>(b));
            const auto familiarity = static_cast<float>(world.arm->brands[b].familiarity);
            if (world.traits[i].activity == 0 || random::unit_float(bits[0]) >= familiarity)
              continue;
            state.marks = market::familiar;
            state.stage = market::Stage::aware;
          }
        }
      });
}

NicheId largest_niche(const graph::NicheAssignment& niches) {
  std::vector<std::size_t> members(niches.niches());
  for (const NicheId home : niches.home) ++members[index(home)];
  return static_cast<NicheId>(std::max_element(members.begin(), members.end()) - members.begin());
}

NicheId niche_of(const market::BrandSpec& brand, const graph::NicheAssignment& niches) {
  if (brand.niche.empty()) return largest_niche(niches);
  const auto at = std::find(niches.names.begin(), niches.names.end(), brand.niche);
  if (at != niches.names.end()) return static_cast<NicheId>(at - niches.names.begin());
  Diagnostic problem;
  problem.place.key = fmt::format("brand.{}.niche", brand.name);
  problem.problem = fmt::format("the graph has no niche named '{}'", brand.niche);
  problem.expected =
      fmt::format("one of its {} niches, the first being '{}', or empty for the largest",
                  niches.names.size(), niches.names.front());
  throw InputError(problem);
}

void describe_brands(World& world) {
  double log_price = 0;
  for (const auto& brand : world.arm->brands) log_price += portable::log(brand.price_usd);
  const double mean = world.brands() == 0 ? 0 : log_price / static_cast<double>(world.brands());
  for (const auto& brand : world.arm->brands) {
    world.brand_niche.push_back(niche_of(brand, world.network->niches));
    world.relative_price.push_back(static_cast<float>(portable::log(brand.price_usd) - mean));
  }
}

}  // namespace

World make_world(const graph::Network& network, const Arm& arm, const RunSpec& run,
                 random::Replicate replicate) {
  CLOUT_EXPECT(arm.brands.size() <= most_brands);
  const auto days = static_cast<std::size_t>(run.days + run.warm_up_days);
  CLOUT_EXPECT(days < market::never);
  const std::size_t accounts = network.graph.accounts();
  World world(network, arm, Draws(random::Seed{static_cast<std::uint64_t>(run.seed)}, replicate),
              market::Rates(arm.market, arm.platform, days));
  world.influencer_of = SharedArray<InfluencerIndex>(accounts);
  world.trust = HugeArray<market::Units>(network.graph.follows());
  world.edge = HugeArray<market::FollowEdgeState>(network.graph.follows());
  world.traits = SharedArray<market::ConsumerTraits>(accounts);
  world.sums = HugeArray<market::AttentionSums>(accounts);
  world.consumer = HugeArray<market::ConsumerState>(accounts);
  world.brand = HugeArray<market::BrandState>(accounts * arm.brands.size());
  world.attention = HugeArray<std::uint16_t>(accounts);
  const market::TraitDraws draws{world.draws.of(random::Purpose::market_traits),
                                 static_cast<std::uint16_t>(network.niches.niches())};
  describe_brands(world);
  draw_traits(world, draws);
  list_influencers(world, draws);
  start_follows(world, draws);
  start_brands(world);
  world.popularity = niche_popularity(world);
  start_campaigns(world, run);
  return world;
}

bool share_history(const Arm& a, const Arm& b) {
  return a.platform == b.platform && a.market == b.market && a.brands == b.brands;
}

void become(World& world, const Arm& arm, const RunSpec& run) {
  CLOUT_EXPECT(share_history(*world.arm, arm));
  world.arm = &arm;
  world.campaigns.clear();
  world.planned.clear();
  start_campaigns(world, run);
}

}  // namespace clout::engine
