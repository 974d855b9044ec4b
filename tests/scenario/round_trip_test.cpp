// What is written reads back: the template to the defaults, the resolved form of any scenario to
// that scenario.
#include <fstream>
#include <random>
#include <sstream>

#include "sim/scenario/catalog.hpp"
#include "sim/scenario/describe.hpp"
#include "sim/scenario/json.hpp"
#include "tests/scenario/scenario_files.hpp"
#include "tests/support/catch.hpp"

using clout::ParameterValue;
using clout::scenario::example_scenario;
using clout::scenario::Field;
using clout::scenario::FieldType;
using clout::scenario::resolved_toml;
using clout::scenario::Scenario;
using clout::test::errors;
using clout::test::read;

namespace {

using Random = std::mt19937_64;

double uniform(Random& random, double low, double high) {
  return low + (high - low) * std::generate_canonical<double, 53>(random);
}

ParameterValue random_value(const Field& field, Random& random) {
  const auto& info = field.info;
  // Often the ends, which are allowed.
  const int end = static_cast<int>(random() % 8);
  const double number = end == 0   ? info.low
                        : end == 1 ? info.high
                                   : uniform(random, info.low, info.high);
  switch (field.type) {
    case FieldType::number:
      return number;
    case FieldType::whole_number:
      return static_cast<std::int64_t>(number);
    case FieldType::truth:
      return random() % 2 == 0;
    case FieldType::choice:
      return std::string(field.choices[random() % field.choices.size()]);
    default:
      return field.get();
  }
}

/// Every setting at random, then what settings must keep to among each other.
Scenario random_scenario(std::uint64_t seed) {
  Random random(seed);
  Scenario scenario = example_scenario();
  scenario.headline = {"tab\t, \"quotes\", \\ and \xC3\xBC \x01 " + std::to_string(seed),
                       "two\nlines"};
  for (int i = 0; i < 3; ++i) {
    scenario.brands.push_back({.name = "brand " + std::to_string(i)});
    scenario.campaigns.push_back(
        {.name = "c-" + std::to_string(i),
         .brand = scenario.brands[random() % scenario.brands.size()].name});
  }
  const auto layout = clout::scenario::layout_of(scenario);
  const auto randomise = [&](const auto& sections) {
    for (const auto& section : sections) {
      for (const Field& field : section.fields) field.set(random_value(field, random));
    }
  };
  randomise(layout.sections);
  for (const auto& list : layout.lists) {
    for (std::size_t i = 0; i < list.size(); ++i) randomise(list.element(i));
  }
  scenario.run.days = 36500;
  // Settings of a generated graph stand beside no file, and far from the defaults few can be met.
  scenario.graph = {};
  if (seed % 2 == 0) {
    scenario.graph_source.file = "real.h5";
    scenario.graph_source.niche_table = seed % 4 == 0 ? "communities" : "../niches.csv";
  } else {
    scenario.graph_source.direction = clout::scenario::EdgeDirection::automatic;
    scenario.graph.celebrities = {{.name = "star", .audience_share = uniform(random, 1e-6, 0.5)}};
    scenario.graph.reciprocity = uniform(random, 0, 0.7);
    scenario.graph.niches = 1 + static_cast<std::int64_t>(random() % 99);
    // So that every tier can be hired.
    scenario.graph.people_per_agent = uniform(random, 1e4, 1e6);
  }
  scenario.graph_source.influencer_table = "table \"of\" influencers.csv";
  scenario.platform.tiers = {.nano_from = uniform(random, 1, 2000),
                             .micro_from = uniform(random, 3000, 20000)};
  for (auto& campaign : scenario.campaigns) {
    campaign.start_days %= 18250;
    campaign.duration_days = 1 + campaign.duration_days % 18250;
    campaign.production_cost_usd = std::min(campaign.production_cost_usd, campaign.budget_usd);
    if (campaign.roster.rule == clout::market::RosterRule::mix) {
      campaign.roster = {.rule = campaign.roster.rule, .micro_share = 0.3, .mega_share = 0.7};
    }
    if (campaign.roster.tier == clout::market::Tier::nano)
      campaign.roster.tier = clout::market::Tier::mid;
  }
  // A list has as many values of each, a crossover one or two ranges and not too many points, and
  // only positive ranges have a log scale: all three ways.
  using enum clout::scenario::SweepDesign;
  auto& swept = scenario.sweep.parameters;
  swept[0].steps = 2 + static_cast<std::int64_t>(random() % 9);
  scenario.sweep.refine %= 5;
  if (seed % 3 == 0) {
    if (scenario.sweep.design == crossover) scenario.sweep.design = list;
    swept.push_back({.name = "brand.brand 1.product", .values = {"hedonic", "utilitarian"}});
    swept.push_back({.name = "market.mechanism.trust", .values = {true, false}});
    swept[0] = {.name = swept[0].name, .values = {uniform(random, 1, 1e10), 0.1 + 0.2}};
  } else {
    scenario.sweep.design = seed % 3 == 1 ? sobol : crossover;
    swept.push_back({.name = "graph.accounts", .low = 1000, .high = 2e6});
  }
  scenario.arms[0].settings = {
      {"campaign.spring.novelty", uniform(random, 0, 1)},
      {"market.mechanism.trust", random() % 2 == 0},
      {"campaign.spring.pulse_days", std::int64_t{1 + static_cast<std::int64_t>(random() % 99)}},
      {"brand.acme.niche", seed % 2 == 0 ? "a \"niche\"" : ""}};
  return scenario;
}

std::string file_text(const std::string& path) {
  std::ifstream file(path);
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("the template reads back to exactly the defaults") {
  CHECK(read(clout::scenario::template_toml()) == example_scenario());
}

TEST_CASE("the template names every setting there is") {
  const std::string text = clout::scenario::template_toml();
  Scenario example = example_scenario();
  for (const auto& table : catalog_of(example)) {
    for (const auto& row : table.rows) {
      INFO(row.key);
      CHECK(text.find(std::string("\n").append(row.field.info.name).append(" = ")) !=
            std::string::npos);
      CHECK(text.find(row.field.info.doc) != std::string::npos);
    }
  }
}

TEST_CASE("the resolved form of any scenario reads back to the same scenario") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    const Scenario scenario = random_scenario(seed);
    const std::string text = resolved_toml(scenario);
    REQUIRE(errors(text) == "");
    const Scenario again = read(text);
    REQUIRE(again == scenario);
    REQUIRE(resolved_toml(again) == text);
  }
}

TEST_CASE("a scenario with one setting changed is not equal to the one without") {
  Scenario example = example_scenario();
  Random random(7);
  for (const auto& table : catalog_of(example)) {
    for (const auto& row : table.rows) {
      if (row.field.type == FieldType::text || row.field.type == FieldType::names) continue;
      INFO(row.key);
      const auto before = row.field.get();
      ParameterValue other = before;
      for (int tries = 0; tries < 100 && other == before; ++tries)
        other = random_value(row.field, random);
      row.field.set(other);
      CHECK(example != example_scenario());
      row.field.set(before);
      CHECK(example == example_scenario());
    }
  }
}

TEST_CASE("only what arms name differs between them") {
  const Scenario scenario = read(R"(run.seed = 1
[[brand]]
name = "b"
[[campaign]]
name = "c"
brand = "b"
[[arm]]
name = "plain"
[[arm]]
name = "changed"
set = { "campaign.c.budget" = "7 USD", market = { trust = { gain_rate = 0.5 } } }
[[arm]]
name = "none"
campaigns = []
)");
  auto plain = resolve_arm(scenario, 0);
  const auto changed = resolve_arm(scenario, 1);
  CHECK(plain.campaigns == scenario.campaigns);
  CHECK(plain.market == scenario.market);
  CHECK(changed.campaigns.at(0).budget_usd == 7);
  CHECK(changed.market.trust.gain_rate == 0.5);
  plain.campaigns[0].budget_usd = 7;
  plain.market.trust.gain_rate = 0.5;
  CHECK(plain.campaigns == changed.campaigns);
  CHECK(plain.market == changed.market);
  CHECK(resolve_arm(scenario, 2).campaigns.empty());
}

TEST_CASE("a file without arms has one, in which every campaign runs") {
  const Scenario scenario = read("run.seed = 1");
  REQUIRE(scenario.arms.size() == 1);
  CHECK(scenario.arms[0].name == "all");
}

TEST_CASE("the committed reference page is what the tables say") {
  // Written by: clout scenario --reference > docs/reference/scenario.md
  CHECK(file_text(CLOUT_SOURCE_DIR "/docs/reference/scenario.md") ==
        clout::scenario::reference_markdown());
}

TEST_CASE("explaining one setting tells its default, range and source") {
  CHECK(clout::scenario::explain("platform.reach.impressions_exponent") ==
        "platform.reach.impressions_exponent\n"
        "  Elasticity of impressions to followers (feed algorithmic).\n"
        "  type        number\n"
        "  unit        none\n"
        "  default     0.1\n"
        "  allowed     a number from 0 to 1\n"
        "  sweep       0.05 to 0.3\n"
        "  provenance  found\n"
        "  source      mean 0.10 on TikTok (Tian, Dew & Iyengar 2024)\n");
  CHECK_THROWS_WITH(
      clout::scenario::explain("market.memry"),
      "--explain: no setting or table is named 'market.memry'; did you mean 'market.memory'?");
}
