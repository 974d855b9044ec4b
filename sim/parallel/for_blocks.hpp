// The one seam to the threads. Work is cut into numbered blocks, and a result belongs to its
// block's number, never to a thread: so results are the same on any number of threads.
//
// ThreadSanitizer does not see the synchronisation inside the packaged TBB. for_blocks.cpp, which
// runs the loops, is compiled without the sanitizer; this header tells the sanitizer of the two
// orders that TBB gives: what came before the call happens before every block, and every block
// happens before what comes after the call.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>

#if defined(__SANITIZE_THREAD__)
#define CLOUT_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CLOUT_TSAN 1
#endif
#endif
#ifdef CLOUT_TSAN
extern "C" void __tsan_acquire(void* addr);
extern "C" void __tsan_release(void* addr);
#endif

namespace clout::parallel {

/// Half-open range [begin, end) of positions.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  constexpr std::size_t size() const noexcept { return end - begin; }
  bool operator==(const Range&) const = default;
};

namespace detail {

using BlockFunction = void (*)(void* body, std::size_t block);

/// Calls function(body, b) once for each b in [0, blocks), on the threads of the calling scope, and
/// returns when all are done. An exception of a block is thrown again here, once the blocks that
/// were under way are done; others are not begun.
void run_blocks(std::size_t blocks, BlockFunction function, void* body);
void run_jobs(std::size_t jobs, BlockFunction function, void* body);

using ScopeFunction = void (*)(void* body);
void run_with_threads(int threads, ScopeFunction function, void* body);

inline void tsan_release([[maybe_unused]] void* address) {
#ifdef CLOUT_TSAN
  __tsan_release(address);
#endif
}

inline void tsan_acquire([[maybe_unused]] void* address) {
#ifdef CLOUT_TSAN
  __tsan_acquire(address);
#endif
}

/// Say so at the end of a scope, however it is left.
struct ReleaseAtEnd {
  void* address;
  ~ReleaseAtEnd() { tsan_release(address); }
};
struct AcquireAtEnd {
  void* address;
  ~AcquireAtEnd() { tsan_acquire(address); }
};

template <typename Body>
struct Fork {
  Body* body;
  char started = 0;   // address the start of the loop is ordered by
  char finished = 0;  // address the ends of the blocks are ordered by
};

/// run: run_blocks or run_jobs.
template <typename Body>
void fork(void (*run)(std::size_t, BlockFunction, void*), std::size_t blocks, Body& body) {
  Fork<Body> fork{std::addressof(body)};
  tsan_release(&fork.started);
  const AcquireAtEnd after{&fork.finished};
  run(
      blocks,
      [](void* erased, std::size_t block) {
        auto& inner = *static_cast<Fork<Body>*>(erased);
        tsan_acquire(&inner.started);
        const ReleaseAtEnd done{&inner.finished};
        (*inner.body)(block);
      },
      &fork);
}

}  // namespace detail

/// Number of blocks of block_size that cover count positions. block_size must be positive.
constexpr std::size_t block_count(std::size_t count, std::size_t block_size) noexcept {
  return (count + block_size - 1) / block_size;
}

/// Positions of block b: [b*block_size, min((b+1)*block_size, count)).
constexpr Range block_range(std::size_t block, std::size_t count, std::size_t block_size) noexcept {
  return {block * block_size, std::min((block + 1) * block_size, count)};
}

/// Calls body(block) for each block number in [0, blocks), in any order and on any thread. Nested
/// calls are allowed.
template <typename Body>
void for_each_block(std::size_t blocks, Body&& body) {
  detail::fork(detail::run_blocks, blocks, body);
}

/// Calls body(job) for each job number in [0, jobs), in any order and on any thread, as
/// for_each_block. For long jobs that hold such loops themselves, outside any loop: a thread
/// without a job left helps in the loops of those that are not done.
template <typename Body>
void for_each_job(std::size_t jobs, Body&& body) {
  detail::fork(detail::run_jobs, jobs, body);
}

/// Cuts [0, count) into blocks of block_size and calls body(range, block) for each.
template <typename Body>
void for_blocks(std::size_t count, std::size_t block_size, Body&& body) {
  for_each_block(block_count(count, block_size),
                 [&](std::size_t block) { body(block_range(block, count, block_size), block); });
}

/// Calls body() with for_blocks inside it running on exactly this many threads (1 or more, also
/// more than there are cores). Outside any such scope all cores are used.
template <typename Body>
void with_threads(int threads, Body&& body) {
  using Plain = std::remove_reference_t<Body>;
  Plain* inner = std::addressof(body);
  detail::run_with_threads(
      threads, [](void* erased) { (**static_cast<Plain**>(erased))(); }, &inner);
}

/// Threads that for_blocks would use here.
int thread_count();

}  // namespace clout::parallel
