#include "sim/graph/row_builder.hpp"

#include <algorithm>
#include <set>

#include "tests/support/catch.hpp"

using clout::account_at;
using clout::AccountId;
using clout::graph::build_rows;
using clout::graph::Follow;
using clout::graph::FollowBuckets;
using clout::graph::FollowerGraph;
using clout::graph::GivenRow;
using clout::parallel::Range;

namespace {

/// Any 64 bits that look random (finaliser of splitmix64).
std::uint64_t scrambled(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

/// A random emission: whom each follower follows, with repetitions near and far, low ids more
/// often, in no order.
struct Emission {
  std::size_t accounts;
  std::size_t most;                     ///< follows of one follower; one in eight has none
  std::set<std::uint32_t> spared = {};  ///< nobody follows these

  std::vector<std::uint32_t> of(std::uint32_t follower) const {
    const std::uint64_t seed = scrambled(follower + 1);
    std::vector<std::uint32_t> followees;
    const std::size_t count = seed % 8 == 0 ? 0 : (seed >> 8U) % (most + 1);
    for (std::uint64_t j = 0; j < count; ++j) {
      const std::uint64_t draw = scrambled(seed + j + 1);
      if (draw % 5 == 0 && !followees.empty()) {
        followees.push_back(followees[draw / 5 % followees.size()]);
        continue;
      }
      const double x = static_cast<double>(draw >> 12U) * 0x1p-52;
      const auto followee = static_cast<std::uint32_t>(x * x * static_cast<double>(accounts));
      if (followee != follower && !spared.contains(followee)) followees.push_back(followee);
    }
    return followees;
  }

  FollowerGraph built(Range followers, const std::vector<GivenRow>& given = {},
                      const clout::graph::Progress& progress = {}) const {
    const auto emit = [&](Range range, FollowBuckets& buckets) {
      for (auto follower = static_cast<std::uint32_t>(range.begin); follower < range.end;
           ++follower) {
        buckets.add(follower, of(follower));
      }
    };
    return build_rows(accounts, followers, emit, given, progress);
  }

  FollowerGraph expected(Range followers, const std::vector<GivenRow>& given = {}) const {
    std::vector<Follow> follows;
    for (auto follower = static_cast<std::uint32_t>(followers.begin); follower < followers.end;
         ++follower) {
      for (const std::uint32_t followee : of(follower))
        follows.push_back({AccountId{follower}, AccountId{followee}});
    }
    for (const GivenRow& row : given) {
      for (const AccountId follower : row.followers)
        follows.push_back({follower, AccountId{row.account}});
    }
    return graph_of(accounts, follows);
  }
};

bool same(const FollowerGraph& a, const FollowerGraph& b) {
  return std::ranges::equal(a.offsets(), b.offsets()) && std::ranges::equal(a.rows(), b.rows());
}

/// Every third account from `first` on, itself left out.
GivenRow every_third(std::uint32_t account, std::size_t accounts) {
  GivenRow row{account, {}};
  for (std::size_t i = account % 3; i < accounts; i += 3) {
    if (i != account) row.followers.push_back(account_at(i));
  }
  return row;
}

}  // namespace

TEST_CASE("rows are those of a graph made of the same follows, repetitions dropped") {
  for (const std::size_t accounts :
       {1UL, 2UL, 3UL, 100UL, 4095UL, 4096UL, 4097UL, 8192UL, 70'000UL}) {
    const Emission emission{accounts, 30};
    const FollowerGraph graph = emission.built({0, accounts});
    CHECK(rows_are_valid(graph));
    CHECK(same(graph, emission.expected({0, accounts})));
  }
}

TEST_CASE("rows are the same on any number of threads, above 2^18 accounts too") {
  constexpr std::size_t accounts = 300'000;
  const Emission emission{accounts, 8, {7, 4096, 299'999}};
  const std::vector<GivenRow> given{
      every_third(7, accounts), every_third(299'999, accounts), {4096, {}}};
  const FollowerGraph expected = emission.expected({0, accounts}, given);
  for (const int threads : {1, 2, 5, 7}) {
    clout::parallel::with_threads(threads, [&] {
      CHECK(same(emission.built({0, accounts}, given), expected));
    });
  }
}

TEST_CASE("more follows of one task than a slab of memory holds are kept") {
  constexpr std::size_t accounts = 12'000;
  const Emission emission{accounts, 800};  // over a million follows of each 4096 followers
  CHECK(same(emission.built({0, accounts}), emission.expected({0, accounts})));
}

TEST_CASE("a range of followers gives the rows of these followers alone") {
  constexpr std::size_t accounts = 20'000;
  const Emission emission{accounts, 20};
  for (const Range followers :
       {Range{0, 0}, Range{0, 1}, Range{5000, 5000}, Range{4095, 4097}, Range{1234, 17'777},
        Range{19'999, 20'000}, Range{20'000, 20'000}}) {
    const FollowerGraph graph = emission.built(followers);
    CHECK(graph.accounts() == accounts);
    CHECK(same(graph, emission.expected(followers)));
  }
}

TEST_CASE("given rows stand as they are, also when nobody emits a follow") {
  constexpr std::size_t accounts = 9000;
  const Emission emission{accounts, 20, {0, 4095, 4096, 8999}};
  const std::vector<GivenRow> given{every_third(4096, accounts),
                                    every_third(0, accounts),
                                    {8999, {}},
                                    every_third(4095, accounts)};
  CHECK(same(emission.built({0, accounts}, given), emission.expected({0, accounts}, given)));
  CHECK(same(emission.built({0, 0}, given), emission.expected({0, 0}, given)));
  const std::vector<GivenRow> empty{{5, {}}};
  CHECK(emission.built({0, 0}, empty).follows() == 0);
}

TEST_CASE("progress rises by one from 1 to the total, on any number of threads") {
  for (const int threads : {1, 3}) {
    std::vector<std::size_t> done;
    std::set<std::size_t> totals;
    const auto progress = [&](std::size_t part, std::size_t total) {
      done.push_back(part);
      totals.insert(total);
    };
    clout::parallel::with_threads(threads, [&] {
      Emission{50'000, 3}.built({100, 50'000}, {}, progress);
    });
    std::vector<std::size_t> counted(done.size());
    for (std::size_t i = 0; i < done.size(); ++i) counted[i] = i + 1;
    CHECK(done.size() > 1);
    CHECK(done == counted);
    CHECK(totals == std::set{done.size()});
  }
}

TEST_CASE("tasks and buckets fit the packing at every size") {
  for (const std::size_t accounts :
       {100UL, 200'000UL, 1'000'000UL, 10'000'000UL, 4'000'000'000UL}) {
    const auto grid = clout::graph::BucketGrid::fitting(accounts);
    CHECK(grid.followee_bits + grid.follower_bits <= 32);
  }
}
