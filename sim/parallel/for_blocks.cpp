#include "sim/parallel/for_blocks.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include "sim/base/contracts.hpp"

#ifdef CLOUT_SANITIZE_THREAD
// libtbb compares and frees its threads' affinity masks through memcmp and delete, which the
// sanitizer sees without their order. Only calls that libtbb makes itself are ignored; a block's
// body is checked in full.
extern "C" const char* __tsan_default_suppressions() { return "called_from_lib:libtbb.so\n"; }
#endif

namespace clout::parallel {

namespace detail {

void run_blocks(std::size_t blocks, BlockFunction function, void* body) {
  // Isolated: a thread that waits for the last blocks of this loop takes no block of a loop around
  // it, which would pile up state and stack.
  tbb::this_task_arena::isolate([&] { run_jobs(blocks, function, body); });
}

void run_jobs(std::size_t jobs, BlockFunction function, void* body) {
  // A context of its own: else an exception in one block ends the loops within the others, which
  // would go on as if all their blocks had run.
  tbb::task_group_context context(tbb::task_group_context::isolated);
  tbb::parallel_for(
      tbb::blocked_range<std::size_t>(0, jobs, 1),
      [&](const tbb::blocked_range<std::size_t>& range) {
        for (std::size_t job = range.begin(); job != range.end(); ++job) function(body, job);
      },
      tbb::simple_partitioner(), context);
}

void run_with_threads(int threads, ScopeFunction function, void* body) {
  CLOUT_EXPECT(threads >= 1);
  const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  arena.execute([&] { function(body); });
}

}  // namespace detail

int thread_count() { return tbb::this_task_arena::max_concurrency(); }

}  // namespace clout::parallel
