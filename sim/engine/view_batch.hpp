// Views of posts by different consumers, side by side: what a viewer makes of a post is the same
// arithmetic for all, and none of these views depends on another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/engine/follow_edges.hpp"

namespace clout::engine {

/// Structure of arrays, a lane for each view. The first size lanes are in use; kernels work on all
/// of them, since arithmetic on what an earlier batch left does no harm.
struct ViewBatch {
  static constexpr std::size_t lanes = 32;
  template <typename T>
  using Lanes = std::array<T, lanes>;

  struct InterestLanes {
    alignas(64) Lanes<std::int32_t> home{};
    alignas(64) Lanes<std::int32_t> second{};
    alignas(64) Lanes<std::int32_t> focus{};

    void set(std::size_t lane, const market::Interests& who) noexcept {
      const market::InterestNumbers numbers = market::numbers(who);
      home[lane] = numbers.home;
      second[lane] = numbers.second;
      focus[lane] = numbers.focus;
    }
    market::InterestNumbers at(std::size_t lane) const noexcept {
      return {home[lane], second[lane], focus[lane]};
    }
  };

  std::size_t size = 0;

  // Which view: where its state is, and the counter of its draws.
  Lanes<FollowEdge> edge{};
  Lanes<ArmSet> arms{};     ///< in which it is counted
  Lanes<ArmSet> changes{};  ///< in which it changes the edge; views of other arms do not: none
  Lanes<std::uint64_t> edge_number{};
  Lanes<std::uint32_t> post{};  ///< position in the day's posts
  alignas(64) Lanes<std::uint32_t> author{};
  alignas(64) Lanes<std::uint32_t> consumer{};
  alignas(64) Lanes<std::uint32_t> slot{};

  // As stored, and what look() makes of it.
  alignas(64) Lanes<float> trust{};        ///< then rested: before this post
  alignas(64) Lanes<float> load{};         ///< then decayed
  alignas(64) Lanes<std::int32_t> days{};  ///< since the last post seen; 0 if none was
  InterestLanes viewer;
  InterestLanes of_author;
  alignas(64) Lanes<std::int32_t> niche{};  ///< what the post is about
  alignas(64) Lanes<float> appeal{};
  alignas(64) Lanes<float> trust_logit{};
  alignas(64) Lanes<float> ceiling{};
  alignas(64) std::array<std::uint32_t, 4 * lanes> bits{};  ///< word w of lane n at w * lanes + n
  alignas(64) Lanes<float> R{};
  alignas(64) Lanes<float> R_used{};  ///< neutral for advertisements of utilitarian products
  alignas(64) Lanes<float> baseline{};

  alignas(64) Lanes<float> interest{};  ///< of the viewer in the post

  // What an advertisement changes between look() and judge(); organic posts leave it as it is.
  alignas(64) Lanes<float> K{};
  alignas(64) Lanes<float> annoyance{};
  alignas(64) Lanes<std::uint32_t> recognised{};  ///< 0 or 1
  alignas(64) Lanes<float> fit{};
  alignas(64) Lanes<float> relief{};
  alignas(64) Lanes<float> recognition{};
  alignas(64) Lanes<float> factor{};

  // What judge() makes of it.
  alignas(64) Lanes<float> engage{};              ///< chance
  alignas(64) Lanes<float> leave{};               ///< chance
  alignas(64) Lanes<std::int32_t> trust_after{};  ///< 1 .. 65535 of 65535
  alignas(64) Lanes<std::int32_t> load_after{};   ///< 1/256

  std::uint32_t word(std::size_t w, std::size_t lane) const noexcept {
    return bits[w * lanes + lane];
  }
};

}  // namespace clout::engine
