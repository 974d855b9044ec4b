// Philox in AVX2. Each 64-bit lane carries one word of one block in its low half: the 32 x 32 -> 64
// multiplication reads low halves only, so what the rounds leave in the high halves is never
// cleared.
#include "sim/random/bulk_kernels.hpp"

#ifdef CLOUT_X86_KERNELS
#include <algorithm>

#include <immintrin.h>

#include "sim/random/philox.hpp"

namespace clout::random {

namespace {

// Named, so that functions of this set can be told in a binary (tests/portable).
inline namespace avx2 {

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

template <std::size_t Count>
CLOUT_AVX2 inline void run_rounds(Vectors (&v)[Count], StreamKey key) noexcept {
  __m256i key_low = spread(key.low);
  __m256i key_high = spread(key.high);
  for (int round = 0; round < philox::rounds; ++round) {
    for (std::size_t i = 0; i < Count; ++i) round_of(v[i], key_low, key_high);
    key_low = _mm256_add_epi64(key_low, spread(philox::key_step_0));
    key_high = _mm256_add_epi64(key_high, spread(philox::key_step_1));
  }
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
  run_rounds(v, start.key);
  for (std::size_t i = 0; i < Count; ++i) store(v[i], out + i * lanes * 4);
}

CLOUT_AVX2 inline __m256i widen(const std::uint32_t* words) noexcept {
  return _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(words)));
}

CLOUT_AVX2 inline void store_low_halves(__m256i words, std::uint32_t* out) noexcept {
  const __m256i packed =
      _mm256_permutevar8x32_epi32(words, _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm256_castsi256_si128(packed));
}

template <std::size_t Count>
CLOUT_AVX2 inline void scatter_vectors(StreamKey key, const ScatteredCounters& counters,
                                       std::size_t first, std::uint32_t* out) noexcept {
  Vectors v[Count];
  for (std::size_t i = 0; i < Count; ++i) {
    const std::size_t at = first + i * lanes;
    v[i] = {{widen(&counters.entity_low[at]), widen(&counters.entity_high[at]),
             spread(counters.time), widen(&counters.index[at])}};
  }
  run_rounds(v, key);
  const std::size_t size = counters.index.size();
  for (std::size_t i = 0; i < Count; ++i) {
    for (std::size_t w = 0; w < 4; ++w)
      store_low_halves(v[i].word[w], out + w * size + first + i * lanes);
  }
}

}  // namespace avx2

}  // namespace

CLOUT_AVX2 void scatter_avx2(StreamKey key, const ScatteredCounters& counters,
                             std::uint32_t* out) noexcept {
  const std::size_t size = counters.index.size();
  std::size_t done = 0;
  for (; done + vectors * lanes <= size; done += vectors * lanes)
    scatter_vectors<vectors>(key, counters, done, out);
  for (; done < size; done += lanes) scatter_vectors<1>(key, counters, done, out);
}

CLOUT_AVX2 void fill_avx2(const BulkStart& start, std::uint32_t* out, std::size_t blocks) noexcept {
  std::size_t done = 0;
  for (; done + vectors * lanes <= blocks; done += vectors * lanes) {
    fill_vectors<vectors>(start.after(done), out + 4 * done);
  }
  for (; done + lanes <= blocks; done += lanes) fill_vectors<1>(start.after(done), out + 4 * done);
  if (done < blocks) {
    std::uint32_t last[4 * lanes];
    fill_vectors<1>(start.after(done), last);
    std::copy(last, last + 4 * (blocks - done), out + 4 * done);
  }
}

}  // namespace clout::random
#endif
