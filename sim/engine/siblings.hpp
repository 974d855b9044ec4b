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

/// What showing needs of a consumer, in one word: today's attention that arms share, which arms
/// have another, and a Bloom filter of the edges that some arm has apart.
class AttentionMark {
 public:
  std::uint16_t attention() const noexcept { return static_cast<std::uint16_t>(bits_ >> 48U); }
  ArmSet own() const noexcept { return static_cast<ArmSet>(bits_); }
  void set(std::uint16_t attention, ArmSet own) noexcept {
    bits_ = (bits_ & filter) | std::uint64_t{attention} << 48U | own;
  }

  void add(EdgeNumber edge) noexcept { bits_ |= place(edge); }
  /// Always true of an edge that was added, almost never of others.
  bool may_have(EdgeNumber edge) const noexcept { return (bits_ & place(edge)) != 0; }

 private:
  static constexpr std::uint64_t filter = 0x0000FFFFFFFFFF00;
  static constexpr std::uint64_t place(EdgeNumber edge) noexcept {
    const std::uint64_t mixed = (edge * 0x9E3779B97F4A7C15) >> 32U;  // by the golden ratio
    return std::uint64_t{1} << (8 + (mixed * 40 >> 32U));
  }

  std::uint64_t bits_ = 0;
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
    marks[index(consumer)].add(edge);
  }

  std::span<market::AttentionSums> sums_of(AccountId consumer) noexcept {
    return sums.span().subspan(index(consumer) * arms_, arms_);
  }
  /// Where most arms have the same in addition to the shared sums, makes it part of those.
  void settle(AccountId consumer, market::AttentionSums& shared) noexcept;

  HugeArray<market::AttentionSums> sums;  ///< account x arm: in addition to the shared ones
  HugeArray<ArmSet> differs;              ///< per account: arms whose sums are not the shared ones
  HugeArray<AttentionMark> marks;         ///< per account
  HugeArray<std::uint16_t> attention;     ///< account x arm: of the day, where the arm has its own
  std::vector<std::uint8_t> hired;        ///< per influencer: 1 if some arm hires it, at any time

 private:
  static constexpr unsigned shard_shift = 12;
  std::size_t place(std::size_t arm, AccountId consumer) const noexcept {
    return (index(consumer) >> shard_shift) * arms_ + arm;
  }

  std::size_t arms_;
  std::vector<std::unordered_map<EdgeNumber, ApartEdge>> edges_;  ///< shard x arm
};

/// The arms, and where they differ. Refers to both; made for a day or a phase.
struct Siblings {
  /// One arm by itself.
  explicit Siblings(World& arm) : arms(&arm, 1) {}
  /// Edges, sums, attention and new follows are those of the first; the others' are empty.
  Siblings(std::span<World> the_arms, Apart& the_apart) : arms(the_arms), apart(&the_apart) {}

  World& shared() const noexcept { return arms[0]; }
  ArmSet all() const noexcept { return all_; }

  std::span<World> arms;
  Apart* apart = nullptr;  ///< none for one arm

 private:
  ArmSet all_ = first_arms(arms.size());
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
