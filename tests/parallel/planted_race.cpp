// Two blocks write the same variable. Built only with ThreadSanitizer, which must report it: the
// seam may hide the races that TBB has with itself, and none of ours.
#include <atomic>
#include <cstdio>
#include <thread>

#include "sim/parallel/for_blocks.hpp"

int main() {
  long raced = 0;
  // Both blocks wait for each other, so that they run on two threads; relaxed, so that the wait
  // orders nothing.
  std::atomic<int> arrived{0};
  clout::parallel::with_threads(2, [&] {
    clout::parallel::for_each_block(2, [&](std::size_t block) {
      arrived.fetch_add(1, std::memory_order_relaxed);
      while (arrived.load(std::memory_order_relaxed) < 2) std::this_thread::yield();
      raced += static_cast<long>(block) + 1;  // the planted race
    });
  });
  std::printf("%ld\n", raced);
}
