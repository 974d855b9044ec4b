// Plan, attention and showing.
#include <algorithm>
#include <cmath>

#include "sim/market/engagement.hpp"
#include "sim/market/suspicion.hpp"
#include "sim/random/portable_math.hpp"
#include "sim/random/uniform.hpp"
#include "tests/engine/reference/reference_market.hpp"

namespace clout::reference {

using random::Purpose;

std::vector<Message> Market::plan() {
  std::vector<Message> posts;
  for (const auto& [k, each] : endorsers_) plan_author(k, posts);
  for (const auto& [author, b, negative] : talks_) {
    Message post;
    post.author = author;
    post.slot = 768 + 2 * b + (negative ? 1 : 0);
    post.kind = Kind::talk;
    post.brand = b;
    post.negative = negative;
    post.showing = market::showing(
        market::reach(arm_.platform.reach, arm_.market.mechanism.feed, people(author)),
        rates_.largest_boost);
    posts.push_back(post);
    ++tally_.brand[std::size_t(b)].talks;
  }
  std::sort(posts.begin(), posts.end(), [](const Message& a, const Message& b) {
    return std::pair(a.author, a.slot) < std::pair(b.author, b.slot);
  });
  return posts;
}

void Market::plan_author(Account k, std::vector<Message>& out) {
  Endorser& self = endorsers_[k];
  const auto& platform = arm_.platform;
  std::vector<Message> mine;
  std::vector<int> places;
  const double u = random::unit_double(draw(Purpose::posting, std::uint64_t(k), day_, 0)[0]);
  const int routine = std::min(200, static_cast<int>(std::floor(self.traits.posts_per_day + u)));
  for (int j = 0; j < routine; ++j) {
    const auto bits =
        draw(Purpose::posting, std::uint64_t(k), day_, 1 + static_cast<std::uint32_t>(j));
    Message post;
    post.slot = j;
    if (random::unit_double(bits[0]) < self.traits.sponsored_share) {
      post.kind = Kind::background;
      post.fit = platform.background_fit;
      post.familiarity = platform.background_familiarity;
      places.push_back(static_cast<int>(
          random::below(bits[1], static_cast<std::uint32_t>(platform.background_brands))));
    }
    mine.push_back(post);
  }
  int slot = 256;
  for (const auto& [author, c] : planned_[day_]) {
    if (author != k) continue;
    const auto& spec = arm_.campaigns[std::size_t(c)];
    Message post;
    post.slot = slot++;
    post.kind = Kind::campaign;
    post.campaign = c;
    post.brand = 0;
    while (arm_.brands[std::size_t(post.brand)].name != spec.brand) ++post.brand;
    const auto& brand = arm_.brands[std::size_t(post.brand)];
    post.disclosed = spec.disclosure == market::Disclosure::disclosed;
    post.hedonic = brand.product == market::ProductKind::hedonic;
    post.escape = static_cast<float>(1 - arm_.market.memory.novelty_weight * spec.novelty);
    const bool at_home = traits_[std::size_t(k)].home == brand_niche_[std::size_t(post.brand)];
    post.fit = at_home ? brand.fit_in_niche : brand.fit_elsewhere;
    post.familiarity = brand.familiarity;
    places.push_back(static_cast<int>(platform.background_brands) + post.brand);
    mine.push_back(post);
  }
  if (mine.empty()) return;
  const auto kept = static_cast<float>(
      portable::exp2(-(day_ - self.counted) / arm_.market.load.share_half_life_days));
  self.all = self.all * kept + static_cast<float>(mine.size());
  self.sponsored = self.sponsored * kept + static_cast<float>(places.size());
  self.counted = day_;
  for (const int place : places) self.endorsed[place] = day_;
  auto& tally = tally_.tier[market::index(self.traits.tier)];
  tally.posts += static_cast<std::int64_t>(mine.size());
  tally.sponsored_posts += static_cast<std::int64_t>(places.size());
  for (Message& post : mine) {
    post.author = k;
    post.showing = self.showing;
  }
  finish_sponsored(k, mine);
  std::int64_t living = 0;
  for (const auto& [who, edge] : edges_) living += who.second == k && edge.trust != 0;
  tally.deliveries += living * static_cast<std::int64_t>(mine.size());
  out.insert(out.end(), mine.begin(), mine.end());
}

void Market::finish_sponsored(Account k, std::vector<Message>& mine) {
  const Endorser& self = endorsers_[k];
  const auto& spec = arm_.market;
  double share = spec.suspicion.usual_share;
  double breadth = 0;
  if (spec.mechanism.load) {
    share = static_cast<double>(self.sponsored) / static_cast<double>(self.all);
    for (const auto& [place, last] : self.endorsed)
      breadth += portable::exp2(-(day_ - last) / spec.load.breadth_half_life_days);
  }
  for (Message& post : mine) {
    if (post.kind == Kind::organic) continue;
    const bool custom =
        post.kind == Kind::campaign &&
        arm_.campaigns[std::size_t(post.campaign)].creative == market::Creative::customised;
    post.suspicion_logit = market::suspicion_logit(
        spec.suspicion, {share, breadth, post.fit, people(k), !post.disclosed});
    post.factor =
        market::sponsored_factor(spec.engagement, people(k), custom, 1 - post.familiarity);
    if (spec.mechanism.endorsement == market::Endorsement::recognition)
      post.recognition = static_cast<float>(spec.engagement.recognition * share * share);
  }
}

std::vector<Account> Market::candidates(Purpose purpose, std::uint64_t entity, std::uint32_t index,
                                        double chance, std::int64_t positions,
                                        std::vector<std::uint32_t>& words) const {
  std::vector<Account> found;
  words.clear();
  if (chance <= 0) return found;
  const float scale = chance >= 1 ? 0.0F : static_cast<float>(1.0 / portable::log1p(-chance));
  std::int64_t at = 0;
  for (std::uint32_t jump = 0;; ++jump) {
    const auto bits = draw(purpose, entity, day_, index + jump / 2);
    const std::uint32_t first = bits[jump % 2 == 0 ? 0 : 2];
    const float skip = portable::log(random::open_unit_float(first)) * scale;
    at += static_cast<std::int64_t>(std::floor(std::min(skip, 16384.0F)));
    if (at >= positions) return found;
    found.push_back(at);
    words.push_back(bits[jump % 2 == 0 ? 1 : 3]);
    ++at;
  }
}

bool Market::shown(Account i, Account k, std::uint32_t word, std::uint32_t kept) const {
  const int attention = attention_[std::size_t(i)];
  const market::Units trust = edges_.at({i, k}).trust;
  return attention > 0 && trust > 0 &&
         market::is_shown(word, kept, static_cast<std::uint16_t>(attention),
                          rates_.attention.weight(trust));
}

void Market::show(const std::vector<Message>& posts) {
  const auto accounts = static_cast<Account>(traits_.size());
  attention_.assign(std::size_t(accounts), 0);
  for (Account i = 0; i < accounts; ++i) {
    const auto bits = draw(Purpose::online, std::uint64_t(i) / 4, day_, 0);
    const int activity = traits_[std::size_t(i)].activity;
    const bool online =
        activity == 255 || static_cast<int>(bits[std::size_t(i) % 4] >> 24) < activity;
    if (!online) continue;
    const auto& sums = sums_[std::size_t(i)];
    attention_[std::size_t(i)] =
        arm_.market.mechanism.attention
            ? market::attention_units(sums.offered, rates_.attention_budget, sums.weighted)
            : 1024;
  }
  inbox_.assign(std::size_t(accounts), {});
  for (std::size_t p = 0; p < posts.size(); ++p) {
    const Message& post = posts[p];
    const auto row = network_.graph.followers(account_at(std::size_t(post.author)));
    const auto size = static_cast<std::int64_t>(row.size());
    for (std::int64_t part = 0; part * 16384 < size; ++part) {
      std::vector<std::uint32_t> words;
      const auto found =
          candidates(Purpose::showing, std::uint64_t(post.author) | std::uint64_t(part) << 32,
                     static_cast<std::uint32_t>(post.slot) << 16, post.showing.candidate,
                     std::min<std::int64_t>(16384, size - part * 16384), words);
      for (std::size_t n = 0; n < found.size(); ++n) {
        const auto i = static_cast<Account>(index(row[std::size_t(part * 16384 + found[n])]));
        if (shown(i, post.author, words[n], post.showing.kept)) inbox_[std::size_t(i)].push_back(p);
      }
    }
    for (const Account i : came_[post.author]) {
      const auto bits = draw(Purpose::showing_new_follow, pair_of(i, post.author), day_,
                             static_cast<std::uint32_t>(post.slot));
      if (random::unit_double(bits[0]) < post.showing.candidate &&
          shown(i, post.author, bits[1], post.showing.kept))
        inbox_[std::size_t(i)].push_back(p);
    }
  }
}

}  // namespace clout::reference
