#include "sim/parallel/for_blocks.hpp"

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/support/catch.hpp"

namespace parallel = clout::parallel;

TEST_CASE("blocks tile the positions: each once, numbered by position") {
  for (const std::size_t count : {0U, 1U, 7U, 64U, 1000U}) {
    for (const std::size_t block_size : {1U, 3U, 64U, 2000U}) {
      std::vector<int> touched(count, 0);
      std::atomic<std::size_t> misplaced{0};
      parallel::for_blocks(count, block_size, [&](parallel::Range range, std::size_t block) {
        if (range.begin != block * block_size || range.size() == 0) ++misplaced;
        for (std::size_t i = range.begin; i < range.end; ++i) ++touched[i];
      });
      CHECK(misplaced == 0);
      CHECK(std::count(touched.begin(), touched.end(), 1) == static_cast<std::ptrdiff_t>(count));
    }
  }
}

TEST_CASE("a scope runs on the number of threads it asks for, and nests") {
  for (const int threads : {1, 2, 7}) {
    parallel::with_threads(threads, [&] {
      CHECK(parallel::thread_count() == threads);
      std::vector<long> sums(20);
      parallel::for_each_block(20, [&](std::size_t outer) {
        std::vector<long> parts(50);
        parallel::for_each_block(
            50, [&](std::size_t inner) { parts[inner] = static_cast<long>(outer * inner); });
        sums[outer] = std::accumulate(parts.begin(), parts.end(), 0L);
      });
      CHECK(sums[3] == 3 * 49 * 50 / 2);
    });
  }
}

TEST_CASE(
    "a thread without a job left helps in the loops of the others, the calling thread as well") {
  for (const bool caller_is_idle : {true, false}) {
    parallel::with_threads(2, [&] {
      const auto caller = std::this_thread::get_id();
      std::atomic<int> begun{0};
      std::atomic<int> inside{0};
      std::atomic<bool> alone{false};
      parallel::for_each_job(2, [&](std::size_t) {
        ++begun;
        while (begun < 2) std::this_thread::yield();  // a job on each thread
        if ((std::this_thread::get_id() == caller) == caller_is_idle) return;
        const auto given_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        parallel::for_each_block(2, [&](std::size_t) {
          ++inside;
          while (inside < 2 && std::chrono::steady_clock::now() < given_up)
            std::this_thread::yield();
          if (inside < 2) alone = true;
        });
      });
      CHECK_FALSE(alone);
    });
  }
}

TEST_CASE("an exception in a block reaches the caller") {
  CHECK_THROWS_AS(parallel::for_each_block(100,
                                           [](std::size_t block) {
                                             if (block == 57) throw std::runtime_error("block 57");
                                           }),
                  std::runtime_error);
}

TEST_CASE("a block that fails does not cut short the loops within the others") {
  parallel::with_threads(2, [] {
    std::atomic<int> begun{0};
    std::atomic<bool> failing{false};
    std::atomic<std::size_t> done{0};
    const auto outer = [&](std::size_t block) {
      ++begun;
      while (begun < 2) std::this_thread::yield();  // a block on each thread
      if (block == 0) {
        failing = true;
        throw std::runtime_error("block 0");
      }
      while (!failing) std::this_thread::yield();
      for (int loop = 0; loop < 200; ++loop)
        parallel::for_each_block(100, [&](std::size_t) { ++done; });
    };
    CHECK_THROWS_AS(parallel::for_each_block(2, outer), std::runtime_error);
    CHECK(done == 200 * 100);
    begun = 0;
    failing = false;
    done = 0;
    CHECK_THROWS_AS(parallel::for_each_job(2, outer), std::runtime_error);
    CHECK(done == 200 * 100);
  });
}

TEST_CASE("what a block wrote is seen after the loop") {
  std::vector<std::size_t> values(10'000);
  parallel::with_threads(4, [&] {
    parallel::for_each_block(values.size(), [&](std::size_t block) { values[block] = block; });
    parallel::for_each_block(values.size(), [&](std::size_t block) {
      values[block] += values[values.size() - 1 - block] * 0;
    });
  });
  CHECK(values[9'999] == 9'999);
}
