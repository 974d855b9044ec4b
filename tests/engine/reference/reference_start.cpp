// Before the first day.
#include <algorithm>
#include <cmath>

#include "sim/market/trust.hpp"
#include "sim/random/portable_math.hpp"
#include "sim/random/uniform.hpp"
#include "tests/engine/reference/reference_market.hpp"

namespace clout::reference {

using random::Purpose;

random::Block Market::draw(Purpose purpose, std::uint64_t entity, int time,
                           std::uint32_t index) const {
  const auto key = random::stream_key(random::Seed{static_cast<std::uint64_t>(run_.seed)},
                                      random::Replicate{replicate_}, purpose);
  return random::draw_block(key, entity, static_cast<std::uint32_t>(time), index);
}

double Market::people(Account k) const {
  return static_cast<double>(network_.graph.audience(account_at(std::size_t(k)))) *
         network_.people_per_agent;
}

market::Interests Market::interests(Account i) const {
  const auto& traits = traits_[std::size_t(i)];
  return {traits.home, traits.second, traits.focus};
}

market::AuthorTraits Market::author_of(Account k) const {
  const auto key = random::stream_key(random::Seed{static_cast<std::uint64_t>(run_.seed)},
                                      random::Replicate{replicate_}, Purpose::market_traits);
  return market::author_traits(arm_.market,
                               {key, static_cast<std::uint16_t>(network_.niches.niches())},
                               account_at(std::size_t(k)), people(k));
}

float Market::R(Account i, Account k) const {
  if (!arm_.market.mechanism.relatability)
    return static_cast<float>(arm_.market.relatability.neutral);
  return rates_.similarity(interests(i), interests(k)) * author_of(k).appeal;
}

float Market::baseline(Account i, Account k) const {
  return market::baseline_trust(author_of(k).trust_logit, rates_.from_relatability, R(i, k));
}

Market::Market(const graph::Network& network, const engine::Arm& arm, const engine::RunSpec& run,
               std::uint32_t replicate)
    : network_(network),
      arm_(arm),
      run_(run),
      replicate_(replicate),
      rates_(arm.market, arm.platform, static_cast<std::size_t>(run.days + run.warm_up_days)),
      tally_(arm.brands.size(), network.niches.niches()) {
  start();
  start_campaigns();
}

void Market::start() {
  const auto accounts = static_cast<Account>(network_.graph.accounts());
  const market::TraitDraws draws{
      random::stream_key(random::Seed{static_cast<std::uint64_t>(run_.seed)},
                         random::Replicate{replicate_}, Purpose::market_traits),
      static_cast<std::uint16_t>(network_.niches.niches())};
  for (Account i = 0; i < accounts; ++i) {
    traits_.push_back(market::consumer_traits(arm_.market, arm_.platform, draws,
                                              account_at(std::size_t(i)),
                                              network_.niches.home[std::size_t(i)], people(i)));
    consumers_.emplace_back();
    sums_.emplace_back();
    const auto found =
        market::influencer_traits(arm_.platform, draws, account_at(std::size_t(i)), people(i));
    if (!found) continue;
    Endorser each;
    each.traits = *found;
    const double reach = market::reach(arm_.platform.reach, arm_.market.mechanism.feed, people(i));
    each.showing = market::showing(reach, rates_.largest_boost);
    each.offer = market::offer_units(found->posts_per_day, reach);
    const double posts =
        found->posts_per_day * arm_.market.load.share_half_life_days / 0.693147180559945309417;
    each.all = static_cast<float>(posts);
    each.sponsored = static_cast<float>(posts * found->sponsored_share);
    each.credit = std::max(1.0, arm_.market.reply.replies_per_day / network_.people_per_agent);
    endorsers_[i] = each;
  }
  for (auto& [k, each] : endorsers_) each.author = author_of(k);
  for (Account k = 0; k < accounts; ++k) {
    for (const AccountId follower : network_.graph.followers(account_at(std::size_t(k)))) {
      const auto i = static_cast<Account>(index(follower));
      Edge& edge = edges_[{i, k}];
      edge.trust = market::trust_units(baseline(i, k));
      if (!endorsers_.contains(k)) continue;
      sums_[std::size_t(i)].offered += endorsers_[k].offer;
      sums_[std::size_t(i)].weighted +=
          endorsers_[k].offer * std::int64_t{rates_.attention.weight(edge.trust)};
    }
  }
  double logs = 0;
  for (const auto& brand : arm_.brands) logs += portable::log(brand.price_usd);
  for (std::size_t b = 0; b < arm_.brands.size(); ++b) {
    const auto& spec = arm_.brands[b];
    relative_price_.push_back(static_cast<float>(portable::log(spec.price_usd) -
                                                 logs / static_cast<double>(arm_.brands.size())));
    const auto& names = network_.niches.names;
    const auto named = std::find(names.begin(), names.end(), spec.niche);
    std::vector<int> members(names.size());
    for (const NicheId home : network_.niches.home) ++members[index(home)];
    const auto largest = std::max_element(members.begin(), members.end()) - members.begin();
    brand_niche_.push_back(
        static_cast<NicheId>(spec.niche.empty() ? largest : named - names.begin()));
    for (Account i = 0; i < accounts; ++i) {
      market::BrandState& state = brands_[{i, b}];
      const float u = random::unit_float(
          draw(Purpose::familiarity, std::uint64_t(i), 0, static_cast<std::uint32_t>(b))[0]);
      if (traits_[std::size_t(i)].activity > 0 && u < static_cast<float>(spec.familiarity)) {
        state.marks = market::familiar;
        state.stage = market::Stage::aware;
      }
    }
  }
}

void Market::start_campaigns() {
  std::vector<market::Candidate> all;
  for (const auto& [k, each] : endorsers_) {
    if (traits_[std::size_t(k)].activity == 0) continue;
    double price = market::price_of_post(arm_.platform.prices, each.traits.tier, people(k),
                                         each.traits.price_z);
    for (const auto& profile : network_.influencers) {
      if (profile.account != account_at(std::size_t(k)) || profile.price_per_post_usd < 0) continue;
      price = profile.price_per_post_usd;
      // Of the audience that the table says, the market has so many people.
      if (profile.nominal_followers > 0) price *= people(k) / profile.nominal_followers;
    }
    all.push_back({account_at(std::size_t(k)), each.traits.tier, traits_[std::size_t(k)].home,
                   price, each.traits.priority});
  }
  for (std::size_t c = 0; c < arm_.campaigns.size(); ++c) {
    const auto& spec = arm_.campaigns[c];
    std::size_t brand = 0;
    while (arm_.brands[brand].name != spec.brand) ++brand;
    const market::Roster roster = market::pack_roster(spec, all, brand_niche_[brand]);
    for (const market::Hired& hired : roster.hired) {
      std::uint32_t name = 2166136261U;
      for (const char letter : spec.name) {
        name ^= static_cast<unsigned char>(letter);
        name *= 16777619U;
      }
      const auto bits = draw(Purpose::campaign_phase, index(hired.account), 0, name);
      for (const std::int64_t day : market::post_days(spec, random::unit_double(bits[0]))) {
        const auto clock = static_cast<int>(run_.warm_up_days + spec.start_days + day);
        planned_[clock].emplace_back(static_cast<Account>(index(hired.account)),
                                     static_cast<int>(c));
      }
    }
  }
  for (auto& [day, posts] : planned_) std::sort(posts.begin(), posts.end());
}

}  // namespace clout::reference
