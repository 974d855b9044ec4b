// Boost.Graph's own algorithms on the views, against igraph's figures and brute force.
#include "sim/graph/boost_graph.hpp"

#include <numeric>
#include <random>
#include <set>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/clustering_coefficient.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/real_graphs.hpp"

using namespace clout;
using graph::FollowView;
using graph::NeighbourView;
using graph::TwoWayGraph;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<FollowView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<FollowView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<FollowView>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<FollowView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<FollowView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<FollowView>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<FollowView, AccountId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<FollowView, graph::Follow, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<NeighbourView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<NeighbourView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<NeighbourView>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<NeighbourView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<NeighbourView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<NeighbourView>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<NeighbourView, AccountId, boost::vertex_index_t>));

namespace {

TwoWayGraph two_way(const tests::RealGraph& real) { return {real.followers, real.followees}; }

const boost::json::object& reference(const std::string& name) {
  static const boost::json::value all = boost::json::parse(tests::reference_json());
  return all.at(name).as_object();
}

/// A writable map over a vector with one entry per account.
template <typename T>
auto by_account(std::vector<T>& values) {
  return boost::make_iterator_property_map(values.begin(), graph::AccountIndexMap{});
}

std::vector<std::size_t> sizes_falling(const std::vector<int>& component, int count) {
  std::vector<std::size_t> sizes(static_cast<std::size_t>(count), 0);
  for (const int each : component) ++sizes[static_cast<std::size_t>(each)];
  std::sort(sizes.rbegin(), sizes.rend());
  return sizes;
}

/// Random follows and their transpose, with accounts left alone at both ends of the ids.
struct RandomGraph {
  graph::FollowerGraph followers;
  graph::FollowerGraph followees;

  explicit RandomGraph(unsigned seed) {
    std::mt19937 engine(seed);
    std::vector<graph::Follow> follows(engine() % 60);
    for (auto& each : follows)
      each = {account_at(2 + engine() % 15), account_at(2 + engine() % 15)};
    followers = graph_of(20, follows);
    followees = transpose(followers);
  }
};

}  // namespace

TEST_CASE("the directed view lists every follow once, by edge, by follower and by followee") {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    const RandomGraph random(seed);
    const FollowView view(TwoWayGraph{random.followers, random.followees});
    std::set<graph::Follow> by_edge, by_follower, by_followee;
    std::size_t next_index = 0;
    for (auto [at, end] = edges(view); at != end; ++at) {
      CHECK(get(boost::edge_index, view, *at) == next_index++);
      by_edge.insert(*at);
    }
    for (auto [v, end] = vertices(view); v != end; ++v) {
      for (auto [e, last] = out_edges(*v, view); e != last; ++e) {
        CHECK(source(*e, view) == *v);
        by_follower.insert(*e);
      }
      for (auto [e, last] = in_edges(*v, view); e != last; ++e) {
        CHECK(target(*e, view) == *v);
        by_followee.insert(*e);
      }
    }
    CHECK(next_index == num_edges(view));
    CHECK(by_edge.size() == num_edges(view));
    CHECK(by_follower == by_edge);
    CHECK(by_followee == by_edge);
  }
}

TEST_CASE("the undirected view lists each pair of neighbours once, and from both its ends") {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    const RandomGraph random(seed);
    const NeighbourView view(TwoWayGraph{random.followers, random.followees});
    std::set<std::pair<AccountId, AccountId>> expected, listed, met;
    for (std::size_t v = 0; v < 20; ++v) {
      for (const AccountId u : random.followers.followers(account_at(v)))
        expected.insert(std::minmax(u, account_at(v)));
    }
    std::size_t count = 0;
    for (auto [at, end] = edges(view); at != end; ++at, ++count)
      listed.insert({(*at).from, (*at).to});
    std::size_t ends = 0;
    for (auto [v, end] = vertices(view); v != end; ++v) {
      std::size_t degree_here = 0;
      for (auto [e, last] = out_edges(*v, view); e != last; ++e, ++ends, ++degree_here) {
        met.insert(std::minmax(source(*e, view), target(*e, view)));
      }
      CHECK(degree_here == out_degree(*v, view));
    }
    CHECK(listed == expected);
    CHECK(met == expected);
    CHECK(count == expected.size());
    CHECK(num_edges(view) == expected.size());
    CHECK(ends == 2 * expected.size());
  }
}

TEST_CASE("Boost's connected and strong components equal igraph's on the real graphs") {
  for (const auto& real : tests::real_graphs()) {
    const auto& expected = reference(real.name);
    std::vector<int> component(real.followers.accounts());
    const int weak =
        boost::connected_components(NeighbourView(two_way(real)), by_account(component));
    CHECK(weak == expected.at("weak_components").as_int64());
    CHECK(sizes_falling(component, weak).front() ==
          expected.at("weak_sizes").at(0).to_number<std::size_t>());
    const FollowView directed(two_way(real));
    const int strong = boost::strong_components(directed, by_account(component));
    CHECK(strong == expected.at("strong_components").as_int64());
    CHECK(sizes_falling(component, strong).front() ==
          expected.at("strong_sizes").at(0).to_number<std::size_t>());
  }
}

TEST_CASE("Boost's core numbers equal igraph's coreness on the real graphs") {
  for (const auto& real : tests::real_graphs()) {
    const auto& expected = reference(real.name);
    std::vector<std::size_t> core(real.followers.accounts());
    NeighbourView view(two_way(real));
    boost::core_numbers(view, by_account(core));
    CHECK(*std::max_element(core.begin(), core.end()) ==
          expected.at("coreness_max").to_number<std::size_t>());
    CHECK(std::accumulate(core.begin(), core.end(), std::size_t{0}) ==
          expected.at("coreness_sum").to_number<std::size_t>());
  }
}

TEST_CASE("Boost's mean clustering coefficient equals networkx's on the real graphs") {
  for (const auto& real : tests::real_graphs()) {
    if (real.followers.follows() > 200'000)
      continue;  // Boost takes every pair of neighbours: minutes for Epinions
    const NeighbourView view(two_way(real));
    std::vector<double> local(real.followers.accounts());
    const double mean = boost::all_clustering_coefficients(view, by_account(local));
    CHECK(mean ==
          Approx(reference(real.name).at("local_clustering_all").as_double()).epsilon(1e-9));
  }
}

TEST_CASE("Boost's PageRank equals the same recursion done by hand on the real graphs") {
  constexpr std::size_t rounds = 10;
  constexpr double damping = 0.85;
  for (const auto& real : tests::real_graphs()) {
    const std::size_t n = real.followers.accounts();
    std::vector<double> rank(n), other(n);
    const FollowView view(two_way(real));
    boost::graph::page_rank(view, by_account(rank), boost::graph::n_iterations(rounds), damping, n,
                            by_account(other));
    std::vector<double> by_hand(n, 1 / static_cast<double>(n));
    for (std::size_t round = 0; round < rounds; ++round) {
      std::vector<double> next(n, 1 - damping);
      for (std::size_t v = 0; v < n; ++v) {
        for (const AccountId u : real.followers.followers(account_at(v))) {
          next[v] += damping * by_hand[index(u)] / static_cast<double>(real.followees.audience(u));
        }
      }
      by_hand = next;
    }
    double largest_error = 0;
    for (std::size_t v = 0; v < n; ++v)
      largest_error = std::max(largest_error, std::abs(rank[v] / by_hand[v] - 1));
    CHECK(largest_error < 1e-12);
  }
}

TEST_CASE("Boost's breadth-first search counts as many accounts at each distance as igraph") {
  // All sources of the smallest graph, summed; igraph counted all pairs.
  const auto& real = tests::real_graphs().back();
  const FollowView view(two_way(real));
  std::vector<std::uint64_t> pairs_at(1, 0);
  for (auto [source, end] = vertices(view); source != end; ++source) {
    std::vector<std::size_t> distance(real.followers.accounts(), 0);
    boost::breadth_first_search(view, *source,
                                boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                    by_account(distance), boost::on_tree_edge()))));
    for (const std::size_t d : distance) {
      if (d == 0) continue;
      if (pairs_at.size() <= d) pairs_at.resize(d + 1, 0);
      ++pairs_at[d];
    }
  }
  const auto& expected = reference(real.name).at("pairs_at_distance").as_array();
  REQUIRE(pairs_at.size() == expected.size() + 1);
  for (std::size_t d = 1; d < pairs_at.size(); ++d)
    CHECK(pairs_at[d] == expected[d - 1].to_number<std::uint64_t>());
}
