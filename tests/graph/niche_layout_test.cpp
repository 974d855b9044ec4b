#include "sim/graph/niche_layout.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "tests/support/catch.hpp"

using clout::graph::CelebritySpec;
using clout::graph::GraphSpec;
using clout::graph::NicheLayout;
using clout::graph::NicheRange;

namespace {

GraphSpec plain_spec(std::int64_t accounts, std::int64_t niches) {
  GraphSpec spec;
  spec.accounts = accounts;
  spec.niches = niches;
  spec.celebrities.clear();
  return spec;
}

/// From 1 account and 1 niche to three million accounts and 1000 niches, from equal to very unequal
/// sizes.
std::vector<GraphSpec> random_specs() {
  std::mt19937 engine(17);
  std::vector<GraphSpec> specs{plain_spec(1, 1), plain_spec(1, 1000), plain_spec(1000, 1000),
                               plain_spec(3'000'000, 1)};
  for (int i = 0; i < 60; ++i) {
    const double size = std::uniform_real_distribution<>(0, 6.5)(engine);
    GraphSpec spec = plain_spec(static_cast<std::int64_t>(std::pow(10, size)),
                                std::uniform_int_distribution<>(1, 1000)(engine));
    spec.niche_size_exponent = std::uniform_real_distribution<>(0, 3)(engine);
    spec.unfollowed_share = std::uniform_real_distribution<>(0, 0.8)(engine);
    specs.push_back(spec);
  }
  return specs;
}

std::size_t niche_by_search(const NicheLayout& layout, std::uint32_t account) {
  std::size_t niche = 0;
  while (account < layout[niche].begin || account >= layout[niche].end) ++niche;
  return niche;
}

/// The first and last accounts of each niche, and a thousand others.
std::set<std::uint32_t> telling_accounts(const NicheLayout& layout) {
  std::set<std::uint32_t> accounts;
  for (std::size_t niche = 0; niche < layout.niches(); ++niche) {
    accounts.insert({layout[niche].begin, layout[niche].end - 1});
  }
  std::mt19937 engine(23);
  for (int i = 0; i < 1000; ++i)
    accounts.insert(static_cast<std::uint32_t>(engine() % layout.accounts()));
  return accounts;
}

}  // namespace

TEST_CASE("niches tile the accounts, and each has ranked accounts before its unfollowed ones") {
  for (const GraphSpec& spec : random_specs()) {
    const NicheLayout layout(spec);
    REQUIRE(layout.niches() == static_cast<std::size_t>(std::min(spec.niches, spec.accounts)));
    std::uint32_t next = 0;
    bool ordered = true;
    bool unfollowed_as_stated = true;
    for (std::size_t niche = 0; niche < layout.niches(); ++niche) {
      const NicheRange& range = layout[niche];
      ordered = ordered && range.begin == next && range.ranked == range.begin &&
                range.ranked < range.unfollowed && range.unfollowed <= range.end;
      const double unfollowed = range.end - range.unfollowed;
      unfollowed_as_stated =
          unfollowed_as_stated && std::abs(unfollowed - spec.unfollowed_share * range.size()) < 1;
      next = range.end;
    }
    CHECK(ordered);
    CHECK(unfollowed_as_stated);
    CHECK(next == spec.accounts);
    CHECK(layout.accounts() == static_cast<std::size_t>(spec.accounts));
  }
}

TEST_CASE("every niche gets one account, and the others go by Zipf's law to within one") {
  for (const GraphSpec& spec : random_specs()) {
    const NicheLayout layout(spec);
    double sum = 0;
    for (std::size_t k = 1; k <= layout.niches(); ++k)
      sum += std::pow(k, -spec.niche_size_exponent);
    const double shared = static_cast<double>(layout.accounts() - layout.niches());
    double worst = 0;
    bool falling = true;
    for (std::size_t k = 1; k <= layout.niches(); ++k) {
      const double law = 1 + shared * std::pow(k, -spec.niche_size_exponent) / sum;
      worst = std::max(worst, std::abs(layout[k - 1].size() - law));
      falling = falling && (k == 1 || layout[k - 1].size() <= layout[k - 2].size());
    }
    CHECK(worst < 1 + 1e-6);
    CHECK(falling);
  }
}

TEST_CASE("the home niche of an account is the one a search through all niches finds") {
  for (const GraphSpec& spec : random_specs()) {
    const NicheLayout layout(spec);
    std::size_t wrong = 0;
    for (const std::uint32_t account : telling_accounts(layout)) {
      wrong += layout.niche_of(account) != niche_by_search(layout, account) ? 1U : 0U;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("four thousand million accounts have a layout too") {
  const NicheLayout layout(plain_spec(4'000'000'000, 16));
  CHECK(layout.accounts() == 4'000'000'000);
  CHECK(layout.niche_of(3'999'999'999) == 15);
  CHECK(layout.niche_of(layout[7].begin) == 7);
  CHECK(layout.niche_of(layout[7].begin - 1) == 6);
}

TEST_CASE("planted celebrities are the first accounts of their niches, in the order of the spec") {
  GraphSpec spec = plain_spec(10'000, 3);
  //                  by name          counted round: number 1     number 2        number 3: niche 1
  //                  again
  spec.celebrities = {
      {"a", 0.1, "niche-2"}, {"b", 0.1, ""}, {"c", 0.1, ""}, {"d", 0.1, ""}, {"e", 0.1, "niche-2"}};
  const NicheLayout layout(spec);
  const std::uint32_t second = layout[1].begin;
  CHECK(layout.celebrities() ==
        std::vector<std::uint32_t>{second, second + 1, layout[2].begin, 0, second + 2});
  CHECK(layout[0].ranked == 1);
  CHECK(layout[1].ranked == second + 3);
  CHECK(layout[2].ranked == layout[2].begin + 1);
}

TEST_CASE("a celebrity in a niche that does not exist is refused with the nearest name") {
  GraphSpec spec = plain_spec(10'000, 12);
  spec.celebrities = {{"a", 0.1, "nich-3"}};
  try {
    const NicheLayout layout(spec);
    FAIL("no error");
  } catch (const clout::InputError& error) {
    REQUIRE(error.diagnostics().size() == 1);
    const clout::Diagnostic& found = error.diagnostics().front();
    CHECK(found.problem == "no niche is called 'nich-3'");
    CHECK(found.expected == "niche-1 to niche-12");
    CHECK(found.suggestion == "did you mean 'niche-3'?");
  }
}

TEST_CASE("celebrities leave at least one ranked account in their niche, or are refused") {
  GraphSpec spec = plain_spec(100, 100);  // one account each
  spec.celebrities = {{"a", 0.1, ""}};
  CHECK_THROWS_AS(NicheLayout(spec), clout::InputError);
  spec = plain_spec(6, 2);  // three each
  spec.niche_size_exponent = 0;
  spec.unfollowed_share = 0;
  spec.celebrities = {{"a", 0.1, "niche-1"}, {"b", 0.1, "niche-1"}};
  CHECK(NicheLayout(spec)[0].ranks() == 1);
  spec.celebrities.push_back({"c", 0.1, "niche-1"});
  CHECK_THROWS_AS(NicheLayout(spec), clout::InputError);
}
