// The days of a market: showing (the push kernel), reaction and the whole day, beside the bare loop
// over the very posts of a day. items are deliveries for showing, exposures else. Larger markets,
// with memory and writing: drive_run.cpp.
#include <map>
#include <memory>

#include <benchmark/benchmark.h>

#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/bench/bare_push.hpp"
#include "tests/bench/market_days.hpp"

using namespace clout;
using namespace clout::bench;

namespace {

constexpr std::int64_t days = 60;
constexpr std::int64_t settling = 3;

/// A settled market of 30 follows an account; a new one once its days are over.
class Settled {
 public:
  explicit Settled(std::int64_t accounts)
      : network_(graph::generate({.accounts = accounts, .mean_follows = 30}, random::Seed{1})),
        arm_(bench_arm()) {}

  MarketDays& market() {
    if (!market_ || market_->over()) {
      market_.reset();
      market_ = std::make_unique<MarketDays>(
          network_, arm_,
          engine::RunSpec{.days = days, .warm_up_days = 0, .replicates = 1, .seed = 1});
      for (std::int64_t n = 0; n < settling; ++n) market_->day();
    }
    return *market_;
  }
  const graph::FollowerGraph& graph() const { return network_.graph; }

 private:
  graph::Network network_;
  engine::Arm arm_;
  std::unique_ptr<MarketDays> market_;
};

/// One market at a time: two of the larger size would be gigabytes.
Settled& settled(std::int64_t accounts) {
  static std::map<std::int64_t, Settled> market;
  if (!market.contains(accounts)) market.clear();
  return market.try_emplace(accounts, accounts).first->second;
}

/// Times a part of each day; items: what there is of it in a day.
template <typename Seconds, typename Items>
void time_days(benchmark::State& state, Seconds seconds, Items items) {
  Settled& of = settled(state.range(0));
  double done = 0;
  for (auto _ : state) {
    MarketDays& market = of.market();
    TimedDay day;
    parallel::with_threads(static_cast<int>(state.range(1)), [&] { day = market.day(); });
    state.SetIterationTime(seconds(day));
    done += items(day);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(done));
}

double deliveries(const TimedDay& day) { return day.deliveries; }
double exposures(const TimedDay& day) { return day.exposures; }

void push_kernel(benchmark::State& state) {
  time_days(
      state, [](const TimedDay& day) { return day.seconds[show]; }, deliveries);
}

void reaction(benchmark::State& state) {
  time_days(
      state, [](const TimedDay& day) { return day.seconds[react]; }, exposures);
}

void whole_day(benchmark::State& state) {
  time_days(
      state, [](const TimedDay& day) { return day.whole(); }, exposures);
}

void bare_loop(benchmark::State& state, Draws draws) {
  Settled& of = settled(state.range(0));
  const std::vector<AccountId> authors = of.market().authors();
  const auto trust = of.market().world().trust.span();
  double done = 0;
  parallel::with_threads(static_cast<int>(state.range(1)), [&] {
    for (auto _ : state) {
      const Measured pushed = bare_push(of.graph(), trust, authors, draws);
      state.SetIterationTime(pushed.took.wall);
      done += pushed.units;
    }
  });
  state.SetItemsProcessed(static_cast<std::int64_t>(done));
}

void bound_bare_loop_scalar(benchmark::State& state) { bare_loop(state, Draws::one_by_one); }
void bound_bare_loop_simd(benchmark::State& state) { bare_loop(state, Draws::by_simd); }

void bound_random_reads(benchmark::State& state) {
  constexpr std::size_t reads = 10'000'000;
  parallel::with_threads(static_cast<int>(state.range(1)), [&] {
    for (auto _ : state)
      state.SetIterationTime(random_reads(std::size_t{1} << 29U, reads).took.wall);
  });
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(reads));
}

/// A benchmark of both numbers of threads at one size, so that a market is made once.
void add(const char* name, void (*function)(benchmark::State&), std::int64_t accounts) {
  benchmark::RegisterBenchmark(name, function)
      ->ArgNames({"accounts", "threads"})
      ->Args({accounts, 1})
      ->Args({accounts, 2})
      ->Iterations(3)
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

[[maybe_unused]] const bool added = [] {
  for (const std::int64_t accounts : {100'000, 1'000'000}) {
    add("push_kernel", push_kernel, accounts);
    add("reaction", reaction, accounts);
    add("whole_day", whole_day, accounts);
    add("bound_bare_loop_scalar", bound_bare_loop_scalar, accounts);
    add("bound_bare_loop_simd", bound_bare_loop_simd, accounts);
    add("bound_random_reads", bound_random_reads, accounts);
  }
  return true;
}();

}  // namespace
