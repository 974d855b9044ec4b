#include "sim/graph/follow_model.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/philox.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::graph {

namespace {

constexpr random::Replicate first_replicate{0};
constexpr std::size_t words_per_block = 4;

std::uint32_t word_threshold(double probability) {
  return static_cast<std::uint32_t>(std::clamp(probability * 0x1p32, 0.0, 0x1p32 - 1));
}

std::uint32_t pick(std::uint32_t word, std::size_t count) noexcept {
  return static_cast<std::uint32_t>((std::uint64_t{word} * count) >> 32U);
}

/// Blocks that hold two words for each of count follows.
std::size_t words_for(std::size_t count) { return (count + 1) / 2 * words_per_block; }

}  // namespace

FollowModel::FollowModel(const GraphSpec& spec, random::Seed seed)
    : layout_(spec),
      plan_(spec, seats_for(static_cast<std::size_t>(spec.circle_size), layout_)),
      circles_(layout_, plan_.ties, seed),
      traits_key_(stream_key(seed, first_replicate, random::Purpose::account_traits)),
      base_key_(stream_key(seed, first_replicate, random::Purpose::base_follow)),
      copied_key_(stream_key(seed, first_replicate, random::Purpose::copied_follow)),
      planted_key_(stream_key(seed, first_replicate, random::Purpose::planted_follow)),
      silent_(spec.silent_share),
      follows_mu_(portable::log(plan_.mean_one_way) - spec.follows_sigma * spec.follows_sigma / 2),
      follows_sigma_(spec.follows_sigma),
      max_follows_(static_cast<double>(spec.max_follows)),
      popularity_part_(spec.popularity_correlation),
      chance_part_(std::sqrt(1 - spec.popularity_correlation * spec.popularity_correlation)),
      copied_share_(spec.copied_share),
      home_below_(word_threshold(spec.home_share)),
      second_below_(word_threshold(spec.home_share + spec.second_share)) {
  make_up_for_repetitions(spec);
}

AccountTraits FollowModel::traits(std::uint32_t account) const noexcept {
  const random::Block draw = draw_block(traits_key_, account, 0, 0);
  AccountTraits traits;
  traits.home = static_cast<std::uint32_t>(layout_.niche_of(account));
  traits.second = static_cast<std::uint32_t>(layout_.niche_of(pick(draw[1], layout_.accounts())));
  traits.silent = is_silent(draw);
  if (traits.silent) return traits;
  const NicheRange& range = layout_[traits.home];
  const double percentile = (account - range.begin + 0.5) / range.size();
  const double activity =
      popularity_part_ * portable::normal_quantile(1 - percentile) +
      chance_part_ * portable::normal_quantile(random::open_unit_double(draw[0]));
  const double wanted =
      std::min(portable::exp(follows_mu_ + follows_sigma_ * activity), max_follows_);
  // Rounded at random, so that means are kept; two halves of a word decide the two roundings.
  const auto count = static_cast<std::uint32_t>(wanted + (draw[3] >> 16U) * 0x1p-16);
  traits.copied = static_cast<std::uint32_t>(count * copied_share_ + (draw[3] & 0xffffU) * 0x1p-16);
  traits.copied = std::min(traits.copied, count);
  traits.base = count - traits.copied;
  return traits;
}

std::uint32_t FollowModel::base_target(const AccountTraits& traits, std::uint32_t choice,
                                       std::uint32_t place) const noexcept {
  // The low byte of the first word, which the choice of niche does not feel, refines the place.
  const std::uint64_t mass = (std::uint64_t{place} << 8U) | (choice & 0xffU);
  if (choice < second_below_) {
    const NicheRange& niche = layout_[choice < home_below_ ? traits.home : traits.second];
    return niche.ranked + plan_.near_ranks.rank(mass, niche.ranks());
  }
  const std::uint64_t anywhere =
      std::uint64_t{choice - second_below_} * layout_.accounts() / (0x100000000ULL - second_below_);
  const NicheRange& niche = layout_[layout_.niche_of(static_cast<std::uint32_t>(anywhere))];
  return niche.ranked + plan_.far_ranks.rank(mass, niche.ranks());
}

std::uint32_t FollowModel::base_follow(std::uint32_t account, const AccountTraits& traits,
                                       std::uint32_t number) const noexcept {
  const random::Block draw = draw_block(base_key_, account, 0, number / 2);
  return number % 2 == 0 ? base_target(traits, draw[0], draw[1])
                         : base_target(traits, draw[2], draw[3]);
}

void FollowModel::append_ties(std::uint32_t account, const AccountTraits& traits,
                              std::vector<std::uint32_t>& follows) const {
  const NicheRange& range = layout_[traits.home];
  if (account < range.ranked || account >= range.unfollowed) return;
  const auto first = static_cast<std::ptrdiff_t>(follows.size());
  circles_.append_ties(traits.home, account - range.ranked, follows);
  const auto silent_mate = [&](std::uint32_t mate) {
    return is_silent(draw_block(traits_key_, mate, 0, 0));
  };
  follows.erase(std::remove_if(follows.begin() + first, follows.end(), silent_mate), follows.end());
}

void FollowModel::append_base_follows(std::uint32_t account, const AccountTraits& traits,
                                      std::vector<std::uint32_t>& follows,
                                      std::vector<std::uint32_t>& words) const {
  words.resize(words_for(traits.base));
  fill_indices(base_key_, account, 0, 0, words);
  for (std::size_t j = 0; j < traits.base; ++j)
    follows.push_back(base_target(traits, words[2 * j], words[2 * j + 1]));
}

void FollowModel::append_copied_follows(std::uint32_t account, const AccountTraits& traits,
                                        std::span<const std::uint32_t> role_models,
                                        std::vector<std::uint32_t>& follows,
                                        std::vector<std::uint32_t>& words) const {
  words.resize(words_for(traits.copied));
  fill_indices(copied_key_, account, 0, 0, words);
  for (std::size_t j = 0; j < traits.copied; ++j) {
    const std::uint32_t source = role_models[pick(words[2 * j], role_models.size())];
    const AccountTraits theirs = this->traits(source);
    if (theirs.base > 0)
      follows.push_back(base_follow(source, theirs, pick(words[2 * j + 1], theirs.base)));
  }
}

void FollowModel::append_follows(std::uint32_t account, std::vector<std::uint32_t>& follows,
                                 std::vector<std::uint32_t>& words) const {
  const AccountTraits mine = traits(account);
  if (mine.silent) return;
  const auto first = static_cast<std::ptrdiff_t>(follows.size());
  append_ties(account, mine, follows);
  const auto ties = static_cast<std::ptrdiff_t>(follows.size()) - first;
  append_base_follows(account, mine, follows, words);
  // Friends are role models; who has none copies from those it follows. Copying from stars instead
  // would make whomever a star follows a star too, by chance.
  const auto count = ties > 0 ? ties : static_cast<std::ptrdiff_t>(follows.size()) - first;
  const std::vector<std::uint32_t> role_models(follows.begin() + first,
                                               follows.begin() + first + count);
  if (count > 0) append_copied_follows(account, mine, role_models, follows, words);
  follows.erase(std::remove(follows.begin() + first, follows.end(), account), follows.end());
}

std::vector<AccountId> FollowModel::planted_followers(const GraphSpec& spec,
                                                      std::size_t number) const {
  const std::uint32_t account = layout_.influencers()[number];
  const NicheRange& home = layout_[layout_.niche_of(account)];
  const auto everybody = static_cast<std::uint32_t>(layout_.accounts());
  const auto wanted = static_cast<std::size_t>(spec.influencers[number].audience);
  const double part =
      plan_.home_part_of(static_cast<double>(wanted), static_cast<double>(home.size()) / everybody);
  const auto wanted_at_home =
      static_cast<std::size_t>(std::llround(part * static_cast<double>(wanted)));
  const Permutation near(planted_key_, std::uint64_t{number} << 1U, home.size());
  const Permutation far(planted_key_, (std::uint64_t{number} << 1U) | 1U, everybody);
  std::vector<AccountId> followers;
  const auto add = [&](std::uint32_t follower) {
    if (follower == account || is_silent(draw_block(traits_key_, follower, 0, 0))) return;
    followers.push_back(AccountId{follower});
  };
  std::uint32_t met = 0;
  while (met < home.size() && followers.size() < wanted_at_home) add(home.begin + near(met++));
  for (std::uint32_t i = 0; i < everybody && followers.size() < wanted; ++i) {
    const std::uint32_t follower = far(i);
    if (follower < home.begin || follower >= home.end) add(follower);
  }
  // An audience larger than the other niches: the rest of its own.
  while (met < home.size() && followers.size() < wanted) add(home.begin + near(met++));
  std::sort(followers.begin(), followers.end());
  return followers;
}

void FollowModel::make_up_for_repetitions(const GraphSpec& spec) {
  constexpr std::uint32_t pilot_accounts = 4096;
  constexpr int rounds = 3;
  const auto accounts = static_cast<std::uint32_t>(spec.accounts);
  const std::uint32_t stride = std::max<std::uint32_t>(1, accounts / pilot_accounts);
  const double mu = follows_mu_;
  for (int round = 0; round < rounds; ++round) {
    double wanted = 0;
    double kept = 0;
    std::vector<std::uint32_t> follows;
    std::vector<std::uint32_t> words;
    for (std::uint64_t account = stride / 2; account < accounts; account += stride) {
      const auto id = static_cast<std::uint32_t>(account);
      const AccountTraits mine = traits(id);
      follows.clear();
      append_ties(id, mine, follows);
      const std::size_t ties = mine.silent ? 0 : follows.size();
      follows.clear();
      append_follows(id, follows, words);
      std::sort(follows.begin(), follows.end());
      kept += static_cast<double>(std::unique(follows.begin(), follows.end()) - follows.begin()) -
              static_cast<double>(ties);
      wanted += mine.base + mine.copied;
    }
    // Relative to what the plan asked for: draws were scaled by exp(follows_mu_ - mu) already.
    if (kept <= 0) return;
    const double scale = portable::exp(follows_mu_ - mu);
    follows_mu_ = mu + portable::log(std::clamp(wanted / kept, 1.0, 4.0));
    if (std::abs(scale - wanted / kept) < 1e-3) return;
  }
}

}  // namespace clout::graph
