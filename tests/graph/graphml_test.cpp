#include "sim/graph/graphml.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout::graph;
using clout::account_at;
using clout::test::complaints;

namespace {

Import read(const std::string& text, const EdgeOptions& options = {}) {
  return read_graphml(TextInput("g.graphml", text), options);
}

/// A document around the content of <graph>, which begins on line 3.
std::string document(const std::string& content, const std::string& edgedefault = "directed") {
  return "<?xml version=\"1.0\"?>\n<graphml><key id=\"k\" for=\"node\" attr.name=\"niche\" "
         "attr.type=\"string\"/>"
         "<key id=\"m\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/><graph "
         "edgedefault=\"" +
         edgedefault + "\">\n" + content + "\n</graph></graphml>\n";
}

std::string refusal(const std::string& text) {
  const auto lines = complaints([&] { read(text); });
  return lines.empty() ? "" : lines.front();
}

}  // namespace

TEST_CASE("nodes keep their order and ids, edges go from follower to followee") {
  const Import import =
      read(document("<node id='b'/><node id='a &amp; &#99;'/><node id='lonely'/><edge source='b' "
                    "target='a &amp; c'/>"));
  CHECK(import.network.names == std::vector<std::string>{"b", "a & c", "lonely"});
  CHECK(import.network.graph.audience(account_at(1)) == 1);
  CHECK(import.network.graph.follows() == 1);
  CHECK(read(document("<node id='n0'/><node id='n1'/><edge source='n0' target='n1'/>"))
            .network.names.empty());
  CHECK(read(document("<node id='0'/><node id='n1'/><edge source='0' target='n1'/>"))
            .network.names.size() == 2);
}

TEST_CASE("an edge may come before its nodes, and the direction may be turned round") {
  const std::string text = document("<edge source='x' target='y'/><node id='x'/><node id='y'/>");
  CHECK(read(text).network.graph.audience(account_at(1)) == 1);
  CHECK(
      read(text, EdgeOptions{Direction::followee_follower}).network.graph.audience(account_at(0)) ==
      1);
}

TEST_CASE("undirected edges are mutual follows, and that is said") {
  const Import import =
      read(document("<node id='x'/><node id='y'/><edge source='x' target='y'/>", "undirected"));
  CHECK(import.network.graph.follows() == 2);
  CHECK_FALSE(import.report.direction);
  CHECK(import.report.notes ==
        std::vector<std::string>{
            "The graph is undirected: each edge was read as two follows, one either way"});
}

TEST_CASE("niches are read by name, accounts without one are unassigned") {
  const Network network = read(document("<node id='x'><data key='k'>food</data></node><node "
                                        "id='y'/><node id='z'><data key='k'>art</data>"
                                        "</node><edge source='x' target='y'/>"))
                              .network;
  CHECK(network.niches.names == std::vector<std::string>{"art", "food", "unassigned"});
  CHECK(network.niches.home ==
        std::vector{clout::NicheId{1}, clout::NicheId{2}, clout::NicheId{0}});
}

TEST_CASE("what is wrong with a document is said with its line") {
  const std::string nodes = "<node id='x'/><node id='y'/>\n";
  CHECK(refusal(document(nodes + "<edge source='x' target='q'/>"))
            .find("g.graphml:4: the edge's target is an unknown node: 'q'") == 0);
  CHECK(
      refusal(document(nodes + "<edge source='x'/>")).find("g.graphml:4: <edge> without target") ==
      0);
  CHECK(refusal(document(nodes + "<node id='x'/>"))
            .find("g.graphml:4: a second node with the id 'x'") == 0);
  CHECK(refusal(document(nodes + "<hyperedge/>")).find("g.graphml:4: a hyperedge") == 0);
  CHECK(refusal(document(nodes + "<edge source='x' target='y' directed='false'/>"))
            .find("g.graphml:4: an edge with directed='false'") == 0);
  CHECK(refusal(document("<node id='x'>\n<graph edgedefault='directed'/></node>"))
            .find("g.graphml:4: a graph inside <node>") == 0);
  CHECK(refusal(document(nodes)).find("g.graphml: the graph has no edges") == 0);
  CHECK(refusal(document(nodes, "both")).find("g.graphml:2: edgedefault is 'both'") == 0);
  CHECK(refusal(document(nodes + "<edge source='x' target='y'>"))
            .find("g.graphml:5: </graph> closes nothing") == 0);
  CHECK(refusal("<graphml></graphml>").find("g.graphml: no <graph> inside <graphml>") == 0);
  CHECK(refusal("<graphml>\n<a b></a></graphml>")
            .find("g.graphml:2: an attribute without a value: 'b'") == 0);
  CHECK(refusal("<graphml").find("g.graphml:1: the tag 'graphml' does not end") == 0);
  CHECK(refusal(document(nodes + "<edge source='x' target='&evil;'/>"))
            .find("g.graphml:4: an entity that XML does not know") == 0);
}

TEST_CASE("XML bombs are refused: entity definitions and nesting without end") {
  CHECK(refusal("<!DOCTYPE g [<!ENTITY a 'aaaa'>]><graphml/>")
            .find("g.graphml:1: a document type with definitions") == 0);
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
  CHECK(refusal(deep).find("g.graphml:1: tags are nested more than 64 deep") == 0);
}

TEST_CASE("a network comes back from GraphML with names and niches as it was") {
  const clout::test::TemporaryFolder folder;
  const std::string path = folder.file("a.graphml");
  for (unsigned seed = 1; seed <= 30; ++seed) {
    Network network = clout::test::random_network(seed, seed % 2 == 0, 1 + seed % 4, false);
    network.people_per_agent = 1;
    CHECK(write_graphml(network, path).empty());
    const Network back = read_graphml(TextInput(path), {}).network;
    REQUIRE(clout::test::same_graph(back.graph, network.graph));
    REQUIRE(back.names == network.names);
    for (std::size_t i = 0; i < back.niches.home.size(); ++i) {
      REQUIRE(back.niches.names[index(back.niches.home[i])] ==
              network.niches.names[index(network.niches.home[i])]);
    }
  }
}

TEST_CASE("GraphML refuses names that its readers would change, and says what it cannot hold") {
  const clout::test::TemporaryFolder folder;
  Network network = clout::test::random_network(2, true, 2, true);
  CHECK(write_graphml(network, folder.file("a.graphml")).size() == 2);
  network.names[0] = " blank";
  CHECK(complaints([&] { write_graphml(network, folder.file("b.graphml")); }).size() == 1);
  CHECK_FALSE(std::filesystem::exists(folder.file("b.graphml")));
}
