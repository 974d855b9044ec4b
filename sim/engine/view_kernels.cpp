#include "sim/engine/view_kernels.hpp"

#include <algorithm>

#include "sim/base/instruction_set.hpp"
#include "sim/market/relatability.hpp"
#include "sim/market/trust.hpp"
#include "sim/market/unfollow.hpp"

namespace clout::engine {

namespace {

constexpr std::size_t lanes = ViewBatch::lanes;

CLOUT_KERNEL_BODY void relate(const market::Rates& rates, ViewBatch& v) noexcept {
  if (!rates.relatability) {
    v.R.fill(rates.neutral_relatability);
    return;
  }
  // Apart from the look-ups, which would keep the distances from being done side by side.
  alignas(64) ViewBatch::Lanes<std::int32_t> step;
  for (std::size_t n = 0; n < lanes; ++n)
    step[n] = market::squared_distance_units(v.viewer.at(n), v.of_author.at(n)) /
              market::SimilarityTable::step;
  const float* similarity = rates.similarity.steps();
  for (std::size_t n = 0; n < lanes; ++n)
    v.R[n] = market::relatability(similarity[step[n]], v.appeal[n]);
}

CLOUT_KERNEL_BODY void look_at_all(const market::Rates& rates, ViewBatch& v) noexcept {
  for (std::size_t n = 0; n < lanes; ++n)
    v.interest[n] = market::interest_in(v.viewer.at(n), v.niche[n]);
  relate(rates, v);
  for (std::size_t n = 0; n < lanes; ++n)
    v.baseline[n] = market::baseline_trust(v.trust_logit[n], rates.from_relatability, v.R[n]);
  if (rates.trust) {
    const float* kept = rates.trust_rest.by_days();
    for (std::size_t n = 0; n < lanes; ++n)
      v.trust[n] = market::rested(v.trust[n], v.baseline[n], kept[v.days[n]]);
  }
  const float* load_kept = rates.load_decay.by_days();
  for (std::size_t n = 0; n < lanes; ++n) v.load[n] *= load_kept[v.days[n]];
  v.R_used = v.R;
  v.K.fill(0);
  v.annoyance.fill(0);
  v.recognised.fill(0);
  v.recognition.fill(0);
  v.factor.fill(1);
}

CLOUT_KERNEL_BODY void judge_all(const market::Rates& rates, ViewBatch& v) noexcept {
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
      v.leave[n] = market::leave_chance(rates.leave_base, rates.leave_from_distrust,
                                        rates.low_trust, rates.leave_from_suspicion, after[n],
                                        static_cast<float>(std::max(1, v.days[n])), v.K[n]);
  }
  for (std::size_t n = 0; n < lanes; ++n) {
    v.trust_after[n] = std::max(1, market::whole_units(after[n]));
    v.load_after[n] = market::whole_load_units(v.load[n]);
  }
}

void look_plain(const market::Rates& rates, ViewBatch& v) noexcept { look_at_all(rates, v); }
void judge_plain(const market::Rates& rates, ViewBatch& v) noexcept { judge_all(rates, v); }

#ifdef CLOUT_X86_KERNELS
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

// In the order of InstructionSet.
constexpr ViewKernels kernels[] = {
    {"plain", look_plain, judge_plain},
#ifdef CLOUT_X86_KERNELS
    {"avx2", look_avx2, judge_avx2},
    {"avx512", look_avx512, judge_avx512},
#endif
};

}  // namespace

std::span<const ViewKernels> runnable_view_kernels() noexcept {
  return std::span(kernels).first(runnable_instruction_sets().size());
}

}  // namespace clout::engine
