// [sweep]: what varies, and everything that can be wrong with it.
#include "sim/scenario/describe.hpp"
#include "tests/scenario/scenario_files.hpp"
#include "tests/support/catch.hpp"

using clout::ParameterValue;
using clout::scenario::Scenario;
using clout::scenario::SweepDesign;
using clout::scenario::SweepScale;
using clout::scenario::with_values;
using clout::test::errors;
using clout::test::read;

namespace {

const std::string study =
    "run.seed = 1\n[[brand]]\nname = \"acme\"\n[[campaign]]\nname = \"spring\"\nbrand = "
    "\"acme\"\nbudget_usd = 5000\n";

std::string with_parameter(const std::string& text) {
  return study + "[sweep]\n[[sweep.parameter]]\n" + text;
}

}  // namespace

TEST_CASE("a study without a sweep has none, and its resolved form does not speak of one") {
  const Scenario scenario = read(study);
  CHECK(scenario.sweep.parameters.empty());
  CHECK(clout::scenario::resolved_toml(scenario).find("sweep") == std::string::npos);
}

TEST_CASE("values are read like the setting itself, with units, and the key by its full name") {
  const Scenario scenario = read(
      with_parameter("key = \"campaign.spring.budget\"\nvalues = [\"10k USD\", \"0.5M USD\"]\n"));
  const auto& swept = scenario.sweep.parameters.at(0);
  CHECK(swept.name == "campaign.spring.budget_usd");
  CHECK(swept.values == std::vector<ParameterValue>{10000.0, 500000.0});
}

TEST_CASE("words, switches and whole numbers may vary too") {
  const Scenario scenario = read(with_parameter(
      "key = \"campaign.spring.roster.tier\"\nvalues = [\"micro\", \"mega\"]\n"
      "[[sweep.parameter]]\nkey = \"market.mechanism.trust\"\nvalues = [true, false]\n"
      "[[sweep.parameter]]\nkey = \"graph.accounts\"\nvalues = [1000, \"2k\"]\n"));
  CHECK(scenario.sweep.parameters.at(0).values.at(1) == ParameterValue(std::string("mega")));
  CHECK(scenario.sweep.parameters.at(1).values.at(0) == ParameterValue(true));
  CHECK(scenario.sweep.parameters.at(2).values.at(1) == ParameterValue(std::int64_t{2000}));
}

TEST_CASE("a range is the setting's own sweep range unless low and high say otherwise") {
  const Scenario own = read(with_parameter("key = \"campaign.spring.budget_usd\"\n"));
  CHECK(own.sweep.parameters.at(0).low == 1000);
  CHECK(own.sweep.parameters.at(0).high == 1e6);
  const Scenario said = read(with_parameter(
      "key = \"campaign.spring.budget\"\nlow = \"2k USD\"\nhigh = \"4k USD\"\nscale = \"log\"\n"));
  CHECK(said.sweep.parameters.at(0).low == 2000);
  CHECK(said.sweep.parameters.at(0).high == 4000);
  CHECK(said.sweep.parameters.at(0).scale == SweepScale::log);
}

TEST_CASE("the sweep's own settings are given on the command line like any other") {
  const std::string text = with_parameter("key = \"campaign.spring.budget_usd\"\n");
  const Scenario scenario =
      read(text, {{"sweep.design", "sobol"},
                  {"sweep.points", "64"},
                  {"sweep.parameter.campaign.spring.budget_usd.scale", "log"}});
  CHECK(scenario.sweep.design == SweepDesign::sobol);
  CHECK(scenario.sweep.points == 64);
  CHECK(scenario.sweep.parameters.at(0).scale == SweepScale::log);
  CHECK(errors(text, {{"sweep.pionts", "64"}}).find("did you mean 'sweep.points'?") !=
        std::string::npos);
}

TEST_CASE("a variant changes one parameter of its base and keeps the others") {
  const Scenario scenario =
      read({{"base.toml", with_parameter("key = \"campaign.spring.budget_usd\"\nvalues = [1, 2]\n"
                                         "[[sweep.parameter]]\nkey = \"platform.sponsored_share\"\n"
                                         "values = [0.1]\n")},
            {"v.toml",
             "extends = \"base.toml\"\n[[sweep.parameter]]\nkey = \"platform.sponsored_share\"\n"
             "values = [0.2, 0.3]\n"}},
           "v.toml");
  REQUIRE(scenario.sweep.parameters.size() == 2);
  CHECK(scenario.sweep.parameters[0].values.size() == 2);
  CHECK(scenario.sweep.parameters[1].values == std::vector<ParameterValue>{0.2, 0.3});
}

TEST_CASE("what is wrong with a sweep is said with its line") {
  const auto has = [](const std::string& text, const std::string& message) {
    const std::string found = errors(text);
    INFO(found);
    CHECK(found.find(message) != std::string::npos);
  };
  has(study + "[sweep]\ndesign = \"grid\"\n", "s.toml:8:1: sweep: has no parameter to vary");
  has(study + "[sweep]\ndesin = \"grid\"\n", "unknown key 'desin'");
  has(with_parameter("key = \"campaign.spring.bugdet_usd\"\n"),
      "s.toml:10:7: sweep.parameter: unknown setting 'bugdet_usd'; did you mean 'budget_usd'?");
  has(with_parameter("key = \"campaign.sprang.budget_usd\"\n"), "did you mean 'spring'?");
  has(with_parameter("values = [1]\n"), "has no key");
  has(with_parameter("key = \"run.days\"\n"), "a sweep cannot vary 'run.days'");
  has(with_parameter("key = \"graph.file\"\nvalues = [\"a\"]\n"), "cannot vary 'graph.file'");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\nvalues = [1]\nlow = 2\n"),
      "either values or low and high");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\nvalues = [1, 1]\n"),
      "has the value 1 twice");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\nvalues = []\n"),
      "not a list of values");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\nvalues = [-1]\n"), "too small");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\nlow = 5\nhigh = 5\n"),
      "5 is not above low (5)");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\nlow = 0\nscale = \"log\"\n"),
      "a log scale cannot begin at 0");
  has(with_parameter("key = \"campaign.spring.roster.tier\"\n"), "is no number");
  has(with_parameter("key = \"campaign.spring.budget\"\nlow = 5\n"), "a number without a unit");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\nvalue = [1]\n"),
      "did you mean 'values'?");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\n[[sweep.parameter]]\nkey = "
                     "\"campaign.spring.budget\"\nvalues = [\"1 USD\"]\n"),
      "varies 'campaign.spring.budget_usd' a second time");
  has(with_parameter("key = \"campaign.spring.budget_usd\"\n[[arm]]\nname = \"a\"\nset = "
                     "{ \"campaign.spring.budget_usd\" = 7 }\n"),
      "every arm sets 'campaign.spring.budget_usd' itself");
}

TEST_CASE("a list needs as many values of each") {
  const std::string text = study +
                           "[sweep]\ndesign = \"list\"\n[[sweep.parameter]]\nkey = "
                           "\"campaign.spring.budget_usd\"\nvalues = [1, 2]\n"
                           "[[sweep.parameter]]\nkey = \"platform.sponsored_share\"\n";
  CHECK(read(text + "values = [0.1, 0.1]\n").sweep.design == SweepDesign::list);
  CHECK(errors(text + "values = [0.1]\n").find("has 1 values (expected 2") != std::string::npos);
  CHECK(errors(text).find("has 0 values") != std::string::npos);
}

TEST_CASE("a point is the study with other values, checked as a study is") {
  const Scenario scenario =
      read(with_parameter("key = \"campaign.spring.budget_usd\"\nvalues = [100, 200]\n"));
  const Scenario changed = with_values(scenario, {{{"campaign.spring.budget_usd", 200.0}}}, "");
  Scenario expected = scenario;
  expected.campaigns[0].budget_usd = 200;
  expected.sweep = {};
  CHECK(changed == expected);
  CHECK_THROWS_WITH(
      with_values(scenario, {{{"campaign.spring.start_days", std::int64_t{900}}}}, " at point 3"),
      Catch::Contains("the campaign ends on day") && Catch::Contains(" at point 3"));
}
