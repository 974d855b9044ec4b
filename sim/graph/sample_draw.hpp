// Draws of the statistics that look at a sample. Each is a pure function of (seed, statistic,
// sample, step).
#pragma once

#include <cstdint>

#include "sim/random/draw_key.hpp"

namespace clout::graph {

/// Which statistic a sample is for: two statistics of one seed never share their draws.
enum class SampleFor : std::uint32_t {
  wedges = 1,
  local_pairs = 2,
  two_paths = 3,
  path_sources = 4
};

namespace detail {

constexpr std::uint64_t mixed(std::uint64_t x) noexcept {
  // SplitMix64's finaliser (Steele, Lea & Flood 2014).
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

__extension__ using Wide = unsigned __int128;

}  // namespace detail

/// 64 random bits.
constexpr std::uint64_t sample_draw(random::Seed seed, SampleFor statistic, std::uint64_t sample,
                                    std::uint32_t step) noexcept {
  constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;
  const std::uint64_t key = detail::mixed(static_cast<std::uint64_t>(seed) +
                                          golden * static_cast<std::uint64_t>(statistic));
  return detail::mixed(detail::mixed(key + golden * sample) + golden * (step + 1ULL));
}

/// The draws of one sample, one after another.
class SampleDraws {
 public:
  SampleDraws(random::Seed seed, SampleFor statistic, std::uint64_t sample) noexcept
      : seed_(seed), statistic_(statistic), sample_(sample) {}

  /// Uniform on 0 .. bound-1; bound must be positive. Bias below bound / 2^64.
  std::uint64_t below(std::uint64_t bound) noexcept {
    const std::uint64_t bits = sample_draw(seed_, statistic_, sample_, step_++);
    return static_cast<std::uint64_t>((detail::Wide{bits} * bound) >> 64U);
  }

 private:
  random::Seed seed_;
  SampleFor statistic_;
  std::uint64_t sample_;
  std::uint32_t step_ = 0;
};

}  // namespace clout::graph
