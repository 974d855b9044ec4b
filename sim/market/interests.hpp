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

/// The same as plain numbers, for kernels that work on many at once.
struct InterestNumbers {
  std::int32_t home;
  std::int32_t second;
  std::int32_t focus;
};

constexpr InterestNumbers numbers(const Interests& who) noexcept {
  return {static_cast<std::int32_t>(who.home), static_cast<std::int32_t>(who.second), who.focus};
}

/// Weight of a niche in the interests, in [0, 1].
constexpr float interest_in(const InterestNumbers& who, std::int32_t niche) noexcept {
  const std::int32_t in_home = who.home == niche ? who.focus : 0;
  // Somebody whose second niche is the home one has all interest there.
  const std::int32_t in_second = who.second == niche ? focus_units - who.focus : 0;
  return static_cast<float>(in_home + in_second) * (1.0F / focus_units);
}
constexpr float interest_in(const Interests& who, NicheId niche) noexcept {
  return interest_in(numbers(who), static_cast<std::int32_t>(niche));
}

/// |x - y|^2 in units of 1/240^2: 0 (same) to 115,200 (nothing in common). Integer, so exact.
constexpr std::int32_t squared_distance_units(const InterestNumbers& x,
                                              const InterestNumbers& y) noexcept {
  const std::int32_t xs = focus_units - x.focus;
  const std::int32_t ys = focus_units - y.focus;
  const std::int32_t x_same = x.home == x.second ? 2 * x.focus * xs : 0;
  const std::int32_t y_same = y.home == y.second ? 2 * y.focus * ys : 0;
  const std::int32_t home_home = x.home == y.home ? x.focus * y.focus : 0;
  const std::int32_t home_second = x.home == y.second ? x.focus * ys : 0;
  const std::int32_t second_home = x.second == y.home ? xs * y.focus : 0;
  const std::int32_t second_second = x.second == y.second ? xs * ys : 0;
  const std::int32_t common = home_home + home_second + second_home + second_second;
  return x.focus * x.focus + xs * xs + x_same + y.focus * y.focus + ys * ys + y_same - 2 * common;
}
constexpr std::int32_t squared_distance_units(const Interests& x, const Interests& y) noexcept {
  return squared_distance_units(numbers(x), numbers(y));
}

/// exp(-|x - y|^2 / (2 width^2)), tabulated over steps of 64 / 240^2 = 0.0011 of the squared
/// distance.
class SimilarityTable {
 public:
  /// width above 0.
  explicit SimilarityTable(double width);

  /// In [0, 1]; 1 for equal interests.
  float operator()(const Interests& x, const Interests& y) const noexcept {
    return steps()[squared_distance_units(x, y) / step];
  }

  /// By squared distance in units of step / 240^2, rounded down.
  const float* steps() const noexcept { return similarity_.data(); }

  static constexpr std::int32_t step = 64;

 private:
  std::vector<float> similarity_;
};

}  // namespace clout::market
