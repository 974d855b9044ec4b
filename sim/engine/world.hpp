// The state of one market: one arm in one replicate. Arrays beside the follower graph, which all
// markets share.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "sim/base/huge_array.hpp"
#include "sim/engine/arm.hpp"
#include "sim/engine/arm_set.hpp"
#include "sim/graph/network.hpp"
#include "sim/market/rates.hpp"
#include "sim/market/roster.hpp"
#include "sim/market/state.hpp"
#include "sim/market/traits.hpp"

namespace clout::engine {

/// Position of an account among the influencers; no_influencer for all others.
using InfluencerIndex = std::uint32_t;
inline constexpr InfluencerIndex no_influencer = 0xFFFFFFFF;

/// What an account with an audience of influencer size is, and has posted.
struct Influencer {
  AccountId account{};
  market::Tier tier{};
  double followers = 0;  ///< F at the start, people: tiers, prices and size laws use it throughout
  market::InfluencerTraits traits;
  market::AuthorTraits author;
  market::Showing showing;
  float jump_scale = 0;       ///< of showing.candidate, see candidate_jumps.hpp
  std::int64_t offer = 0;     ///< posts a day x reach, 1/65536
  float all_posts = 0;        ///< decayed count as of counted
  float sponsored_posts = 0;  ///< decayed count as of counted
  market::Day counted = 0;    ///< day of the two counts
  double reply_credit = 1;    ///< comments of agents it can answer, as of credited
  market::Day credited = 0;
  std::int64_t living = 0;  ///< follow edges it has now
};

/// A follow that did not exist at the start.
struct NewFollow {
  AccountId follower{};
  AccountId followee{};
  market::Units trust = 0;  ///< 0: left again
  ArmSet joined = 0;        ///< arms in which it has been taken up, left again or not
  market::FollowEdgeState state;
};

/// A new follow among those of its followee: what showing needs of those it does not show.
struct NewFollower {
  AccountId follower{};
  std::uint32_t at = 0;  ///< in NewFollows::edges
};

/// A follow edge: its position in the graph's rows, or, from new_edge on, in new_follows.
using EdgeNumber = std::uint64_t;
inline constexpr EdgeNumber new_edge = EdgeNumber{1} << 55;

/// Follows that came during the run.
struct NewFollows {
  std::vector<NewFollow, HugeAllocator<NewFollow>> edges;
  std::vector<std::vector<NewFollower>> of;  ///< per influencer, in the order in which they came
  std::unordered_map<std::uint64_t, std::uint32_t> at;  ///< pair(follower, followee) -> position
};

/// Consumer and author in one number, the entity of draws about the two.
constexpr std::uint64_t pair(AccountId consumer, AccountId author) noexcept {
  return static_cast<std::uint64_t>(index(consumer)) << 32 | index(author);
}

/// A campaign with what is known once its roster is packed.
struct RunningCampaign {
  market::CampaignSpec spec;
  std::size_t brand = 0;  ///< position in the arm's brands
  market::Roster roster;
};

/// One sponsored post of a campaign that is to come.
struct PlannedPost {
  market::Day day = 0;
  InfluencerIndex influencer = 0;
  std::uint16_t campaign = 0;

  auto operator<=>(const PlannedPost&) const = default;
};

/// Everything keyed by replicate; the arm is in no key.
class Draws {
 public:
  Draws(random::Seed seed, random::Replicate replicate) : seed_(seed), replicate_(replicate) {}
  random::StreamKey of(random::Purpose purpose) const noexcept {
    return stream_key(seed_, replicate_, purpose);
  }

 private:
  random::Seed seed_;
  random::Replicate replicate_;
};

/// Accounts to follow in a niche, by popularity.
struct NichePopularity {
  std::vector<std::vector<InfluencerIndex>> members;     ///< per niche, ascending
  std::vector<std::vector<std::uint64_t>> running_sums;  ///< of the members' audiences at the start
};

/// Per account, the same for all copies of a world, which share it: written while the first is
/// made, not after.
template <typename T>
class SharedArray {
 public:
  SharedArray() = default;
  explicit SharedArray(std::size_t size)
      : array_(std::make_shared<HugeArray<T>>(size)), data_(array_->data()) {}

  T& operator[](std::size_t i) noexcept { return data_[i]; }
  const T& operator[](std::size_t i) const noexcept { return data_[i]; }

 private:
  std::shared_ptr<HugeArray<T>> array_;
  T* data_ = nullptr;  ///< its own, one step nearer
};

/// Most brands of an arm: choice weighs them in a fixed array.
inline constexpr std::size_t most_brands = 64;

struct World {
  World(const graph::Network& the_network, const Arm& the_arm, Draws the_draws,
        market::Rates the_rates)
      : network(&the_network), arm(&the_arm), draws(the_draws), rates(std::move(the_rates)) {}
  explicit World(const World&) = default;
  World(World&&) = default;
  World& operator=(World&&) = default;

  const graph::Network* network;
  const Arm* arm;
  Draws draws;
  market::Rates rates;
  std::vector<NicheId> brand_niche;   ///< per brand
  std::vector<float> relative_price;  ///< per brand: ln(price / geometric mean price)
  std::vector<RunningCampaign> campaigns;
  std::vector<PlannedPost> planned;  ///< by day, influencer and campaign

  std::vector<Influencer> influencers;         ///< ascending by account
  SharedArray<InfluencerIndex> influencer_of;  ///< per account
  std::vector<market::Day> last_endorsed;      ///< influencer x (background brands, then brands)

  HugeArray<market::Units> trust;           ///< per follow edge; 0: left
  HugeArray<market::FollowEdgeState> edge;  ///< per follow edge
  HugeArray<market::AttentionSums> sums;    ///< per account
  HugeArray<std::uint16_t> attention;       ///< per account, of the day; 0: offline
  NewFollows new_follows;
  std::vector<std::uint32_t> joined;  ///< of those, the arm's, in the order it took them up
  NichePopularity popularity;

  SharedArray<market::ConsumerTraits> traits;  ///< per account
  HugeArray<market::ConsumerState> consumer;   ///< per account
  HugeArray<market::BrandState> brand;         ///< per account x brand

  std::size_t accounts() const noexcept { return network->graph.accounts(); }
  std::size_t brands() const noexcept { return arm->brands.size(); }
  market::BrandState& brand_state(AccountId account, std::size_t b) noexcept {
    return brand[index(account) * brands() + b];
  }
  const market::BrandState& brand_state(AccountId account, std::size_t b) const noexcept {
    return brand[index(account) * brands() + b];
  }
  /// F of any account: followers at the start x people per agent.
  double followers(AccountId account) const noexcept {
    return static_cast<double>(network->graph.audience(account)) * network->people_per_agent;
  }
};

/// The market on its first day, before anything has happened: traits drawn, trust at its baseline,
/// rosters packed. run.days and run.warm_up_days size the decay tables. The network and the arm
/// must outlive the world. Throws InputError if a campaign's brand or a brand's niche does not
/// exist.
World make_world(const graph::Network& network, const Arm& arm, const RunSpec& run,
                 random::Replicate replicate);

/// Whether the two are one market until their campaigns start.
bool share_history(const Arm& a, const Arm& b);

/// Makes the market that of another arm with the same history, which must outlive it: packs that
/// arm's rosters. Before the first day of the run.
void become(World& world, const Arm& arm, const RunSpec& run);

/// The accounts of each niche that can be moved to.
NichePopularity niche_popularity(const World& world);

/// 64 bits that depend on every number of the state and on nothing else.
std::uint64_t fingerprint(const World& world);

}  // namespace clout::engine
