// What figures and settings are called in sentences, and how values of settings are written.
#include "analysis/report/figure_words.hpp"
#include "analysis/report/setting_words.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::report;
using Numbers = std::vector<double>;

TEST_CASE("a figure is told by its title, counted or measured") {
  CHECK(figure_phrase("incremental_customers") == "customers won");
  CHECK(figure_phrase("trust_end.micro") == "trust end micro");
  const auto best = [](const char* name, const char* unit, Better better) {
    Figure figure;
    figure.name = name;
    figure.unit = unit;
    figure.better = better;
    return superlative(figure);
  };
  CHECK(best("incremental_customers", "people", Better::more) == "the most customers won");
  CHECK(best("profit", "USD", Better::more) == "the highest profit");
  CHECK(best("cost_per_thousand", "USD", Better::less) == "the lowest cost of views");
}

TEST_CASE("a setting is told without its section and unit") {
  CHECK(setting_label("campaign.launch.budget_usd") == "launch budget");
  CHECK(setting_label("campaign.launch.fixed_cost_per_influencer_usd") ==
        "launch fixed cost per influencer");
  CHECK(setting_label("platform.sponsored_share") == "sponsored share");
  CHECK(setting_label("platform.reach.slope") == "reach slope");
  CHECK(setting_label("platform.prices.micro_usd_per_1k") == "prices micro USD per 1k");
  CHECK(setting_label("market.load.half_life_days") == "load half life in days");
  CHECK(setting_label("budget_usd") == "budget");
}

TEST_CASE("settings that would be called the same keep their keys") {
  store::SweepRecord sweep;
  sweep.settings = {{"campaign.acme.budget_usd", "USD", "", Numbers{1}},
                    {"brand.acme.budget", "1", "", Numbers{1}},
                    {"platform.reach.slope", "1", "", Numbers{1}}};
  CHECK(setting_labels(sweep) ==
        std::vector<std::string>{"campaign.acme.budget_usd", "brand.acme.budget", "reach slope"});
}

TEST_CASE("a share is told in percent, by its key or by what it means") {
  const store::SweptSetting by_key{"platform.sponsored_share", "1", "", Numbers{0.05, 0.225}};
  CHECK(value_text(by_key, 0) == "5%");
  CHECK(value_text(by_key, 1) == "22.5%");
  CHECK(value_text({"platform.click_through", "1", "Share of viewers.", Numbers{0.018}}, 0) ==
        "1.8%");
  CHECK(value_text({"platform.reach.slope", "1", "Slope.", Numbers{0.05}}, 0) == "0.05");
}

TEST_CASE("values of settings are as short as they are") {
  const store::SweptSetting numbers{"k", "USD", "", Numbers{250000, 0.05, 100, 0, 12345}};
  CHECK(value_text(numbers, 0) == "250k");
  CHECK(value_text(numbers, 1) == "0.05");
  CHECK(value_text(numbers, 2) == "100");
  CHECK(value_text(numbers, 3) == "0");
  CHECK(value_with_unit(numbers, 0) == "250k USD");
  CHECK(value_text({"k", "1", "", std::vector<std::int32_t>{1}}, 0) == "yes");
  CHECK(value_text({"k", "1", "", std::vector<std::string>{"mega"}}, 0) == "mega");
}
