// Any valid spec gives a valid graph.
#include <algorithm>
#include <cmath>
#include <random>

#include "sim/graph/follow_model.hpp"
#include "sim/graph/generate.hpp"
#include "tests/support/catch.hpp"

using clout::AccountId;
using clout::graph::check;
using clout::graph::FollowerGraph;
using clout::graph::FollowModel;
using clout::graph::generate;
using clout::graph::graph_parameters;
using clout::graph::GraphSpec;
using clout::graph::TieChances;
using clout::random::Seed;

namespace {

/// Each number anywhere in its range, or at an end of it; sizes that take a moment only. May be
/// invalid.
GraphSpec any_spec(std::mt19937& engine) {
  const auto between = [&](double low, double high) {
    return std::uniform_real_distribution<>(low, high)(engine);
  };
  GraphSpec spec;
  for (const auto& row : graph_parameters()) {
    const auto which = engine() % 8;
    const double value = which == 0   ? row.info.low
                         : which == 1 ? row.info.high
                                      : between(row.info.low, row.info.high);
    if (const auto* real = std::get_if<double GraphSpec::*>(&row.field)) {
      spec.** real = value;
    } else {
      spec.*std::get<std::int64_t GraphSpec::*>(row.field) = static_cast<std::int64_t>(value);
    }
  }
  spec.accounts = static_cast<std::int64_t>(100 * std::pow(20, between(0, 1)));
  if (spec.mean_follows > 0) spec.mean_follows = std::pow(10, between(-2, 2));
  if (engine() % 2 == 0) spec.niches = std::uniform_int_distribution<>(1, 10)(engine);
  spec.celebrities.resize(engine() % 4);
  for (std::size_t i = 0; i < spec.celebrities.size(); ++i)
    spec.celebrities[i] = {std::string(i + 1, 's'), 0.3, ""};
  return spec;
}

std::vector<GraphSpec> valid_specs(std::size_t count) {
  std::mt19937 engine(41);
  std::vector<GraphSpec> specs;
  while (specs.size() < count) {
    const GraphSpec spec = any_spec(engine);
    if (check(spec).empty()) specs.push_back(spec);
  }
  return specs;
}

/// Nobody follows more than the limit of one-way follows, its friends and the stars allow.
bool within_limits(const GraphSpec& spec, const FollowerGraph& graph) {
  const FollowerGraph followees = transpose(graph);
  const auto friends = static_cast<std::size_t>(spec.circle_size - 1) * TieChances::layers;
  const std::size_t most = static_cast<std::size_t>(spec.max_follows) + friends +
                           spec.celebrities.size() + static_cast<std::size_t>(spec.stars);
  for (std::uint32_t account = 0; account < graph.accounts(); ++account) {
    if (followees.audience(AccountId{account}) > most) return false;
  }
  return true;
}

/// Nobody is dealt more one-way follows than the limit.
bool dealt_within_limits(const GraphSpec& spec) {
  const FollowModel model(resolved(spec), Seed{1});
  for (std::uint32_t account = 0; account < spec.accounts; ++account) {
    const auto traits = model.traits(account);
    if (std::int64_t{traits.base} + traits.copied > spec.max_follows) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("any valid spec gives valid rows, or says that its celebrities have no room") {
  std::size_t made = 0;
  for (const GraphSpec& spec : valid_specs(40)) {
    try {
      const FollowerGraph graph = generate(spec, Seed{1}).graph;
      ++made;
      CHECK(graph.accounts() == static_cast<std::size_t>(spec.accounts));
      CHECK(rows_are_valid(graph));
      CHECK(within_limits(spec, graph));
      if (made % 5 == 0) CHECK(dealt_within_limits(spec));
    } catch (const clout::InputError& error) {
      CHECK(spec.stars + static_cast<std::int64_t>(spec.celebrities.size()) > 0);
      CHECK(std::string(error.what()).find("has no room for it") != std::string::npos);
    }
  }
  CHECK(made >= 20);
}

TEST_CASE("a limit on follows that binds is kept") {
  GraphSpec spec;
  spec.accounts = 2000;
  for (const std::int64_t most : {1, 20}) {
    spec.max_follows = most;
    CHECK(dealt_within_limits(spec));
    CHECK(within_limits(spec, generate(spec, Seed{1}).graph));
  }
}

TEST_CASE("the smallest graphs work, with more niches than accounts and hardly any follows") {
  for (const std::int64_t accounts : {100, 500}) {
    for (const std::int64_t niches : {1, 99, 1000}) {
      for (const double mean : {0.05, 3.0}) {
        GraphSpec spec;
        spec.accounts = accounts;
        spec.niches = niches;
        spec.mean_follows = mean;
        spec.stars = 0;
        const auto network = generate(spec, Seed{1});
        CHECK(rows_are_valid(network.graph));
        CHECK(network.niches.niches() == static_cast<std::size_t>(std::min(niches, accounts)));
        CHECK(static_cast<double>(network.graph.follows()) <
              3 * mean * static_cast<double>(accounts) + 50);
      }
    }
  }
}
