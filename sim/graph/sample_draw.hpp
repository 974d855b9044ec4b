// Draws of the statistics that look at a sample. Each is a pure function of (seed, statistic,
// sample, step).
#pragma once

#include <cstdint>

#include "sim/random/philox.hpp"

namespace clout::graph {

/// Which statistic a sample is for: two statistics of one seed never share their draws.
enum class SampleFor : std::uint32_t {
  wedges = 1,
  local_pairs = 2,
  two_paths = 3,
  path_sources = 4
};

/// The draws of one sample, one after another.
class SampleDraws {
 public:
  SampleDraws(random::Seed seed, SampleFor statistic, std::uint64_t sample) noexcept
      : key_(stream_key(seed, random::Replicate{0}, random::Purpose::sampling)),
        statistic_(statistic),
        sample_(sample) {}

  /// Uniform on 0 .. bound-1; bound must be positive. Bias below bound / 2^64.
  std::uint64_t below(std::uint64_t bound) noexcept {
    __extension__ using Wide = unsigned __int128;
    const random::Block block =
        draw_block(key_, sample_, static_cast<std::uint32_t>(statistic_), step_++);
    const std::uint64_t bits = (std::uint64_t{block[1]} << 32U) | block[0];
    return static_cast<std::uint64_t>((Wide{bits} * bound) >> 64U);
  }

 private:
  random::StreamKey key_;
  SampleFor statistic_;
  std::uint64_t sample_;
  std::uint32_t step_ = 0;
};

}  // namespace clout::graph
