// Interests of an account: weight w on its home niche and 1 - w on a second one. Similarity of two
// accounts falls with the distance of these vectors.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/ids.hpp"

namespace clout::market {

/// Weights on the home niche are kept in 1/240, from one half (120) to one (240).
inline constexpr int focus_units = 240;

struct Interests {
  NicheId home{};
  NicheId second{};          ///< another niche, unless there is only one
  std::uint8_t focus = 240;  ///< weight of home in 1/240, 120 .. 240

  bool operator==(const Interests&) const = default;
};

/// Nearest focus to a weight; clamped to [1/2, 1].
std::uint8_t to_focus(double weight) noexcept;

/// Weight of a niche in the interests, in [0, 1].
constexpr float interest_in(const Interests& who, NicheId niche) noexcept {
  const int in_home = who.home == niche ? who.focus : 0;
  const int in_second = who.second == niche && who.second != who.home ? focus_units - who.focus : 0;
  const int both = who.second == who.home && who.home == niche ? focus_units - who.focus : 0;
  return static_cast<float>(in_home + in_second + both) * (1.0F / focus_units);
}

/// |x - y|^2 in units of 1/240^2: 0 (same) to 115,200 (nothing in common). Integer, so exact.
constexpr std::int32_t squared_distance_units(const Interests& x, const Interests& y) noexcept {
  const std::int32_t xh = x.focus;
  const std::int32_t xs = focus_units - x.focus;
  const std::int32_t yh = y.focus;
  const std::int32_t ys = focus_units - y.focus;
  // Somebody whose second niche is the home one has all interest there.
  const std::int32_t x_same = x.home == x.second ? 2 * xh * xs : 0;
  const std::int32_t y_same = y.home == y.second ? 2 * yh * ys : 0;
  std::int32_t common = 0;
  common += x.home == y.home ? xh * yh : 0;
  common += x.home == y.second ? xh * ys : 0;
  common += x.second == y.home ? xs * yh : 0;
  common += x.second == y.second ? xs * ys : 0;
  return xh * xh + xs * xs + x_same + yh * yh + ys * ys + y_same - 2 * common;
}

/// exp(-|x - y|^2 / (2 width^2)), tabulated over steps of 64 / 240^2 = 0.0011 of the squared
/// distance.
class SimilarityTable {
 public:
  /// width above 0.
  explicit SimilarityTable(double width);

  /// In [0, 1]; 1 for equal interests.
  float operator()(const Interests& x, const Interests& y) const noexcept {
    return similarity_[static_cast<std::size_t>(squared_distance_units(x, y)) / step];
  }

  static constexpr std::size_t step = 64;

 private:
  std::vector<float> similarity_;
};

}  // namespace clout::market
