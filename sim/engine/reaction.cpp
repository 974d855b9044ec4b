// Phase 4: each consumer takes in what it was shown, in the order of the posts. A block of
// consumers owns its consumers' states and follow edges; nobody else writes them.
#include <algorithm>
#include <array>

#include "sim/engine/advertising_memory.hpp"
#include "sim/engine/brand_reaction.hpp"
#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/engine/view_kernels.hpp"
#include "sim/market/suspicion.hpp"
#include "sim/market/trust.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/philox.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

namespace {

using random::unit_float;

/// Which of a block's consumers have a view in the batch that waits.
class Waiting {
 public:
  /// words: all 0; and again once all that were added are removed.
  Waiting(ConsumerBlocks consumers, std::span<std::uint64_t> words)
      : consumers_(consumers), words_(words) {}

  bool has(AccountId consumer) const noexcept { return (word(consumer) & bit(consumer)) != 0; }
  void add(AccountId consumer) noexcept { word(consumer) |= bit(consumer); }
  void remove(AccountId consumer) noexcept { word(consumer) &= ~bit(consumer); }

 private:
  static std::uint64_t bit(AccountId consumer) noexcept {
    return std::uint64_t{1} << index(consumer) % 64;
  }
  std::uint64_t& word(AccountId consumer) const noexcept {
    return words_[consumers_.place(consumer) / 64];
  }

  ConsumerBlocks consumers_;
  std::span<std::uint64_t> words_;
};

/// Views are collected into batches of different consumers, so that what is the same arithmetic for
/// all of them is done side by side; a consumer's next view waits until its last one is settled.
/// several: arms, not one.
template <bool several>
class Reactions {
 public:
  Reactions(const Siblings& siblings, market::Day day, const DayBuffers& buffers, BlockDay& block)
      : siblings_(siblings),
        world_(siblings.shared()),
        rates_(world_.rates),
        kernels_(runnable_view_kernels().back()),
        day_(day),
        posts_(buffers.posts),
        block_(block),
        first_tally_(block.tally.of(0)),
        reaction_(world_.draws.of(random::Purpose::reaction)),
        reply_(world_.draws.of(random::Purpose::reply)),
        waiting_(buffers.consumers, block.waiting),
        most_views_(siblings.arms.size()) {
    for (std::size_t arm = 0; arm < siblings.arms.size(); ++arm)
      brands_.emplace_back(siblings.arms[arm], day, block, arm);
  }

  void take(const Exposure& exposure) {
    const AccountId who = exposure.consumer;
    // A batch holds all views of an exposure, or none.
    if (waiting_.has(who) || views_.size > ViewBatch::lanes - most_views_) finish();
    const Post& post = posts_[exposure.post];
    if constexpr (several) {
      const ArmSet arms = following(siblings_, exposure.arms(), exposure.edge());
      if (arms == 0) return;  // left earlier today
      if (post.kind == PostKind::word_of_mouth) return hear(post, who, arms);
      for_each_state(siblings_, arms, exposure.edge(), [&](ArmSet together, FollowEdge edge) {
        see(exposure, post, edge, together);
      });
    } else {
      const FollowEdge edge = follow_edge(world_, exposure.edge());
      if (*edge.trust == 0) return;
      if (post.kind == PostKind::word_of_mouth) return hear(post, who, only(0));
      see(exposure, post, edge, only(0));
    }
    waiting_.add(who);
  }

  /// Settles the views that wait.
  void finish() {
    random::fill_scattered(reaction_, {views_.author, views_.consumer, day_, views_.slot},
                           views_.bits);
    kernels_.look(rates_, views_);
    for (std::size_t n = 0; n < views_.size; ++n) {
      const Post& post = posts_[views_.post[n]];
      if (post.kind != PostKind::organic) advertisement(n, post);
    }
    kernels_.judge(rates_, views_);
    for (std::size_t n = 0; n < views_.size; ++n) {
      settle(n, posts_[views_.post[n]]);
      waiting_.remove(AccountId{views_.consumer[n]});
    }
    views_.size = 0;
  }

  /// Starts loading what take() will need of an exposure. Inlined always: GCC 12 takes a function
  /// that only prefetches for one without effect and drops the call.
  [[gnu::always_inline]] void prefetch(const Exposure& exposure) const noexcept {
    if (exposure.edge() < new_edge) {
      __builtin_prefetch(world_.trust.data() + exposure.edge(), 1);
      __builtin_prefetch(world_.edge.data() + exposure.edge(), 1);
    } else {
      __builtin_prefetch(world_.new_follows.edges.data() + (exposure.edge() - new_edge), 1);
    }
    __builtin_prefetch(&posts_[exposure.post]);
    __builtin_prefetch(&world_.sums[index(exposure.consumer)], 1);
    __builtin_prefetch(&world_.traits[index(exposure.consumer)]);
  }

  /// And what only the edge's state, which is there by now, tells.
  [[gnu::always_inline]] void prefetch_parted(const Exposure& exposure) const noexcept {
    const market::FollowEdgeState& common = *follow_edge(world_, exposure.edge()).state;
    if (common.apart != 0) __builtin_prefetch(&siblings_.apart->states(common), 1);
  }

 private:
  void hear(const Post& post, AccountId who, ArmSet arms) {
    for_each_arm(arms, [&](std::size_t arm) { brands_[arm].hear(who, post); });
  }

  /// A view of arms that have the edge in common. What an advertisement does to a consumer depends
  /// on what others did before, which arms do not share: it is a view in each, of which the first
  /// changes the edge for all.
  void see(const Exposure& exposure, const Post& post, const FollowEdge& edge, ArmSet arms) {
    if (post.kind == PostKind::organic) return add(exposure, post, edge, arms, arms);
    ArmSet changes = arms;
    for_each_arm(arms, [&](std::size_t arm) {
      add(exposure, post, edge, only(arm), changes);
      changes = 0;
      __builtin_prefetch(&siblings_.arms[arm].consumer[index(exposure.consumer)], 1);
    });
  }

  void add(const Exposure& exposure, const Post& post, const FollowEdge& edge, ArmSet arms,
           ArmSet changes) noexcept {
    const market::ConsumerTraits& viewer = world_.traits[index(exposure.consumer)];
    ViewBatch& v = views_;
    const std::size_t n = v.size++;
    v.edge[n] = edge;
    v.arms[n] = arms;
    v.changes[n] = changes;
    v.edge_number[n] = exposure.edge();
    v.post[n] = exposure.post;
    v.author[n] = static_cast<std::uint32_t>(index(post.author));
    v.consumer[n] = static_cast<std::uint32_t>(index(exposure.consumer));
    v.slot[n] = post.slot;
    v.trust[n] = market::from_units(*edge.trust);
    v.load[n] = market::from_load_units(edge.state->load);
    v.days[n] = static_cast<std::int32_t>(days_since(edge.state->touched, day_));
    v.viewer.set(n, viewer.interests());
    v.of_author.set(n, post.interests);
    v.niche[n] = static_cast<std::int32_t>(post.niche);
    v.appeal[n] = post.appeal;
    v.trust_logit[n] = post.trust_logit;
    v.ceiling[n] = market::ceiling_after(rates_.ceiling, rates_.ceiling_kept, edge.state->scars);
  }

  /// Steps 2, 3, 4 and 6.
  void advertisement(std::size_t n, const Post& post) {
    ViewBatch& v = views_;
    const AccountId who{v.consumer[n]};
    const std::size_t arm = lowest(v.arms[n]);
    const market::ConsumerTraits& viewer = world_.traits[index(who)];
    market::ConsumerState& consumer = siblings_.arms[arm].consumer[index(who)];
    DayTally& day = several ? block_.tally.of(arm) : first_tally_;
    TierTally& tally = day.tier[market::index(post.tier)];
    ++tally.sponsored_impressions;
    v.fit[n] = post.fit;
    v.relief[n] = post.relief;
    v.recognition[n] = post.recognition;
    v.factor[n] = post.engagement_factor;
    if (!post.hedonic) v.R_used[n] = rates_.neutral_relatability;
    const bool recognised = post.disclosed || unit_float(v.word(3, n)) < rates_.detection;
    v.recognised[n] = recognised ? 1U : 0U;
    if (recognised) {
      v.load[n] += rates_.load_per_ad;
      v.K[n] =
          rates_.suspicion_scale *
          market::suspicion(post.suspicion_logit, rates_.suspicion_from_load,
                            rates_.suspicion_from_relatability, rates_.relatability_load, v.load[n],
                            v.R_used[n], static_cast<float>(viewer.skepticism) * (1.0F / 32.0F));
      std::uint8_t& scars = v.edge[n].state->scars;
      if (!post.disclosed && v.changes[n] != 0 && scars < 254) ++scars;
      ++tally.recognised;
      tally.suspicion += market::to_units(v.K[n]);
    }
    const Guard guard = meet_advertisement(consumer, rates_, day_, post.tier, v.K[n], recognised);
    if (recognised)
      v.factor[n] *= market::liking_left(rates_.engagement_from_suspicion, guard.persuasion);
    if (post.kind != PostKind::campaign) return;
    v.annoyance[n] =
        brands_[arm].advertise(who, post,
                               {.credibility = credibility(n, post),
                                .load = v.load[n],
                                .persuasion = guard.persuasion,
                                .clutter = market::clutter_factor(
                                    rates_.clutter_weight, guard.ads_per_day, post.clutter_escape),
                                .recognised = recognised});
  }

  /// M of the messenger: for utilitarian products what was earned counts, not what authenticity
  /// gives.
  float credibility(std::size_t n, const Post& post) const noexcept {
    if (post.hedonic) return views_.trust[n];
    const float neutral = market::baseline_trust(post.trust_logit, rates_.from_relatability,
                                                 rates_.neutral_relatability);
    return std::clamp(views_.trust[n] - views_.baseline[n] + neutral, 0.0F, 1.0F);
  }

  /// Steps 5, 7 and 8.
  void settle(std::size_t n, const Post& post) {
    ViewBatch& v = views_;
    count(v.arms[n], [&](DayTally& day) { ++day.tier[market::index(post.tier)].impressions; });
    if (unit_float(v.word(0, n)) < v.engage[n]) engage(n, post);
    if (!several || v.changes[n] != 0) change(n, post);
  }

  /// The edge, for all arms that have it in common.
  void change(std::size_t n, const Post& post) {
    ViewBatch& v = views_;
    const AccountId who{v.consumer[n]};
    const FollowEdge& edge = v.edge[n];
    const EdgeOwner owner{post.offer, true, post.tier};
    const bool leaves = rates_.unfollow && unit_float(v.word(2, n)) < v.leave[n];
    const auto trust = static_cast<market::Units>(leaves ? 0 : v.trust_after[n]);
    set_trust(siblings_, v.changes[n], *edge.trust, trust, owner, who, block_.tally);
    if (leaves) {
      block_.leavers.push_back({who, post.author, v.changes[n]});
      return;
    }
    edge.state->load = static_cast<std::uint16_t>(v.load_after[n]);
    edge.state->touched = day_;
  }

  void engage(std::size_t n, const Post& post) {
    const AccountId who{views_.consumer[n]};
    const ArmSet arms = views_.arms[n];
    const float u = unit_float(views_.word(0, n));
    const float chance = views_.engage[n];
    const bool comments = u < chance * rates_.comment_share;
    count(arms, [&](DayTally& day) {
      TierTally& tally = day.tier[market::index(post.tier)];
      ++tally.engagements;
      if (post.kind != PostKind::organic) ++tally.sponsored_engagements;
      if (post.kind == PostKind::campaign) ++day.brand[post.brand].engagements;
      if (comments) ++tally.comments;
    });
    if (comments) {
      const auto priority = draw_block(reply_, pair(who, post.author), day_, post.slot)[0];
      block_.comments.push_back(
          {post.influencer, priority, who, post.slot, views_.edge_number[n], arms});
    } else if (post.kind == PostKind::campaign &&
               u < chance * (rates_.comment_share + rates_.pass_on_share)) {
      brands_[lowest(arms)].pass_on(who, post.brand);
    }
  }

  template <typename Add>
  void count(ArmSet arms, Add add_to) noexcept {
    if constexpr (several) return block_.tally.count(arms, add_to);
    add_to(first_tally_);
  }

  const Siblings& siblings_;
  World& world_;
  const market::Rates& rates_;
  const ViewKernels& kernels_;
  market::Day day_;
  const std::vector<Post>& posts_;
  BlockDay& block_;
  DayTally& first_tally_;               ///< of the first arm
  std::vector<BrandReactions> brands_;  ///< of each arm
  random::StreamKey reaction_;
  random::StreamKey reply_;
  ViewBatch views_;
  Waiting waiting_;
  std::size_t most_views_;  ///< of an exposure
};

/// Nearly all consumers of a block are shown something on a day, in no order: loading them in
/// order costs less.
void load_block(const World& world, parallel::Range range) {
  constexpr std::size_t in_line = 64 / sizeof(market::AttentionSums);
  for (std::size_t i = range.begin; i < range.end; i += in_line)
    __builtin_prefetch(&world.sums[i], 1, 2);
}

/// What a block of consumers was shown, list after list.
class ShownTo {
 public:
  ShownTo(const DayBuffers& buffers, std::size_t block)
      : lists_(buffers.shown.data() + block), stride_(buffers.blocks.size()), left_(buffers.tasks) {
    open();
  }

  /// Null after the last.
  const Exposure* next() noexcept {
    while (at_ == end_) {
      if (left_ == 0) return nullptr;
      open();
    }
    return at_++;
  }

 private:
  void open() noexcept {
    if (left_ == 0) return;
    at_ = lists_->data();
    end_ = at_ + lists_->size();
    lists_ += stride_;
    --left_;
  }

  const std::vector<Exposure>* lists_;
  std::size_t stride_;
  std::size_t left_;  ///< lists not yet opened
  const Exposure* at_ = nullptr;
  const Exposure* end_ = nullptr;
};

template <bool several>
void react_block(const Siblings& siblings, market::Day day, const DayBuffers& buffers,
                 std::size_t block, BlockDay& out) {
  constexpr std::size_t ahead = 16;  // exposures between prefetch and use
  constexpr std::size_t soon = 8;
  load_block(siblings.shared(), buffers.consumers.range(block));
  Reactions<several> reactions(siblings, day, buffers, out);
  ShownTo now(buffers, block);
  ShownTo next(buffers, block);
  ShownTo early(buffers, block);
  const auto look_early = [&] {
    if (const Exposure* each = early.next()) reactions.prefetch(*each);
  };
  const auto look_next = [&] {
    if constexpr (several) {
      if (const Exposure* each = next.next()) reactions.prefetch_parted(*each);
    }
  };
  for (std::size_t n = 0; n < ahead; ++n) look_early();
  for (std::size_t n = 0; n < soon; ++n) look_next();
  while (const Exposure* exposure = now.next()) {
    look_early();
    look_next();
    reactions.take(*exposure);
  }
  reactions.finish();
}

}  // namespace

void react(const Siblings& siblings, market::Day day, DayBuffers& buffers) {
  parallel::for_each_block(buffers.blocks.size(), [&](std::size_t block) {
    if (siblings.apart == nullptr) {
      react_block<false>(siblings, day, buffers, block, buffers.blocks[block]);
    } else {
      react_block<true>(siblings, day, buffers, block, buffers.blocks[block]);
    }
  });
}

}  // namespace clout::engine
