#include <cmath>
#include <set>

#include "sim/graph/csv_table.hpp"
#include "sim/graph/influencer_table.hpp"
#include "sim/graph/niche_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

using namespace clout::graph;
using clout::account_at;
using clout::NicheId;
using clout::test::complaints;
using clout::test::follow;

namespace {

/// a has 3 followers, b 2, c 1, d none.
Network four_accounts() {
  Network network;
  network.graph = graph_of(4, std::vector{follow(1, 0), follow(2, 0), follow(3, 0), follow(0, 1),
                                          follow(2, 1), follow(0, 2)});
  network.names = {"a", "b", "c", "d"};
  network.niches = one_niche(4);
  network.people_per_agent = 10;
  return network;
}

CsvTable csv(const std::string& text) { return read_csv(TextInput("t.csv", text)); }
NicheFile niches(const std::string& text, const Network& network) {
  return read_niche_file(TextInput("n.csv", text), network);
}
InfluencerTable influencers(const std::string& text, const std::string& platform = "") {
  return read_influencer_table(TextInput("i.csv", text), platform);
}

template <typename Call>
std::string refusal(Call call) {
  const auto lines = complaints(call);
  return lines.empty() ? "" : lines.front();
}

InfluencerTable real_table(const std::string& name, const std::string& platform = "") {
  return read_influencer_table(TextInput(CLOUT_DATA "/influencers/" + name), platform);
}

}  // namespace

TEST_CASE("CSV is read with any separator, quotes, line ends inside quotes, and knows its lines") {
  for (const char* text :
       {"x,y\n1,\"a, \"\"b\"\"\nc\"\n2,z\n", "x\ty\r\n1\t\"a, \"\"b\"\"\nc\"\r\n\r\n2\tz",
        "x;y\n 1 ;\"a, \"\"b\"\"\nc\"\n2; z\n"}) {
    INFO(text);
    const CsvTable table = csv(text);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.heading.fields == std::vector<std::string>{"x", "y"});
    CHECK(table.rows[0].fields == std::vector<std::string>{"1", "a, \"b\"\nc"});
    CHECK(table.rows[0].line == 2);
    CHECK(table.rows[1].fields == std::vector<std::string>{"2", "z"});
    CHECK(table.rows[1].line >= 4);
  }
}

TEST_CASE("broken CSV is refused with its line") {
  CHECK(refusal([] { csv("x,y\n1,2\n3\n"); }).find("t.csv:3: 1 columns where the heading has 2") ==
        0);
  CHECK(refusal([] { csv("x,y\n1,a\"b\n"); }).find("t.csv:2: quotes that do not enclose") == 0);
  CHECK(refusal([] { csv("x,y\n1,\"open\n2,3\n"); }).find("t.csv:2: quotes that do not enclose") ==
        0);
  CHECK(refusal([] { csv("x,y\n1,\xff\n"); }).find("t.csv:2: the line is not UTF-8") == 0);
  CHECK(refusal([] { csv(std::string("x,y\n1,\0\n", 9)); }).find("t.csv:2: a NUL byte") == 0);
  CHECK(refusal([] { csv(""); }).find("t.csv: the file is empty") == 0);
  CHECK(refusal([] { csv("x,y\n"); }).find("t.csv: the table has no rows") == 0);
}

TEST_CASE("niches are assigned by name, sorted, with those not listed unassigned") {
  const NicheFile file = niches("Account,Age,Niche\nc,3,food\na,4,art\n", four_accounts());
  CHECK(file.niches.names == std::vector<std::string>{"art", "food", "unassigned"});
  CHECK(file.niches.home == std::vector{NicheId{0}, NicheId{2}, NicheId{1}, NicheId{2}});
  CHECK(file.unassigned == 2);
  CHECK(file.notes.size() == 2);
  const NicheFile all = niches("account,niche\nc,unassigned\na,art\nb,zoo\n", four_accounts());
  CHECK(all.niches.names == std::vector<std::string>{"art", "zoo", "unassigned"});
  CHECK(all.niches.home == std::vector{NicheId{0}, NicheId{1}, NicheId{2}, NicheId{2}});
}

TEST_CASE("accounts without names are known by their number in tables") {
  Network network = four_accounts();
  network.names.clear();
  CHECK(niches("id,topic\n3,x\n", network).niches.home[3] == NicheId{0});
  CHECK(refusal([&] {
          niches("id,topic\n4,x\n", network);
        }).find("n.csv:2: the graph has no account '4'") == 0);
  CHECK(refusal([&] {
          niches("id,topic\n03,x\n", network);
        }).find("n.csv:2: the graph has no account '03'") == 0);
}

TEST_CASE("a niche table that cannot be right is refused") {
  const Network network = four_accounts();
  CHECK(refusal([&] {
          niches("account,niche\nq,x\n", network);
        }).find("n.csv:2: the graph has no account 'q'") == 0);
  CHECK(refusal([&] {
          niches("account,niche\na,x\na,x\n", network);
        }).find("n.csv:3: the account 'a' is listed twice") == 0);
  CHECK(refusal([&] {
          niches("account,niche\na,\n", network);
        }).find("n.csv:2: a niche cannot be called ''") == 0);
  CHECK(refusal([&] {
          niches("account,colour\na,red\n", network);
        }).find("n.csv:1: no column 'niche'") == 0);
  CHECK(refusal([&] {
          niches("account,name,niche\na,a,x\n", network);
        }).find("n.csv:1: the columns 'account' and 'name' say the same") == 0);
}

TEST_CASE("the three ways to state engagement agree") {
  const double share =
      influencers("followers,engagement_rate\n1000,0.025\n").rows[0].engagement_rate;
  CHECK(share == Approx(0.025));
  CHECK(influencers("followers,Engagement Rate Percent\n1000,2.5\n").rows[0].engagement_rate ==
        Approx(share));
  CHECK(influencers("subscribers;engagements_per_post\n1000;25\n").rows[0].engagement_rate ==
        Approx(share));
  CHECK(influencers("followers,engagements\n0,25\n").rows[0].engagement_rate == -1);
  CHECK(influencers("followers,engagement_rate,price\n1000,,\n").rows[0].price_per_post_usd == -1);
}

TEST_CASE("an influencer table that cannot be right is refused") {
  CHECK(refusal([] { influencers("folowers,price\n1,2\n"); }) ==
        "i.csv:1: no column 'followers' (expected a heading with followers, follower_count, "
        "subscribers or audience); is 'folowers' meant?");
  CHECK(refusal([] { influencers("followers\n12k\n"); }).find("i.csv:2: followers: '12k'") == 0);
  CHECK(refusal([] { influencers("followers\n-1\n"); }).find("i.csv:2: followers: '-1'") == 0);
  CHECK(refusal([] { influencers("followers\nnan\n"); }).find("i.csv:2: followers: 'nan'") == 0);
  CHECK(refusal([] { influencers("followers\n\n1e12\n"); }).find("i.csv:3: followers: '1e12'") ==
        0);
  CHECK(refusal([] { influencers("followers,price\n1,\"$1,000\"\n"); }).find("write 1234.5") !=
        std::string::npos);
  CHECK(refusal([] { influencers("followers,price\n,1\n"); }).find("i.csv:2: followers: empty") ==
        0);
  CHECK(refusal([] {
          influencers("followers,engagement_rate,engagements\n1,1,1\n");
        }).find("i.csv:1: engagement in more than one column") == 0);
  CHECK(refusal([] {
          influencers("followers,name\n1,x\n2,x\n");
        }).find("i.csv:3: the account 'x' is listed twice") == 0);
  CHECK(refusal([] {
          influencers("followers\n1\n", "tiktok");
        }).find("i.csv:1: no column 'platform'") == 0);
  CHECK(refusal([] {
          influencers("followers,platform\n1,instagram\n", "tiktok");
        }).find("i.csv: no row has the platform 'tiktok'") == 0);
}

TEST_CASE("rows with names go to the accounts of these names, the others are dropped and counted") {
  Network network = four_accounts();
  const auto notes = apply_influencer_table(
      network, influencers("name,followers,price\nd,5000,40\nq,9,1\na,700,\n"), {});
  REQUIRE(network.influencers.size() == 2);
  CHECK(network.influencers[0].account == account_at(0));
  CHECK(network.influencers[0].price_per_post_usd == -1);
  CHECK(network.influencers[1].account == account_at(3));
  CHECK(network.influencers[1].price_per_post_usd == 40);
  CHECK(notes.front() ==
        "2 of the 3 rows of i.csv were matched to accounts by name; the others name no account of "
        "the graph");
  CHECK(network.influencers[0].nominal_followers == 700);
  CHECK(network.influencers[1].nominal_followers == 5000);
}

TEST_CASE(
    "rows without names go to the accounts by rank, from the largest, spread over the table") {
  Network network = four_accounts();
  const InfluencerTable table = influencers("followers\n10\n60\n20\n50\n30\n40\n");
  apply_influencer_table(network, table, {3});
  REQUIRE(network.influencers.size() == 3);
  CHECK(network.influencers[0].nominal_followers == 60);
  CHECK(network.influencers[1].nominal_followers == 40);
  CHECK(network.influencers[2].nominal_followers == 20);
  apply_influencer_table(network, table, {});
  CHECK(network.influencers.size() == 1);  // 1% of four accounts, rounded up
  const auto notes = apply_influencer_table(network, influencers("name,followers\nq,5\n"), {2});
  REQUIRE(network.influencers.size() == 1);
  CHECK(network.influencers[0].account == account_at(0));
  CHECK(notes.front().find("since none of its names") != std::string::npos);
}

TEST_CASE("a larger account never takes a smaller row, on random networks and tables") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    Network network = clout::test::random_network(seed, false, 1, false);
    std::mt19937 engine(seed);
    std::string text = "followers\n";
    for (std::size_t i = 0; i < 1 + engine() % 100; ++i)
      text += std::to_string(engine() % 1000) + "\n";
    apply_influencer_table(network, influencers(text), {1 + engine() % 50});
    for (const InfluencerProfile& a : network.influencers) {
      for (const InfluencerProfile& b : network.influencers) {
        if (network.graph.audience(a.account) > network.graph.audience(b.account))
          REQUIRE(a.nominal_followers >= b.nominal_followers);
      }
    }
  }
}

TEST_CASE("the real influencer tables are read whole") {
  const InfluencerTable micro = real_table("micro_accounts.csv");
  CHECK(micro.rows.size() == 20'084);
  CHECK(micro.rows[0].followers == 58'122'199);
  CHECK(micro.rows[0].engagement_rate == Approx(0.0227));
  CHECK(micro.rows[0].category == "athletes");
  const InfluencerTable top = real_table("top_accounts.csv");
  CHECK(top.rows.size() == 1'767);
  CHECK(top.rows[0].engagement_rate == Approx(466'400.0 / 579'800'000));
  CHECK(real_table("instagram_influencers_by_category.csv").rows.size() == 20'319);
  CHECK(real_table("instagram_random_accounts.csv").rows.size() == 5'941);
  CHECK(real_table("top_accounts.csv", "Instagram").rows.size() < top.rows.size());
}
