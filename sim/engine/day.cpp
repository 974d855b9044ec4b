#include "sim/engine/day.hpp"

#include <algorithm>

#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

namespace {

DayTally empty_tally(const World& world) {
  return DayTally(world.brands(), world.network->niches.niches());
}

}  // namespace

DayBuffers::DayBuffers(const World& world) : tally(empty_tally(world)) {
  plans.assign(std::max<std::size_t>(
                   1, parallel::block_count(world.influencers.size(), influencers_per_block)),
               {{}, tally});
  const std::size_t count = parallel::block_count(world.accounts(), consumers_per_block);
  blocks.assign(count, BlockDay(tally));
  for (std::size_t i = 0; i < world.accounts(); ++i) {
    if (world.consumer[i].active) blocks[i / consumers_per_block].active.push_back(account_at(i));
  }
}

DayTally close_day(DayBuffers& buffers) {
  DayTally sum = buffers.tally;
  buffers.tally.clear();
  for (BlockDay& block : buffers.blocks) {
    sum.add(block.tally);
    block.tally.clear();
    buffers.talks.insert(buffers.talks.end(), block.talks.begin(), block.talks.end());
    block.talks.clear();
    block.comments.clear();
    block.leavers.clear();
  }
  std::sort(buffers.talks.begin(), buffers.talks.end());
  buffers.talks.erase(std::unique(buffers.talks.begin(), buffers.talks.end()), buffers.talks.end());
  return sum;
}

}  // namespace clout::engine
