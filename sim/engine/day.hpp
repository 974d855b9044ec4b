// One day as named phases, and what they hand to each other, for arms that run side by side or for
// one. Every phase cuts consumers, or posts, into blocks that no other thread touches; no decision
// reads what its own phase writes for others.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/consumer_blocks.hpp"
#include "sim/engine/post.hpp"
#include "sim/engine/sibling_tally.hpp"
#include "sim/engine/siblings.hpp"

namespace clout::engine {

/// A comment that could be answered.
struct Comment {
  InfluencerIndex influencer = 0;
  std::uint32_t priority = 0;  ///< random; the lowest are answered
  AccountId consumer{};
  std::uint32_t slot = 0;  ///< of the post
  EdgeNumber edge = 0;
  ArmSet arms = 0;

  auto operator<=>(const Comment&) const = default;
};

/// Somebody who has left an account today.
struct Leaver {
  AccountId consumer{};
  AccountId left{};
  ArmSet arms = 0;

  auto operator<=>(const Leaver&) const = default;
};

/// What a block of consumers brings forth in a day in one arm.
struct ArmBlockDay {
  std::vector<AccountId>
      active;               ///< consumers the funnel visits; those that stay remain for tomorrow
  std::vector<Talk> talks;  ///< posts of tomorrow
};

/// And in all arms.
struct BlockDay {
  BlockDay(const SiblingTally& empty, std::size_t arm_count, std::size_t consumers)
      : tally(empty), arms(arm_count), waiting(consumers / 64) {}

  SiblingTally tally;
  std::vector<Comment> comments;
  std::vector<Leaver> leavers;
  std::vector<ArmBlockDay> arms;
  std::vector<std::uint64_t> waiting;  ///< a bit for each consumer, for react() only; all 0 else
};

/// Influencers that are planned together.
inline constexpr std::size_t influencers_per_block = 1024;

/// What a block of influencers posts on a day.
struct PlanBlock {
  std::vector<Post> posts;
  SiblingTally tally;
};

/// Buffers of the arms that run side by side, kept from day to day so that days do not allocate.
struct DayBuffers {
  /// Take over who is active; what was to be said today is not part of a world, and is lost.
  explicit DayBuffers(const World& world) : DayBuffers(std::span(&world, 1)) {}
  explicit DayBuffers(std::span<const World> arms)
      : DayBuffers(arms, ConsumerBlocks(arms.front().accounts())) {}
  DayBuffers(std::span<const World> arms, ConsumerBlocks consumer_blocks);

  ConsumerBlocks consumers;
  std::vector<Post> posts;
  std::vector<PlanBlock> plans;  ///< never empty, so that talks find a block to stand in
  std::vector<Post> talk_posts;
  std::vector<std::vector<Exposure>>
      shown;              ///< showing task x consumer block, in the order of posts
  std::size_t tasks = 0;  ///< showing tasks of the day
  std::vector<BlockDay> blocks;
  std::vector<std::vector<Talk>>
      talks;           ///< per arm: yesterday's decisions, sorted, without duplicates
  SiblingTally tally;  ///< of plan, replies and moving; blocks have their own
};

/// Posts of the day, in order; counts what influencers have endorsed, and deliveries. Uses and
/// clears buffers.talks.
void plan_day(const Siblings& siblings, market::Day day, DayBuffers& buffers);

/// Who is online, and how much attention each has per post.
void attend(const Siblings& siblings, market::Day day);

/// Walks the author's row for each post and deals the exposures to blocks of consumers. Writes only
/// buffers.shown.
void show_posts(const Siblings& siblings, market::Day day, DayBuffers& buffers);

/// Each consumer takes in what it was shown.
void react(const Siblings& siblings, market::Day day, DayBuffers& buffers);

/// Influencers answer as many comments as they can.
void reply(const Siblings& siblings, market::Day day, DayBuffers& buffers);

/// Leavers look for other accounts.
void move_leavers(const Siblings& siblings, market::Day day, DayBuffers& buffers);

/// Awareness, consideration, choice, purchases, and who talks tomorrow. last_day: of the run.
void advance_funnel(const Siblings& siblings, market::Day day, market::Day last_day,
                    DayBuffers& buffers);

/// Sums the tallies of blocks and phases into one for each arm and clears them; sorts tomorrow's
/// talks.
std::vector<DayTally> close_day(DayBuffers& buffers);

/// All phases of one day, in order. A tally for each arm.
std::vector<DayTally> run_day(const Siblings& siblings, market::Day day, market::Day last_day,
                              DayBuffers& buffers);
/// Of an arm by itself.
DayTally run_day(World& world, market::Day day, market::Day last_day, DayBuffers& buffers);

}  // namespace clout::engine
