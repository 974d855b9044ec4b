#include "sim/scenario/quantity.hpp"
#include "tests/scenario/scenario_files.hpp"
#include "tests/support/catch.hpp"

using clout::scenario::parse_quantity;
using clout::test::errors;
using clout::test::read;

namespace {

const std::string seed = "run.seed = 1\n";

std::string brand_with(const std::string& line) {
  return seed + "[[brand]]\nname = \"b\"\n" + line + "\n";
}

}  // namespace

TEST_CASE("a quantity is a number, k or M, and a unit, and nothing else") {
  const auto is = [](const char* text, double number, const std::string& unit) {
    const auto quantity = parse_quantity(text);
    INFO(text);
    REQUIRE(quantity);
    CHECK(quantity->number == number);
    CHECK(quantity->unit == unit);
  };
  is("10 USD", 10, "USD");
  is("2.5k", 2500, "");
  is("2.5k USD", 2500, "USD");
  is("3M people", 3e6, "people");
  is("90d", 90, "d");
  is("-1e3 x y", -1000, "x y");
  is("+7", 7, "");
  is("12 %", 12, "%");
  is("20kUSD", 20, "kUSD");
  for (const char* text : {"", " 1", "USD", "1.2.3", "1. .", "--1", "+-1", "inf", "nan", "0x10 ",
                           ".5", "1 ", "k", "1e999"}) {
    INFO(text);
    const auto quantity = parse_quantity(text);
    CHECK((!quantity || quantity->unit == "x10 "));
  }
}

TEST_CASE("a unit may stand in the key or in the value, and both mean the same") {
  const auto price = [](const std::string& line) {
    return read(brand_with(line)).brands.at(0).price_usd;
  };
  CHECK(price("price_usd = 12.5") == 12.5);
  CHECK(price("price_usd = \"12.5 USD\"") == 12.5);
  CHECK(price("price = \"12.5 USD\"") == 12.5);
  CHECK(price("price = \"1.5k USD\"") == 1500);
  CHECK(read("[run]\nseed = 1\ndays = \"2 weeks\"").run.days == 14);
  CHECK(read("[run]\nseed = 1\nwarm_up = \"48 hours\"").run.warm_up_days == 2);
  CHECK(read(seed + "market.load.half_life = \"48 hours\"").market.load.half_life_days == 2);
  CHECK(read(seed + "platform.posts_per_week = \"1 posts/day\"").platform.posts_per_week == 7);
  CHECK(read(brand_with("margin = \"40 %\"")).brands.at(0).margin == Approx(0.4));
  CHECK(read(brand_with("margin = 1")).brands.at(0).margin == 1);
}

TEST_CASE("a value that cannot be used is refused with what is allowed") {
  const auto error = [](const std::string& line) { return errors(brand_with(line)); };
  CHECK(error("price = 12") ==
        "s.toml:4:9: brand.b.price: a number without a unit (expected a number with its unit, such "
        "as \"30 USD\"); or write "
        "the key with its unit: price_usd");
  CHECK(error("price = \"12\"") ==
        "s.toml:4:9: brand.b.price: '12' has no unit (expected a number with its unit, such as "
        "\"30 USD\")");
  CHECK(error("price = \"12 EUR\"") ==
        "s.toml:4:9: brand.b.price: unit 'EUR' does not fit (expected unit USD)");
  CHECK(error("price_usd = \"cheap\"") ==
        "s.toml:4:13: brand.b.price_usd: 'cheap' is not a number (expected a number from 0.01 to "
        "10000000 USD)");
  CHECK(error("price_usd = 0") ==
        "s.toml:4:13: brand.b.price_usd: 0 is too small (expected a number from 0.01 to 10000000 "
        "USD)");
  CHECK(error("margin = 1.5") ==
        "s.toml:4:10: brand.b.margin: 1.5 is too large (expected a number from 0 to 1)");
  CHECK(error("margin = nan") ==
        "s.toml:4:10: brand.b.margin: not a finite number (expected a number from 0 to 1)");
  CHECK(error("margin = -inf") ==
        "s.toml:4:10: brand.b.margin: not a finite number (expected a number from 0 to 1)");
  CHECK(error("margin = true") ==
        "s.toml:4:10: brand.b.margin: true or false, not a number (expected a number from 0 to 1)");
  CHECK(
      error("margin = 1979-05-27") ==
      "s.toml:4:10: brand.b.margin: a date or time, not a number (expected a number from 0 to 1)");
  CHECK(error("margin = \"4 days\"") ==
        "s.toml:4:10: brand.b.margin: unit 'days' does not fit (expected unit %)");
  CHECK(error("product = \"hedonik\"") ==
        "s.toml:4:11: brand.b.product: 'hedonik' is not one of the choices (expected hedonic or "
        "utilitarian); did you mean "
        "'hedonic'?");
  CHECK(error("product = 3") ==
        "s.toml:4:11: brand.b.product: a whole number, not one of the choices (expected hedonic or "
        "utilitarian)");
  CHECK(error("niche = 3") ==
        "s.toml:4:9: brand.b.niche: a whole number, where text in quotes belongs");
  CHECK(errors("run.seed = 1\nrun.days = 1.5") ==
        "s.toml:2:12: run.days: 1.5 is not a whole number (expected a whole number from 1 to 36500 "
        "days)");
  CHECK(errors("run.seed = 1\nmarket.mechanism.trust = 1") ==
        "s.toml:2:26: market.mechanism.trust: a whole number, where true or false belongs");
  CHECK(errors("run.seed = 9223372036854775807") ==
        "s.toml:1:12: run.seed: 9.223372036854776e+18 is too large (expected a whole number from 0 "
        "to 9007199254740991)");
}

TEST_CASE("whole numbers may be written as floats, if they are whole") {
  CHECK(read(seed + "graph.accounts = 2e5").graph.accounts == 200000);
  CHECK(read(seed + "graph.accounts = \"0.5M\"").graph.accounts == 500000);
}

TEST_CASE("one setting under two names in one file is an error") {
  CHECK(errors(brand_with("price = \"1 USD\"\nprice_usd = 2")) ==
        "s.toml:5:1: brand.b.price_usd: the same setting as price in line 4 (expected one of the "
        "two)");
}
