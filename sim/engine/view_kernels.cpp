#include "sim/engine/view_kernels.hpp"

#include <algorithm>

#include "sim/market/relatability.hpp"
#include "sim/market/trust.hpp"
#include "sim/market/unfollow.hpp"

// Written once, and compiled for each instruction set by inlining into a function for it.
#define CLOUT_INLINE [[gnu::always_inline]] inline

namespace clout::engine {

namespace {

constexpr std::size_t lanes = ViewBatch::lanes;

CLOUT_INLINE void look_at_all(const market::Rates& rates, ViewBatch& v) noexcept {
  if (rates.relatability) {
    for (std::size_t n = 0; n < lanes; ++n)
      v.R[n] = market::relatability(v.similarity[n], v.appeal[n]);
  } else {
    v.R.fill(rates.neutral_relatability);
  }
  for (std::size_t n = 0; n < lanes; ++n)
    v.baseline[n] = market::baseline_trust(v.trust_logit[n], rates.from_relatability, v.R[n]);
  if (rates.trust) {
    for (std::size_t n = 0; n < lanes; ++n)
      v.trust[n] = market::rested(v.trust[n], v.baseline[n], v.trust_kept[n]);
  }
  for (std::size_t n = 0; n < lanes; ++n) v.load[n] *= v.load_kept[n];
  v.R_used = v.R;
  v.K.fill(0);
  v.annoyance.fill(0);
  v.recognised.fill(0);
}

CLOUT_INLINE void judge_all(const market::Rates& rates, ViewBatch& v) noexcept {
  const market::EngagementWeights weights = rates.engagement;
  for (std::size_t n = 0; n < lanes; ++n)
    v.engage[n] = market::engagement_chance(weights, v.trust[n], v.R_used[n], v.interest[n],
                                            v.annoyance[n], v.recognition[n], v.factor[n]);
  alignas(64) ViewBatch::Lanes<float> after;
  for (std::size_t n = 0; n < lanes; ++n) {
    const float lost =
        market::after_advertisement(v.trust[n], rates.loss, v.K[n], v.fit[n], v.relief[n]);
    const float gained = market::after_gain(v.trust[n], rates.gain, v.R[n], v.ceiling[n]);
    after[n] = v.recognised[n] != 0 ? lost : gained;
  }
  if (rates.unfollow) {
    for (std::size_t n = 0; n < lanes; ++n)
      v.leave[n] =
          market::leave_chance(rates.leave_base, rates.leave_from_distrust, rates.low_trust,
                               rates.leave_from_suspicion, after[n], v.days[n], v.K[n]);
  }
  for (std::size_t n = 0; n < lanes; ++n) {
    v.trust_after[n] = std::max(1, market::whole_units(after[n]));
    v.load_after[n] = market::whole_load_units(v.load[n]);
  }
}

void look_plain(const market::Rates& rates, ViewBatch& v) noexcept { look_at_all(rates, v); }
void judge_plain(const market::Rates& rates, ViewBatch& v) noexcept { judge_all(rates, v); }

#if defined(__x86_64__)
#define CLOUT_AVX2 __attribute__((target("avx2")))
#define CLOUT_AVX512 \
  __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,prefer-vector-width=512")))

CLOUT_AVX2 void look_avx2(const market::Rates& rates, ViewBatch& v) noexcept {
  look_at_all(rates, v);
}
CLOUT_AVX2 void judge_avx2(const market::Rates& rates, ViewBatch& v) noexcept {
  judge_all(rates, v);
}
CLOUT_AVX512 void look_avx512(const market::Rates& rates, ViewBatch& v) noexcept {
  look_at_all(rates, v);
}
CLOUT_AVX512 void judge_avx512(const market::Rates& rates, ViewBatch& v) noexcept {
  judge_all(rates, v);
}
#endif

struct KernelList {
  std::array<ViewKernels, 3> kernels{};
  std::size_t size = 0;

  void add(const ViewKernels& each) noexcept { kernels[size++] = each; }
};

KernelList detect_kernels() noexcept {
  KernelList found;
  found.add({"plain", look_plain, judge_plain});
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) found.add({"avx2", look_avx2, judge_avx2});
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw"))
    found.add({"avx512", look_avx512, judge_avx512});
#endif
  return found;
}

}  // namespace

std::span<const ViewKernels> runnable_view_kernels() noexcept {
  static const KernelList found = detect_kernels();
  return {found.kernels.data(), found.size};
}

}  // namespace clout::engine
