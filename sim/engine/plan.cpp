// Phase 1: the posts of the day. Touches influencers only; consumers see the result.
#include <algorithm>

#include "sim/engine/candidate_jumps.hpp"
#include "sim/engine/day.hpp"
#include "sim/market/engagement.hpp"
#include "sim/market/suspicion.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/portable_math.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

namespace {

constexpr std::uint32_t first_campaign_slot = 256;
constexpr std::uint32_t first_talk_slot = 768;
constexpr std::int64_t most_routine_posts = 200;

/// What a sponsor brings to a post.
struct Sponsor {
  std::size_t place = 0;  ///< in the list of brands an influencer can have endorsed
  double fit = 0;
  double familiarity = 0;
  bool customised = false;
  bool undisclosed = false;
};

/// Of one arm, or of several in which the authors are in the same position.
class Planner {
 public:
  /// Adds to posts and tally. arms: whose posts these are.
  Planner(World& world, ArmSet arms, market::Day day, std::vector<Post>& posts, SiblingTally& tally)
      : world_(world),
        arms_(arms),
        spec_(world.arm->market),
        platform_(world.arm->platform),
        day_(day),
        posts_(posts),
        tally_(tally),
        posting_(world.draws.of(random::Purpose::posting)) {}

  /// Routine and campaign posts of one influencer; planned: those of its campaigns today.
  void plan(InfluencerIndex number, std::span<const PlannedPost> planned) {
    Influencer& author = world_.influencers[number];
    const std::size_t first = posts_.size();
    sponsors_.clear();
    routine(author, number);
    for (std::size_t n = 0; n < planned.size(); ++n)
      campaign(author, number, planned[n].campaign,
               first_campaign_slot + static_cast<std::uint32_t>(n));
    if (posts_.size() == first) return;
    const auto made = static_cast<std::int64_t>(posts_.size() - first);
    count(author, number, static_cast<float>(made));
    finish_sponsored(author, number, first);
    tally_.count(arms_, [&](DayTally& day) {
      TierTally& tally = day.tier[market::index(author.tier)];
      tally.posts += made;
      tally.sponsored_posts += static_cast<std::int64_t>(sponsors_.size());
    });
  }

  /// What somebody says of a brand. Does not count it.
  void talk(const Talk& talk, ArmSet arms) {
    Post post;
    const std::size_t account = index(talk.author);
    post.arms = arms;
    post.author = talk.author;
    post.influencer = world_.influencer_of[account];
    post.slot = first_talk_slot + 2U * talk.brand + static_cast<std::uint32_t>(talk.negative);
    post.kind = PostKind::word_of_mouth;
    post.negative = talk.negative;
    post.brand = talk.brand;
    post.niche = world_.brand_niche[talk.brand];
    post.interests = world_.traits[account].interests();
    const double reach =
        market::reach(platform_.reach, spec_.mechanism.feed, world_.followers(talk.author));
    post.showing = market::showing(reach, world_.rates.largest_boost);
    post.jump_scale = jump_scale(post.showing.candidate);
    posts_.push_back(post);
  }

 private:
  Post post_by(const Influencer& author, InfluencerIndex number, std::uint32_t slot) const {
    Post post;
    post.author = author.account;
    post.arms = arms_;
    post.influencer = number;
    post.slot = slot;
    post.tier = author.tier;
    post.interests = world_.traits[index(author.account)].interests();
    post.niche = post.interests.home;
    post.showing = author.showing;
    post.jump_scale = author.jump_scale;
    post.appeal = author.author.appeal;
    post.trust_logit = author.author.trust_logit;
    post.offer = author.offer;
    return post;
  }

  void routine(const Influencer& author, InfluencerIndex number) {
    const std::uint64_t account = index(author.account);
    const double u = random::unit_double(draw_block(posting_, account, day_, 0)[0]);
    const auto posts =
        std::min(most_routine_posts, static_cast<std::int64_t>(author.traits.posts_per_day + u));
    for (std::int64_t n = 0; n < posts; ++n) {
      const auto slot = static_cast<std::uint32_t>(n);
      const auto bits = draw_block(posting_, account, day_, 1 + slot);
      Post post = post_by(author, number, slot);
      if (random::unit_double(bits[0]) < author.traits.sponsored_share) {
        post.kind = PostKind::background;
        const auto brands = static_cast<std::uint32_t>(platform_.background_brands);
        sponsors_.push_back({random::below(bits[1], brands), platform_.background_fit,
                             platform_.background_familiarity});
      }
      posts_.push_back(post);
    }
  }

  void campaign(const Influencer& author, InfluencerIndex number, std::size_t which,
                std::uint32_t slot) {
    const RunningCampaign& running = world_.campaigns[which];
    const market::BrandSpec& brand = world_.arm->brands[running.brand];
    const NicheId niche = world_.brand_niche[running.brand];
    Post post = post_by(author, number, slot);
    const bool at_home = post.niche == niche;
    post.kind = PostKind::campaign;
    post.brand = static_cast<std::uint16_t>(running.brand);
    post.niche = niche;
    post.disclosed = running.spec.disclosure == market::Disclosure::disclosed;
    post.hedonic = brand.product == market::ProductKind::hedonic;
    post.clutter_escape =
        static_cast<float>(1 - spec_.memory.novelty_weight * running.spec.novelty);
    posts_.push_back(post);
    sponsors_.push_back({static_cast<std::size_t>(platform_.background_brands) + running.brand,
                         at_home ? brand.fit_in_niche : brand.fit_elsewhere, brand.familiarity,
                         running.spec.creative == market::Creative::customised, !post.disclosed});
  }

  std::span<market::Day> endorsed(InfluencerIndex number) noexcept {
    const std::size_t places =
        static_cast<std::size_t>(platform_.background_brands) + world_.brands();
    return {world_.last_endorsed.data() + number * places, places};
  }

  void count(Influencer& author, InfluencerIndex number, float made) {
    const float kept = world_.rates.share_decay.kept(static_cast<unsigned>(day_ - author.counted));
    author.all_posts = author.all_posts * kept + made;
    author.sponsored_posts = author.sponsored_posts * kept + static_cast<float>(sponsors_.size());
    author.counted = day_;
    for (const Sponsor& sponsor : sponsors_) endorsed(number)[sponsor.place] = day_;
  }

  double breadth(InfluencerIndex number) {
    double sum = 0;
    for (const market::Day last : endorsed(number)) {
      if (last == market::never) continue;
      sum += portable::exp2(-static_cast<double>(day_ - last) / spec_.load.breadth_half_life_days);
    }
    return sum;
  }

  /// Share and breadth include today's posts, so sponsored posts are finished once all are known.
  void finish_sponsored(const Influencer& author, InfluencerIndex number, std::size_t first) {
    if (sponsors_.empty()) return;
    const bool load = spec_.mechanism.load;
    const double share =
        load ? static_cast<double>(author.sponsored_posts) / static_cast<double>(author.all_posts)
             : spec_.suspicion.usual_share;
    const double brands = load ? breadth(number) : 0;
    std::size_t next = 0;
    for (std::size_t p = first; p < posts_.size(); ++p) {
      if (posts_[p].kind == PostKind::organic) continue;
      finish(posts_[p], sponsors_[next++], author, share, brands);
    }
  }

  void finish(Post& post, const Sponsor& sponsor, const Influencer& author, double share,
              double brands) const {
    const double unfamiliar = 1 - sponsor.familiarity;
    post.fit = static_cast<float>(sponsor.fit);
    post.relief = static_cast<float>(spec_.trust.unknown_brand_relief * unfamiliar);
    post.suspicion_logit =
        market::suspicion_logit(spec_.suspicion, {.share = share,
                                                  .breadth = brands,
                                                  .fit = sponsor.fit,
                                                  .followers = author.followers,
                                                  .undisclosed = sponsor.undisclosed});
    post.engagement_factor = market::sponsored_factor(spec_.engagement, author.followers,
                                                      sponsor.customised, unfamiliar);
    if (spec_.mechanism.endorsement == market::Endorsement::recognition)
      post.recognition = static_cast<float>(spec_.engagement.recognition * share * share);
  }

  World& world_;
  ArmSet arms_;
  const market::MarketSpec& spec_;
  const market::PlatformSpec& platform_;
  market::Day day_;
  std::vector<Post>& posts_;
  SiblingTally& tally_;
  random::StreamKey posting_;
  std::vector<Sponsor> sponsors_;  ///< of the sponsored posts of one influencer, in order
};

/// Campaign posts, ascending by influencer.
using Planned = std::span<const PlannedPost>;

/// Today's of each arm.
std::vector<Planned> planned_for(const Siblings& siblings, market::Day day) {
  std::vector<Planned> today;
  for (const World& world : siblings.arms) {
    const auto of_day = std::ranges::equal_range(world.planned, day, {}, &PlannedPost::day);
    today.emplace_back(of_day.begin(), of_day.end());
  }
  return today;
}

Planned own(Planned today, InfluencerIndex who) {
  const auto found = std::ranges::equal_range(today, who, {}, &PlannedPost::influencer);
  return {found.begin(), found.end()};
}

/// The same but for the arms that make it: viewers cannot tell them apart.
bool alike(const Post& a, Post b) {
  b.arms = a.arms;
  return a == b;
}

/// Posts of one author in different arms: those that are alike become one of all their arms.
void join_alike(std::vector<Post>& posts, std::size_t first) {
  const auto begin = posts.begin() + static_cast<std::ptrdiff_t>(first);
  std::stable_sort(begin, posts.end(),
                   [](const Post& a, const Post& b) { return a.slot < b.slot; });
  auto end = begin;  // of those that are joined
  for (auto from = begin; from != posts.end(); ++from) {
    const auto same =
        std::find_if(begin, end, [&](const Post& post) { return alike(post, *from); });
    if (same == end) {
      *end++ = *from;
    } else {
      same->arms |= from->arms;
    }
  }
  posts.erase(end, posts.end());
}

/// Posts go to those who follow at that time, in each arm.
void count_deliveries(const Siblings& siblings, InfluencerIndex who, std::span<const Post> posts,
                      SiblingTally& tally) {
  if (posts.empty()) return;
  for_each_arm(siblings.all(), [&](std::size_t arm) {
    const auto made = std::ranges::count_if(
        posts, [&](const Post& post) { return (post.arms & only(arm)) != 0; });
    const Influencer& author = siblings.arms[arm].influencers[who];
    tally.of(arm).tier[market::index(author.tier)].deliveries += made * author.living;
  });
}

/// Influencers that no arm hires have the same posts in all: the first arm keeps count of them for
/// the others. Those that are hired are planned in each.
void plan_block(const Siblings& siblings, market::Day day, std::span<const Planned> today,
                parallel::Range range, PlanBlock& plan) {
  const auto planner = [&](std::size_t arm, ArmSet arms) {
    return Planner(siblings.arms[arm], arms, day, plan.posts, plan.tally);
  };
  plan.posts.clear();
  Planner together = planner(0, siblings.all());
  for (std::size_t number = range.begin; number < range.end; ++number) {
    const auto who = static_cast<InfluencerIndex>(number);
    const std::size_t first = plan.posts.size();
    if (siblings.apart == nullptr || siblings.apart->hired[number] == 0) {
      together.plan(who, own(today[0], who));
    } else {
      for_each_arm(siblings.all(), [&](std::size_t arm) {
        planner(arm, only(arm)).plan(who, own(today[arm], who));
      });
      join_alike(plan.posts, first);
    }
    count_deliveries(siblings, who, std::span(plan.posts).subspan(first), plan.tally);
  }
}

/// Routine and campaign posts, by blocks of influencers.
void plan_influencers(const Siblings& siblings, market::Day day, std::vector<PlanBlock>& plans) {
  const std::vector<Planned> today = planned_for(siblings, day);
  parallel::for_blocks(siblings.shared().influencers.size(), influencers_per_block,
                       [&](parallel::Range range, std::size_t block) {
                         plan_block(siblings, day, today, range, plans[block]);
                       });
}

/// What is said in several arms is one post of theirs.
void plan_talks(const Siblings& siblings, market::Day day, DayBuffers& buffers) {
  std::vector<std::pair<Talk, ArmSet>> all;
  for (std::size_t arm = 0; arm < siblings.arms.size(); ++arm) {
    for (const Talk& talk : buffers.talks[arm]) {
      all.emplace_back(talk, only(arm));
      ++buffers.tally.of(arm).brand[talk.brand].talks;
    }
    buffers.talks[arm].clear();
  }
  std::sort(all.begin(), all.end());
  Planner planner(siblings.shared(), siblings.all(), day, buffers.talk_posts, buffers.tally);
  for (std::size_t n = 0; n < all.size();) {
    const Talk& talk = all[n].first;
    ArmSet arms = 0;
    for (; n < all.size() && all[n].first == talk; ++n) arms |= all[n].second;
    planner.talk(talk, arms);
  }
}

/// Puts the blocks' posts, and what others say, in one order. Influencers ascend by account, and so
/// do talks: a block takes in the talks of accounts before the next block's first.
void merge_posts(const World& world, std::span<const PlanBlock> plans, std::span<const Post> talks,
                 std::vector<Post>& posts) {
  const auto order = [](const Post& a, const Post& b) {
    return std::pair(a.author, a.slot) < std::pair(b.author, b.slot);
  };
  const auto talks_before = [&](std::size_t block) {
    if (block == 0) return talks.begin();
    if (block >= plans.size()) return talks.end();
    return std::ranges::lower_bound(talks, world.influencers[block * influencers_per_block].account,
                                    {}, &Post::author);
  };
  std::vector<std::size_t> begins{0};
  for (std::size_t b = 0; b < plans.size(); ++b)
    begins.push_back(begins.back() + plans[b].posts.size() +
                     static_cast<std::size_t>(talks_before(b + 1) - talks_before(b)));
  posts.resize(begins.back());
  parallel::for_each_block(plans.size(), [&](std::size_t b) {
    std::merge(plans[b].posts.begin(), plans[b].posts.end(), talks_before(b), talks_before(b + 1),
               posts.begin() + static_cast<std::ptrdiff_t>(begins[b]), order);
  });
}

}  // namespace

void plan_day(const Siblings& siblings, market::Day day, DayBuffers& buffers) {
  plan_influencers(siblings, day, buffers.plans);
  for (PlanBlock& plan : buffers.plans) {
    buffers.tally.add(plan.tally);
    plan.tally.clear();
  }
  buffers.talk_posts.clear();
  plan_talks(siblings, day, buffers);
  merge_posts(siblings.shared(), buffers.plans, buffers.talk_posts, buffers.posts);
}

}  // namespace clout::engine
