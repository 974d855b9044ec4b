// Arms of one history, run side by side. What happens in one arm happens in most of the others as
// well: a follow edge has one state for all of them until a post that not all see, or see alike,
// parts them. The arms that go another way then keep a state of their own; the rest go on together.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "sim/base/huge_array.hpp"
#include "sim/engine/arm_set.hpp"
#include "sim/engine/world.hpp"

namespace clout::engine {

/// A follow edge as one arm has it.
struct ApartEdge {
  market::Units trust = 0;
  market::FollowEdgeState state;
};

/// What arms do not share of what they could. Consumers come in shards of 4,096: threads that work
/// on different shards do not meet.
class Apart {
 public:
  /// Nothing is apart. influencers: of the market.
  Apart(std::size_t accounts, std::size_t arms, std::size_t influencers);

  /// Null if the arm has no state of its own for the edge.
  const ApartEdge* find(std::size_t arm, AccountId consumer, EdgeNumber edge) const {
    const auto& shard = edges_[place(arm, consumer)];
    const auto at = shard.find(edge);
    return at == shard.end() ? nullptr : &at->second;
  }
  /// The state of its own, which must be there; stays where it is.
  ApartEdge& at(std::size_t arm, AccountId consumer, EdgeNumber edge) {
    return edges_[place(arm, consumer)].find(edge)->second;
  }
  void add(std::size_t arm, AccountId consumer, EdgeNumber edge, const ApartEdge& state) {
    edges_[place(arm, consumer)].emplace(edge, state);
    differs[index(consumer)] |= only(arm);
  }

  HugeArray<ArmSet> differs;  ///< per account: arms with an edge or with sums of their own
  std::vector<HugeArray<market::AttentionSums>>
      sums;  ///< arm, account: what to add to the shared sums
  std::vector<HugeArray<std::uint16_t>>
      attention;  ///< arm, account: of the day, where the arm differs
  std::vector<std::uint8_t> hired;  ///< per influencer: 1 if some arm hires it, at any time

 private:
  static constexpr unsigned shard_shift = 12;
  std::size_t place(std::size_t arm, AccountId consumer) const noexcept {
    return (index(consumer) >> shard_shift) * sums.size() + arm;
  }

  std::vector<std::unordered_map<EdgeNumber, ApartEdge>> edges_;  ///< shard x arm
};

/// The arms, and where they differ. Refers to both; made for a day or a phase.
struct Siblings {
  /// One arm by itself.
  explicit Siblings(World& arm) : arms(&arm, 1) {}
  /// trust, edge, sums and attention are those of the first; the others' are empty.
  Siblings(std::span<World> the_arms, Apart& the_apart) : arms(the_arms), apart(&the_apart) {}

  World& shared() const noexcept { return arms[0]; }
  ArmSet all() const noexcept { return first_arms(arms.size()); }

  std::span<World> arms;
  Apart* apart = nullptr;  ///< none for one arm
};

/// What arms of one history share, as one of them goes on with it. arms: those whose campaigns are
/// to differ; each must outlive the worlds. The first world takes the history over.
std::vector<World> siblings_of(World&& history, std::span<const Arm* const> arms,
                               const RunSpec& run);

/// Where these worlds differ: nowhere yet.
Apart apart_of(std::span<const World> worlds);

/// After the last day: counts of posts of influencers that no arm hires are kept by the first arm
/// alone; the others take them over.
void share_post_counts(const Siblings& siblings);

/// 64 bits that depend on every number of the state of an arm and on nothing else: the same whether
/// it ran beside others or by itself.
std::uint64_t fingerprint(const Siblings& siblings, std::size_t arm);

}  // namespace clout::engine
