// Arms that run side by side share what they have in common; nobody can tell by the results.
#include "sim/engine/siblings.hpp"

#include <algorithm>
#include <map>

#include "sim/engine/day.hpp"
#include "sim/engine/ensemble.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/uniform.hpp"
#include "tests/engine/random_arm.hpp"
#include "tests/engine/small_markets.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::engine;

namespace {

const RunSpec run{.days = 25, .warm_up_days = 6, .replicates = 1, .seed = 9};

/// All campaigns of an arm, none, each alone, all again, and all with other rosters.
std::vector<Arm> variants_of(const Arm& arm) {
  std::vector<Arm> arms(2, arm);
  arms[1].campaigns.clear();
  for (const auto& campaign : arm.campaigns) {
    arms.push_back(arm);
    arms.back().campaigns = {campaign};
  }
  arms.push_back(arm);
  arms.push_back(arm);
  for (auto& campaign : arms.back().campaigns) {
    campaign.roster = {.rule = market::RosterRule::tier,
                       .tier = market::Tier::mid,
                       .niche = market::RosterNiche::any};
    campaign.start_days = 0;
  }
  return arms;
}

std::vector<const Arm*> pointers(const std::vector<Arm>& arms) {
  std::vector<const Arm*> all;
  for (const Arm& arm : arms) all.push_back(&arm);
  return all;
}

void check_as_alone(const graph::Network& network, const std::vector<Arm>& arms,
                    random::Replicate replicate) {
  const auto beside = run_arms(network, pointers(arms), run, replicate, {}, {});
  REQUIRE(beside.size() == arms.size());
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    INFO("arm " << arm);
    Outcome alone = run_replicate(network, arms[arm], run, replicate);
    alone.arm = arm;
    CHECK(beside[arm] == alone);
  }
}

/// Five worlds of one history on their first day.
struct Beside {
  explicit Beside(const graph::Network& network)
      : arms(five()),
        worlds(siblings_of(make_world(network, arms.front(), run, random::Replicate{0}),
                           pointers(arms), run)),
        apart(apart_of(worlds)) {}

  static std::vector<Arm> five() {
    std::vector<Arm> all = variants_of(tests::busy_arm());
    all.resize(5);
    return all;
  }

  std::vector<Arm> arms;
  std::vector<World> worlds;
  Apart apart;
};

}  // namespace

TEST_CASE("arms side by side have the outcomes and the state that each has by itself") {
  const graph::Network network = tests::small_network(1000, 31);
  const std::vector<Arm> arms = variants_of(tests::busy_arm());
  REQUIRE(arms.size() == 7);
  check_as_alone(network, arms, random::Replicate{0});
}

TEST_CASE("and so they have in 16 random scenarios") {
  const graph::Network network = tests::small_network(600, 32);
  for (std::uint32_t scenario = 0; scenario < 16; ++scenario) {
    INFO("scenario " << scenario);
    std::vector<Arm> arms = variants_of(tests::random_arm(scenario));
    arms.resize(3 + scenario % 5);
    check_as_alone(network, arms, random::Replicate{scenario});
  }
}

TEST_CASE("arms side by side end in the same state on 1, 2 and 7 threads") {
  graph::GraphSpec spec;
  spec.accounts = 18'000;  // three blocks of consumers
  spec.mean_follows = 15;
  spec.people_per_agent = 1000;
  const graph::Network network = generate(spec, random::Seed{33});
  Arm busy = tests::busy_arm();
  for (auto& brand : busy.brands) brand.niche = "niche-2";
  std::vector<Arm> arms = variants_of(busy);
  arms.resize(4);
  std::vector<std::vector<Outcome>> outcomes;
  for (const int threads : {1, 2, 7}) {
    parallel::with_threads(threads, [&] {
      outcomes.push_back(run_arms(network, pointers(arms), run, random::Replicate{1}, {}, {}));
    });
  }
  REQUIRE(outcomes[0][0].fingerprint != outcomes[0][1].fingerprint);  // something parted them
  CHECK(outcomes[1] == outcomes[0]);
  CHECK(outcomes[2] == outcomes[0]);
}

TEST_CASE("more arms than run side by side have the outcomes that they have one by one") {
  const graph::Network network = tests::small_network(400, 34);
  std::vector<Arm> arms = variants_of(tests::busy_arm());
  while (arms.size() <= most_siblings) arms.push_back(arms[arms.size() % 3]);
  const auto all = [&](const LiveMarkets& live) {
    std::vector<Outcome> outcomes;
    const Recorder recorder{[&](Outcome&& each) { outcomes.push_back(std::move(each)); }, {}};
    CHECK(run_ensemble(network, arms, run, live, recorder));
    return outcomes;
  };
  CHECK(all({}) == all({.markets = 1}));
}

TEST_CASE("arms that do the same keep nothing apart") {
  const graph::Network network = tests::small_network(800, 35);
  // Without campaigns: customers judge the messenger of a brand in each arm by itself.
  std::vector<Arm> arms(4, tests::busy_arm());
  for (Arm& arm : arms) arm.campaigns.clear();
  std::vector<World> worlds = siblings_of(
      make_world(network, arms.front(), run, random::Replicate{0}), pointers(arms), run);
  Apart apart = apart_of(worlds);
  const Siblings siblings(worlds, apart);
  DayBuffers buffers(worlds);
  std::int64_t movers = 0;
  for (market::Day day = 6; day < 20; ++day)
    movers += run_day(siblings, day, 30, buffers).front().movers;
  CHECK(movers > 0);
  const auto together = [](const auto& state) { return state.apart == 0; };
  CHECK(std::ranges::all_of(worlds.front().edge.span(), together));
  CHECK(std::ranges::all_of(worlds.front().new_follows.edges,
                            [&](const NewFollow& follow) { return together(follow.state); }));
  CHECK(std::ranges::all_of(apart.differs.span(), [](ArmSet arms_of) { return arms_of == 0; }));
}

TEST_CASE("each arm has the trust and the sums that its own changes make, whoever shares them") {
  const graph::Network network = tests::small_network(300, 36);
  Beside beside(network);
  const Siblings siblings(beside.worlds, beside.apart);
  const World& shared = siblings.shared();
  const Influencer& author = shared.influencers.front();
  const auto row = network.graph.followers(author.account);
  const EdgeNumber first = index(network.graph.row_begin(author.account));
  REQUIRE(row.size() >= 4);
  // What each arm should have, kept apart from the first.
  std::array<std::array<market::Units, 4>, 5> trust{};
  std::array<std::array<market::AttentionSums, 4>, 5> sums{};
  for (std::size_t arm = 0; arm < 5; ++arm) {
    for (std::size_t n = 0; n < 4; ++n) {
      trust[arm][n] = shared.trust[first + n];
      sums[arm][n] = shared.sums[index(row[n])];
    }
  }
  SiblingTally tally(DayTally(2, 4), 5);
  const market::AttentionTable& table = shared.rates.attention;
  for (std::uint32_t step = 0; step < 400; ++step) {
    const auto bits = draw_block(
        stream_key(random::Seed{1}, random::Replicate{0}, random::Purpose::self_test), step, 0, 0);
    const std::size_t n = bits[0] % 4;
    const auto arms = static_cast<ArmSet>(1 + bits[1] % 31);
    const auto to = static_cast<market::Units>(bits[2] % 3 == 0 ? 0 : bits[2] % 65536);
    ArmSet visited = 0;
    for_each_state(siblings, arms, first + n, [&](ArmSet some, const FollowEdge& edge) {
      CHECK((some & visited) == 0);
      visited |= some;
      for_each_arm(some, [&](std::size_t arm) { CHECK(*edge.trust == trust[arm][n]); });
      set_trust(siblings, some, *edge.trust, to, {author.offer, true, author.tier}, row[n], tally);
    });
    CHECK(visited == arms);
    for_each_arm(arms, [&](std::size_t arm) {
      market::AttentionSums& own = sums[arm][n];
      own.offered += author.offer * ((to != 0) - (trust[arm][n] != 0));
      own.weighted += author.offer * (std::int64_t{table.weight(to)} - table.weight(trust[arm][n]));
      trust[arm][n] = to;
    });
    ArmSet living = 0;
    for (std::size_t arm = 0; arm < 5; ++arm) {
      CHECK(edge_in(siblings, arm, first + n).trust == trust[arm][n]);
      if (trust[arm][n] != 0) living |= only(arm);
      const market::AttentionSums& own = beside.apart.sums_of(row[n])[arm];
      const market::AttentionSums& common = shared.sums[index(row[n])];
      CHECK(market::AttentionSums{common.offered + own.offered, common.weighted + own.weighted} ==
            sums[arm][n]);
      CHECK((own == market::AttentionSums{}) ==
            ((beside.apart.differs[index(row[n])] & only(arm)) == 0));
    }
    CHECK(following(siblings, siblings.all(), first + n) == living);
    if (living != 0 && living != siblings.all()) CHECK(beside.apart.parted(first + n));
  }
}

TEST_CASE("what happens in all arms is counted in each, and the rest where it happens") {
  SiblingTally tally(DayTally(1, 1), 3);
  tally.count(first_arms(3), [](DayTally& day) { ++day.leavers; });
  tally.count(static_cast<ArmSet>(only(0) | only(2)), [](DayTally& day) { ++day.movers; });
  tally.of(1).movers += 5;
  SiblingTally twice = tally;
  twice.add(tally);
  for (const auto& [arm, movers] : std::map<std::size_t, std::int64_t>{{0, 1}, {1, 5}, {2, 1}}) {
    CHECK(tally.sum(arm).leavers == 1);
    CHECK(tally.sum(arm).movers == movers);
    CHECK(twice.sum(arm).movers == 2 * movers);
  }
  tally.clear();
  CHECK(tally.sum(1) == DayTally(1, 1));
}

TEST_CASE("the arms in which a post is shown are those in which each by itself would show it") {
  const random::StreamKey key =
      stream_key(random::Seed{2}, random::Replicate{0}, random::Purpose::self_test);
  std::size_t in_some = 0;
  for (std::uint32_t n = 0; n < 2000; ++n) {
    const random::Block bits = draw_block(key, n, 0, 0);
    const random::Block more = draw_block(key, n, 0, 1);
    ArmAttention attention;
    for (std::size_t arm = 0; arm < most_siblings; ++arm)
      attention.of[arm] = static_cast<std::uint16_t>(more[arm % 4] >> 10 * (arm / 4) & 1023);
    const std::uint32_t kept = bits[1] >> 12;
    const std::uint32_t weight = bits[2] >> 18;
    ArmSet each = 0;
    for (std::size_t arm = 0; arm < most_siblings; ++arm) {
      if (market::is_shown(bits[0], kept, attention.of[arm], weight)) each |= only(arm);
    }
    CHECK(shown_in(bits[0], kept, attention, weight) == each);
    in_some += each != 0 && each != 0xFF ? 1 : 0;
  }
  CHECK(in_some > 200);
}
