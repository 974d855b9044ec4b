#include "sim/engine/memory.hpp"

#include <algorithm>
#include <limits>

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
/// Of the follows that a campaign can pay for, those whose states arms do not have in common: the
/// most that was counted is 0.6, new ways of what campaigns set going included.
constexpr double parted_of_paid = 0.75;
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

  MarketShape shape(const graph::GraphSize& graph, double people_per_agent) const {
    const double online =
        arm_.market.attention.online_share * (1 - arm_.platform.fake_follower_share);
    const double most = arm_.market.mechanism.attention ? arm_.market.attention.posts_per_day *
                                                              static_cast<double>(graph.accounts)
                                                        : shown_;
    MarketShape shape;
    shape.graph = graph;
    shape.people_per_agent = people_per_agent;
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
    sum +=
        sizeof(std::string) + (name.capacity() < sizeof(std::string) / 2 ? 0 : name.capacity() + 1);
  return sum;
}

/// Of a campaign's budget at the least of its tiers' median prices, in followers (people).
double followers_paid(const market::PriceSpec& prices, const market::CampaignSpec& campaign) {
  constexpr double many = 1e9;  // where the smallest price does not count
  const auto shares = market::budget_shares(campaign.roster);
  double dollars = std::numeric_limits<double>::infinity();  // for a post to so many
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    if (shares[tier] > 0)
      dollars = std::min(dollars,
                         market::price_of_post(prices, static_cast<market::Tier>(tier), many, 0));
  }
  const auto posts = static_cast<double>(campaign.posts_per_influencer);
  return many * campaign.budget_usd / std::max(dollars * posts, 1e-9);
}

/// Follows that arms are reckoned not to have in common because of one of them.
double parted_follows(const MarketShape& shape, const Arm& arm) {
  double paid = 0;
  for (const market::CampaignSpec& campaign : arm.campaigns)
    paid += followers_paid(arm.platform.prices, campaign) / shape.people_per_agent;
  return std::min(parted_of_paid * paid, static_cast<double>(shape.graph.follows));
}

/// Campaigns do not decide on the shape of a market.
bool alike(const Arm& a, const Arm& b) {
  return a.platform == b.platform && a.market == b.market && a.brands.size() == b.brands.size();
}

/// Sets what the arm that needs most does. shape: of an arm.
template <typename Shape>
void set_markets(MemoryEstimate& estimate, std::span<const Arm> arms, const RunSpec& run,
                 Shape&& shape) {
  std::vector<MarketShape> shapes;
  for (std::size_t n = 0; n < arms.size(); ++n) {
    const auto before = arms.first(n);
    const auto same =
        std::ranges::find_if(before, [&](const Arm& other) { return alike(other, arms[n]); });
    shapes.push_back(same == before.end()
                         ? shape(arms[n])
                         : shapes[static_cast<std::size_t>(same - before.begin())]);
    estimate.market = std::max(estimate.market, market_bytes(shapes[n], arms[n], run));
    estimate.sibling = std::max(estimate.sibling, sibling_bytes(shapes[n], arms[n], run));
  }
}

}  // namespace

MarketShape shape_of(const graph::Network& network, const Arm& arm) {
  Posting posting(arm);
  for (std::size_t i = 0; i < network.graph.accounts(); ++i)
    posting.add(static_cast<double>(network.graph.audience(account_at(i))),
                network.people_per_agent, 1);
  return posting.shape({network.graph.accounts(), network.graph.follows()},
                       network.people_per_agent);
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
  return posting.shape(graph::expected_size(spec), spec.people_per_agent);
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
  return static_cast<std::uint64_t>(state + influencer_bytes(shape, arm) +
                                    doubled * sizeof(std::uint32_t) *
                                        expected_new_follows(shape, arm, run) +
                                    sizeof(PartedEdge) * parted_follows(shape, arm) +
                                    static_cast<double>(shape.graph.follows) / 8);
}

std::uint64_t MemoryEstimate::peak(std::size_t jobs, std::size_t arms) const noexcept {
  return std::max(process + graph + generating, running(jobs, arms));
}

double MemoryEstimate::markets_within(std::uint64_t bytes) const noexcept {
  if (market == 0 || peak(1) > bytes) return 0;
  return static_cast<double>(bytes - running(0)) / static_cast<double>(market);
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
