#include "sim/graph/edge_list.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "sim/graph/line_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout::graph;
using clout::account_at;
using clout::test::complaints;

namespace {

constexpr EdgeOptions first_follows{Direction::follower_followee};

Import read(const std::string& text, const EdgeOptions& options = first_follows) {
  return read_edge_list(TextInput("edges.txt", text), options);
}

std::string refusal(const std::string& text, const EdgeOptions& options = first_follows) {
  const auto lines = complaints([&] { read(text, options); });
  return lines.empty() ? "" : lines.front();
}

/// Follows by name, whatever the numbers of the accounts.
std::set<std::pair<std::string, std::string>> named_follows(const Network& network) {
  std::set<std::pair<std::string, std::string>> follows;
  const auto name = [&](clout::AccountId id) {
    return network.names.empty() ? std::to_string(index(id)) : network.names[index(id)];
  };
  for (std::size_t k = 0; k < network.graph.accounts(); ++k) {
    for (const auto follower : network.graph.followers(account_at(k)))
      follows.emplace(name(follower), name(account_at(k)));
  }
  return follows;
}

}  // namespace

TEST_CASE(
    "tabs, blanks, commas and semicolons, LF and CRLF, comments and empty lines give the same "
    "graph") {
  const std::uint64_t expected = fingerprint(read("0\t1\n1\t2\n2\t0\n").network.graph);
  for (const char* text : {"0 1\n1 2\n2 0", "0,1\n1,2\n2,0\n", "0;1\r\n1;2\r\n2;0\r\n",
                           "# hello\n0 , 1\n\n  1   2  \n%x\n2 ,\t0\n",
                           "\xef\xbb\xbf"
                           "0 1\n1 2\n2 0\n",
                           "0,1,\n1,2,\n2,0,\n"}) {
    INFO(text);
    const Import import = read(text);
    CHECK(fingerprint(import.network.graph) == expected);
    CHECK(import.network.names.empty());
  }
}

TEST_CASE("the first column follows the second or is followed by it, as asked") {
  const auto audience = [](Direction direction) {
    return read("0 2\n1 2\n", EdgeOptions{direction}).network.graph.audience(account_at(2));
  };
  CHECK(audience(Direction::follower_followee) == 2);
  CHECK(audience(Direction::followee_follower) == 0);
}

TEST_CASE(
    "numbers are ordered by value however long, then words by their bytes, whatever the order of "
    "the lines") {
  const std::string huge = "123456789012345678901234567890";
  const std::vector<std::string> expected{"9",   "10",  "18446744073709551616", huge,
                                          "007", "Zoe", "\xc3\xa4nne"};
  std::vector<std::string> lines{"10 9", huge + " 18446744073709551616", "Zoe \xc3\xa4nne",
                                 "007 Zoe", "9 Zoe"};
  std::sort(lines.begin(), lines.end());
  const auto follows = named_follows(
      read(lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n" + lines[3] + "\n" + lines[4])
          .network);
  do {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    const Network network = read(text).network;
    REQUIRE(network.names == expected);
    REQUIRE(named_follows(network) == follows);
  } while (std::next_permutation(lines.begin(), lines.end()));
}

TEST_CASE("the graph has exactly the edges of the text, and what was dropped is counted") {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    std::mt19937 engine(seed);
    std::set<std::pair<std::string, std::string>> expected;
    std::string text;
    std::uint64_t loops = 0;
    const std::size_t edges = 1 + engine() % 300;
    for (std::size_t i = 0; i < edges; ++i) {
      std::string a = engine() % 2 ? "u" : "";
      a += std::to_string(engine() % 20);
      std::string b = engine() % 2 ? "u" : "";
      b += std::to_string(engine() % 20);
      text += a + " " + b + "\n";
      a == b ? void(++loops) : void(expected.emplace(a, b));
    }
    const Import import = read(text);
    REQUIRE(named_follows(import.network) == expected);
    REQUIRE(rows_are_valid(import.network.graph));
    REQUIRE(import.report.edges == edges);
    REQUIRE(import.report.self_loops == loops);
    REQUIRE(import.report.duplicates == edges - loops - expected.size());
  }
}

TEST_CASE("every broken line is named with its number and reason") {
  CHECK(refusal("1 2\n3\n") ==
        "edges.txt:2: only one column: '3' (expected two account names a line, separated by a tab, "
        "spaces or a comma)");
  CHECK(refusal("1 2\n3,\n").find("edges.txt:2: only one column") == 0);
  CHECK(refusal("1 2\n,3\n").find("edges.txt:2: the name is empty") == 0);
  CHECK(refusal(std::string("1 2\n3 \0 4\n", 10)).find("edges.txt:2: a NUL byte") == 0);
  CHECK(refusal("1 2\n3 \xff\xfe\n").find("edges.txt:2: the name is not UTF-8: '\\xff\\xfe'") == 0);
  CHECK(refusal("1 2\n\"a b\",c\n").find("edges.txt:2: names in quotes are not understood") == 0);
  std::string long_name = "1 2\n3 ";
  long_name.append(1025, 'x');
  CHECK(refusal(long_name).find("edges.txt:2: the name is longer than 1024 bytes") == 0);
  std::string long_line = "1 2\n";
  long_line.append(longest_line + 1, 'x');
  CHECK(refusal(long_line).find("edges.txt:2: the line is longer") == 0);
  CHECK(refusal("").find("edges.txt: the file is empty") == 0);
  CHECK(refusal("# nothing\n\n").find("edges.txt: the file has no edges") == 0);
  CHECK(refusal("id1,id2\n1,2\n2,3\n")
            .find("edges.txt:1: column names that are not known: 'id1', 'id2'") == 0);
}

TEST_CASE("at most twenty problems are shown, then their number") {
  std::string text = "1 2\n";
  for (int i = 0; i < 50; ++i) text += "lonely\n";
  const auto lines = complaints([&] { read(text); });
  REQUIRE(lines.size() == 21);
  CHECK(lines[19].find("edges.txt:21: ") == 0);
  CHECK(lines[20] == "edges.txt: and 30 more");
}

TEST_CASE(
    "columns beyond the second are ignored, and said, only if every row has them or when asked") {
  const Import import = read("1 2 0.5 2020\n2 3 0.1 2021\n");
  CHECK(import.network.graph.follows() == 2);
  CHECK(import.report.notes == std::vector<std::string>{"Columns beyond the second were ignored"});
  CHECK(refusal("1 2 0.5\n2 3\n").find("edges.txt:2: 2 columns where the first row has 3") == 0);
  EdgeOptions lenient = first_follows;
  lenient.ignore_extra_columns = true;
  CHECK(read("1 2 0.5\n2 3\n", lenient).network.graph.follows() == 2);
}

TEST_CASE("a row of column names is no edge, and says the direction") {
  const Import import = read("followee,follower\na,b\nc,b\n", {});
  CHECK(import.network.names == std::vector<std::string>{"a", "b", "c"});
  CHECK(import.report.direction->direction == Direction::followee_follower);
  CHECK(import.report.direction->sure);
  CHECK(import.network.graph.audience(account_at(0)) == 1);
}

TEST_CASE("below a comment that names the columns no row is taken for column names") {
  const Network network = read("# follower followee\nsource target\n1 2\n", {}).network;
  CHECK(network.names == std::vector<std::string>{"1", "2", "source", "target"});
  CHECK(read("# user follower\nann bob\n1 2\n", {}).network.graph.accounts() == 4);
}

TEST_CASE("more accounts than allowed are refused with the line") {
  EdgeOptions few = first_follows;
  few.most_accounts = 3;
  CHECK(read("1 2\n2 3\n", few).network.graph.accounts() == 3);
  CHECK(refusal("1 2\n2 3\n3 4\n", few).find("edges.txt:3: more than 3 accounts") == 0);
}

TEST_CASE(
    "a network comes back from its edge list as it was, plain and compressed, and equal graphs are "
    "equal bytes") {
  const clout::test::TemporaryFolder folder;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const Network network = clout::test::random_network(seed, seed % 2 == 0, 1, false);
    for (const char* name : {"a.txt", "a.txt.gz"}) {
      const std::string path = folder.file(name);
      write_edge_list(network, path);
      const Import back = read_edge_list(TextInput(path), {});
      REQUIRE(back.report.direction->direction == Direction::follower_followee);
      REQUIRE(back.report.direction->sure);
      REQUIRE(clout::test::same_graph(back.network.graph, network.graph));
      REQUIRE(back.network.names == network.names);
      const std::string bytes = clout::test::content_of(path);
      write_edge_list(network, path);
      REQUIRE(clout::test::content_of(path) == bytes);
    }
  }
}

TEST_CASE("what an edge list cannot hold is said or refused, and a refusal leaves the old file") {
  const clout::test::TemporaryFolder folder;
  const std::string path = folder.file("a.txt", "old");
  Network network = clout::test::random_network(1, true, 3, true);
  network.names[0] = "two words";
  CHECK(complaints([&] { write_edge_list(network, path); }).size() == 1);
  CHECK(clout::test::content_of(path) == "old");
  network.names[0] = "one";
  network.graph = graph_of(network.graph.accounts(), std::vector{clout::test::follow(0, 1)});
  network.people_per_agent = 10;
  const auto lost = write_edge_list(network, path);
  REQUIRE(lost.size() == 4);
  CHECK(lost[0] == "An edge list cannot hold the " + std::to_string(network.graph.accounts() - 2) +
                       " accounts that neither follow nor are followed");
  CHECK(folder.names() == std::vector<std::string>{"a.txt"});
}
