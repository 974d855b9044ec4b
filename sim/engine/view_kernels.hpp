// The arithmetic of a batch of views, in SIMD of whatever width the processor has; the same bits
// from each.
#pragma once

#include <span>

#include "sim/engine/view_batch.hpp"
#include "sim/market/rates.hpp"

namespace clout::engine {

struct ViewKernels {
  const char* name;
  /// R and R_used, baseline; trust and load as of this morning; nothing of advertisements yet.
  void (*look)(const market::Rates& rates, ViewBatch& views) noexcept;
  /// Chances to engage and to leave; trust and load after the post.
  void (*judge)(const market::Rates& rates, ViewBatch& views) noexcept;
};

/// Kernels that this processor can run, slowest first; the last is the one in use.
std::span<const ViewKernels> runnable_view_kernels() noexcept;

}  // namespace clout::engine
