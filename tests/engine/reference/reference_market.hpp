// A second market, written from docs/model/day.md: slow and obvious. Follows are a map, each
// consumer is visited in turn, and every candidate is walked to one at a time. It shares with the
// engine the element functions and records of sim/market and the tallies, and nothing else.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "sim/engine/arm.hpp"
#include "sim/engine/tally.hpp"
#include "sim/graph/network.hpp"
#include "sim/market/rates.hpp"
#include "sim/market/roster.hpp"
#include "sim/market/state.hpp"
#include "sim/market/traits.hpp"

namespace clout::reference {

/// Account numbers as plain integers; -1 is nobody.
using Account = std::int64_t;

struct Edge {
  market::Units trust = 0;
  market::FollowEdgeState state;
  bool from_start = true;
};

struct Endorser {
  market::InfluencerTraits traits;
  market::AuthorTraits author;
  market::Showing showing;
  std::int64_t offer = 0;
  float all = 0;
  float sponsored = 0;
  int counted = 0;
  double credit = 0;  ///< comments it can answer
  int credited = 0;
  std::map<int, int> endorsed;  ///< brand place -> last day
};

enum class Kind { organic, background, campaign, talk };

struct Message {
  Account author = -1;
  int slot = 0;
  Kind kind = Kind::organic;
  int brand = -1;
  int campaign = -1;
  bool negative = false;
  bool disclosed = true;
  bool hedonic = true;
  double fit = 0;
  double familiarity = 0;
  float suspicion_logit = 0;
  float factor = 1;
  float recognition = 0;
  float escape = 1;
  market::Showing showing;
};

class Market {
 public:
  Market(const graph::Network& network, const engine::Arm& arm, const engine::RunSpec& run,
         std::uint32_t replicate);

  /// One day; what it counted.
  engine::DayTally step(int day);

  const std::map<std::pair<Account, Account>, Edge>& edges() const { return edges_; }
  const market::ConsumerState& consumer(Account i) const { return consumers_[std::size_t(i)]; }
  const market::AttentionSums& sums(Account i) const { return sums_[std::size_t(i)]; }
  const market::BrandState& brand(Account i, std::size_t b) const { return brands_.at({i, b}); }

 private:
  random::Block draw(random::Purpose purpose, std::uint64_t entity, int time,
                     std::uint32_t index) const;
  static std::uint64_t pair_of(Account i, Account k) {
    return std::uint64_t(i) << 32 | std::uint64_t(k);
  }
  double people(Account k) const;
  market::Interests interests(Account i) const;
  market::AuthorTraits author_of(Account k) const;
  float R(Account i, Account k) const;
  float baseline(Account i, Account k) const;
  void set_trust(Account i, Account k, Edge& edge, market::Units value);
  market::BrandState& today(Account i, int b);
  void stage(Account i, int b, market::Stage to);

  void start();
  void start_campaigns();
  std::vector<Message> plan();
  void plan_author(Account k, std::vector<Message>& out);
  void finish_sponsored(Account k, std::vector<Message>& mine);
  std::vector<Account> candidates(random::Purpose purpose, std::uint64_t entity,
                                  std::uint32_t index, double chance, std::int64_t positions,
                                  std::vector<std::uint32_t>& words) const;
  void show(const std::vector<Message>& posts);
  bool shown(Account i, Account k, std::uint32_t word, std::uint32_t kept) const;
  void view(Account i, const Message& post);
  float advertise(Account i, const Message& post, float credibility, float load, float psi,
                  float ads_per_day, bool recognised);
  void hear(Account i, const Message& post);
  void reply();
  void move();
  Account look_for(Account i, Account left) const;
  void funnel();
  void advance(Account i);
  void buy(Account i, int b, bool first);

  const graph::Network& network_;
  const engine::Arm& arm_;
  engine::RunSpec run_;
  std::uint32_t replicate_;
  market::Rates rates_;
  int day_ = 0;
  engine::DayTally tally_;
  std::vector<market::ConsumerTraits> traits_;
  std::vector<market::ConsumerState> consumers_;
  std::vector<market::AttentionSums> sums_;
  std::map<std::pair<Account, std::size_t>, market::BrandState> brands_;
  std::map<std::pair<Account, Account>, Edge> edges_;  ///< (follower, followee)
  std::map<Account, std::vector<Account>> came_;       ///< new followers, in order
  std::map<Account, Endorser> endorsers_;
  std::vector<NicheId> brand_niche_;
  std::vector<float> relative_price_;
  std::map<int, std::vector<std::pair<Account, int>>> planned_;  ///< day -> (author, campaign)
  std::vector<int> attention_;
  std::map<Account, std::vector<std::pair<std::size_t, Account>>> seen_;
  std::vector<std::vector<std::size_t>> inbox_;  ///< per consumer: posts seen, in order
  struct Remark {
    Account author;
    std::uint32_t priority;
    Account consumer;
    int slot;
    auto operator<=>(const Remark&) const = default;
  };
  std::vector<Remark> comments_;
  std::vector<std::pair<Account, Account>> leavers_;
  std::set<std::tuple<Account, int, bool>> talks_;
  std::set<std::tuple<Account, int, bool>> tomorrow_;
  std::set<Account> active_;
};

}  // namespace clout::reference
