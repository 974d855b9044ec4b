#include "sim/graph/circles.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "tests/random/goodness.hpp"
#include "tests/support/catch.hpp"

using clout::graph::Circles;
using clout::graph::GraphSpec;
using clout::graph::NicheLayout;
using clout::graph::NicheRange;
using clout::graph::seats_for;
using clout::graph::TieChances;
using clout::random::Seed;

namespace {

GraphSpec spec_of(std::int64_t accounts, std::int64_t niches) {
  GraphSpec spec;
  spec.accounts = accounts;
  spec.niches = niches;
  return spec;
}

/// One niche whose ranked accounts fill every layer without a rest: 16 seats, 1024 circles in the
/// first layer.
GraphSpec full_spec() {
  GraphSpec spec = spec_of(16 * 1024, 1);
  spec.unfollowed_share = 0;
  spec.celebrities.clear();
  return spec;
}

double falling_wish(double percentile) { return 9 - 6 * percentile; }

/// How often each account is tied to each other one, by looking at the ties of every account.
std::vector<std::map<std::uint32_t, int>> all_ties(const NicheLayout& layout,
                                                   const Circles& circles) {
  std::vector<std::map<std::uint32_t, int>> ties(layout.accounts());
  std::vector<std::uint32_t> found;
  for (std::size_t niche = 0; niche < layout.niches(); ++niche) {
    for (std::uint32_t rank = 0; rank < layout[niche].ranks(); ++rank) {
      found.clear();
      circles.append_ties(niche, rank, found);
      for (const std::uint32_t other : found) ++ties[layout[niche].ranked + rank][other];
    }
  }
  return ties;
}

}  // namespace

TEST_CASE("ties are mutual, with another ranked account of the same niche") {
  for (const std::int64_t niches : {1, 3, 40}) {
    const NicheLayout layout(spec_of(5000, niches));
    const std::size_t seats = seats_for(32, layout);
    const Circles circles(layout, TieChances(falling_wish, seats), Seed{4});
    const auto ties = all_ties(layout, circles);
    std::size_t one_sided = 0;
    std::size_t astray = 0;
    std::size_t total = 0;
    for (std::uint32_t account = 0; account < ties.size(); ++account) {
      const NicheRange& range = layout[layout.niche_of(account)];
      for (const auto& [other, times] : ties[account]) {
        ++total;
        const auto back = ties[other].find(account);
        one_sided += back == ties[other].end() || back->second != times ? 1U : 0U;
        astray += other == account || other < range.ranked || other >= range.unfollowed ? 1U : 0U;
      }
    }
    CHECK(total > 5000);
    CHECK(one_sided == 0);
    CHECK(astray == 0);
  }
}

TEST_CASE("no tie is found twice within a layer") {
  const NicheLayout layout(full_spec());
  const auto ties = all_ties(layout, Circles(layout, TieChances(falling_wish, 16), Seed{4}));
  int most_of_all = 0;
  std::size_t repeated_in_first_layer = 0;
  for (std::size_t account = 0; account < ties.size(); ++account) {
    for (const auto& [other, times] : ties[account]) {
      most_of_all = std::max(most_of_all, times);
      // Who is beyond the first quarter is in the first layer only.
      if (account >= ties.size() / 4) repeated_in_first_layer += times > 1 ? 1U : 0U;
    }
  }
  CHECK(repeated_in_first_layer == 0);
  CHECK(most_of_all <= static_cast<int>(TieChances::layers));
}

TEST_CASE(
    "a circle is a cross-section: at most one mate from each popularity stratum, none from the "
    "own") {
  const NicheLayout layout(full_spec());
  constexpr std::uint32_t stratum = 1024;
  const Circles circles(layout, TieChances([](double) { return 1000.0; }, 16),
                        Seed{4});  // tied as surely as can be
  std::size_t crowded = 0;
  std::size_t ties = 0;
  for (std::uint32_t rank = layout[0].ranks() / 4; rank < layout[0].ranks(); ++rank) {
    std::vector<std::uint32_t> mates;
    circles.append_ties(0, rank, mates);
    std::set<std::uint32_t> strata{rank / stratum};
    for (const std::uint32_t mate : mates)
      crowded += strata.insert(mate / stratum).second ? 0U : 1U;
    ties += mates.size();
  }
  CHECK(crowded == 0);
  const double chances = 0.75 * 16 * 1024 * 15;
  CHECK(static_cast<double>(ties) / chances == Approx(0.95).epsilon(0.01));  // 10 standard errors
}

// Each check alarms on correct code with probability below 1e-9, over the choice of the fixed seed:
// ties are independent, so their number varies less than a Poisson number of the same mean.
TEST_CASE("accounts have as many ties as the chances say, in every stratum of popularity") {
  const NicheLayout layout(full_spec());
  const TieChances chances(falling_wish, 16);
  const Circles circles(layout, chances, Seed{8});
  double worst = 0;
  std::vector<std::uint32_t> mates;
  for (std::uint32_t stratum = 0; stratum < 16; ++stratum) {
    double expected = 0;
    mates.clear();
    for (std::uint32_t rank = stratum * 1024; rank < (stratum + 1) * 1024; ++rank) {
      circles.append_ties(0, rank, mates);
      expected += chances.expected((rank + 0.5) / layout[0].ranks());
    }
    // A tie within the stratum (through a later layer) counts twice: at most doubles the variance.
    worst = std::max(
        worst, std::abs(static_cast<double>(mates.size()) - expected) / std::sqrt(2 * expected));
  }
  CHECK(clout::testing::normal_p(worst) > clout::testing::alarm_level / 16);
}

TEST_CASE("chances are fitted to the ties wanted wherever these can be reached") {
  for (const std::size_t seats : {16UL, 64UL, 100UL, 128UL}) {
    const TieChances even([](double) { return 6.0; }, seats);
    const auto expected = [&](double x) { return even.expected(x); };
    CHECK(clout::graph::mean_over_percentiles(expected) == Approx(6).epsilon(0.01));
    for (const double x : {0.1, 0.3, 0.7, 0.99}) CHECK(even.expected(x) == Approx(6).epsilon(0.01));
    const TieChances falling(falling_wish, seats);
    CHECK(falling.expected(0.3) == Approx(falling_wish(0.3)).epsilon(0.05));
    CHECK(falling.expected(0.95) == Approx(falling_wish(0.95)).epsilon(0.05));
  }
}

TEST_CASE("chances are symmetric, at most 0.95, and nobody ties with itself") {
  for (const double wish : {0.0, 0.01, 5.0, 1e6}) {
    const TieChances chances([&](double x) { return wish * (1 - x); }, 24);
    bool symmetric = true;
    bool alone = true;
    double most = 0;
    for (std::size_t layer = 0; layer < TieChances::layers; ++layer) {
      for (std::size_t j = 0; j < 24; ++j) {
        alone = alone && chances.thresholds(layer, j)[j] == 0;
        for (std::size_t k = 0; k < 24; ++k) {
          symmetric =
              symmetric && chances.thresholds(layer, j)[k] == chances.thresholds(layer, k)[j];
          most = std::max(most, chances.thresholds(layer, j)[k] * 0x1p-32);
        }
      }
    }
    CHECK(symmetric);
    CHECK(alone);
    CHECK(most <= 0.95);
  }
}

TEST_CASE("other seeds give other ties") {
  const NicheLayout layout(spec_of(2000, 2));
  const TieChances chances(falling_wish, 16);
  CHECK(all_ties(layout, Circles(layout, chances, Seed{1})) ==
        all_ties(layout, Circles(layout, chances, Seed{1})));
  CHECK(all_ties(layout, Circles(layout, chances, Seed{1})) !=
        all_ties(layout, Circles(layout, chances, Seed{2})));
}

TEST_CASE("circles shrink until the smallest niche can fill one, but never below two seats") {
  GraphSpec spec = spec_of(1000, 10);
  spec.niche_size_exponent = 0;  // a hundred accounts each, 92 ranked
  spec.celebrities.clear();
  CHECK(seats_for(64, NicheLayout(spec)) == 64);
  CHECK(seats_for(128, NicheLayout(spec)) == 64);
  spec.niches = 1000;  // one account each
  for (const std::size_t asked : {4UL, 6UL, 7UL, 64UL, 100UL, 127UL})
    CHECK(seats_for(asked, NicheLayout(spec)) == 2);
}
