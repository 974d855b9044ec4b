// Philox in AVX-512. Each 64-bit lane carries one word of one block in its low half: the 32 x 32 ->
// 64 multiplication reads low halves only, so what the rounds leave in the high halves is never
// cleared.
#include "sim/random/bulk_kernels.hpp"

#ifdef CLOUT_X86_KERNELS
#include <algorithm>

#include <immintrin.h>

#include "sim/random/philox.hpp"

namespace clout::random {

namespace {

// Named, so that functions of this set can be told in a binary (tests/portable).
inline namespace avx512 {

constexpr std::size_t lanes = 8;
constexpr std::size_t vectors =
    4;  // rounds of this many vectors overlap, to hide the multiplier's latency

struct Vectors {
  __m512i word[4];
};

CLOUT_AVX512 inline __m512i spread(std::uint64_t value) noexcept {
  return _mm512_set1_epi64(static_cast<long long>(value));
}

// Lane order: the unpacking in store() then writes blocks in order.
CLOUT_AVX512 inline Vectors counters(const BulkStart& start) noexcept {
  const __m512i steps = _mm512_setr_epi64(0, 4, 1, 5, 2, 6, 3, 7);
  if (start.axis == Axis::index) {
    return {{spread(start.entity), spread(start.entity >> 32), spread(start.time),
             _mm512_add_epi64(spread(start.index), steps)}};
  }
  const __m512i entity = _mm512_add_epi64(spread(start.entity), steps);
  return {{entity, _mm512_srli_epi64(entity, 32), spread(start.time), spread(start.index)}};
}

CLOUT_AVX512 inline __m512i xor_of(__m512i a, __m512i b, __m512i c) noexcept {
  return _mm512_ternarylogic_epi64(a, b, c, 0x96);
}

CLOUT_AVX512 inline void round_of(Vectors& v, __m512i key_low, __m512i key_high) noexcept {
  const __m512i product_0 = _mm512_mul_epu32(v.word[0], spread(philox::multiplier_0));
  const __m512i product_1 = _mm512_mul_epu32(v.word[2], spread(philox::multiplier_1));
  v.word[0] = xor_of(_mm512_srli_epi64(product_1, 32), v.word[1], key_low);
  v.word[1] = product_1;
  v.word[2] = xor_of(_mm512_srli_epi64(product_0, 32), v.word[3], key_high);
  v.word[3] = product_0;
}

template <std::size_t Count>
CLOUT_AVX512 inline void run_rounds(Vectors (&v)[Count], StreamKey key) noexcept {
  __m512i key_low = spread(key.low);
  __m512i key_high = spread(key.high);
  for (int round = 0; round < philox::rounds; ++round) {
    for (std::size_t i = 0; i < Count; ++i) round_of(v[i], key_low, key_high);
    key_low = _mm512_add_epi64(key_low, spread(philox::key_step_0));
    key_high = _mm512_add_epi64(key_high, spread(philox::key_step_1));
  }
}

CLOUT_AVX512 inline void store(const Vectors& v, std::uint32_t* out) noexcept {
  const __m512i first_half =
      _mm512_mask_blend_epi32(0xAAAA, v.word[0], _mm512_slli_epi64(v.word[1], 32));
  const __m512i second_half =
      _mm512_mask_blend_epi32(0xAAAA, v.word[2], _mm512_slli_epi64(v.word[3], 32));
  auto* place = reinterpret_cast<__m512i*>(out);
  _mm512_storeu_si512(place, _mm512_unpacklo_epi64(first_half, second_half));
  _mm512_storeu_si512(place + 1, _mm512_unpackhi_epi64(first_half, second_half));
}

template <std::size_t Count>
CLOUT_AVX512 inline void fill_vectors(const BulkStart& start, std::uint32_t* out) noexcept {
  Vectors v[Count];
  for (std::size_t i = 0; i < Count; ++i) v[i] = counters(start.after(i * lanes));
  run_rounds(v, start.key);
  for (std::size_t i = 0; i < Count; ++i) store(v[i], out + i * lanes * 4);
}

CLOUT_AVX512 inline __m512i widen(const std::uint32_t* words) noexcept {
  return _mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(words)));
}

template <std::size_t Count>
CLOUT_AVX512 inline void scatter_vectors(StreamKey key, const ScatteredCounters& counters,
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
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + w * size + first + i * lanes),
                          _mm512_cvtepi64_epi32(v[i].word[w]));
  }
}

}  // namespace avx512

}  // namespace

CLOUT_AVX512 void scatter_avx512(StreamKey key, const ScatteredCounters& counters,
                                 std::uint32_t* out) noexcept {
  const std::size_t size = counters.index.size();
  std::size_t done = 0;
  for (; done + vectors * lanes <= size; done += vectors * lanes)
    scatter_vectors<vectors>(key, counters, done, out);
  for (; done < size; done += lanes) scatter_vectors<1>(key, counters, done, out);
}

CLOUT_AVX512 void fill_avx512(const BulkStart& start, std::uint32_t* out,
                              std::size_t blocks) noexcept {
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
