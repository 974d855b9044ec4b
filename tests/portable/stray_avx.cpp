// A program with the mistake that vector_instructions.sh looks for: AVX2 in a function of any name.
#include "sim/base/instruction_set.hpp"

namespace {

CLOUT_KERNEL_BODY void add(const float* a, const float* b, float* out) {
  for (int i = 0; i < 64; ++i) out[i] = a[i] + b[i];
}

}  // namespace

extern "C" {
CLOUT_AVX2 void sum_avx2(const float* a, const float* b, float* out) { add(a, b, out); }
CLOUT_AVX512 void sum_avx512(const float* a, const float* b, float* out) { add(a, b, out); }
// Another body: the compiler makes one function of two that are equal.
CLOUT_AVX2 void sum_anywhere(const float* a, float* out) { add(a, a, out); }
}

int main(int count, char**) {
  float a[64] = {static_cast<float>(count)};
  float out[64] = {};
  if (count > 3) sum_avx512(a, a, out);
  if (count > 2) sum_avx2(a, a, out);
  if (count > 1) sum_anywhere(a, out);
  return static_cast<int>(out[0]);
}
