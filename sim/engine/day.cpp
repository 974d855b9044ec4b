#include "sim/engine/day.hpp"

#include <algorithm>

#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

namespace {

DayTally empty_tally(const World& world) {
  return DayTally(world.brands(), world.network->niches.niches());
}

}  // namespace

DayBuffers::DayBuffers(std::span<const World> arms, ConsumerBlocks consumer_blocks)
    : consumers(consumer_blocks),
      talks(arms.size()),
      tally(empty_tally(arms.front()), arms.size()) {
  const World& first = arms.front();
  plans.assign(std::max<std::size_t>(
                   1, parallel::block_count(first.influencers.size(), influencers_per_block)),
               {{}, tally});
  blocks.assign(consumers.count(), BlockDay(tally, arms.size(), consumers.consumers()));
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    for (std::size_t i = 0; i < first.accounts(); ++i) {
      if (arms[arm].consumer[i].active)
        blocks[consumers.of(account_at(i))].arms[arm].active.push_back(account_at(i));
    }
  }
}

std::vector<DayTally> close_day(DayBuffers& buffers) {
  SiblingTally& sum = buffers.tally;
  for (BlockDay& block : buffers.blocks) {
    sum.add(block.tally);
    block.tally.clear();
    block.comments.clear();
    block.leavers.clear();
    for (std::size_t arm = 0; arm < block.arms.size(); ++arm) {
      std::vector<Talk>& from = block.arms[arm].talks;
      buffers.talks[arm].insert(buffers.talks[arm].end(), from.begin(), from.end());
      from.clear();
    }
  }
  std::vector<DayTally> tallies;
  for (std::size_t arm = 0; arm < buffers.talks.size(); ++arm) {
    std::vector<Talk>& talks = buffers.talks[arm];
    std::sort(talks.begin(), talks.end());
    talks.erase(std::unique(talks.begin(), talks.end()), talks.end());
    tallies.push_back(sum.sum(arm));
  }
  sum.clear();
  return tallies;
}

std::vector<DayTally> run_day(const Siblings& siblings, market::Day day, market::Day last_day,
                              DayBuffers& buffers) {
  plan_day(siblings, day, buffers);
  attend(siblings, day);
  show_posts(siblings, day, buffers);
  react(siblings, day, buffers);
  reply(siblings, day, buffers);
  move_leavers(siblings, day, buffers);
  advance_funnel(siblings, day, last_day, buffers);
  return close_day(buffers);
}

DayTally run_day(World& world, market::Day day, market::Day last_day, DayBuffers& buffers) {
  return std::move(run_day(Siblings(world), day, last_day, buffers).front());
}

}  // namespace clout::engine
