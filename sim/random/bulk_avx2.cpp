// Philox in AVX2. Each 64-bit lane carries one word of one block in its low half: the 32 x 32 -> 64
// multiplication reads low halves only, so what the rounds leave in the high halves is never
// cleared.
#include "sim/random/bulk_kernels.hpp"

#ifdef CLOUT_X86_KERNELS
#include <immintrin.h>

#include "sim/random/philox.hpp"

#define CLOUT_AVX2 __attribute__((target("avx2")))

namespace clout::random {

namespace {

constexpr std::size_t lanes = 4;
constexpr std::size_t vectors =
    4;  // rounds of this many vectors overlap, to hide the multiplier's latency

struct Vectors {
  __m256i word[4];
};

CLOUT_AVX2 inline __m256i spread(std::uint64_t value) noexcept {
  return _mm256_set1_epi64x(static_cast<long long>(value));
}

// Lane order 0, 2, 1, 3: the unpacking in store() then writes blocks in order.
CLOUT_AVX2 inline Vectors counters(const BulkStart& start) noexcept {
  const __m256i steps = _mm256_setr_epi64x(0, 2, 1, 3);
  if (start.axis == Axis::index) {
    return {{spread(start.entity), spread(start.entity >> 32), spread(start.time),
             _mm256_add_epi64(spread(start.index), steps)}};
  }
  const __m256i entity = _mm256_add_epi64(spread(start.entity), steps);
  return {{entity, _mm256_srli_epi64(entity, 32), spread(start.time), spread(start.index)}};
}

CLOUT_AVX2 inline void round_of(Vectors& v, __m256i key_low, __m256i key_high) noexcept {
  const __m256i product_0 = _mm256_mul_epu32(v.word[0], spread(philox::multiplier_0));
  const __m256i product_1 = _mm256_mul_epu32(v.word[2], spread(philox::multiplier_1));
  v.word[0] =
      _mm256_xor_si256(_mm256_srli_epi64(product_1, 32), _mm256_xor_si256(v.word[1], key_low));
  v.word[1] = product_1;
  v.word[2] =
      _mm256_xor_si256(_mm256_srli_epi64(product_0, 32), _mm256_xor_si256(v.word[3], key_high));
  v.word[3] = product_0;
}

CLOUT_AVX2 inline void store(const Vectors& v, std::uint32_t* out) noexcept {
  const __m256i first_half = _mm256_blend_epi32(v.word[0], _mm256_slli_epi64(v.word[1], 32), 0xAA);
  const __m256i second_half = _mm256_blend_epi32(v.word[2], _mm256_slli_epi64(v.word[3], 32), 0xAA);
  auto* place = reinterpret_cast<__m256i*>(out);
  _mm256_storeu_si256(place, _mm256_unpacklo_epi64(first_half, second_half));
  _mm256_storeu_si256(place + 1, _mm256_unpackhi_epi64(first_half, second_half));
}

template <std::size_t Count>
CLOUT_AVX2 inline void fill_vectors(const BulkStart& start, std::uint32_t* out) noexcept {
  Vectors v[Count];
  for (std::size_t i = 0; i < Count; ++i) v[i] = counters(start.after(i * lanes));
  __m256i key_low = spread(start.key.low);
  __m256i key_high = spread(start.key.high);
  for (int round = 0; round < philox::rounds; ++round) {
    for (std::size_t i = 0; i < Count; ++i) round_of(v[i], key_low, key_high);
    key_low = _mm256_add_epi64(key_low, spread(philox::key_step_0));
    key_high = _mm256_add_epi64(key_high, spread(philox::key_step_1));
  }
  for (std::size_t i = 0; i < Count; ++i) store(v[i], out + i * lanes * 4);
}

}  // namespace

CLOUT_AVX2 void fill_avx2(const BulkStart& start, std::uint32_t* out, std::size_t blocks) noexcept {
  std::size_t done = 0;
  for (; done + vectors * lanes <= blocks; done += vectors * lanes) {
    fill_vectors<vectors>(start.after(done), out + 4 * done);
  }
  for (; done + lanes <= blocks; done += lanes) fill_vectors<1>(start.after(done), out + 4 * done);
  fill_scalar(start.after(done), out + 4 * done, blocks - done);
}

}  // namespace clout::random
#endif
