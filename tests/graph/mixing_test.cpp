// Degrees, assortativity, rank correlation and modularity against sums over all pairs.
#include <cmath>
#include <numeric>

#include "sim/graph/assortativity.hpp"
#include "sim/graph/modularity.hpp"
#include "tests/graph/small_graphs.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using tests::follow;
using tests::SmallGraph;

namespace {

double pearson(const std::vector<double>& x, const std::vector<double>& y) {
  const double n = static_cast<double>(x.size());
  const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  return xy / std::sqrt(xx * yy);
}

/// 1 + number of smaller values + half the number of other equal ones.
std::vector<double> ranks(const std::vector<std::uint32_t>& values) {
  std::vector<double> result;
  for (const auto a : values) {
    double rank = 0.5;
    for (const auto b : values) rank += b < a ? 1 : (b == a ? 0.5 : 0);
    result.push_back(rank);
  }
  return result;
}

}  // namespace

TEST_CASE("degrees, and the number of neighbours, equal counts over the table") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const SmallGraph graph = tests::random_graph(40, 15 * seed, seed);
    const auto degrees = degrees_of(graph.two_way());
    for (std::size_t u = 0; u < graph.accounts(); ++u) {
      std::uint32_t in = 0, out = 0, mutual = 0, neighbours = 0;
      for (std::size_t v = 0; v < graph.accounts(); ++v) {
        in += graph.follows(v, u);
        out += graph.follows(u, v);
        mutual += graph.follows(u, v) && graph.follows(v, u);
        neighbours += graph.connected(u, v);
      }
      CHECK(degrees.in[u] == in);
      CHECK(degrees.out[u] == out);
      CHECK(degrees.mutual[u] == mutual);
      CHECK(degrees.neighbours(u) == neighbours);
    }
  }
}

TEST_CASE("common ids are counted alike by walking and by searching") {
  std::vector<AccountId> longer, shorter;
  for (std::size_t i = 0; i < 400; ++i) longer.push_back(account_at(3 * i));
  for (std::size_t i = 0; i < 200; ++i) shorter.push_back(account_at(2 * i));
  CHECK(graph::common_count(longer, shorter) == 67);  // multiples of 6 up to 396
  CHECK(graph::common_count(shorter, longer) == 67);
  const std::vector<AccountId> few = {account_at(0), account_at(1), account_at(600),
                                      account_at(1197), account_at(5000)};
  CHECK(graph::common_count(few, longer) == 3);
  CHECK(graph::common_count(longer, few) == 3);
  CHECK(graph::common_count({}, longer) == 0);
}

TEST_CASE("assortativity is the correlation over all follows, and over all pairs both ways round") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const SmallGraph graph = tests::random_graph(40, 15 * seed, seed);
    const auto degrees = degrees_of(graph.two_way());
    std::vector<double> in_of_follower, out_of_follower, in_of_followee, here, there;
    for (std::size_t u = 0; u < graph.accounts(); ++u) {
      for (std::size_t v = 0; v < graph.accounts(); ++v) {
        if (graph.follows(u, v)) {
          in_of_follower.push_back(degrees.in[u]);
          out_of_follower.push_back(degrees.out[u]);
          in_of_followee.push_back(degrees.in[v]);
        }
        if (graph.connected(u, v)) {
          here.push_back(static_cast<double>(degrees.neighbours(u)));
          there.push_back(static_cast<double>(degrees.neighbours(v)));
        }
      }
    }
    CHECK(follow_correlation(graph.two_way(), degrees.in, degrees.in) ==
          Approx(pearson(in_of_follower, in_of_followee)));
    CHECK(follow_correlation(graph.two_way(), degrees.out, degrees.in) ==
          Approx(pearson(out_of_follower, in_of_followee)));
    CHECK(undirected_assortativity(graph.two_way(), degrees) == Approx(pearson(here, there)));
    std::vector<double> rank_in = ranks(degrees.in), rank_out = ranks(degrees.out);
    CHECK(spearman_in_out(degrees) == Approx(pearson(rank_in, rank_out)));
  }
}

TEST_CASE("correlations without variation are undefined") {
  const SmallGraph ring(3, {follow(0, 1), follow(1, 2), follow(2, 0)});
  const auto degrees = degrees_of(ring.two_way());
  CHECK(std::isnan(follow_correlation(ring.two_way(), degrees.in, degrees.in)));
  CHECK(std::isnan(undirected_assortativity(ring.two_way(), degrees)));
  CHECK(std::isnan(spearman_in_out(degrees)));
}

TEST_CASE("modularity is the sum over pairs of one group of ties less what chance gives") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const SmallGraph graph = tests::random_graph(30, 10 * seed, seed);
    const auto degrees = degrees_of(graph.two_way());
    std::vector<std::uint32_t> group(graph.accounts());
    for (std::size_t i = 0; i < group.size(); ++i)
      group[i] = static_cast<std::uint32_t>(i * i % 7 % 4);
    const double m = static_cast<double>(graph.followers.follows());
    double pairs_twice = 0;
    for (std::size_t i = 0; i < group.size(); ++i)
      pairs_twice += static_cast<double>(degrees.neighbours(i));
    double directed = 0, undirected = 0;
    for (std::size_t u = 0; u < group.size(); ++u) {
      for (std::size_t v = 0; v < group.size(); ++v) {
        if (group[u] != group[v]) continue;
        directed += (graph.follows(u, v) ? 1 : 0) - double(degrees.out[u]) * degrees.in[v] / m;
        undirected +=
            (graph.connected(u, v) ? 1 : 0) -
            static_cast<double>(degrees.neighbours(u) * degrees.neighbours(v)) / pairs_twice;
      }
    }
    const auto found = modularity(graph.two_way(), degrees, group, 4);
    CHECK(found.directed == Approx(directed / m).margin(1e-12));
    CHECK(found.undirected == Approx(undirected / pairs_twice).margin(1e-12));
  }
}
