// Phase 4: each consumer takes in what it was shown, in the order of the posts. A block of
// consumers owns its consumers' states and follow edges; nobody else writes them.
#include <algorithm>

#include "sim/engine/brand_reaction.hpp"
#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/market/suspicion.hpp"
#include "sim/market/trust.hpp"
#include "sim/market/unfollow.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

namespace {

using random::unit_float;

class Reactions {
 public:
  Reactions(World& world, market::Day day, const DayBuffers& buffers, BlockDay& block)
      : world_(world),
        rates_(world.rates),
        day_(day),
        posts_(buffers.posts),
        block_(block),
        brands_(world, day, block),
        reaction_(world.draws.of(random::Purpose::reaction)),
        reply_(world.draws.of(random::Purpose::reply)) {}

  void react(const Exposure& exposure) {
    const Post& post = posts_[exposure.post];
    const FollowEdge edge = follow_edge(world_, exposure.edge);
    if (*edge.trust == 0) return;  // left earlier today
    if (post.kind == PostKind::word_of_mouth) {
      brands_.hear(exposure.consumer, post);
      return;
    }
    view(exposure, post, edge);
  }

  /// Starts loading what react() will need of an exposure. Inlined always: GCC 12 takes a function
  /// that only prefetches for one without effect and drops the call.
  [[gnu::always_inline]] void prefetch(const Exposure& exposure) const noexcept {
    if (exposure.edge < new_edge) {
      __builtin_prefetch(world_.trust.data() + exposure.edge, 1);
      __builtin_prefetch(world_.edge.data() + exposure.edge, 1);
    }
    const auto* post = reinterpret_cast<const char*>(&posts_[exposure.post]);
    __builtin_prefetch(post);
    __builtin_prefetch(post + 64);
    __builtin_prefetch(&world_.consumer[index(exposure.consumer)], 1);
    __builtin_prefetch(&world_.traits[index(exposure.consumer)]);
  }

 private:
  /// What a viewer makes of a post, step by step.
  struct View {
    float trust;  ///< before this post
    float baseline;
    float load;
    float R;
    float R_used;  ///< neutral for utilitarian products
    float K = 0;
    float annoyance = 0;
    bool recognised = false;
  };

  void view(const Exposure& exposure, const Post& post, const FollowEdge& edge) {
    const market::ConsumerTraits& viewer = world_.traits[index(exposure.consumer)];
    market::ConsumerState& consumer = world_.consumer[index(exposure.consumer)];
    TierTally& tally = block_.tally.tier[market::index(post.tier)];
    const random::Block bits =
        draw_block(reaction_, pair(exposure.consumer, post.author), day_, post.slot);
    View seen = look(post, edge, viewer);
    const unsigned days = days_since(edge.state->touched);
    ++tally.impressions;
    if (post.kind != PostKind::organic) {
      ++tally.sponsored_impressions;
      advertisement(exposure, post, edge, viewer, consumer, bits, seen, tally);
    }
    engage(exposure, post, viewer, bits, seen, tally);
    const float trust = trust_after(post, edge, seen);
    const EdgeOwner owner{post.offer, true, post.tier};
    if (rates_.unfollow &&
        unit_float(bits[2]) < market::leave_chance(rates_.leave_base, rates_.leave_from_distrust,
                                                   rates_.low_trust, rates_.leave_from_suspicion,
                                                   trust, static_cast<float>(std::max(days, 1U)),
                                                   seen.K)) {
      set_trust(world_, *edge.trust, 0, owner, consumer, block_.tally);
      block_.leavers.push_back({exposure.consumer, post.author});
      return;
    }
    set_trust(world_, *edge.trust, market::trust_units(trust), owner, consumer, block_.tally);
    edge.state->load = market::load_units(seen.load);
    edge.state->touched = day_;
  }

  /// 0 if never touched.
  unsigned days_since(market::Day touched) const noexcept {
    return touched == market::never ? 0U : static_cast<unsigned>(day_ - touched);
  }

  /// Step 1: the edge as of this morning.
  View look(const Post& post, const FollowEdge& edge,
            const market::ConsumerTraits& viewer) const noexcept {
    const unsigned days = days_since(edge.state->touched);
    View seen{};
    seen.R = relatability_of(rates_, viewer.interests(), post.interests, post.appeal);
    seen.R_used = post.hedonic ? seen.R : rates_.neutral_relatability;
    seen.baseline = market::baseline_trust(post.trust_logit, rates_.from_relatability, seen.R);
    seen.trust = market::from_units(*edge.trust);
    if (rates_.trust)
      seen.trust = market::rested(seen.trust, seen.baseline, rates_.trust_rest.kept(days));
    seen.load = market::from_load_units(edge.state->load) * rates_.load_decay.kept(days);
    return seen;
  }

  /// Steps 2, 3, 4 and 6.
  void advertisement(const Exposure& exposure, const Post& post, const FollowEdge& edge,
                     const market::ConsumerTraits& viewer, market::ConsumerState& consumer,
                     const random::Block& bits, View& seen, TierTally& tally) {
    seen.recognised = post.disclosed || unit_float(bits[3]) < rates_.detection;
    if (seen.recognised) {
      seen.load += rates_.load_per_ad;
      seen.K =
          rates_.suspicion_scale *
          market::suspicion(post.suspicion_logit, rates_.suspicion_from_load,
                            rates_.suspicion_from_relatability, rates_.relatability_load, seen.load,
                            seen.R_used, static_cast<float>(viewer.skepticism) * (1.0F / 32.0F));
      if (!post.disclosed && edge.state->scars < 254) ++edge.state->scars;
      ++tally.recognised;
      tally.suspicion += market::to_units(seen.K);
    }
    bring_to_today(consumer);
    float& of_class = consumer.distrust[market::index(post.tier)];
    const float persuasion =
        market::persuasion_left(rates_.persuasion_cut, seen.K, of_class, consumer.distrust_of_all);
    const float ads_per_day = consumer.ads_in_memory * rates_.ads_per_day_per_memory;
    if (seen.recognised) {
      of_class = market::after_suspicion(of_class, rates_.to_class, seen.K);
      consumer.distrust_of_all =
          market::after_suspicion(consumer.distrust_of_all, rates_.to_all, seen.K);
      consumer.ads_in_memory += 1.0F;
    }
    if (post.kind != PostKind::campaign) return;
    float credibility = seen.trust;
    if (!post.hedonic) {
      const float neutral = market::baseline_trust(post.trust_logit, rates_.from_relatability,
                                                   rates_.neutral_relatability);
      credibility = std::clamp(seen.trust - seen.baseline + neutral, 0.0F, 1.0F);
    }
    seen.annoyance = brands_.advertise(
        exposure.consumer, post,
        {.credibility = credibility,
         .load = seen.load,
         .persuasion = persuasion,
         .clutter = market::clutter_factor(rates_.clutter_weight, ads_per_day, post.clutter_escape),
         .recognised = seen.recognised});
  }

  void bring_to_today(market::ConsumerState& consumer) const noexcept {
    if (consumer.touched == day_) return;
    const unsigned days = days_since(consumer.touched);
    const float of_class = rates_.class_decay.kept(days);
    for (float& distrust : consumer.distrust) distrust *= of_class;
    consumer.distrust_of_all *= rates_.all_decay.kept(days);
    consumer.ads_in_memory *= rates_.clutter_decay.kept(days);
    consumer.touched = day_;
  }

  /// Step 5.
  float trust_after(const Post& post, const FollowEdge& edge, const View& seen) const noexcept {
    if (seen.recognised)
      return market::after_advertisement(seen.trust, rates_.loss, seen.K, post.fit, post.relief);
    const float ceiling =
        market::ceiling_after(rates_.ceiling, rates_.ceiling_kept, edge.state->scars);
    return market::after_gain(seen.trust, rates_.gain, seen.R, ceiling);
  }

  /// Step 7.
  void engage(const Exposure& exposure, const Post& post, const market::ConsumerTraits& viewer,
              const random::Block& bits, const View& seen, TierTally& tally) {
    const bool sponsored = post.kind != PostKind::organic;
    const float chance =
        market::engagement_chance(rates_.engagement, seen.trust, sponsored ? seen.R_used : seen.R,
                                  market::interest_in(viewer.interests(), post.niche),
                                  seen.annoyance, post.recognition, post.engagement_factor);
    const float u = unit_float(bits[0]);
    if (u >= chance) return;
    ++tally.engagements;
    if (sponsored) ++tally.sponsored_engagements;
    const bool campaign = post.kind == PostKind::campaign;
    if (campaign) ++block_.tally.brand[post.brand].engagements;
    const float comments = chance * rates_.comment_share;
    if (u < comments) {
      ++tally.comments;
      const auto priority =
          draw_block(reply_, pair(exposure.consumer, post.author), day_, post.slot)[0];
      block_.comments.push_back(
          {post.influencer, priority, exposure.consumer, post.slot, exposure.edge});
    } else if (campaign && u < chance * (rates_.comment_share + rates_.pass_on_share)) {
      brands_.pass_on(exposure.consumer, post.brand);
    }
  }

  World& world_;
  const market::Rates& rates_;
  market::Day day_;
  const std::vector<Post>& posts_;
  BlockDay& block_;
  BrandReactions brands_;
  random::StreamKey reaction_;
  random::StreamKey reply_;
};

void react_block(World& world, market::Day day, const DayBuffers& buffers, std::size_t block,
                 BlockDay& out) {
  constexpr std::size_t ahead = 16;  // exposures between prefetch and use
  Reactions reactions(world, day, buffers, out);
  const std::size_t blocks = buffers.blocks.size();
  for (std::size_t task = 0; task < buffers.tasks; ++task) {
    const std::vector<Exposure>& list = buffers.shown[task * blocks + block];
    for (std::size_t n = 0; n < list.size(); ++n) {
      if (n + ahead < list.size()) reactions.prefetch(list[n + ahead]);
      reactions.react(list[n]);
    }
  }
}

}  // namespace

void react(World& world, market::Day day, DayBuffers& buffers) {
  parallel::for_each_block(buffers.blocks.size(), [&](std::size_t block) {
    react_block(world, day, buffers, block, buffers.blocks[block]);
  });
}

}  // namespace clout::engine
