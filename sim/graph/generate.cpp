#include "sim/graph/generate.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/graph/follow_model.hpp"
#include "sim/graph/permutation.hpp"
#include "sim/random/philox.hpp"

namespace clout::graph {

namespace {

GraphSpec usable(const GraphSpec& spec) {
  std::vector<Diagnostic> wrong = check(spec);
  if (!wrong.empty()) throw InputError(std::move(wrong));
  return resolved(spec);
}

std::uint32_t stated_audience(const GraphSpec& spec, const CelebritySpec& celebrity) {
  return static_cast<std::uint32_t>(
      std::llround(celebrity.audience_share * static_cast<double>(spec.accounts)));
}

/// The followers of each planted celebrity that lie in the range: the accounts, itself left out,
/// that a permutation of all others puts below the stated audience. So the size is exact, and each
/// account can tell for itself.
std::vector<GivenRow> celebrity_rows(const GraphSpec& spec, random::Seed seed,
                                     const NicheLayout& layout, parallel::Range followers) {
  const auto key = stream_key(seed, random::Replicate{0}, random::Purpose::celebrity_follow);
  std::vector<GivenRow> rows(spec.celebrities.size());
  parallel::for_each_block(rows.size(), [&](std::size_t i) {
    GivenRow& row = rows[i];
    row.account = layout.celebrities()[i];
    const Permutation place(key, i, static_cast<std::uint32_t>(spec.accounts - 1));
    const std::uint32_t audience = stated_audience(spec, spec.celebrities[i]);
    for (std::size_t account = followers.begin; account < followers.end; ++account) {
      if (account == row.account) continue;
      const std::size_t among_others = account > row.account ? account - 1 : account;
      if (place(static_cast<std::uint32_t>(among_others)) < audience)
        row.followers.push_back(account_at(account));
    }
  });
  return rows;
}

/// The followers of each planted influencer that lie in the range.
std::vector<GivenRow> influencer_rows(const GraphSpec& spec, const FollowModel& model,
                                      parallel::Range followers) {
  std::vector<GivenRow> rows(spec.influencers.size());
  parallel::for_each_block(rows.size(), [&](std::size_t i) {
    rows[i].account = model.layout().influencers()[i];
    const std::vector<AccountId> all = model.planted_followers(spec, i);
    const auto begin = std::lower_bound(all.begin(), all.end(), account_at(followers.begin));
    rows[i].followers.assign(begin, std::find_if(begin, all.end(), [&](AccountId id) {
                               return index(id) >= followers.end;
                             }));
  });
  return rows;
}

std::vector<GivenRow> planted_rows(const GraphSpec& spec, random::Seed seed,
                                   const FollowModel& model, parallel::Range followers) {
  std::vector<GivenRow> rows = celebrity_rows(spec, seed, model.layout(), followers);
  std::vector<GivenRow> more = influencer_rows(spec, model, followers);
  rows.insert(rows.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
  return rows;
}

FollowerGraph rows_of(const GraphSpec& spec, random::Seed seed, const FollowModel& model,
                      parallel::Range followers, const Progress& progress) {
  const auto emit = [&](parallel::Range range, FollowBuckets& buckets) {
    std::vector<std::uint32_t> follows;
    std::vector<std::uint32_t> words;
    for (std::size_t account = range.begin; account < range.end; ++account) {
      const auto follower = static_cast<std::uint32_t>(account);
      follows.clear();
      model.append_follows(follower, follows, words);
      buckets.add(follower, follows);
    }
  };
  return build_rows(static_cast<std::size_t>(spec.accounts), followers, emit,
                    planted_rows(spec, seed, model, followers), progress);
}

NicheAssignment niches_of(const NicheLayout& layout) {
  NicheAssignment niches{niche_names(layout.niches()), std::vector<NicheId>(layout.accounts())};
  for (std::size_t niche = 0; niche < layout.niches(); ++niche) {
    std::fill(niches.home.begin() + layout[niche].begin, niches.home.begin() + layout[niche].end,
              static_cast<NicheId>(niche));
  }
  return niches;
}

/// Planted accounts with the audiences they have in the graph.
std::vector<InfluencerProfile> profiles_of(const GraphSpec& spec, const NicheLayout& layout,
                                           const FollowerGraph& graph) {
  std::vector<InfluencerProfile> profiles;
  const auto add = [&](std::uint32_t account) -> InfluencerProfile& {
    InfluencerProfile& profile = profiles.emplace_back();
    profile.account = AccountId{account};
    profile.nominal_followers =
        static_cast<double>(graph.audience(profile.account)) * spec.people_per_agent;
    return profile;
  };
  for (std::size_t i = 0; i < spec.celebrities.size(); ++i)
    add(layout.celebrities()[i]).category = "planted celebrity: " + spec.celebrities[i].name;
  for (std::size_t i = 0; i < spec.influencers.size(); ++i) {
    InfluencerProfile& profile = add(layout.influencers()[i]);
    profile.engagement_rate = spec.influencers[i].engagement_rate;
    profile.price_per_post_usd = spec.influencers[i].price_per_post_usd;
    profile.category = spec.influencers[i].category;
  }
  std::sort(profiles.begin(), profiles.end(),
            [](const auto& a, const auto& b) { return a.account < b.account; });
  return profiles;
}

}  // namespace

Network generate(const GraphSpec& asked, random::Seed seed, const Progress& progress) {
  const GraphSpec spec = usable(asked);
  const FollowModel model(spec, seed);
  Network network;
  network.graph =
      rows_of(spec, seed, model, {0, static_cast<std::size_t>(spec.accounts)}, progress);
  network.niches = niches_of(model.layout());
  network.influencers = profiles_of(spec, model.layout(), network.graph);
  network.people_per_agent = spec.people_per_agent;
  network.origin = "generated with seed " + std::to_string(static_cast<std::uint64_t>(seed));
  return network;
}

FollowerGraph generate_part(const GraphSpec& asked, random::Seed seed, parallel::Range followers,
                            const Progress& progress) {
  const GraphSpec spec = usable(asked);
  CLOUT_EXPECT(followers.begin <= followers.end &&
               followers.end <= static_cast<std::size_t>(spec.accounts));
  return rows_of(spec, seed, FollowModel(spec, seed), followers, progress);
}

}  // namespace clout::graph
