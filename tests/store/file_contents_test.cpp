#include "sim/store/file_contents.hpp"

#include <algorithm>
#include <filesystem>

#include "sim/store/graph_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using clout::store::read_contents;
using clout::store::schema_of;
using clout::test::complaints;

TEST_CASE("contents are the datasets with type and shape, in the order of the file") {
  const clout::test::TemporaryFolder folder;
  const std::string path = folder.file("graph.h5");
  const auto network = clout::test::random_network(3, true, 4, true);
  clout::store::write_graph_file(network, path, {1, "clout test"});
  CHECK(schema_of(path) == "clout-graph");
  const auto contents = read_contents(path);
  CHECK(contents.bytes == std::filesystem::file_size(path));
  const auto find = [&](const std::string& name) {
    const auto at = std::find_if(contents.datasets.begin(), contents.datasets.end(),
                                 [&](const auto& each) { return each.path == name; });
    REQUIRE(at != contents.datasets.end());
    return *at;
  };
  const auto indices = find("graph/indices");
  CHECK(indices.type == "int32");
  CHECK(indices.shape == std::vector<std::uint64_t>{network.graph.follows()});
  CHECK(indices.long_name.find("follower") != std::string::npos);
  CHECK_FALSE(indices.axis);
  CHECK(find("graph/niche_name").type == "text");
  CHECK(find("influencers/price_per_post_usd").units == "USD");
  CHECK(contents.datasets.front().path == "graph/indptr");
  // Lengths of dimensions that have no labels are no datasets.
  for (const auto& each : contents.datasets) CHECK(each.path.find('/') != std::string::npos);
}

TEST_CASE("a damaged file is not asked what it holds") {
  const clout::test::TemporaryFolder folder;
  const std::string path = folder.file("graph.h5");
  clout::store::write_graph_file(clout::test::random_network(3, true, 4, true), path,
                                 {1, "clout test"});
  std::string changed = clout::test::content_of(path);
  changed[100] = static_cast<char>(changed[100] ^ 1);
  const auto complaint = complaints([&] { schema_of(folder.file("changed.h5", changed)); });
  REQUIRE(complaint.size() == 1);
  CHECK(complaint.front().find(": the file is damaged: its contents do not match") !=
        std::string::npos);
}

TEST_CASE("what is not HDF5 is said to be so") {
  const clout::test::TemporaryFolder folder;
  for (const std::string& path : {folder.file("text.h5", "no"), folder.file("nowhere.h5")}) {
    for (const auto& complaint :
         {complaints([&] { schema_of(path); }), complaints([&] { read_contents(path); })}) {
      REQUIRE(complaint.size() == 1);
      CHECK(complaint.front().starts_with(path));
    }
  }
}
