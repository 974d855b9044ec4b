// What the steps of making, reading and turning a graph cost, at 100,000 accounts and 3.5 million
// follows, generation also at a million accounts and 30 million follows. items are follows; CPU is
// the processor time of all threads. Whole runs at larger sizes, with memory and bounds:
// drive_generation.cpp.
#include <algorithm>
#include <filesystem>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include "sim/graph/edge_list.hpp"
#include "sim/graph/follow_model.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/bench/bounds.hpp"

using namespace clout;
using namespace clout::graph;

namespace {

constexpr random::Seed seed{1};

GraphSpec spec_of_size(std::int64_t accounts) {
  GraphSpec spec;
  spec.accounts = accounts;
  return spec;
}

const Network& small_network() {
  static const Network network = generate(spec_of_size(100'000), seed);
  return network;
}

void count(benchmark::State& state, std::size_t per_iteration) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(per_iteration));
}

// ---- generation ----

void plan(benchmark::State& state) {
  const GraphSpec spec = resolved(spec_of_size(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(FollowModel(spec, seed).layout().accounts());
}
BENCHMARK(plan)->Arg(100'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

/// Lists alone, of 2,000 accounts spread over all: what one account costs does not depend on who
/// else is made.
void follow_lists(benchmark::State& state) {
  const FollowModel model(resolved(spec_of_size(state.range(0))), seed);
  const auto stride = static_cast<std::uint32_t>(state.range(0) / 2000);
  std::vector<std::uint32_t> follows;
  std::vector<std::uint32_t> words;
  std::size_t made = 0;
  for (auto _ : state) {
    follows.clear();
    for (std::uint32_t i = 0; i < 2000; ++i) model.append_follows(i * stride, follows, words);
    made = follows.size();
    benchmark::DoNotOptimize(follows.data());
  }
  count(state, made);
}
BENCHMARK(follow_lists)->Arg(100'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);

void whole_graph(benchmark::State& state) {
  GraphSpec spec = spec_of_size(state.range(0));
  spec.mean_follows = 30;
  const auto threads = static_cast<int>(state.range(1));
  std::size_t follows = 0;
  for (auto _ : state) {
    parallel::with_threads(threads, [&] { follows = generate(spec, seed).graph.follows(); });
  }
  count(state, follows);
}
BENCHMARK(whole_graph)
    ->ArgNames({"accounts", "threads"})
    ->ArgsProduct({{100'000, 1'000'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// A tenth of the accounts: a tenth of the cost, but for the plan and the rows' offsets, which are
/// the same for any part.
void tenth_of_graph(benchmark::State& state) {
  std::size_t follows = 0;
  for (auto _ : state)
    follows = generate_part(spec_of_size(100'000), seed, {40'000, 50'000}).follows();
  count(state, follows);
}
BENCHMARK(tenth_of_graph)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

// ---- other ways over a graph ----

/// Rows from pairs in any order, as every import ends.
void rows_from_pairs(benchmark::State& state) {
  const FollowerGraph& graph = small_network().graph;
  std::vector<Follow> pairs;
  for (std::size_t i = 0; i < graph.accounts(); ++i) {
    for (const AccountId follower : graph.followers(account_at(i)))
      pairs.push_back({follower, account_at(i)});
  }
  std::shuffle(pairs.begin(), pairs.end(), std::mt19937(1));  // the same in every run
  for (auto _ : state) benchmark::DoNotOptimize(graph_of(graph.accounts(), pairs).follows());
  count(state, pairs.size());
}
BENCHMARK(rows_from_pairs)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void transposed(benchmark::State& state) {
  const FollowerGraph& graph = small_network().graph;
  for (auto _ : state) benchmark::DoNotOptimize(transpose(graph).follows());
  count(state, graph.follows());
}
BENCHMARK(transposed)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void fingerprinted(benchmark::State& state) {
  const FollowerGraph& graph = small_network().graph;
  for (auto _ : state) benchmark::DoNotOptimize(fingerprint(graph));
  count(state, graph.follows());
}
BENCHMARK(fingerprinted)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

/// Text, not compressed: lines of two numbers.
void imported_edge_list(benchmark::State& state) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / "clout_graph_bench.txt";
  write_edge_list(small_network(), path.string());
  std::size_t follows = 0;
  for (auto _ : state)
    follows = read_edge_list(TextInput(path.string()), {}).network.graph.follows();
  count(state, follows);
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(std::filesystem::file_size(path)));
  std::filesystem::remove(path);
}
BENCHMARK(imported_edge_list)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

// ---- bounds ----

void bound_draw_and_store(benchmark::State& state) {
  constexpr std::size_t follows = 50'000'000;
  for (auto _ : state) state.SetIterationTime(bench::draw_and_store(follows).took.wall);
  count(state, follows);
}
BENCHMARK(bound_draw_and_store)->Unit(benchmark::kMillisecond)->UseManualTime();

void bound_triad(benchmark::State& state) {
  double bytes = 0;
  for (auto _ : state) {
    const bench::Measured triad = bench::triad(16'000'000);
    bytes = triad.units;
    state.SetIterationTime(triad.took.wall);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(bound_triad)->Unit(benchmark::kMillisecond)->UseManualTime();

void bound_random_reads(benchmark::State& state) {
  constexpr std::size_t reads = 20'000'000;
  for (auto _ : state)
    state.SetIterationTime(bench::random_reads(std::size_t{1} << 29U, reads).took.wall);
  count(state, reads);
}
BENCHMARK(bound_random_reads)->Unit(benchmark::kMillisecond)->UseManualTime();

}  // namespace
