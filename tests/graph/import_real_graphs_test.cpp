// The real graphs against networkx and igraph (tests/reference/graph_import).
#include <algorithm>

#include "sim/graph/csv_table.hpp"
#include "sim/graph/edge_list.hpp"
#include "tests/support/catch.hpp"

using namespace clout::graph;
using clout::account_at;

namespace {

std::size_t largest_row(const FollowerGraph& graph) {
  std::size_t largest = 0;
  for (std::size_t i = 0; i < graph.accounts(); ++i)
    largest = std::max(largest, graph.audience(account_at(i)));
  return largest;
}

std::size_t reciprocated(const FollowerGraph& graph) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < graph.accounts(); ++i) {
    for (const auto follower : graph.followers(account_at(i))) {
      const auto row = graph.followers(follower);
      count += std::binary_search(row.begin(), row.end(), account_at(i)) ? 1U : 0U;
    }
  }
  return count;
}

}  // namespace

TEST_CASE(
    "accounts, follows, loops, largest degrees and mutual follows equal those of networkx and "
    "igraph") {
  const CsvTable reference = read_csv(TextInput(CLOUT_REFERENCE "/graph_import/real_graphs.csv"));
  REQUIRE(reference.rows.size() == 4);
  for (const CsvRow& row : reference.rows) {
    INFO(row.fields[0]);
    const std::string path = CLOUT_DATA "/graphs/" + row.fields[0] + ".txt.gz";
    const Import import =
        read_edge_list(TextInput(path), EdgeOptions{Direction::follower_followee});
    const FollowerGraph& graph = import.network.graph;
    CHECK(std::to_string(graph.accounts()) == row.fields[1]);
    CHECK(std::to_string(graph.follows()) == row.fields[2]);
    CHECK(std::to_string(import.report.self_loops) == row.fields[3]);
    CHECK(std::to_string(largest_row(graph)) == row.fields[4]);
    CHECK(std::to_string(largest_row(transpose(graph))) == row.fields[5]);
    CHECK(std::to_string(reciprocated(graph)) == row.fields[6]);
  }
}
