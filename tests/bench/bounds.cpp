#include "tests/bench/bounds.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>

#include <sys/resource.h>

#include "sim/base/huge_array.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/philox.hpp"

namespace clout::bench {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 16U;
constexpr random::StreamKey key =
    random::stream_key(random::Seed{1}, random::Replicate{0}, random::Purpose::self_test);

template <typename Work>
Measured measured(double units, Work&& work) {
  const Clocks start = Clocks::now();
  work();
  return {units, Clocks::now() - start};
}

}  // namespace

void keep(std::uint64_t value) { asm volatile("" : : "r"(value) : "memory"); }

Clocks Clocks::now() {
  timespec cpu{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now().time_since_epoch();
  return {wall.count(), static_cast<double>(cpu.tv_sec) + 1e-9 * static_cast<double>(cpu.tv_nsec)};
}

Measured triad(std::size_t elements) {
  constexpr int rounds = 5;
  HugeArray<double> a(elements);
  HugeArray<double> b(elements);
  HugeArray<double> c(elements);
  const auto for_all = [&](auto&& body) {
    parallel::for_blocks(elements, block_size, [&](parallel::Range range, std::size_t) {
      for (std::size_t i = range.begin; i < range.end; ++i) body(i);
    });
    keep(static_cast<std::uint64_t>(a[elements / 2]));
  };
  for_all([&](std::size_t i) {  // first touch: pages are not part of the measurement
    a[i] = 0;
    b[i] = 1;
    c[i] = 2;
  });
  return measured(24.0 * rounds * static_cast<double>(elements), [&] {
    for (int round = 0; round < rounds; ++round)
      for_all([&](std::size_t i) { a[i] = b[i] + 3 * c[i]; });
  });
}

Measured random_reads(std::size_t array_bytes, std::size_t reads) {
  struct alignas(64) Line {
    std::array<std::uint64_t, 8> words;
  };
  const std::size_t lines = array_bytes / sizeof(Line);
  HugeArray<Line> array(lines);
  parallel::for_blocks(lines, block_size, [&](parallel::Range range, std::size_t) {
    for (std::size_t i = range.begin; i < range.end; ++i) array[i].words.fill(i);
  });
  return measured(static_cast<double>(reads), [&] {
    parallel::for_blocks(reads, block_size, [&](parallel::Range range, std::size_t) {
      std::uint64_t sum = 0;
      for (std::uint64_t i = range.begin; i < range.end; ++i) {
        const std::uint64_t mixed =
            (i + 1) * 0x9E3779B97F4A7C15U;  // its upper half jumps all over the array
        const Line& line = array[((mixed >> 32U) * lines) >> 32U];
        for (const std::uint64_t word : line.words) sum += word;
      }
      keep(sum);
    });
  });
}

Measured draw_and_store(std::size_t follows) {
  HugeArray<std::uint32_t> stored(follows);
  parallel::for_blocks(follows, block_size, [&](parallel::Range range, std::size_t) {
    std::fill(stored.data() + range.begin, stored.data() + range.end, 0U);
  });
  return measured(static_cast<double>(follows), [&] {
    parallel::for_blocks(follows, block_size, [&](parallel::Range range, std::size_t) {
      constexpr std::size_t at_once = 64;
      std::array<std::uint32_t, 4 * at_once> words;
      for (std::size_t first = range.begin; first < range.end; first += at_once) {
        random::fill_entities(key, first, 0, 0, words);
        const std::size_t count = std::min(at_once, range.end - first);
        for (std::size_t i = 0; i < count; ++i) stored[first + i] = words[4 * i] ^ words[4 * i + 1];
      }
    });
    keep(stored[follows / 2]);
  });
}

std::size_t peak_resident_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

}  // namespace clout::bench
