// What a draw costs. items_per_second counts 32-bit words for bits, and values for functions and
// distributions.
//
// Motivation: the model makes billions of draws a run. Known alternatives stand beside each figure:
// Random123's own scalar Philox, the standard library's Mersenne Twister, libm's functions and
// Boost's distributions. Results (AMD EPYC with AVX-512, g++ 12 -O3): docs/random.md.
#include <cmath>
#include <random>
#include <vector>

#include <Random123/philox.h>
#include <benchmark/benchmark.h>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>

#include "sim/random/bulk_kernels.hpp"
#include "sim/random/distributions.hpp"
#include "sim/random/portable_math_float.hpp"

namespace portable = clout::portable;
using namespace clout::random;

namespace {

constexpr std::size_t blocks = 4096;  // 64 KiB of draws: they stay in the second cache
constexpr StreamKey key = stream_key(Seed{1}, Replicate{0}, Purpose::self_test);

void count(benchmark::State& state, std::size_t per_iteration) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(per_iteration));
}

// ---- bits ----

void random123_scalar(benchmark::State& state) {
  std::vector<std::uint32_t> out(4 * blocks);
  for (auto _ : state) {
    for (std::uint32_t i = 0; i < blocks; ++i) {
      const auto words = r123::Philox4x32()({{i, 0, 0, 0}}, {{key.low, key.high}});
      std::copy(words.begin(), words.end(), out.begin() + 4 * i);
    }
    benchmark::DoNotOptimize(out.data());
  }
  count(state, out.size());
}
BENCHMARK(random123_scalar);

void mersenne_twister(benchmark::State& state) {
  std::vector<std::uint32_t> out(4 * blocks);
  std::mt19937 engine(1);
  for (auto _ : state) {
    for (std::uint32_t& word : out) word = static_cast<std::uint32_t>(engine());
    benchmark::DoNotOptimize(out.data());
  }
  count(state, out.size());
}
BENCHMARK(mersenne_twister);

void one_draw_block(benchmark::State& state) {
  std::uint64_t entity = 0;
  for (auto _ : state) benchmark::DoNotOptimize(draw_block(key, entity++, 1, 0));
  count(state, 4);
}
BENCHMARK(one_draw_block);

// The latency of a draw: the next one waits for its result.
void chained_draw_block(benchmark::State& state) {
  Block block{};
  for (auto _ : state) block = draw_block(key, block[0], block[1], block[2]);
  benchmark::DoNotOptimize(block);
  count(state, 4);
}
BENCHMARK(chained_draw_block);

void keyed_engine(benchmark::State& state) {
  KeyedEngine engine(key, 1, 0);
  for (auto _ : state) benchmark::DoNotOptimize(engine());
  count(state, 1);
}
BENCHMARK(keyed_engine);

void bulk(benchmark::State& state, BulkKernel fill, Axis axis) {
  std::vector<std::uint32_t> out(4 * blocks);
  for (auto _ : state) {
    fill({key, 1, 0, 0, axis}, out.data(), blocks);
    benchmark::DoNotOptimize(out.data());
  }
  count(state, out.size());
}

const bool bulk_registered = [] {
  for (const NamedKernel& kernel : runnable_kernels()) {
    const std::string name = kernel.name;
    benchmark::RegisterBenchmark(("bulk_entities/" + name).c_str(), bulk, kernel.fill,
                                 Axis::entity);
    benchmark::RegisterBenchmark(("bulk_indices/" + name).c_str(), bulk, kernel.fill, Axis::index);
  }
  return true;
}();

// A row of follows is short: what a small fill costs.
void small_fill_indices(benchmark::State& state) {
  std::vector<std::uint32_t> out(4 * static_cast<std::size_t>(state.range(0)));
  std::uint64_t entity = 0;
  for (auto _ : state) {
    fill_indices(key, entity++, 0, 0, out);
    benchmark::DoNotOptimize(out.data());
  }
  count(state, out.size());
}
BENCHMARK(small_fill_indices)->Arg(1)->Arg(8)->Arg(13)->Arg(32);

// ---- functions ----

template <typename Real>
std::vector<Real> fractions() {
  std::vector<Real> out(blocks);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = static_cast<Real>(open_unit_double(half_block(draw_block(key, i, 0, 0), 0)));
  }
  return out;
}

template <typename Real, typename Function>
void over(benchmark::State& state, Function function) {
  const std::vector<Real> in = fractions<Real>();
  std::vector<Real> out(in.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < in.size(); ++i) out[i] = function(in[i]);
    benchmark::DoNotOptimize(out.data());
  }
  count(state, in.size());
}

template <typename Function>
void over_doubles(benchmark::State& state, Function function) {
  over<double>(state, function);
}

template <typename Function>
void over_floats(benchmark::State& state, Function function) {
  over<float>(state, function);
}

BENCHMARK_CAPTURE(over_doubles, exp, [](double x) { return portable::exp(x); });
BENCHMARK_CAPTURE(over_doubles, exp_libm, [](double x) { return std::exp(x); });
BENCHMARK_CAPTURE(over_doubles, log, [](double x) { return portable::log(x); });
BENCHMARK_CAPTURE(over_doubles, log_libm, [](double x) { return std::log(x); });
BENCHMARK_CAPTURE(over_doubles, logistic, [](double x) { return portable::logistic(x); });
BENCHMARK_CAPTURE(over_doubles, normal_quantile,
                  [](double x) { return portable::normal_quantile(x); });
BENCHMARK_CAPTURE(over_doubles, normal_cdf, [](double x) { return portable::normal_cdf(x); });
BENCHMARK_CAPTURE(over_doubles, normal_cdf_libm, [](double x) { return std::erfc(x); });
BENCHMARK_CAPTURE(over_floats, exp_float, [](float x) { return portable::exp(x); });
BENCHMARK_CAPTURE(over_floats, exp_float_libm, [](float x) { return std::exp(x); });
BENCHMARK_CAPTURE(over_floats, log_float, [](float x) { return portable::log(x); });
BENCHMARK_CAPTURE(over_floats, logistic_float, [](float x) { return portable::logistic(x); });

// ---- distributions: one fresh engine a value, as the model draws them ----

template <typename Law>
void law(benchmark::State& state, Law draw) {
  std::uint64_t entity = 0;
  for (auto _ : state) {
    KeyedEngine engine(key, entity++, 0);
    benchmark::DoNotOptimize(draw(engine));
  }
  count(state, 1);
}

BENCHMARK_CAPTURE(law, normal, [](KeyedEngine& e) { return normal(e.bits64()); });
BENCHMARK_CAPTURE(law, normal_boost,
                  [](KeyedEngine& e) { return boost::random::normal_distribution<>()(e); });
BENCHMARK_CAPTURE(law, exponential, [](KeyedEngine& e) { return exponential(e.bits64(), 2.0); });
BENCHMARK_CAPTURE(law, log_normal, [](KeyedEngine& e) { return log_normal(e.bits64(), 0.0, 1.8); });
BENCHMARK_CAPTURE(law, skip_length,
                  [skip = SkipLength(0.01)](KeyedEngine& e) { return skip.draw(e.bits64()); });
BENCHMARK_CAPTURE(law, poisson_mean_3, [](KeyedEngine& e) { return poisson(e, 3.0); });
BENCHMARK_CAPTURE(law, poisson_mean_300, [](KeyedEngine& e) { return poisson(e, 300.0); });
BENCHMARK_CAPTURE(law, poisson_mean_300_boost,
                  [](KeyedEngine& e) { return boost::random::poisson_distribution<>(300.0)(e); });
BENCHMARK_CAPTURE(law, gamma, [](KeyedEngine& e) { return gamma(e, 2.5, 1.0); });
BENCHMARK_CAPTURE(law, beta, [](KeyedEngine& e) { return beta(e, 2.0, 5.0); });

}  // namespace
