#include "sim/graph/graph_spec.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>

#include "tests/support/catch.hpp"

using clout::Diagnostic;
using clout::Parameter;
using clout::graph::check;
using clout::graph::graph_parameters;
using clout::graph::graph_preset;
using clout::graph::GraphSpec;

namespace {

void set(GraphSpec& spec, const Parameter<GraphSpec>& row, double value) {
  if (const auto* real = std::get_if<double GraphSpec::*>(&row.field)) {
    spec.** real = value;
  } else {
    spec.*std::get<std::int64_t GraphSpec::*>(row.field) = static_cast<std::int64_t>(value);
  }
}

std::vector<std::string> keys(const std::vector<Diagnostic>& found) {
  std::vector<std::string> names;
  for (const Diagnostic& each : found) names.push_back(each.place.key);
  std::sort(names.begin(), names.end());
  return names;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("defaults and presets can be generated from 200 accounts to four thousand million") {
  for (const std::int64_t accounts : {200LL, 1000LL, 100'000LL, 1'000'000LL, 4'000'000'000LL}) {
    for (const char* name : {"default", "broadcast"}) {
      GraphSpec spec = graph_preset(name);
      spec.accounts = accounts;
      CHECK(keys(check(spec)).empty());
    }
  }
}

TEST_CASE("density and people per agent are chosen by size unless they are stated") {
  const auto of_size = [](std::int64_t accounts) {
    GraphSpec spec;
    spec.accounts = accounts;
    return resolved(spec);
  };
  CHECK(of_size(1'000'000).mean_follows == Approx(63));
  CHECK(of_size(10'000'000).mean_follows == Approx(63));
  CHECK(of_size(100'000).mean_follows == Approx(63 * std::pow(0.1, 0.274)));
  CHECK(of_size(100'000).people_per_agent == Approx(630 / (63 * std::pow(0.1, 0.274))));
  GraphSpec stated;
  stated.mean_follows = 12;
  stated.people_per_agent = 3;
  stated.stars = 0;
  CHECK(resolved(stated) == stated);
  stated.people_per_agent = 0;
  stated.mean_follows = 4000;
  CHECK(resolved(stated).people_per_agent == 1);
}

TEST_CASE("each number is refused outside its range, by its name and with the range") {
  for (const auto& row : graph_parameters()) {
    const std::string key = "graph." + std::string(row.info.name);
    const bool whole = std::holds_alternative<std::int64_t GraphSpec::*>(row.field);
    const double beyond = whole ? 1 : 0.01 * (1 + std::abs(row.info.high));
    for (const double value : {row.info.low - beyond, row.info.high + beyond}) {
      GraphSpec spec;
      set(spec, row, value);
      const auto found = check(spec);
      CHECK(keys(found) == Keys{key});
      if (found.size() != 1) continue;
      CHECK(found[0].problem.find("is out of range") != std::string::npos);
      CHECK(found[0].expected.find(" to ") != std::string::npos);
    }
    if (whole) continue;
    for (const double value :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
      GraphSpec spec;
      set(spec, row, value);
      CHECK(keys(check(spec)) == Keys{key});
    }
  }
}

TEST_CASE("every number has its own row, and a name of its own") {
  std::set<std::string> names;
  GraphSpec all;
  for (const auto& row : graph_parameters()) {
    CHECK(names.insert(std::string(row.info.name)).second);
    const GraphSpec before = all;
    set(all, row, 123);  // no default
    CHECK(all != before);
  }
}

TEST_CASE("numbers that exclude each other are found") {
  GraphSpec spec;
  spec.home_share = 0.6;
  spec.second_share = 0.39;
  CHECK(keys(check(spec)) == Keys{"graph.home_share"});
  spec.second_share = 0.38;
  CHECK(check(spec).empty());
  spec.accounts = 1000;
  spec.mean_follows = 43;  // the largest audience is at most 84 and most are far smaller
  const auto dense = check(spec);
  REQUIRE(keys(dense) == Keys{"graph.mean_follows"});
  CHECK(dense[0].expected == "at most 42");
  spec.mean_follows = 42;
  CHECK(check(spec).empty());
}

TEST_CASE("celebrities need names of their own and a share that others can fill") {
  GraphSpec spec;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  spec.celebrities = {{"a", 0.5, ""},  {"b", 0, ""},   {"c", 0.51, ""},
                      {"d", -0.1, ""}, {"a", 0.1, ""}, {"e", nan, ""}};
  CHECK(keys(check(spec)) == Keys{"graph.celebrity.a", "graph.celebrity.b", "graph.celebrity.c",
                                  "graph.celebrity.d", "graph.celebrity.e"});
}

TEST_CASE("all that is wrong is said at once") {
  GraphSpec spec;
  spec.accounts = 5;
  spec.reciprocity = 2;
  spec.circle_size = 1000;
  spec.celebrities = {{"a", 0.7, ""}};
  CHECK(keys(check(spec)) ==
        Keys{"graph.accounts", "graph.celebrity.a", "graph.circle_size", "graph.reciprocity"});
}

TEST_CASE("the broadcast preset is the default with few follows returned") {
  GraphSpec spec;
  CHECK(graph_preset("default") == spec);
  spec.reciprocity = 0.10;
  CHECK(graph_preset("broadcast") == spec);
  CHECK_THROWS_WITH(graph_preset("weibo"), Catch::Contains("no preset is called 'weibo'"));
}
