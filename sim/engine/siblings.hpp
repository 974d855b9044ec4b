// Arms of one history, run side by side. What happens in one arm happens in most of the others as
// well: a follow edge has one state for all of them until a post that not all see, or see alike,
// parts them. The arms that go another way then keep a state of their own; the rest go on together.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "sim/base/huge_array.hpp"
#include "sim/engine/arm_attention.hpp"
#include "sim/engine/arm_set.hpp"
#include "sim/engine/world.hpp"
#include "sim/parallel/growing_list.hpp"

namespace clout::engine {

/// A follow edge as one arm has it.
struct ApartEdge {
  market::Units trust = 0;
  market::FollowEdgeState state;
};

/// The states of a follow edge that arms do not have in common: of each arm that has its own, and,
/// in the place of the lowest of them, of the rest.
struct alignas(64) PartedEdge {
  std::array<ApartEdge, most_siblings> of;
};

/// What arms do not share of what they could.
class Apart {
 public:
  /// Nothing is apart. influencers: of the market.
  Apart(const graph::FollowerGraph& graph, std::size_t arms, std::size_t influencers);

  /// Whether some arm has its own state of an edge of the graph; a bit, to be asked along a row.
  bool parted(EdgeNumber edge) const noexcept {
    return (parted_[edge / 64] >> edge % 64 & 1U) != 0;
  }
  /// The states of an edge whose common state says that some arm has its own. They stay where they
  /// are.
  PartedEdge& states(const market::FollowEdgeState& common) noexcept {
    return edges_[common.load | std::size_t{common.touched} << 16U];
  }
  /// Makes room for the states of an edge that all arms have in common so far: it now has one for
  /// each, all the same, and common says where, in what a common state that is nobody's has no
  /// other use for. Several threads may do so at once, of different edges.
  PartedEdge& add(EdgeNumber edge, market::Units trust, market::FollowEdgeState& common);

  std::span<market::AttentionSums> sums_of(AccountId consumer) noexcept {
    return sums.span().subspan(index(consumer) * arms_, arms_);
  }
  /// Where most arms have the same in addition to the shared sums, makes it part of those.
  void settle(AccountId consumer, market::AttentionSums& shared) noexcept;

  HugeArray<market::AttentionSums> sums;  ///< account x arm: in addition to the shared ones
  HugeArray<ArmSet> differs;              ///< per account: arms whose sums are not the shared ones
  HugeArray<ArmAttention> attention;      ///< per account
  std::vector<std::uint8_t> hired;        ///< per influencer: 1 if some arm hires it, at any time

 private:
  std::size_t arms_;
  parallel::GrowingList<PartedEdge> edges_;
  HugeArray<std::uint64_t> parted_;  ///< a bit for each edge of the graph
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
