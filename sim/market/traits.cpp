#include "sim/market/traits.hpp"

#include <algorithm>
#include <cmath>

#include "sim/market/relatability.hpp"
#include "sim/market/trust.hpp"
#include "sim/random/distributions.hpp"

namespace clout::market {

namespace {

double normal_of(std::uint32_t bits, double mean, double deviation) {
  return mean + deviation * portable::normal_quantile(random::open_unit_double(bits));
}

random::Block block(const TraitDraws& draws, AccountId account, std::uint32_t number) {
  return random::draw_block(draws.key, index(account), 0, number);
}

/// Any other niche, all equally likely; the home niche if there is no other.
NicheId second_niche(std::uint32_t bits, NicheId home, std::uint16_t niches) {
  if (niches < 2) return home;
  const std::uint32_t other = random::below(bits, niches - 1U);
  return static_cast<NicheId>(other < index(home) ? other : other + 1);
}

}  // namespace

ConsumerTraits consumer_traits(const MarketSpec& market, const PlatformSpec& platform,
                               const TraitDraws& draws, AccountId account, NicheId home,
                               double followers) {
  const random::Block first = block(draws, account, 0);
  const random::Block second = block(draws, account, 1);
  ConsumerTraits traits;
  traits.home = home;
  traits.second = second_niche(first[0], home, draws.niches);
  const auto& interests = market.relatability;
  const double focus = normal_of(first[1], interests.focus_mean, interests.focus_spread);
  traits.focus = to_focus(focus_of(interests, followers, std::clamp(focus, 0.5, 1.0)));
  const double online =
      normal_of(first[2], market.attention.online_share, market.attention.online_spread);
  const bool fake = random::unit_double(first[3]) < platform.fake_follower_share;
  // Everybody but fakes is online now and then, unless nobody is meant to be.
  const double smallest = market.attention.online_share > 0 ? 1 : 0;
  traits.activity =
      fake ? std::uint8_t{0}
           : static_cast<std::uint8_t>(std::clamp(std::floor(online * 255 + 0.5), smallest, 255.0));
  const double susceptible = normal_of(second[0], 1.0, market.funnel.susceptibility_spread);
  traits.susceptibility =
      static_cast<std::uint8_t>(std::clamp(std::floor(susceptible * 100 + 0.5), 0.0, 255.0));
  const double skeptical = normal_of(second[1], 0.0, market.suspicion.skepticism_spread);
  traits.skepticism =
      static_cast<std::int8_t>(std::clamp(std::floor(skeptical * 32 + 0.5), -127.0, 127.0));
  return traits;
}

AuthorTraits author_traits(const MarketSpec& market, const TraitDraws& draws, AccountId account,
                           double followers) {
  const random::Block second = block(draws, account, 1);
  const auto& spec = market.relatability;
  const double authenticity =
      std::clamp(normal_of(second[2], spec.authenticity_mean, spec.authenticity_spread), 0.0, 1.0);
  const double expertise = std::clamp(
      normal_of(second[3], market.trust.expertise_mean, market.trust.expertise_spread), 0.0, 1.0);
  return {appeal(spec, followers, authenticity), trust_logit(market.trust, followers, expertise)};
}

std::optional<InfluencerTraits> influencer_traits(const PlatformSpec& platform,
                                                  const TraitDraws& draws, AccountId account,
                                                  double followers) {
  const auto tier = tier_of(platform.tiers, followers);
  if (!tier) return std::nullopt;
  const random::Block third = block(draws, account, 2);
  const double sigma = platform.posts_sigma;
  // A log-normal with this shift has mean one.
  const double spread = portable::exp(normal_of(third[0], -sigma * sigma / 2, sigma));
  // More than a hundred posts a day are no influencer's (and would not fit the numbering of posts).
  const double posts = std::min(100.0, platform.posts_per_week / 7 * spread);
  const double growth =
      portable::exp(platform.sponsored_growth * portable::log(followers / 30'000));
  return InfluencerTraits{*tier, posts, std::min(1.0, platform.sponsored_share * growth),
                          normal_of(third[1], 0.0, 1.0), third[2]};
}

}  // namespace clout::market
