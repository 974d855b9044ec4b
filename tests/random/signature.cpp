// Prints a fingerprint of everything in sim/random whose bits are promised: the same lines from
// every compiler, at every optimisation level, on every processor. same_bits.sh compares them with
// signature.golden.
#include <bit>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "sim/random/bulk_kernels.hpp"
#include "sim/random/distributions.hpp"
#include "sim/random/portable_math_float.hpp"

using namespace clout::random;
namespace portable = clout::portable;

namespace {

/// FNV-1a over the bytes of what is added; every NaN counts as the same.
class Fingerprint {
 public:
  void add(std::uint64_t bits) {
    for (int shift = 0; shift < 64; shift += 8) {
      hash_ = (hash_ ^ ((bits >> shift) & 0xff)) * 0x100000001b3;
    }
  }
  void add(double value) {
    add(value != value ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(value));
  }
  void add(float value) {
    add(value != value ? ~std::uint64_t{0} : std::uint64_t{std::bit_cast<std::uint32_t>(value)});
  }
  void print(const char* name) const {
    std::printf("%-16s %016llx\n", name, static_cast<unsigned long long>(hash_));
  }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325;
};

constexpr StreamKey key = stream_key(Seed{2026}, Replicate{1}, Purpose::self_test);
constexpr std::uint64_t sweep = 20'000;

std::uint64_t bits_of(std::uint64_t i) { return half_block(draw_block(key, i, 0, 0), 0); }

/// Points of [low, high] for a function of one number, then any bits at all: every magnitude,
/// infinities and NaN.
template <typename Real, typename Function>
void print_function(const char* name, double low, double high, Function function) {
  Fingerprint fingerprint;
  for (std::uint64_t i = 0; i < sweep; ++i) {
    fingerprint.add(function(static_cast<Real>(low + (high - low) * unit_double(bits_of(i)))));
    if constexpr (sizeof(Real) == 8) {
      fingerprint.add(function(std::bit_cast<double>(bits_of(i))));
    } else {
      fingerprint.add(function(std::bit_cast<float>(static_cast<std::uint32_t>(bits_of(i)))));
    }
  }
  fingerprint.print(name);
}

void print_draws() {
  Fingerprint draws;
  for (std::uint64_t i = 0; i < sweep; ++i) {
    const StreamKey other =
        stream_key(Seed{i * 77}, Replicate{static_cast<std::uint32_t>(i)}, Purpose::sampling);
    for (const std::uint32_t word : draw_block(other, i << 20, 3, static_cast<std::uint32_t>(i))) {
      draws.add(std::uint64_t{word});
    }
  }
  draws.print("draw_block");

  Fingerprint bulk;
  std::vector<std::uint32_t> words(4012);
  fill_indices(key, 12, 5, 0xffffff00, words);
  for (const std::uint32_t word : words) bulk.add(std::uint64_t{word});
  fill_entities(key, 0xffffff00, 5, 8, words);
  for (const std::uint32_t word : words) bulk.add(std::uint64_t{word});
  bulk.print("bulk");
}

void print_uniforms() {
  Fingerprint uniforms;
  for (std::uint64_t i = 0; i < sweep; ++i) {
    const std::uint64_t bits = bits_of(i);
    const auto word = static_cast<std::uint32_t>(bits);
    uniforms.add(unit_double(bits));
    uniforms.add(open_unit_double(bits));
    uniforms.add(unit_double(word));
    uniforms.add(open_unit_double(word));
    uniforms.add(unit_float(word));
    uniforms.add(open_unit_float(word));
    uniforms.add(below(bits, std::uint64_t{1'000'003}));
    uniforms.add(std::uint64_t{below(word, 1'000'003U)});
    uniforms.add(std::uint64_t{Chance(unit_double(bits_of(i + 1))).happens(bits)});
  }
  uniforms.print("uniform");
}

void print_functions() {
  print_function<double>("exp", -750, 720, [](double x) { return portable::exp(x); });
  print_function<double>("expm1", -2, 2, [](double x) { return portable::expm1(x); });
  print_function<double>("exp2", -1080, 1030, [](double x) { return portable::exp2(x); });
  print_function<double>("log", 0, 4, [](double x) { return portable::log(x); });
  print_function<double>("log1p", -1, 2, [](double x) { return portable::log1p(x); });
  print_function<double>("logistic", -40, 40, [](double x) { return portable::logistic(x); });
  print_function<double>("normal_cdf", -39, 9, [](double x) { return portable::normal_cdf(x); });
  print_function<double>("normal_quantile", 0, 1,
                         [](double x) { return portable::normal_quantile(x); });
  print_function<float>("exp, float", -105, 90, [](float x) { return portable::exp(x); });
  print_function<float>("log, float", 0, 4, [](float x) { return portable::log(x); });
  print_function<float>("logistic, float", -40, 40, [](float x) { return portable::logistic(x); });
}

template <typename Law>
void print_law(const char* name, Law law) {
  Fingerprint fingerprint;
  for (std::uint64_t entity = 0; entity < sweep; ++entity) {
    KeyedEngine engine(key, entity, 1);
    fingerprint.add(law(engine, 0.01 + 20.0 * unit_double(bits_of(entity))));
  }
  fingerprint.print(name);
}

void print_laws() {
  print_law("normal", [](KeyedEngine& e, double x) { return normal(e.bits64(), x, x); });
  print_law("log_normal", [](KeyedEngine& e, double x) { return log_normal(e.bits64(), x, 2.0); });
  print_law("exponential", [](KeyedEngine& e, double x) { return exponential(e.bits64(), x); });
  print_law("skip length",
            [](KeyedEngine& e, double x) { return SkipLength(x / 21.0).draw(e.bits64()); });
  print_law("poisson", [](KeyedEngine& e, double x) { return poisson(e, x); });
  print_law("poisson, large", [](KeyedEngine& e, double x) { return poisson(e, x * 1e5); });
  print_law("gamma", [](KeyedEngine& e, double x) { return gamma(e, x / 5.0, 2.0); });
  print_law("beta", [](KeyedEngine& e, double x) { return beta(e, x / 5.0, 1.5); });
}

}  // namespace

int main() {
  print_draws();
  print_uniforms();
  print_functions();
  print_laws();
}
