// Whom each account follows: a pure function of the seed and the account, so that any part of the
// graph can be made anywhere, alone, without talking to the makers of the other parts.
//
// Three kinds of follows: ties with the mates of its circles (mutual, circles.hpp); base follows,
// which go to a niche and there to an account in proportion to popularity; and copied follows,
// which repeat a base follow of one of the account's friends, so that friends share whom they
// follow.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/graph/circles.hpp"
#include "sim/graph/follow_plan.hpp"
#include "sim/graph/graph_spec.hpp"
#include "sim/graph/niche_layout.hpp"
#include "sim/graph/permutation.hpp"
#include "sim/random/draw_key.hpp"
#include "sim/random/uniform.hpp"

namespace clout::graph {

/// What is drawn once per account.
struct AccountTraits {
  std::uint32_t home = 0;    ///< niche
  std::uint32_t second = 0;  ///< niche of second interest, in proportion to size; may be home again
  std::uint32_t base = 0;    ///< number of base follows, before repetitions are dropped
  std::uint32_t copied = 0;  ///< number of copied follows
  bool silent = false;       ///< follows nobody and is tied to nobody
};

class FollowModel {
 public:
  /// spec must be valid (check() in graph_spec.hpp).
  FollowModel(const GraphSpec& spec, random::Seed seed);

  FollowModel(const FollowModel&) = delete;
  FollowModel& operator=(const FollowModel&) = delete;

  /// Appends the accounts that this account follows, planted ones left out: in no order,
  /// repetitions possible, never itself. words is scratch.
  void append_follows(std::uint32_t account, std::vector<std::uint32_t>& follows,
                      std::vector<std::uint32_t>& words) const;

  /// Log-normal number of follows in a Gaussian copula with popularity, silence, second interest.
  AccountTraits traits(std::uint32_t account) const noexcept;

  /// The followers of a planted influencer, by its number in the spec: so many accounts of its
  /// niche and of the others, none of them silent, in the order of keyed permutations. Sorted.
  /// Fewer than stated only if the graph has not as many accounts that follow anybody. Time:
  /// O(audience).
  std::vector<AccountId> planted_followers(const GraphSpec& spec, std::size_t number) const;

  const NicheLayout& layout() const noexcept { return layout_; }

 private:
  void append_ties(std::uint32_t account, const AccountTraits& traits,
                   std::vector<std::uint32_t>& follows) const;
  void append_base_follows(std::uint32_t account, const AccountTraits& traits,
                           std::vector<std::uint32_t>& follows,
                           std::vector<std::uint32_t>& words) const;
  void append_copied_follows(std::uint32_t account, const AccountTraits& traits,
                             std::span<const std::uint32_t> role_models,
                             std::vector<std::uint32_t>& follows,
                             std::vector<std::uint32_t>& words) const;
  /// Account that a base follow goes to, given two random words.
  std::uint32_t base_target(const AccountTraits& traits, std::uint32_t choice,
                            std::uint32_t place) const noexcept;
  std::uint32_t base_follow(std::uint32_t account, const AccountTraits& traits,
                            std::uint32_t number) const noexcept;
  bool is_silent(const random::Block& traits_block) const noexcept {
    return silent_.happens(traits_block[2]);
  }
  /// Scales the number of draws so that after the loss of repetitions spec.mean_follows remain.
  void make_up_for_repetitions(const GraphSpec& spec);

  NicheLayout layout_;
  FollowPlan plan_;
  Circles circles_;
  random::StreamKey traits_key_;
  random::StreamKey base_key_;
  random::StreamKey copied_key_;
  random::StreamKey planted_key_;
  random::Chance silent_;
  double follows_mu_;  ///< mean of ln one-way follows
  double follows_sigma_;
  double max_follows_;
  double popularity_part_;  ///< weights of popularity and chance in the activity of an account;
                            ///< squares add up to 1
  double chance_part_;
  double copied_share_;
  std::uint32_t home_below_;    ///< first random word below: home niche
  std::uint32_t second_below_;  ///< below: second niche; else anywhere
};

}  // namespace clout::graph
