// The same bits on any number of threads, beside any other markets; and ensembles that are stopped.
#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "sim/engine/day.hpp"
#include "sim/engine/ensemble.hpp"
#include "sim/engine/world.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/engine/small_markets.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

/// More consumers than one block, more posts than one task.
const graph::Network& network() {
  static const graph::Network made = [] {
    graph::GraphSpec spec;
    spec.accounts = 20'000;
    spec.mean_follows = 15;
    spec.people_per_agent = 100;
    return generate(spec, random::Seed{9});
  }();
  return made;
}

engine::RunSpec run_of(std::int64_t replicates) {
  return {.days = 12, .warm_up_days = 5, .replicates = replicates, .seed = 4};
}

std::vector<engine::Arm> arms() {
  engine::Arm busy = tests::busy_arm();
  for (auto& campaign : busy.campaigns) campaign.duration_days = 8;
  busy.brands[0].niche = "niche-2";
  engine::Arm idle = busy;
  idle.campaigns.clear();
  return {busy, idle};
}

std::vector<engine::Outcome> ensemble(const std::vector<engine::Arm>& arms, std::int64_t replicates,
                                      double live, int threads) {
  std::vector<engine::Outcome> outcomes;
  parallel::with_threads(threads, [&] {
    const engine::Recorder recorder{
        [&](engine::Outcome&& outcome) { outcomes.push_back(std::move(outcome)); }, {}};
    CHECK(run_ensemble(network(), arms, run_of(replicates), {live}, recorder));
  });
  return outcomes;
}

}  // namespace

TEST_CASE("a market ends in the same state on 1, 2 and 7 threads") {
  const engine::Arm arm = arms().front();
  std::vector<engine::Outcome> outcomes;
  for (const int threads : {1, 2, 7}) {
    parallel::with_threads(threads, [&] {
      outcomes.push_back(run_replicate(network(), arm, run_of(1), random::Replicate{0}));
    });
  }
  CHECK(outcomes[0] == outcomes[1]);
  CHECK(outcomes[0] == outcomes[2]);
}

TEST_CASE("a market is the same however many consumers a block has") {
  const engine::Arm arm = arms().front();
  const engine::RunSpec run = run_of(1);
  std::vector<std::uint64_t> states;
  std::vector<engine::DayTally> last;
  for (const std::size_t consumers : {4096U, 8192U, 32768U}) {
    engine::World world = make_world(network(), arm, run, random::Replicate{0});
    engine::DayBuffers buffers(std::span(&world, 1),
                               engine::ConsumerBlocks(world.accounts(), consumers));
    const auto days = static_cast<market::Day>(run.warm_up_days + run.days);
    engine::DayTally tally;
    for (market::Day day = 0; day < days; ++day)
      tally = run_day(world, day, static_cast<market::Day>(days - 1), buffers);
    states.push_back(fingerprint(world));
    last.push_back(std::move(tally));
  }
  CHECK(states[1] == states[0]);
  CHECK(states[2] == states[0]);
  CHECK(last[1] == last[0]);
  CHECK(last[2] == last[0]);
}

TEST_CASE(
    "a day's posts ascend by author and slot, talks among them, over all blocks of influencers") {
  const engine::Arm arm = arms().front();
  const engine::RunSpec run = run_of(1);
  engine::World world = make_world(network(), arm, run, random::Replicate{0});
  REQUIRE(world.influencers.size() > engine::influencers_per_block);
  const AccountId second_block = world.influencers[engine::influencers_per_block].account;
  engine::DayBuffers buffers(world);
  const auto days = static_cast<market::Day>(run.warm_up_days + run.days);
  std::size_t first_talks = 0;
  std::size_t later_talks = 0;
  for (market::Day day = 0; day < days; ++day) {
    run_day(world, day, static_cast<market::Day>(days - 1), buffers);
    CHECK(std::ranges::is_sorted(buffers.posts, {}, [](const engine::Post& post) {
      return std::pair(post.author, post.slot);
    }));
    for (const engine::Post& post : buffers.posts) {
      if (post.kind == engine::PostKind::word_of_mouth)
        ++(post.author < second_block ? first_talks : later_talks);
    }
  }
  CHECK(first_talks > 0);
  CHECK(later_talks > 0);
}

TEST_CASE("blocks of consumers cover every account once, and are not too many") {
  for (const std::size_t accounts : {1U, 8192U, 8193U, 1'000'000U, 2'000'001U, 10'000'000U}) {
    const engine::ConsumerBlocks blocks(accounts);
    CHECK(blocks.consumers() >= engine::ConsumerBlocks::smallest);
    CHECK(blocks.count() <= engine::ConsumerBlocks::most);
    CHECK(blocks.range(0).begin == 0);
    CHECK(blocks.range(blocks.count() - 1).end == accounts);
    const AccountId last = account_at(accounts - 1);
    CHECK(blocks.of(last) == blocks.count() - 1);
    CHECK(blocks.range(blocks.of(last)).begin + blocks.place(last) == accounts - 1);
  }
}

TEST_CASE(
    "an ensemble gives the same outcomes in the same order however many markets live at once") {
  const auto one_by_one = ensemble(arms(), 3, 1, 1);
  REQUIRE(one_by_one.size() == 6);
  // From two markets on, arms run side by side.
  for (const auto& [live, threads] : {std::pair<double, int>{2, 7}, {3, 7}, {4, 2}, {2, 1}}) {
    const auto side_by_side = ensemble(arms(), 3, live, threads);
    REQUIRE(side_by_side.size() == 6);
    for (std::size_t n = 0; n < 6; ++n) CHECK(one_by_one[n] == side_by_side[n]);
  }
}

TEST_CASE("arms that differ in campaigns only share a history, and no others do") {
  const std::vector<engine::Arm> two = arms();
  CHECK(share_history(two[0], two[1]));
  const std::vector<std::function<void(engine::Arm&)>> changes{
      [](engine::Arm& arm) { arm.market.trust.gain_rate *= 2; },
      [](engine::Arm& arm) { arm.platform.sponsored_share *= 2; },
      [](engine::Arm& arm) { arm.brands[0].familiarity /= 2; }};
  for (const auto& change : changes) {
    engine::Arm other = two[1];
    change(other);
    CHECK_FALSE(share_history(two[0], other));
  }
}

TEST_CASE("an arm does not notice the arms beside it") {
  const auto both = ensemble(arms(), 1, 2, 2);
  const auto alone = ensemble({arms().back()}, 1, 1, 2);
  CHECK(both[1].fingerprint == alone[0].fingerprint);
  CHECK(both[1].days == alone[0].days);
  CHECK(both[0].fingerprint != both[1].fingerprint);
}

TEST_CASE("replicates and seeds differ") {
  const auto outcomes = ensemble({arms().front()}, 2, 1, 2);
  CHECK(outcomes[0].fingerprint != outcomes[1].fingerprint);
}

TEST_CASE("arms are the same market until the first campaign starts") {
  std::vector<engine::Arm> two = arms();
  for (auto& campaign : two[0].campaigns) campaign.start_days = 4;
  const auto outcomes = ensemble(two, 1, 1, 2);
  CHECK(outcomes[0].start == outcomes[1].start);
  for (std::size_t day = 0; day < 4; ++day) CHECK(outcomes[0].days[day] == outcomes[1].days[day]);
}

TEST_CASE("an ensemble that is asked to stop keeps what has finished") {
  std::stop_source stop;
  std::vector<engine::Outcome> outcomes;
  const engine::Recorder recorder{[&](engine::Outcome&& outcome) {
                                    outcomes.push_back(std::move(outcome));
                                    if (outcomes.size() == 2) stop.request_stop();
                                  },
                                  {}};
  CHECK_FALSE(run_ensemble(network(), arms(), run_of(4), {1}, recorder, stop.get_token()));
  CHECK(outcomes.size() == 2);
  for (const auto& outcome : outcomes) CHECK(outcome.days.size() == 12);
}

TEST_CASE("replicates that are there already are left out, and the others are as ever") {
  const auto all = ensemble(arms(), 4, 1, 2);
  std::vector<engine::Outcome> rest;
  const engine::Recorder recorder{
      [&](engine::Outcome&& outcome) { rest.push_back(std::move(outcome)); }, {}};
  const std::vector done{random::Replicate{0}, random::Replicate{2}};
  CHECK(run_ensemble(network(), arms(), run_of(4), {1}, recorder, {}, done));
  REQUIRE(rest.size() == 4);
  for (std::size_t n = 0; n < 2; ++n) {
    CHECK(rest[n] == all[2 + n]);
    CHECK(rest[2 + n] == all[6 + n]);
  }
}

TEST_CASE("the calendar of a campaign has its posts, by accounts and prices of its roster") {
  const engine::RunSpec run = run_of(1);
  const engine::Arm arm = arms().front();
  const engine::World world = make_world(network(), arm, run, random::Replicate{0});
  const auto outcome = run_replicate(network(), arm, run, random::Replicate{0});
  REQUIRE(outcome.campaigns.size() == world.campaigns.size());
  std::size_t posts = 0;
  for (std::size_t c = 0; c < world.campaigns.size(); ++c) {
    const auto& calendar = outcome.campaigns[c].calendar;
    CHECK(static_cast<std::int64_t>(calendar.size()) == outcome.campaigns[c].posts);
    posts += calendar.size();
    for (const engine::CampaignPost& post : calendar) {
      CHECK((post.day >= 0 && post.day < run.days));
      CHECK(post.followers == world.followers(post.account));
      const auto& hired = world.campaigns[c].roster.hired;
      CHECK(std::count_if(hired.begin(), hired.end(), [&](const market::Hired& each) {
              return each.account == post.account && each.tier == post.tier &&
                     each.price_usd == post.price_usd;
            }) == 1);
    }
  }
  CHECK(posts > 0);
}

TEST_CASE("progress counts every day of every market once") {
  engine::EnsembleProgress last;
  std::int64_t calls = 0;
  const engine::Recorder recorder{{}, [&](const engine::EnsembleProgress& progress) {
                                    ++calls;
                                    CHECK(progress.days_done == calls);
                                    last = progress;
                                  }};
  CHECK(run_ensemble(network(), arms(), run_of(2), {1}, recorder));
  CHECK(last.days_total == 4 * 17);
  CHECK(last.days_done == last.days_total);
  calls = 0;
  parallel::with_threads(2,
                         [&] { CHECK(run_ensemble(network(), arms(), run_of(2), {4}, recorder)); });
  CHECK(last.days_total == 2 * (5 + 2 * 12));
  CHECK(last.days_done == last.days_total);
}
