// Replies, moving and the funnel; and the day as a whole.
#include <algorithm>
#include <cmath>

#include "sim/market/memory.hpp"
#include "sim/market/trust.hpp"
#include "sim/market/word_of_mouth.hpp"
#include "sim/random/distributions.hpp"
#include "tests/engine/reference/reference_market.hpp"

namespace clout::reference {

using market::Stage;
using random::Purpose;
using random::unit_float;

engine::DayTally Market::step(int day) {
  day_ = day;
  tally_.clear();
  comments_.clear();
  leavers_.clear();
  const std::vector<Message> posts = plan();
  show(posts);
  for (Account i = 0; i < static_cast<Account>(traits_.size()); ++i) {
    for (const std::size_t p : inbox_[std::size_t(i)]) {
      if (edges_[{i, posts[p].author}].trust == 0) continue;
      if (posts[p].kind == Kind::talk) {
        hear(i, posts[p]);
      } else {
        view(i, posts[p]);
      }
    }
  }
  reply();
  move();
  tomorrow_.clear();
  funnel();
  talks_ = tomorrow_;
  return tally_;
}

void Market::reply() {
  if (!arm_.market.mechanism.reply) return;
  std::sort(comments_.begin(), comments_.end());
  std::map<Account, int> answered;
  for (const Remark& remark : comments_) {
    Edge& edge = edges_[{remark.consumer, remark.author}];
    if (edge.trust == 0) continue;
    const double u = random::unit_double(
        draw(Purpose::reply, std::uint64_t(remark.author), day_, 0xFFFFFFFF)[0]);
    if (answered[remark.author] >=
        std::floor(arm_.market.reply.replies_per_day / network_.people_per_agent + u))
      continue;
    ++answered[remark.author];
    const float ceiling =
        market::ceiling_after(rates_.ceiling, rates_.ceiling_kept, edge.state.scars);
    const float trust = market::after_gain(market::from_units(edge.trust), rates_.reply_gain,
                                           R(remark.consumer, remark.author), ceiling);
    set_trust(remark.consumer, remark.author, edge, market::trust_units(trust));
    ++tally_.tier[market::index(endorsers_[remark.author].traits.tier)].replies;
  }
}

Account Market::look_for(Account i, Account left) const {
  const auto first = draw(Purpose::refollow, pair_of(i, left), day_, 0);
  const auto& spec = arm_.market.unfollow;
  if (!(unit_float(first[0]) < static_cast<float>(spec.refollow_share))) return -1;
  const auto followers = network_.graph.followers(account_at(std::size_t(i)));
  const bool bound =
      unit_float(first[1]) < static_cast<float>(spec.friends_share) && !followers.empty();
  Account fallback = -1;
  for (std::uint32_t attempt = 1; attempt <= 8; ++attempt) {
    const auto bits = draw(Purpose::refollow, pair_of(i, left), day_, attempt);
    const auto& who = traits_[std::size_t(i)];
    const bool home = unit_float(bits[0]) < static_cast<float>(who.focus) * (1.0F / 240);
    const NicheId niche = home ? who.home : who.second;
    std::uint64_t total = 0;
    for (const auto& [k, each] : endorsers_) {
      if (traits_[std::size_t(k)].home == niche)
        total += network_.graph.audience(account_at(std::size_t(k)));
    }
    if (total == 0) continue;
    std::uint64_t at = random::below(bits[1] | std::uint64_t{bits[2]} << 32, total);
    Account found = -1;
    for (const auto& [k, each] : endorsers_) {
      if (traits_[std::size_t(k)].home != niche) continue;
      const std::uint64_t audience = network_.graph.audience(account_at(std::size_t(k)));
      if (found < 0 && at < audience) found = k;
      at -= std::min(at, audience);
      if (found >= 0) break;
    }
    const auto known = edges_.find({i, found});
    if (found == i || found == left || (known != edges_.end() && known->second.trust != 0))
      continue;
    if (!bound) return found;
    const AccountId a_friend =
        followers[random::below(bits[3], static_cast<std::uint32_t>(followers.size()))];
    const auto row = network_.graph.followers(account_at(std::size_t(found)));
    if (std::find(row.begin(), row.end(), a_friend) != row.end()) return found;
    if (fallback < 0) fallback = found;
  }
  return fallback;
}

void Market::move() {
  std::sort(leavers_.begin(), leavers_.end());
  std::vector<Account> targets;
  for (const auto& [i, left] : leavers_) {
    targets.push_back(look_for(i, left));
    ++tally_.leavers;
    ++tally_.tier[market::index(endorsers_[left].traits.tier)].unfollows;
  }
  for (std::size_t n = 0; n < leavers_.size(); ++n) {
    const Account i = leavers_[n].first;
    const Account k = targets[n];
    if (k < 0) continue;
    const bool known = edges_.contains({i, k});
    Edge& edge = edges_[{i, k}];
    if (edge.trust != 0) continue;
    if (!known) {
      edge.from_start = false;
      came_[k].push_back(i);
    }
    edge.state = {};
    set_trust(i, k, edge, market::trust_units(baseline(i, k)));
    ++tally_.tier[market::index(endorsers_[k].traits.tier)].new_follows;
    ++tally_.movers;
  }
}

void Market::funnel() {
  const auto accounts = static_cast<std::int64_t>(traits_.size());
  for (std::size_t b = 0; b < arm_.brands.size(); ++b) {
    for (std::int64_t block = 0; block * 4096 < accounts; ++block) {
      std::vector<std::uint32_t> words;
      const auto found =
          candidates(Purpose::innovation, std::uint64_t(block), static_cast<std::uint32_t>(b) << 16,
                     arm_.market.word_of_mouth.innovation_per_day,
                     std::min<std::int64_t>(4096, accounts - block * 4096), words);
      for (const Account at : found) {
        const Account i = block * 4096 + at;
        auto& brand = brands_[{i, b}];
        if (traits_[std::size_t(i)].activity == 0 || brand.stage >= Stage::tried) continue;
        brand.marks |= market::innovates;
        active_.insert(i);
      }
    }
  }
  const std::set<Account> visited = active_;
  for (const Account i : visited) advance(i);
}

void Market::advance(Account i) {
  std::vector<float> utilities;
  std::vector<int> considered;
  std::vector<bool> adopts(arm_.brands.size());
  for (int b = 0; b < static_cast<int>(arm_.brands.size()); ++b) {
    market::BrandState& brand = brands_[{i, std::size_t(b)}];
    // Values as of today, without writing them.
    const market::BrandState before = brand;
    const market::BrandState now = today(i, b);
    brand = before;
    const float response = arm_.market.mechanism.repetition == market::Repetition::wear_out
                               ? now.memory
                               : market::parabola_response(now.memory, rates_.best_exposures);
    const float heard =
        market::balance(now.heard_positive, now.heard_negative, rates_.negative_factor);
    const float score =
        market::score(rates_.appraisal, {now.credibility, now.fit, response, heard,
                                         relative_price_[std::size_t(b)], now.annoyance});
    const auto bits = draw(Purpose::funnel, std::uint64_t(i), day_, static_cast<std::uint32_t>(b));
    const bool seen = brand.marks & market::seen_today;
    const bool known = brand.marks & market::familiar;
    if (!seen && brand.stage == Stage::aware && !known &&
        unit_float(bits[0]) < rates_.forget_per_day) {
      stage(i, b, Stage::unaware);
    } else if (!seen && brand.stage == Stage::considering &&
               unit_float(bits[1]) < rates_.lapse_per_day) {
      stage(i, b, Stage::aware);
    } else if (seen && brand.stage == Stage::aware && arm_.market.mechanism.consideration &&
               unit_float(bits[2]) < portable::logistic(rates_.consider_intercept + score)) {
      stage(i, b, Stage::considering);
    }
    if (brand.stage < Stage::tried) {
      bool will = brand.marks & (market::innovates | market::bought_by_click);
      if (!will && now.positive_today + now.negative_today > 0) {
        bool open = true;
        if (arm_.market.mechanism.contagion == market::Contagion::threshold) {
          const auto z = static_cast<float>(portable::normal_quantile(random::open_unit_double(draw(
              Purpose::purchase_rate, std::uint64_t(i), 1, static_cast<std::uint32_t>(b))[0])));
          open = now.heard_positive >= rates_.threshold_mean + rates_.threshold_noise * z;
        }
        will = open && unit_float(bits[3]) <
                           market::adoption_chance(now.untouched, now.positive_today,
                                                   now.negative_today, rates_.negative_factor);
      }
      adopts[std::size_t(b)] = will;
    }
    if (brand.stage == Stage::considering && !adopts[std::size_t(b)]) {
      considered.push_back(b);
      utilities.push_back(rates_.choice_intercept + score - rates_.load_on_buying * now.load);
    }
  }
  if (!considered.empty()) {
    const float u = unit_float(draw(Purpose::funnel, std::uint64_t(i), day_, 65535)[0]);
    const int chosen = market::choose(utilities, rates_.outside_utility, u);
    if (chosen >= 0) adopts[std::size_t(considered[std::size_t(chosen)])] = true;
  }
  bool stays = false;
  for (int b = 0; b < static_cast<int>(arm_.brands.size()); ++b) {
    market::BrandState& brand = brands_[{i, std::size_t(b)}];
    if (adopts[std::size_t(b)]) {
      buy(i, b, true);
    } else if (brand.next_purchase == day_) {
      buy(i, b, false);
    }
    if (brand.marks & market::passes_on) tomorrow_.insert({i, b, false});
    if (brand.stage >= Stage::tried && arm_.market.mechanism.word_of_mouth) {
      const float u = unit_float(draw(Purpose::experience, std::uint64_t(i), day_,
                                      32768 + static_cast<std::uint32_t>(b))[0]);
      const float kept = rates_.talk_decay.kept(static_cast<unsigned>(day_ - brand.last_purchase));
      if (u < rates_.talk_share * kept) tomorrow_.insert({i, b, brand.satisfaction < 0.5F});
    }
    brand.marks &= market::familiar | market::reached;
    stays = stays || brand.stage >= Stage::considering ||
            (brand.stage == Stage::aware && !(brand.marks & market::familiar));
  }
  if (!stays) active_.erase(i);
}

void Market::buy(Account i, int b, bool first) {
  market::BrandState& brand = brands_[{i, std::size_t(b)}];
  const auto& spec = arm_.market.funnel;
  auto& tally = tally_.brand[std::size_t(b)];
  stage(i, b, first ? Stage::tried : Stage::repeat);
  ++(first ? tally.first_purchases : tally.repeat_purchases);
  if (first) {
    random::KeyedEngine engine(
        random::stream_key(random::Seed{static_cast<std::uint64_t>(run_.seed)},
                           random::Replicate{replicate_}, Purpose::purchase_rate),
        std::uint64_t(i), 0, static_cast<std::uint32_t>(b));
    brand.purchase_rate = static_cast<float>(
        random::gamma(engine, spec.repeat_shape, 1 / (spec.repeat_shape * spec.repeat_mean_days)));
  }
  const auto bits =
      draw(Purpose::experience, std::uint64_t(i), day_, static_cast<std::uint32_t>(b));
  const auto quality = static_cast<float>(std::clamp(
      spec.satisfaction_mean +
          spec.satisfaction_spread * portable::normal_quantile(random::open_unit_double(bits[0])),
      0.0, 1.0));
  brand.satisfaction =
      market::mean_with(brand.satisfaction, static_cast<float>(brand.purchases), quality);
  ++brand.purchases;
  brand.last_purchase = static_cast<market::Day>(day_);
  const auto messenger = static_cast<Account>(brand.messenger);
  const auto known = edges_.find({i, messenger});
  if (brand.messenger != 0xFFFFFFFF && known != edges_.end() && known->second.trust != 0) {
    Edge& edge = known->second;
    const float trust = market::from_units(edge.trust);
    const float ceiling =
        market::ceiling_after(rates_.ceiling, rates_.ceiling_kept, edge.state.scars);
    const float after =
        quality >= 0.5F
            ? market::after_gain(trust, rates_.gain, R(i, messenger), ceiling)
            : market::after_bad_experience(trust, rates_.bad_experience, 1.0F - 2.0F * quality);
    set_trust(i, messenger, edge, market::trust_units(after));
  }
  brand.next_purchase = market::never;
  if (brand.satisfaction < 0.5F) {
    if (brand.stage == Stage::repeat) stage(i, b, Stage::tried);
    return;
  }
  const double rate = static_cast<double>(brand.purchase_rate) *
                      (static_cast<double>(brand.satisfaction) / spec.satisfaction_mean);
  const double days = -portable::log1p(-random::open_unit_double(bits[1])) / rate;
  const auto last = static_cast<double>(run_.days + run_.warm_up_days - 1);
  if (rate > 0 && days < last - day_)
    brand.next_purchase = static_cast<market::Day>(day_ + 1 + std::floor(days));
}

}  // namespace clout::reference
