#include "sim/graph/clustering.hpp"

#include <cmath>

#include "tests/graph/small_graphs.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using tests::follow;
using tests::SmallGraph;

namespace {

struct ByHand {
  double transitivity = 0, local = 0, local_all = 0, closure = 0;
};

/// All triples, looked up in the table.
ByHand by_hand(const SmallGraph& graph) {
  double wedges = 0, closed = 0, local = 0, with_wedges = 0, paths = 0, closed_paths = 0;
  const std::size_t n = graph.accounts();
  for (std::size_t v = 0; v < n; ++v) {
    double own = 0, own_closed = 0;
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        if (a != b && graph.follows(a, v) && graph.follows(v, b)) {
          ++paths;
          closed_paths += graph.follows(a, b);
        }
        if (a < b && graph.connected(v, a) && graph.connected(v, b)) {
          ++own;
          own_closed += graph.connected(a, b);
        }
      }
    }
    wedges += own;
    closed += own_closed;
    if (own > 0) {
      ++with_wedges;
      local += own_closed / own;
    }
  }
  return {closed / wedges, local / with_wedges, local / static_cast<double>(n),
          closed_paths / paths};
}

}  // namespace

TEST_CASE("clustering and closure equal a look at all triples") {
  for (unsigned seed = 1; seed <= 25; ++seed) {
    const SmallGraph graph = tests::random_graph(30, 20 + 6 * seed, seed);
    const auto degrees = degrees_of(graph.two_way());
    const ByHand expected = by_hand(graph);
    const auto found = clustering_exact(graph.two_way(), degrees);
    CHECK(found.transitivity.value == Approx(expected.transitivity).margin(1e-12));
    CHECK(found.local.value == Approx(expected.local).margin(1e-12));
    CHECK(found.local_all.value == Approx(expected.local_all).margin(1e-12));
    CHECK(closure_exact(graph.two_way(), degrees).value == Approx(expected.closure).margin(1e-12));
    CHECK(found.transitivity.exact());
  }
}

TEST_CASE("sampled clustering and closure lie within their standard errors of the exact ones") {
  // 12 graphs x 4 figures at 4.5 standard errors: a false alarm in 0.03% of changes that alter the
  // draws.
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const SmallGraph graph = tests::random_graph(60, 100 + 30 * seed, seed);
    const auto degrees = degrees_of(graph.two_way());
    const auto exact = clustering_exact(graph.two_way(), degrees);
    const auto sampled = clustering_sampled(graph.two_way(), degrees, random::Seed{seed}, 20'000);
    const auto closure = closure_sampled(graph.two_way(), degrees, random::Seed{seed}, 20'000);
    const auto within = [](const graph::Estimate& estimate, const graph::Estimate& truth) {
      CHECK(estimate.samples == 20'000);
      CHECK(estimate.standard_error < 0.004);
      CHECK(std::abs(estimate.value - truth.value) < 4.5 * estimate.standard_error);
    };
    within(sampled.transitivity, exact.transitivity);
    within(sampled.local, exact.local);
    within(sampled.local_all, exact.local_all);
    within(closure, closure_exact(graph.two_way(), degrees));
  }
}

TEST_CASE("a graph without wedges has no clustering, and a full one has all of it") {
  const SmallGraph pair(3, {follow(0, 1), follow(1, 0)});
  const auto degrees = degrees_of(pair.two_way());
  for (const auto& none : {clustering_exact(pair.two_way(), degrees),
                           clustering_sampled(pair.two_way(), degrees, random::Seed{1}, 100)}) {
    CHECK(std::isnan(none.transitivity.value));
    CHECK(std::isnan(none.local.value));
    CHECK(none.local_all.value == 0);
  }
  CHECK(std::isnan(closure_exact(pair.two_way(), degrees).value));
  CHECK(std::isnan(closure_sampled(pair.two_way(), degrees, random::Seed{1}, 100).value));
  const SmallGraph full(3, {follow(0, 1), follow(1, 2), follow(0, 2)});
  const auto all = degrees_of(full.two_way());
  CHECK(clustering_sampled(full.two_way(), all, random::Seed{1}, 100).transitivity.value == 1);
  CHECK(closure_sampled(full.two_way(), all, random::Seed{1}, 100).value == 1);
}
