#include "tests/scenario/scenario_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using clout::test::errors;
using clout::test::Files;
using clout::test::read;

namespace {

const std::string base = R"(title = "base"
run = { seed = 1, days = 100 }
[market.trust]
gain_rate = 0.02
loss_rate = 0.03
[[brand]]
name = "acme"
price = "20 USD"
margin = 0.3
[[campaign]]
name = "spring"
brand = "acme"
budget = "1000 USD"
[campaign.roster]
rule = "tier"
tier = "macro"
influencers = 2
[[arm]]
name = "on"
set = { "campaign.spring.cadence" = "burst", "campaign.spring.novelty" = 0.1 }
)";

}  // namespace

TEST_CASE("a variant overrides key by key and keeps the rest of its base") {
  const auto scenario =
      read(Files{{"studies/base.toml", base}, {"studies/variant.toml", R"(extends = "base.toml"
run.days = 200
[market.trust]
gain_rate = 0.05
[[brand]]
name = "other"
[[brand]]
name = "acme"
margin = 0.6
[[campaign]]
name = "spring"
budget_usd = 2000
roster = { influencers = 5 }
[[arm]]
name = "on"
set = { "campaign.spring.novelty" = 0.9 }
[[arm]]
name = "off"
campaigns = []
)"}},
           "studies/variant.toml");
  CHECK(scenario.headline.title == "base");
  CHECK(scenario.run.seed == 1);
  CHECK(scenario.run.days == 200);
  CHECK(scenario.market.trust.gain_rate == 0.05);
  CHECK(scenario.market.trust.loss_rate == 0.03);
  REQUIRE(scenario.brands.size() == 2);
  CHECK(scenario.brands[0].name == "acme");
  CHECK(scenario.brands[0].price_usd == 20);
  CHECK(scenario.brands[0].margin == 0.6);
  CHECK(scenario.brands[1].name == "other");
  CHECK(scenario.campaigns.at(0).budget_usd == 2000);  // another spelling of the base's budget
  CHECK(scenario.campaigns.at(0).roster.influencers == 5);
  CHECK(scenario.campaigns.at(0).roster.tier == clout::market::Tier::macro);
  REQUIRE(scenario.arms.size() == 2);
  CHECK(scenario.arms[0].settings.size() == 2);
  CHECK(scenario.arms[1].campaigns.empty());
  const auto on = clout::scenario::resolve_arm(scenario, 0);
  CHECK(on.campaigns.at(0).novelty == 0.9);
  CHECK(on.campaigns.at(0).cadence == clout::market::Cadence::burst);
}

TEST_CASE("a variant that names another spelling of an arm's setting replaces it") {
  const std::string arm = "[[arm]]\nname = \"dear\"\nset = { \"campaign.spring.budget";
  const Files files{{"b.toml", base + arm + "_usd\" = 5 }"},
                    {"v.toml", "extends = \"b.toml\"\n" + arm + "\" = \"6 USD\" }"}};
  const auto scenario = read(files, "v.toml");
  REQUIRE(scenario.arms.at(1).settings.size() == 1);
  CHECK(resolve_arm(scenario, 1).campaigns.at(0).budget_usd == 6);
  CHECK(errors(base + arm + "_usd\" = 5, \"campaign.spring.budget\" = \"6 USD\" }") ==
        "s.toml:23:43: arm.dear.set.campaign.spring.budget: sets campaign.spring.budget_usd a "
        "second time (expected one "
        "value)");
}

TEST_CASE("a base lies relative to the file that extends it") {
  const Files files{{"top.toml", "extends = \"sub/mid.toml\""},
                    {"sub/mid.toml", "extends = \"../base.toml\""},
                    {"base.toml", base}};
  CHECK(read(files, "top.toml").run.days == 100);
}

TEST_CASE("errors name the file they are in, the variant's first") {
  const Files files{{"v.toml", "extends = \"b.toml\"\nrun.days = 0"},
                    {"b.toml", "run.seed = 1\nrun.replicates = 0"}};
  CHECK(errors(files, "v.toml") ==
        "v.toml:2:12: run.days: 0 is too small (expected a whole number from 1 to 36500 days)\n"
        "b.toml:2:18: run.replicates: 0 is too small (expected a whole number from 1 to 100000)");
  CHECK(errors(Files{{"v.toml", "extends = \"b.toml\""}, {"b.toml", "x = ["}}, "v.toml")
            .find("b.toml:1:") == 0);
}

TEST_CASE("files that extend each other in a circle are refused with the chain") {
  CHECK(errors(Files{{"a.toml", "extends = \"b.toml\""}, {"b.toml", "\nextends = \"./a.toml\""}},
               "a.toml") ==
        "b.toml:2:11: extends: files extend each other in a circle: a.toml -> b.toml -> a.toml");
  CHECK(errors(Files{{"a.toml", "extends = \"a.toml\""}}, "./a.toml").empty() == false);
  CHECK(errors(Files{{"./a.toml", "extends = \"a.toml\""}}, "./a.toml") ==
        "./a.toml:1:11: extends: files extend each other in a circle: a.toml -> a.toml");
}

TEST_CASE("a chain of more than 16 files is refused") {
  Files files;
  const auto file = [](int i) { return std::string("f").append(std::to_string(i)); };
  for (int i = 0; i < 20; ++i)
    files[file(i)] = std::string("extends = '").append(file(i + 1)).append("'");
  CHECK(errors(files, "f0").find("f15:1:11: extends: the chain of files is too long: f0 -> f1") ==
        0);
}

TEST_CASE("a missing base is reported where it is extended") {
  CHECK(errors(Files{{"v.toml", "\n\nextends = \"none.toml\""}}, "v.toml") ==
        "v.toml:3:11: extends: base file none.toml: cannot be opened: No such file or directory "
        "(expected a path relative to "
        "this file)");
  CHECK(errors("extends = 3") ==
        "s.toml:1:11: extends: not a file name (expected text such as \"base.toml\")");
}

TEST_CASE("an option changes a setting after the files, and its errors name the option") {
  CHECK(read(base, {{"run.days", "150"}}).run.days == 150);
  CHECK(read(base, {{"campaign.spring.budget", "3k USD"}}).campaigns.at(0).budget_usd == 3000);
  CHECK(read(base, {{"title", "new one"}}).headline.title == "new one");
  CHECK(read(base, {{"arm.on.campaigns", "[]"}}).arms.at(0).campaigns.empty());
  CHECK(errors(base, {{"run.dys", "1"}}) ==
        "--set: run.dys: unknown setting 'run.dys'; did you mean 'run.days'?");
  CHECK(errors(base, {{"brand.acne.margin", "1"}}) ==
        "--set: brand.acne.margin: no brand is named 'acne'; did you mean 'acme'?");
  CHECK(errors(base, {{"run.days", "abc"}}) ==
        "--set: run.days: 'abc' is not a number (expected a whole number from 1 to 36500 days)");
  CHECK(errors(base, {{"run.days", "30"}}) ==
        "--set: run.days: the campaign ends on day 60, the run on day 30 (expected start and "
        "duration within 30 days)");
  CHECK_THROWS_WITH(clout::scenario::parse_override("run.days"),
                    "--set: 'run.days' is not a setting (expected key=value, such as run.days=90)");
}

TEST_CASE("the files of a scenario are itself, all of its bases, and what its settings name") {
  const clout::test::TemporaryFolder folder;
  folder.file("base.toml", base + "[graph]\ninfluencer_table = \"table.csv\"\n");
  folder.file("middle.toml", "extends = \"base.toml\"\n");
  const std::string top = folder.file("top.toml", "extends = \"middle.toml\"\n");
  CHECK(files_of(top, clout::scenario::read_scenario(top)) ==
        std::vector{top, folder.file("middle.toml"), folder.file("base.toml"),
                    folder.file("table.csv")});
}
