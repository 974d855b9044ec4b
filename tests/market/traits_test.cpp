// Traits: distributions over 20,000 accounts, and rates of mechanisms that are off.
#include "sim/market/traits.hpp"

#include <cmath>
#include <map>

#include "sim/market/rates.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

constexpr std::size_t accounts = 20'000;

const market::TraitDraws draws{
    random::stream_key(random::Seed{1}, random::Replicate{0}, random::Purpose::market_traits), 8};

struct Moments {
  double sum = 0;
  double squares = 0;
  double count = 0;
  void add(double x) {
    sum += x;
    squares += x * x;
    ++count;
  }
  double mean() const { return sum / count; }
  double deviation() const { return std::sqrt(squares / count - mean() * mean()); }
};

}  // namespace

TEST_CASE("consumers' traits have the means and spreads that were asked for") {
  const market::MarketSpec market;
  const market::PlatformSpec platform;
  Moments online;
  Moments susceptible;
  Moments skeptical;
  std::map<std::size_t, int> second;
  int fakes = 0;
  for (std::size_t i = 0; i < accounts; ++i) {
    const auto traits =
        market::consumer_traits(market, platform, draws, account_at(i), NicheId{3}, 50);
    CHECK(traits.home == NicheId{3});
    CHECK(traits.second != NicheId{3});
    ++second[index(traits.second)];
    fakes += traits.activity == 0;
    if (traits.activity > 0) online.add(traits.activity / 255.0);
    susceptible.add(traits.susceptibility / 100.0);
    skeptical.add(traits.skepticism / 32.0);
  }
  // Standard errors: shares 0.002, means 0.002 to 0.004. Online is clipped to (0, 1].
  CHECK(fakes / double{accounts} == Approx(0.1).margin(0.01));
  CHECK(online.mean() == Approx(0.65).margin(0.015));
  CHECK(online.deviation() == Approx(0.2).margin(0.02));
  CHECK(susceptible.mean() == Approx(1).margin(0.01));
  CHECK(susceptible.deviation() == Approx(0.3).margin(0.01));
  CHECK(skeptical.mean() == Approx(0).margin(0.015));
  CHECK(skeptical.deviation() == Approx(0.5).margin(0.015));
  CHECK(second.size() == 7);
  for (const auto& [niche, count] : second) CHECK(count == Approx(accounts / 7.0).margin(220));
}

TEST_CASE("an only niche is also the second one") {
  const market::TraitDraws one{draws.key, 1};
  CHECK(market::consumer_traits({}, {}, one, account_at(5), NicheId{0}, 50).second == NicheId{0});
}

TEST_CASE(
    "influencers post as often as asked for in the mean, and large ones carry more advertising") {
  const market::PlatformSpec platform;
  Moments posts;
  for (std::size_t i = 0; i < accounts; ++i)
    posts.add(market::influencer_traits(platform, draws, account_at(i), 30'000)->posts_per_day);
  CHECK(posts.mean() == Approx(5.0 / 7).epsilon(0.02));
  CHECK_FALSE(market::influencer_traits(platform, draws, account_at(0), 999));
  const auto usual = market::influencer_traits(platform, draws, account_at(0), 30'000);
  const auto large = market::influencer_traits(platform, draws, account_at(0), 3e6);
  CHECK(usual->sponsored_share == Approx(0.05));
  CHECK(large->sponsored_share == Approx(0.05 * std::pow(100, 0.1)));
}

TEST_CASE("an account keeps its traits whatever else is asked, and another replicate has others") {
  const auto again = market::author_traits({}, draws, account_at(7), 1e4);
  CHECK(again.appeal == market::author_traits({}, draws, account_at(7), 1e4).appeal);
  const market::TraitDraws other{
      random::stream_key(random::Seed{1}, random::Replicate{1}, random::Purpose::market_traits), 8};
  CHECK(again.appeal != market::author_traits({}, other, account_at(7), 1e4).appeal);
}

TEST_CASE("a mechanism that is off has rates of nothing") {
  market::MarketSpec market;
  market.mechanism.trust = market.mechanism.load = market.mechanism.suspicion = false;
  market.mechanism.spill_over = market.mechanism.fatigue = market.mechanism.clutter = false;
  market.mechanism.word_of_mouth = market.mechanism.attention = false;
  const market::Rates off(market, {}, 10);
  CHECK(off.gain == 0);
  CHECK(off.loss == 0);
  CHECK(off.reply_gain == 0);
  CHECK(off.bad_experience == 0);
  CHECK(off.load_per_ad == 0);
  CHECK(off.suspicion_scale == 0);
  CHECK(off.to_class == 0);
  CHECK(off.to_all == 0);
  CHECK(off.annoyance_per_exposure == 0);
  CHECK(off.clutter_weight == 0);
  CHECK(off.talk_share == 0);
  CHECK(off.pass_on_share == 0);
  CHECK(off.largest_boost == 1);
  const market::Rates on(market::MarketSpec{}, {}, 10);
  CHECK(on.gain > 0);
  CHECK(on.loss > 0);
  CHECK(on.forget_per_day == Approx(1 - std::exp2(-1.0 / 28)));
}
