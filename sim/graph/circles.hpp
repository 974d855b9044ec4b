// Circles of friends: who knows whom. They make the mutual follows and most closed triangles of the
// graph.
//
// A circle has `seats` seats. Seat j is taken from the j-th popularity stratum of a niche, so every
// circle is a cross- section of its niche: a few known accounts, many small ones. Two mates tie
// (follow each other) if a draw keyed by circle and pair of seats falls below a threshold that
// depends on the two seats only, so that either side finds the same answer without asking the
// other. Further layers of circles hold the more popular part of a niche alone: they let the number
// of mutual follows grow with the audience.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/graph/audience_curve.hpp"
#include "sim/graph/niche_layout.hpp"
#include "sim/random/draw_key.hpp"

namespace clout::graph {

/// How likely two mates tie, by layer and seats. Fitted: P(j,k) = min(0.95, a_j a_k) with weights a
/// such that the expected ties of each seat come as near as they can to the mutual follows wanted
/// at its popularity.
class TieChances {
 public:
  static constexpr std::size_t layers = 4;
  /// Part of a niche's ranked accounts that takes part in each layer, the most popular.
  static constexpr std::array<double, layers> layer_share{1.0, 0.25, 0.0625, 0.015625};

  /// wanted: mutual follows by popularity percentile, if everybody is present. seats: 2 .. 128.
  TieChances(const PercentileFunction& wanted, std::size_t seats);

  std::size_t seats() const noexcept { return seats_; }
  /// Thresholds of one seat's ties with all seats: a tie if a 32-bit draw is below.
  const std::uint32_t* thresholds(std::size_t layer, std::size_t seat) const noexcept {
    return &thresholds_[layer][seat * seats_];
  }
  /// Expected ties of an account at this percentile, if everybody is present.
  double expected(double percentile) const;

 private:
  std::size_t seats_;
  std::array<std::vector<std::uint32_t>, layers> thresholds_;  ///< seats x seats
};

/// The circles of all niches of a graph.
class Circles {
 public:
  /// layout must outlive the circles.
  Circles(const NicheLayout& layout, TieChances chances, random::Seed seed);

  /// Appends the accounts that the account at this rank of this niche is tied to. Cost: one draw
  /// per mate.
  void append_ties(std::size_t niche, std::uint32_t rank,
                   std::vector<std::uint32_t>& accounts) const;

 private:
  /// The circles of one niche in one layer.
  struct Layer {
    std::uint32_t circles = 0;  ///< how many; 0: the niche is too small for this layer
    std::vector<std::uint32_t>
        rotation;  ///< per seat: circle c seats rank j*circles + (c + rotation[j]) % circles
  };

  void append_layer_ties(std::size_t layer, std::size_t niche, std::uint32_t rank,
                         std::vector<std::uint32_t>& out) const;

  const NicheLayout& layout_;
  TieChances chances_;
  random::StreamKey tie_key_;
  std::vector<std::array<Layer, TieChances::layers>> niches_;
};

/// The stated circle size, halved until the smallest niche can fill one.
std::size_t seats_for(std::size_t circle_size, const NicheLayout& layout);

}  // namespace clout::graph
