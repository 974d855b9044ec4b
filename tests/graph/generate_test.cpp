// What holds for every generated graph: the same bits on any number of threads, whole or in parts.
#include "sim/graph/generate.hpp"

#include <algorithm>
#include <set>

#include "sim/graph/follow_model.hpp"
#include "tests/support/catch.hpp"

using clout::account_at;
using clout::AccountId;
using clout::graph::FollowerGraph;
using clout::graph::FollowModel;
using clout::graph::generate;
using clout::graph::generate_part;
using clout::graph::GraphSpec;
using clout::parallel::Range;
using clout::random::Seed;

namespace {

GraphSpec spec_of(std::int64_t accounts) {
  GraphSpec spec;
  spec.accounts = accounts;
  return spec;
}

/// Whether the rows of the parts, one after another, are the rows of the whole.
bool joined_are(const std::vector<FollowerGraph>& parts, const FollowerGraph& whole) {
  for (std::size_t account = 0; account < whole.accounts(); ++account) {
    std::vector<AccountId> joined;
    for (const FollowerGraph& part : parts) {
      const auto row = part.followers(account_at(account));
      joined.insert(joined.end(), row.begin(), row.end());
    }
    if (!std::ranges::equal(joined, whole.followers(account_at(account)))) return false;
  }
  return true;
}

std::vector<FollowerGraph> parts_of(const GraphSpec& spec, const std::vector<std::size_t>& cuts) {
  std::vector<FollowerGraph> parts;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
    parts.push_back(generate_part(spec, Seed{1}, {cuts[i], cuts[i + 1]}));
  return parts;
}

}  // namespace

// The bits of the default graph. A commit that changes them changes every study made with defaults:
// it says so and why.
TEST_CASE("the default graph of 20,000 accounts is the one it always was") {
  const auto network = generate(spec_of(20'000), Seed{1});
  CHECK(fingerprint(network.graph) == 0x0e3ab6bd2d203f69ULL);
  CHECK(network.graph.follows() == 397'944);
}

TEST_CASE("a graph is the same on any number of threads, and another with another seed") {
  const GraphSpec spec = spec_of(20'000);
  const std::uint64_t print = fingerprint(generate(spec, Seed{1}).graph);
  for (const int threads : {1, 2, 3, 5, 7}) {
    clout::parallel::with_threads(
        threads, [&] { CHECK(fingerprint(generate(spec, Seed{1}).graph) == print); });
  }
  CHECK(fingerprint(generate(spec, Seed{2}).graph) != print);
  CHECK(fingerprint(generate(spec, Seed{1ULL << 40U}).graph) != print);
}

TEST_CASE("parts of any ranges that tile the accounts join to the whole, follow for follow") {
  const GraphSpec spec = spec_of(10'000);
  const FollowerGraph whole = generate(spec, Seed{1}).graph;
  const std::vector<std::vector<std::size_t>> tilings{
      {0, 10'000},
      {0, 5000, 10'000},
      {0, 1, 9999, 10'000},
      {0, 0, 17, 4096, 4096, 4097, 9000, 10'000},  // seven, two of them empty
  };
  for (const auto& cuts : tilings) {
    const auto parts = parts_of(spec, cuts);
    CHECK(joined_are(parts, whole));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      CHECK(std::ranges::all_of(parts[i].rows(), [&](AccountId id) {
        return index(id) >= cuts[i] && index(id) < cuts[i + 1];
      }));
    }
  }
}

TEST_CASE(
    "rows are those of the follow model, account by account, and of the planted celebrities") {
  const GraphSpec spec = resolved(spec_of(3000));
  const FollowModel model(spec, Seed{6});
  const FollowerGraph followees = transpose(generate(spec, Seed{6}).graph);
  const auto& stars = model.layout().celebrities();
  std::size_t wrong = 0;
  std::vector<std::uint32_t> follows;
  std::vector<std::uint32_t> words;
  for (std::uint32_t account = 0; account < 3000; ++account) {
    follows.clear();
    model.append_follows(account, follows, words);
    std::set<std::uint32_t> expected(follows.begin(), follows.end());
    for (const AccountId id : followees.followers(AccountId{account})) {
      const auto followee = static_cast<std::uint32_t>(index(id));
      const bool star = std::ranges::find(stars, followee) != stars.end();
      wrong += star ? expected.count(followee) : 1 - expected.erase(followee);
    }
    wrong += expected.size();
  }
  CHECK(wrong == 0);
}

TEST_CASE(
    "silent accounts follow planted celebrities alone, and unfollowed ones have no followers") {
  GraphSpec spec = spec_of(20'000);
  spec.silent_share = 0.25;
  spec.unfollowed_share = 0.2;
  const FollowerGraph graph = generate(spec, Seed{3}).graph;
  const FollowModel model(resolved(spec), Seed{3});
  std::vector<char> star(graph.accounts(), 0);
  for (const std::uint32_t account : model.layout().celebrities()) star[account] = 1;
  std::size_t silent = 0;
  std::size_t follows_of_silent = 0;
  std::size_t followers_of_unfollowed = 0;
  for (std::uint32_t account = 0; account < graph.accounts(); ++account) {
    silent += model.traits(account).silent ? 1U : 0U;
    const auto& range = model.layout()[model.layout().niche_of(account)];
    if (account >= range.unfollowed) followers_of_unfollowed += graph.audience(AccountId{account});
    if (star[account] != 0) continue;
    for (const AccountId follower : graph.followers(AccountId{account})) {
      follows_of_silent +=
          model.traits(static_cast<std::uint32_t>(index(follower))).silent ? 1U : 0U;
    }
  }
  CHECK(follows_of_silent == 0);
  CHECK(followers_of_unfollowed == 0);
  // 5000 expected, standard deviation 61: outside with probability 2e-9
  CHECK(std::abs(static_cast<double>(silent) - 5000) < 6 * 61.3);
}

TEST_CASE("a network says its niches, its celebrities and where it comes from") {
  GraphSpec spec = spec_of(5000);
  spec.niches = 4;
  spec.people_per_agent = 10;
  spec.stars = 0;
  spec.celebrities = {{"late", 0.1, "niche-3"}, {"early", 0.2, "niche-1"}};
  const auto network = generate(spec, Seed{9});
  CHECK(network.origin == "generated with seed 9");
  CHECK(network.people_per_agent == 10);
  CHECK(network.niches.names ==
        std::vector<std::string>{"niche-1", "niche-2", "niche-3", "niche-4"});
  REQUIRE(network.niches.home.size() == 5000);
  const clout::graph::NicheLayout layout(spec);
  std::size_t astray = 0;
  for (std::uint32_t i = 0; i < 5000; ++i)
    astray += index(network.niches.home[i]) != layout.niche_of(i) ? 1U : 0U;
  CHECK(astray == 0);
  REQUIRE(network.influencers.size() == 2);
  CHECK(network.influencers[0].account == AccountId{0});
  CHECK(network.influencers[0].category == "planted celebrity: early");
  CHECK(network.influencers[0].nominal_followers == 10'000);
  CHECK(network.influencers[1].account == AccountId{layout[2].begin});
  CHECK(network.influencers[1].nominal_followers == 5000);
}

TEST_CASE("a spec with several faults is refused with all of them, before any work") {
  GraphSpec spec = spec_of(5);
  spec.niches = 0;
  spec.celebrities = {{"a", 2, ""}};
  for (const bool whole : {true, false}) {
    try {
      whole ? void(generate(spec, Seed{1})) : void(generate_part(spec, Seed{1}, Range{0, 5}));
      FAIL("no error");
    } catch (const clout::InputError& error) {
      CHECK(error.diagnostics() == check(spec));
      CHECK(error.diagnostics().size() == 3);
    }
  }
}
