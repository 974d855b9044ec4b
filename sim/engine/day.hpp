// One day as named phases, and what they hand to each other. Every phase cuts consumers, or posts,
// into blocks that no other thread touches; no decision reads what its own phase writes for others.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/engine/consumer_blocks.hpp"
#include "sim/engine/post.hpp"
#include "sim/engine/tally.hpp"
#include "sim/engine/world.hpp"

namespace clout::engine {

/// A comment that could be answered.
struct Comment {
  InfluencerIndex influencer = 0;
  std::uint32_t priority = 0;  ///< random; the lowest are answered
  AccountId consumer{};
  std::uint32_t slot = 0;  ///< of the post
  EdgeNumber edge = 0;

  auto operator<=>(const Comment&) const = default;
};

/// Somebody who has left an account today.
struct Leaver {
  AccountId consumer{};
  AccountId left{};

  auto operator<=>(const Leaver&) const = default;
};

/// What a block of consumers brings forth in a day.
struct BlockDay {
  BlockDay(const DayTally& empty, std::size_t consumers) : tally(empty), waiting(consumers / 64) {}

  DayTally tally;
  std::vector<Comment> comments;
  std::vector<Leaver> leavers;
  std::vector<AccountId>
      active;               ///< consumers the funnel visits; those that stay remain for tomorrow
  std::vector<Talk> talks;  ///< posts of tomorrow
  std::vector<std::uint64_t> waiting;  ///< a bit for each consumer, for react() only; all 0 else
};

/// Influencers that are planned together.
inline constexpr std::size_t influencers_per_block = 1024;

/// What a block of influencers posts on a day.
struct PlanBlock {
  std::vector<Post> posts;
  DayTally tally;
};

/// Buffers of one market, kept from day to day so that days do not allocate.
struct DayBuffers {
  /// Takes over who is active; what was to be said today is not part of the world, and is lost.
  explicit DayBuffers(const World& world) : DayBuffers(world, ConsumerBlocks(world.accounts())) {}
  DayBuffers(const World& world, ConsumerBlocks consumer_blocks);

  ConsumerBlocks consumers;
  std::vector<Post> posts;
  std::vector<PlanBlock> plans;  ///< never empty, so that talks find a block to stand in
  std::vector<Post> talk_posts;
  std::vector<std::vector<Exposure>>
      shown;              ///< showing task x consumer block, in the order of posts
  std::size_t tasks = 0;  ///< showing tasks of the day
  std::vector<BlockDay> blocks;
  std::vector<Talk> talks;  ///< yesterday's decisions, sorted, without duplicates
  DayTally tally;           ///< of plan, replies and moving; blocks have their own
};

/// Posts of the day, in order; counts what influencers have endorsed. Uses and clears
/// buffers.talks.
void plan_day(World& world, market::Day day, DayBuffers& buffers);

/// Who is online, and how much attention each has per post.
void attend(World& world, market::Day day);

/// Walks the author's row for each post and deals the exposures to blocks of consumers. Writes only
/// buffers.shown and buffers.tally (deliveries).
void show_posts(const World& world, market::Day day, DayBuffers& buffers);

/// Each consumer takes in what it was shown.
void react(World& world, market::Day day, DayBuffers& buffers);

/// Influencers answer as many comments as they can.
void reply(World& world, market::Day day, DayBuffers& buffers);

/// Leavers look for other accounts.
void move_leavers(World& world, market::Day day, DayBuffers& buffers);

/// Awareness, consideration, choice, purchases, and who talks tomorrow. last_day: of the run.
void advance_funnel(World& world, market::Day day, market::Day last_day, DayBuffers& buffers);

/// Sums the tallies of blocks and phases into one and clears them; sorts tomorrow's talks.
DayTally close_day(DayBuffers& buffers);

/// All phases of one day, in order.
DayTally run_day(World& world, market::Day day, market::Day last_day, DayBuffers& buffers);

}  // namespace clout::engine
