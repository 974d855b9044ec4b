#include "sim/graph/direction.hpp"

#include "sim/graph/edge_list.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

using namespace clout::graph;
using clout::test::follow;

namespace {

DirectionChoice assumed_for(const std::string& file) {
  return *read_edge_list(TextInput(CLOUT_DATA "/graphs/" + file), {}).report.direction;
}

/// Nine accounts around account 0, each with an edge to it (by_second) and one to the next.
FollowerGraph star() {
  std::vector<Follow> follows;
  for (std::size_t i = 1; i < 10; ++i) {
    follows.push_back(follow(i, 0));
    follows.push_back(follow(i, i % 9 + 1));
  }
  return graph_of(10, follows);
}

}  // namespace

TEST_CASE(
    "names of columns say the direction surely, arrows and from-to as a reading, prose not at "
    "all") {
  const auto stated = [](const char* text) { return stated_direction(text); };
  CHECK(stated("# follower\tfollowee")->direction == Direction::follower_followee);
  CHECK(stated("# user_id, follower_id")->direction == Direction::followee_follower);
  CHECK(stated("# user_id, follower_id")->sure);
  CHECK(stated("# FromNodeId\tToNodeId")->direction == Direction::follower_followee);
  CHECK_FALSE(stated("# FromNodeId\tToNodeId")->sure);
  CHECK_FALSE(stated("u->v = u trusts v")->sure);
  CHECK_FALSE(stated("# the user follower graph of 2009, crawled by hand"));
  CHECK_FALSE(stated("# user follower graph of 2009 (Twitter)"));
}

TEST_CASE("the column with the heavier tail is the followee, whichever it is") {
  const FollowerGraph by_second = star();
  CHECK(direction_by_tails(by_second).direction == Direction::follower_followee);
  CHECK(direction_by_tails(by_second).sure);
  CHECK(direction_by_tails(transpose(by_second)).direction == Direction::followee_follower);
}

TEST_CASE(
    "columns that cannot be told apart are read in the usual order, and that is said to be "
    "unsure") {
  const DirectionChoice choice =
      direction_by_tails(graph_of(2, std::vector{follow(0, 1), follow(1, 0)}));
  CHECK(choice.direction == Direction::follower_followee);
  CHECK_FALSE(choice.sure);
}

TEST_CASE(
    "a reading that the tails contradict holds, but is not sure, and a statement is not put to the "
    "test") {
  const FollowerGraph against = transpose(star());
  const DirectionChoice reading = assumed_direction(stated_direction("a -> b"), against);
  CHECK(reading.direction == Direction::follower_followee);
  CHECK_FALSE(reading.sure);
  CHECK(assumed_direction(stated_direction("a -> b"), star()).sure);
  CHECK(assumed_direction(stated_direction("follower followee"), against).sure);
}

TEST_CASE("the real graphs are read in the right direction") {
  CHECK(assumed_for("soc-Epinions1.txt.gz").direction == Direction::follower_followee);
  CHECK(assumed_for("soc-Epinions1.txt.gz").sure);
  CHECK(assumed_for("twitter-topic-a.txt.gz").direction == Direction::followee_follower);
  CHECK(assumed_for("twitter-topic-a.txt.gz").sure);
  CHECK(assumed_for("twitter-topic-b.txt.gz").direction == Direction::followee_follower);
  CHECK_FALSE(assumed_for("twitter-topic-b.txt.gz").sure);
  CHECK(assumed_for("wiki-Vote.txt.gz").direction == Direction::follower_followee);
  CHECK_FALSE(assumed_for("wiki-Vote.txt.gz").sure);
}
