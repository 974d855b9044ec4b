#include "sim/engine/memory.hpp"

#include <algorithm>

#include "sim/base/huge_page.hpp"
#include "sim/engine/post.hpp"
#include "sim/engine/siblings.hpp"
#include "sim/engine/tally.hpp"
#include "sim/engine/world.hpp"
#include "sim/graph/follow_plan.hpp"
#include "sim/market/attention.hpp"
#include "sim/market/tier_of.hpp"

namespace clout::engine {

namespace {

/// Measured of `clout run` on a graph of 100 accounts: most of it libraries.
constexpr std::uint64_t process_bytes = 24'000'000;
/// Room of a list that has grown by doubling, at most.
constexpr double doubled = 2;
/// A new follow in its list, and in the index with its node and bucket.
constexpr double new_follow_bytes = 80;
/// Follow edges whose states arms do not have in common, for each further arm: one in 50 is
/// reckoned with.
constexpr double parted_share = 0.02;
/// Replicates that the writer of outcomes lets wait, the one it writes and the one under way.
constexpr std::uint64_t waiting_replicates = 6;

/// Fewer are out of range, or too few for so many follows: check() of graph_spec.hpp.
std::int64_t fewest_accounts(const graph::GraphSpec& spec) {
  return std::max<std::int64_t>(
      100, static_cast<std::int64_t>(2 * spec.mean_follows / spec.largest_audience_share) + 1);
}

/// Influencers, and what they post in a day, from audiences.
class Posting {
 public:
  explicit Posting(const Arm& arm) : arm_(arm) {}

  /// Influencers with this audience, in accounts.
  void add(double audience, double people_per_agent, double count) {
    const double followers = audience * people_per_agent;
    const auto& platform = arm_.platform;
    if (!market::tier_of(platform.tiers, followers)) return;
    const double posts = count * platform.posts_per_week / 7;
    influencers_ += count;
    posts_ += posts;
    shown_ +=
        posts * audience * market::reach(platform.reach, arm_.market.mechanism.feed, followers);
  }

  MarketShape shape(const graph::GraphSize& graph) const {
    const double online =
        arm_.market.attention.online_share * (1 - arm_.platform.fake_follower_share);
    const double most = arm_.market.mechanism.attention ? arm_.market.attention.posts_per_day *
                                                              static_cast<double>(graph.accounts)
                                                        : shown_;
    MarketShape shape;
    shape.graph = graph;
    shape.influencers = influencers_;
    shape.posts_a_day = posts_;
    shape.seen_a_day = online * std::min(shown_, most);
    return shape;
  }

 private:
  const Arm& arm_;
  double influencers_ = 0;
  double posts_ = 0;
  double shown_ = 0;
};

template <typename T>
double array_bytes(double size) {
  return static_cast<double>(huge_array_bytes(static_cast<std::size_t>(size) * sizeof(T)));
}

double state_bytes(const MarketShape& shape, std::size_t brands) {
  const auto follows = static_cast<double>(shape.graph.follows);
  const auto accounts = static_cast<double>(shape.graph.accounts);
  return array_bytes<market::Units>(follows) + array_bytes<market::FollowEdgeState>(follows) +
         array_bytes<market::ConsumerTraits>(accounts) +
         array_bytes<market::ConsumerState>(accounts) +
         array_bytes<market::AttentionSums>(accounts) + array_bytes<std::uint16_t>(accounts) +
         array_bytes<InfluencerIndex>(accounts) +
         array_bytes<market::BrandState>(accounts * static_cast<double>(brands));
}

/// Of what each arm has for itself.
double influencer_bytes(const MarketShape& shape, const Arm& arm) {
  const auto brands = static_cast<std::size_t>(arm.platform.background_brands) + arm.brands.size();
  const std::size_t each = sizeof(Influencer) + sizeof(InfluencerIndex) + sizeof(std::uint64_t) +
                           brands * sizeof(market::Day);
  return shape.influencers * static_cast<double>(each);
}

double new_follower_list_bytes(const MarketShape& shape) {
  return shape.influencers * static_cast<double>(sizeof(std::vector<NewFollower>));
}

double day_bytes(const MarketShape& shape) {
  return doubled * (2 * shape.posts_a_day * sizeof(Post) + shape.seen_a_day * sizeof(Exposure) +
                    static_cast<double>(shape.graph.accounts) * sizeof(AccountId));
}

double expected_new_follows(const MarketShape& shape, const Arm& arm, const RunSpec& run) {
  const market::UnfollowSpec& spec = arm.market.unfollow;
  const auto days = static_cast<double>(run.days + run.warm_up_days);
  const double left = std::min(1.0, spec.base_per_day * days);
  return left * spec.refollow_share * static_cast<double>(shape.graph.follows);
}

std::uint64_t outcome_bytes(std::span<const Arm> arms, std::int64_t niches, const RunSpec& run) {
  std::uint64_t day = 0;
  for (const Arm& arm : arms)
    day += sizeof(DayTally) +
           arm.brands.size() *
               (sizeof(BrandTally) + static_cast<std::uint64_t>(niches) * sizeof(std::int64_t));
  return waiting_replicates * static_cast<std::uint64_t>(run.days) * day;
}

std::uint64_t name_bytes(const std::vector<std::string>& names) {
  std::uint64_t sum = 0;
  for (const std::string& name : names)  // short ones lie in the string itself
    sum += sizeof name + (name.capacity() < sizeof name / 2 ? 0 : name.capacity() + 1);
  return sum;
}

/// Campaigns take nothing worth counting.
bool alike(const Arm& a, const Arm& b) {
  return a.platform == b.platform && a.market == b.market && a.brands.size() == b.brands.size();
}

/// Sets what the arm that needs most does. shape: of an arm.
template <typename Shape>
void set_markets(MemoryEstimate& estimate, std::span<const Arm> arms, const RunSpec& run,
                 Shape&& shape) {
  for (std::size_t n = 0; n < arms.size(); ++n) {
    const auto before = arms.first(n);
    if (std::any_of(before.begin(), before.end(),
                    [&](const Arm& other) { return alike(other, arms[n]); }))
      continue;
    const MarketShape of_arm = shape(arms[n]);
    estimate.market = std::max(estimate.market, market_bytes(of_arm, arms[n], run));
    estimate.sibling = std::max(estimate.sibling, sibling_bytes(of_arm, arms[n], run));
  }
}

}  // namespace

MarketShape shape_of(const graph::Network& network, const Arm& arm) {
  Posting posting(arm);
  for (std::size_t i = 0; i < network.graph.accounts(); ++i)
    posting.add(static_cast<double>(network.graph.audience(account_at(i))),
                network.people_per_agent, 1);
  return posting.shape({network.graph.accounts(), network.graph.follows()});
}

MarketShape expected_shape(const graph::GraphSpec& spec, const Arm& arm) {
  constexpr int steps = 4096;
  const graph::AudienceCurve audience = graph::audience_curve(spec);
  const auto accounts = static_cast<double>(spec.accounts);
  Posting posting(arm);
  // Steps of equal ratios, so that the few large audiences are not missed.
  double below = 1;
  for (int step = 0; step < steps; ++step) {
    const double above = step + 1 == steps ? 0 : below * 0.995;
    posting.add(audience((below + above) / 2), spec.people_per_agent,
                (below - above) * accounts * (1 - spec.unfollowed_share));
    below = above;
  }
  for (const graph::CelebritySpec& each : spec.celebrities)
    posting.add(each.audience_share * accounts, spec.people_per_agent, 1);
  for (const graph::PlantedInfluencer& each : spec.influencers)
    posting.add(static_cast<double>(std::min(each.audience, spec.accounts)), spec.people_per_agent,
                1);
  return posting.shape(graph::expected_size(spec));
}

std::uint64_t market_bytes(const MarketShape& shape, const Arm& arm, const RunSpec& run) {
  return static_cast<std::uint64_t>(state_bytes(shape, arm.brands.size()) +
                                    doubled * influencer_bytes(shape, arm) +
                                    new_follower_list_bytes(shape) + day_bytes(shape) +
                                    new_follow_bytes * expected_new_follows(shape, arm, run));
}

std::uint64_t sibling_bytes(const MarketShape& shape, const Arm& arm, const RunSpec& run) {
  const auto accounts = static_cast<double>(shape.graph.accounts);
  // The first arm has sums of its own as well once there is a second.
  const double differences = array_bytes<market::AttentionSums>(2 * accounts) +
                             array_bytes<ArmSet>(accounts) + array_bytes<ArmAttention>(accounts);
  const double state =
      differences + array_bytes<market::ConsumerState>(accounts) +
      array_bytes<market::BrandState>(accounts * static_cast<double>(arm.brands.size()));
  return static_cast<std::uint64_t>(
      state + influencer_bytes(shape, arm) +
      doubled * sizeof(std::uint32_t) * expected_new_follows(shape, arm, run) +
      (parted_share * sizeof(PartedEdge) + 1.0 / 8) * static_cast<double>(shape.graph.follows));
}

std::uint64_t MemoryEstimate::peak(std::size_t jobs, std::size_t arms) const noexcept {
  return std::max(process + graph + generating, running(jobs, arms));
}

std::size_t MemoryEstimate::markets_within(std::uint64_t bytes) const noexcept {
  if (market == 0 || peak(1) > bytes) return 0;
  return static_cast<std::size_t>((bytes - running(0)) / market);
}

MemoryEstimate expected_memory(const graph::GraphSpec& spec, std::span<const Arm> arms,
                               const RunSpec& run) {
  MemoryEstimate estimate;
  estimate.process = process_bytes;
  estimate.graph = graph::graph_bytes(graph::expected_size(spec));
  estimate.generating = graph::generating_bytes(spec);
  estimate.outcomes = outcome_bytes(arms, spec.niches, run);
  set_markets(estimate, arms, run, [&](const Arm& arm) { return expected_shape(spec, arm); });
  return estimate;
}

MemoryEstimate memory_of(const graph::Network& network, std::span<const Arm> arms,
                         const RunSpec& run) {
  MemoryEstimate estimate;
  estimate.process = process_bytes;
  estimate.graph = graph::graph_bytes({network.graph.accounts(), network.graph.follows()}) +
                   name_bytes(network.names);
  estimate.outcomes = outcome_bytes(arms, static_cast<std::int64_t>(network.niches.niches()), run);
  set_markets(estimate, arms, run, [&](const Arm& arm) { return shape_of(network, arm); });
  return estimate;
}

std::int64_t accounts_within(const graph::GraphSpec& spec, std::span<const Arm> arms,
                             const RunSpec& run, std::uint64_t bytes) {
  const std::size_t markets = arms.empty() ? 0 : 1;
  const auto fits = [&](std::int64_t accounts) {
    graph::GraphSpec smaller = spec;
    smaller.accounts = accounts;
    return expected_memory(smaller, arms, run).peak(markets) <= bytes;
  };
  std::int64_t most = fewest_accounts(spec);
  if (!fits(most)) return 0;
  if (fits(spec.accounts)) return spec.accounts;
  std::int64_t too_many = spec.accounts;
  while (too_many - most > most / 200 + 1) {
    const std::int64_t middle = most + (too_many - most) / 2;
    (fits(middle) ? most : too_many) = middle;
  }
  return most;
}

}  // namespace clout::engine
