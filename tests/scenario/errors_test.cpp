#include "tests/scenario/scenario_files.hpp"
#include "tests/support/catch.hpp"

using clout::test::errors;
using clout::test::read;

namespace {

const std::string small =
    "run.seed = 1\n[[brand]]\nname = \"acme\"\n[[campaign]]\nname = \"spring\"\nbrand = "
    "\"acme\"\n";  // 6 lines

}  // namespace

TEST_CASE("everything that is wrong with a file is said at once, line by line") {
  const std::string broken = R"([run]
days = "90 furlongs"
replicate = 10

[graph]
acounts = 5
niches = 5 # enough

[platfrom]
posts_per_week = 5

[market.trust]
gain_rate = -0.1
loss_rat = 0.5

[[brand]]
name = "acme"
price = 30
product = "hedonistic"

[[brand]]
name = "acme"

[[campaign]]
name = "spring"
brand = "acne"
budget = "20000 EUR"
duration_days = 400.5

[[campaign]]
brand = "acme"

[[arm]]
name = "micro"
campaigns = ["sprng"]
set = { "graph.accounts" = 5, "campaign.spring.cadance" = "burst", "campaign.spring.start" = "2 weeks" }

[[arm]]
name = "macro.2"
set = { "campaign.spring.cadence" = "brust" }
)";
  const std::string expected =
      R"(s.toml:1:1: run.seed: is missing (expected a whole number from 0 to 9007199254740991)
s.toml:2:8: run.days: unit 'furlongs' does not fit (expected unit days, day, d, weeks, week, hours, hour, h, years or year)
s.toml:3:1: run: unknown key 'replicate'; did you mean 'replicates'?
s.toml:6:1: graph: unknown key 'acounts'; did you mean 'accounts'?
s.toml:9:2: unknown key 'platfrom'; did you mean 'platform'?
s.toml:13:13: market.trust.gain_rate: -0.1 is too small (expected a number from 0 to 1)
s.toml:14:1: market.trust: unknown key 'loss_rat'; did you mean 'loss_rate'?
s.toml:18:9: brand.acme.price: a number without a unit (expected a number with its unit, such as "30 USD"); or write the key with its unit: price_usd
s.toml:19:11: brand.acme.product: 'hedonistic' is not one of the choices (expected hedonic or utilitarian); did you mean 'hedonic'?
s.toml:22:8: brand: the name 'acme' was used in line 17 already (expected a name of its own for each)
s.toml:26:9: campaign.spring.brand: no brand is named 'acne'; did you mean 'acme'?
s.toml:27:10: campaign.spring.budget: unit 'EUR' does not fit (expected unit USD)
s.toml:28:17: campaign.spring.duration_days: 400.5 is not a whole number (expected a whole number from 1 to 36500 days)
s.toml:30:1: campaign[2]: has no name (expected name = "...", text of up to 64 bytes without dots, quotes, brackets, =, # or \)
)";
  const std::string found = errors(broken);
  CHECK(found.substr(0, expected.size()) == expected);
  CHECK(
      found.substr(std::min(found.size(), expected.size())) ==
      R"(s.toml:36:9: arm.micro.set.graph.accounts: an arm cannot change 'graph.accounts' (expected a setting of market, platform, brand or campaign); all arms share one graph and one run; a file of its own can extend this one
s.toml:36:31: arm.micro.set.campaign.spring.cadance: unknown setting 'cadance'; did you mean 'cadence'?
s.toml:39:8: arm[2].name: not a usable name (expected text of up to 64 bytes without dots, quotes, brackets, =, # or \)
s.toml:40:37: arm[2].set.campaign.spring.cadence: 'brust' is not one of the choices (expected even, burst or pulse); did you mean 'burst'?)");
}

TEST_CASE("a reference must name something that exists") {
  CHECK(errors(small + "[[arm]]\nname = \"a\"\ncampaigns = [\"spring\", \"sprang\"]") ==
        "s.toml:9:13: arm.a.campaigns: no campaign is named 'sprang'; did you mean 'spring'?");
  CHECK(errors(small + "[[arm]]\nname = \"a\"\ncampaigns = [\"spring\", \"spring\"]") ==
        "s.toml:9:13: arm.a.campaigns: names campaign 'spring' twice (expected each once)");
  CHECK(errors("run.seed = 1\n[[campaign]]\nname = \"c\"\nbrand = \"x\"") ==
        "s.toml:4:9: campaign.c.brand: no brand is named 'x' (expected a [[brand]] of that name)");
  CHECK(errors("run.seed = 1\n[[campaign]]\nname = \"c\"") ==
        "s.toml:2:1: campaign.c.brand: is missing (expected text in quotes)");
  CHECK(errors("run.seed = 1\ngraph.niches = 5\n[[brand]]\nname = \"b\"\nniche = \"niche-6\"") ==
        "s.toml:5:9: brand.b.niche: no niche is named 'niche-6' (expected niche-1 (the largest) to "
        "niche-5, or empty)");
  CHECK(
      errors("run.seed = 1\ngraph.niches = 24\n[[graph.celebrity]]\nname = \"b\"\nniche = \"x\"") ==
      "s.toml:5:9: graph.celebrity.b.niche: no niche is named 'x' (expected niche-1 (the "
      "largest) to niche-24, or empty)");
}

TEST_CASE("niches of a graph file are known only once it is read") {
  CHECK(errors("run.seed = 1\ngraph.file = \"g.h5\"\n[[brand]]\nname = \"b\"\nniche = \"fitness\"")
            .empty());
}

TEST_CASE("settings must not contradict each other") {
  // What a graph cannot be is up to the generator; its finding gets the place in the file.
  CHECK(errors("run.seed = 1\ngraph.home_share = 0.95").find("s.toml:2:20: graph.home_share: ") ==
        0);
  CHECK(errors("run.seed = 1\nplatform.tiers.micro_from = 200000") ==
        "s.toml:2:29: platform.tiers.micro_from: mid_from is 100000, which is not above micro_from "
        "(200000) (expected ascending "
        "bounds)");
  CHECK(errors(small + "start_days = 340") ==
        "s.toml:7:14: campaign.spring.start_days: the campaign ends on day 400, the run on day 365 "
        "(expected start and "
        "duration within 365 days)");
  CHECK(errors(small + "production_cost_usd = 60000") ==
        "s.toml:7:23: campaign.spring.production_cost_usd: production costs 60000 USD, more than "
        "the budget of 50000 USD "
        "(expected a budget that leaves something for posts)");
  CHECK(errors(small + "roster = { rule = \"mix\", micro_share = 0.5, mid_share = 0.4 }") ==
        "s.toml:7:40: campaign.spring.roster.micro_share: the tiers' shares of a mix add up to 0.9 "
        "(expected 1)");
  CHECK(errors("platform.tiers.micro = \"wide\"\n" + small + "roster.tier = \"nano\"") ==
        "s.toml:8:15: campaign.spring.roster.tier: hires nano-influencers, whom the wide "
        "definition of micro leaves none of "
        "(expected tier micro, or platform.tiers.micro = \"narrow\")");
  CHECK(errors(small + "roster.tier = \"celebrity\"\n[graph]\naccounts = 1000000\npeople_per_agent "
                       "= 20\nlargest_audience_share = 0.05\nstars = 0") ==
        "s.toml:7:15: campaign.spring.roster.tier: hires celebrity accounts (5000000 people or "
        "more), but the largest audience "
        "in this graph is 1000000 (expected a larger graph.accounts or people_per_agent, or a "
        "[[graph.celebrity]])");
}

TEST_CASE("a contradiction that only an arm makes is found at the arm's setting") {
  CHECK(errors(small +
               "[[arm]]\nname = \"late\"\nset = { \"campaign.spring.start\" = \"350 days\" }") ==
        "s.toml:9:35: campaign.spring.start_days: the campaign ends on day 410, the run on day 365 "
        "in arm 'late' (expected start "
        "and duration within 365 days)");
}

TEST_CASE("tables and lists in each other's place are explained") {
  CHECK(errors("run = 3") ==
        "s.toml: run.seed: is missing (expected a whole number from 0 to 9007199254740991)\n"
        "s.toml:1:7: run: a whole number, where a table belongs (expected [run])");
  CHECK(errors("run.seed = 1\n[brand]\nname = \"b\"") ==
        "s.toml:2:1: brand: a table, where a list of tables belongs (expected [[brand]])");
  CHECK(errors("brand = [1]\nrun.seed = 1") ==
        "s.toml:1:10: brand[1]: a whole number, where a table belongs (expected [[brand]])");
  CHECK(errors("arm = [{ name = \"a\", set = 3 }]\nrun.seed = 1") ==
        "s.toml:1:28: arm.a.set: not a table of settings (expected { \"campaign.spring.budget\" = "
        "\"20000 USD\" })");
  CHECK(errors("run.seed = 1\nrun.days = { a = 1 }") ==
        "s.toml:2:12: run.days: a table, not a number (expected a whole number from 1 to 36500 "
        "days)");
  CHECK(errors("run.seed = 1\n\"\" = 1").find("s.toml:2:1: unknown key ''") == 0);
}

TEST_CASE("text that is no TOML is one message with its place") {
  CHECK(errors("run.seed = 1\n[graph\n").find("s.toml:2:") == 0);
  CHECK(errors("run.seed = 1\nrun.seed = 2").find("s.toml:2:") == 0);
  CHECK(errors("a = \"\xC3\x28\"").find("s.toml:1:") == 0);
  // Where toml++ alone aborts or relies on what it calls unreachable.
  CHECK(errors("[[.a]\n").find("s.toml:1:3: not TOML") == 0);
  CHECK(errors("rue\xCF\xB8").find("s.toml:1:") == 0);
  CHECK(read("title = \"\"\"a\\\n \xCF\xB8\"\"\"\nrun.seed = 1").headline.title == "a\xCF\xB8");
  CHECK(errors(std::string("a = 1\nb = \0", 11)) ==
        "s.toml:2: a NUL byte (expected TOML text); is this a binary file?");
  CHECK(errors("\xFF\xFE"
               "a") == "s.toml: is UTF-16 (expected UTF-8 text); save it as UTF-8");
  CHECK(errors(std::string((1 << 20) + 1, ' ')) ==
        "s.toml: larger than a scenario can be (expected at most 1 MiB of TOML text); is this the "
        "right file?");
  CHECK(errors("a = " + std::string(500, '[')).find("s.toml:1:") == 0);
}

TEST_CASE("a UTF-8 byte order mark is no error") {
  CHECK(read("\xEF\xBB\xBFrun.seed = 7").run.seed == 7);
}

TEST_CASE("keys of very many parts are refused, dots in strings and comments are not") {
  std::string key = "a";
  for (int i = 0; i < 100000; ++i) key += ".a";
  CHECK(errors("run.seed = 1\n" + key + " = 1") ==
        "s.toml:2: a dotted key with too many parts (expected at most 32)");
  const std::string dots(100, '.');
  CHECK(errors("run.seed = 1 # " + dots + "\ntitle = \"" + dots + "\"\nquestion = '''\n" + dots +
               "\n'''")
            .empty());
}

TEST_CASE("very many errors are cut short with their number") {
  std::string text = "run.seed = 1\n";
  for (int i = 0; i < 1000; ++i) text += "unknown" + std::to_string(i) + " = 1\n";
  const std::string found = errors(text);
  CHECK(std::count(found.begin(), found.end(), '\n') == 200);
  CHECK(found.ends_with("s.toml: and 800 more errors"));
}
