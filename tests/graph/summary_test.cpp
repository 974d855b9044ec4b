#include "sim/graph/summary.hpp"

#include <bit>
#include <cmath>

#include "sim/graph/figures.hpp"
#include "sim/graph/published.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/graph/small_graphs.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

graph::Network random_network(unsigned seed) {
  auto small = tests::random_graph(5000, 40'000, seed);
  graph::Network network;
  network.graph = std::move(small.followers);
  network.niches.names = {"a", "b"};
  for (std::size_t i = 0; i < network.graph.accounts(); ++i)
    network.niches.home.push_back(NicheId(i % 2));
  return network;
}

/// Values and errors with their bits, NaN included.
std::vector<std::uint64_t> bits_of(const graph::GraphSummary& summary) {
  std::vector<std::uint64_t> bits;
  for (const auto& figure : figures_of(summary)) {
    bits.push_back(std::bit_cast<std::uint64_t>(figure.estimate.value));
    bits.push_back(std::bit_cast<std::uint64_t>(figure.estimate.standard_error));
  }
  return bits;
}

graph::Figure figure(std::string_view key, double value) {
  return {key, "", "", graph::Writing::number, {value}};
}

}  // namespace

TEST_CASE("all figures, exact and sampled, have the same bits on any number of threads") {
  const graph::Network network = random_network(3);
  for (const std::uint64_t exact_up_to : {0ULL, 1'000'000'000ULL}) {
    const graph::SummaryOptions options{.samples = 5000, .exact_up_to_follows = exact_up_to};
    const auto expected = bits_of(summarise(network, options));
    CHECK(expected.size() > 60);
    for (const int threads : {1, 2, 5}) {
      parallel::with_threads(threads,
                             [&] { CHECK(bits_of(summarise(network, options)) == expected); });
    }
  }
}

TEST_CASE("another seed draws other samples") {
  const graph::Network network = random_network(3);
  const auto sampled = [&](std::uint64_t seed) {
    return summarise(network,
                     {.seed = random::Seed{seed}, .samples = 5000, .exact_up_to_follows = 0});
  };
  CHECK(sampled(1).clustering.local.value != sampled(2).clustering.local.value);
  CHECK(sampled(1).closure.value != sampled(2).closure.value);
  CHECK(sampled(1).distances.pairs_at != sampled(2).distances.pairs_at);
}

TEST_CASE("an empty network has a summary without a crash, and misses every target") {
  const graph::GraphSummary summary = summarise(graph::Network{}, {});
  CHECK(summary.accounts == 0);
  CHECK(std::isnan(summary.reciprocity));
  const auto figures = figures_of(summary);
  CHECK(missed_targets(figures).size() >= 19);
}

TEST_CASE("nominal followers count the people that agents stand for") {
  graph::Network network = random_network(4);
  network.people_per_agent = 100;
  const auto summary = summarise(network, {.samples = 100});
  std::size_t at_least_1k = 0;
  for (std::size_t i = 0; i < 5000; ++i)
    at_least_1k += network.graph.audience(account_at(i)) >= 10 ? 1U : 0U;
  REQUIRE(at_least_1k > 0);
  CHECK(summary.audience_at_least[0] == Approx(static_cast<double>(at_least_1k) / 5000));
  double tiers = 0;
  for (const double share : summary.tier_shares) tiers += share;
  CHECK(tiers == Approx(summary.audience_at_least[0]));
}

TEST_CASE("a target is met inside its range, ends included, and missed outside or when undefined") {
  CHECK(verdict_on(figure("mean_follows", 30)) == graph::Verdict::met);
  CHECK(verdict_on(figure("mean_follows", 100)) == graph::Verdict::met);
  CHECK(verdict_on(figure("mean_follows", 29.99)) == graph::Verdict::missed);
  CHECK(verdict_on(figure("mean_follows", graph::undefined)) == graph::Verdict::unknown);
  CHECK(verdict_on(figure("follows", 5)) == graph::Verdict::unknown);
}

TEST_CASE("modularity meets its target by niche or by Louvain") {
  std::vector<graph::Figure> figures;
  for (const auto& target : graph::generator_targets())
    figures.push_back(figure(target.key, target.low));
  CHECK(missed_targets(figures).empty());
  const auto set = [&](std::string_view key, double value) {
    const_cast<graph::Figure*>(find_figure(figures, key))->estimate.value = value;
  };
  set("modularity_niche", 0.1);
  CHECK(missed_targets(figures).empty());
  set("modularity_louvain", 0.1);
  CHECK(missed_targets(figures) ==
        std::vector<std::string_view>{"modularity_niche", "modularity_louvain"});
  set("closure", graph::undefined);
  CHECK(missed_targets(figures).size() == 3);
}

TEST_CASE("every target and published value belongs to a figure") {
  graph::Network network = random_network(5);
  const auto figures = figures_of(summarise(network, {.samples = 100}));
  for (const auto& target : graph::generator_targets())
    CHECK(find_figure(figures, target.key) != nullptr);
  for (const auto& known : graph::published_networks()) {
    for (const auto& value : known.values) CHECK(find_figure(figures, value.key) != nullptr);
  }
}
