// What writing outcomes costs: a year of one arm in one replicate, from the first call to the file
// on the disk, beside the same bytes written in one go.
#include <benchmark/benchmark.h>

#include "sim/graph/generate.hpp"
#include "tests/bench/market_days.hpp"
#include "tests/bench/written_year.hpp"

using namespace clout;
using namespace clout::bench;

namespace {

constexpr std::size_t year = 365;

const graph::Network& network() {
  static const graph::Network small =
      graph::generate({.accounts = 20'000, .mean_follows = 30}, random::Seed{1});
  return small;
}

/// Days of a real market, whose numbers compress as numbers of a run do.
const std::vector<engine::DayTally>& tallies() {
  static const std::vector<engine::DayTally> made = [] {
    const engine::Arm arm = bench_arm();
    MarketDays market(network(), arm, {.days = 20, .warm_up_days = 0, .replicates = 1, .seed = 1});
    std::vector<engine::DayTally> of_days;
    while (!market.over()) of_days.push_back(market.day().tally);
    return of_days;
  }();
  return made;
}

void outcome_of_a_year(benchmark::State& state) {
  double bytes = 0;
  tallies();
  for (auto _ : state) {
    const Measured written = write_outcome(network(), tallies(), year);
    state.SetIterationTime(written.took.wall);
    bytes += written.units;
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(year));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(outcome_of_a_year)->UseManualTime()->Unit(benchmark::kMillisecond);

void bound_plain_write(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(write_outcome(network(), tallies(), year).units);
  for (auto _ : state) state.SetIterationTime(write_plain(bytes).took.wall);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK(bound_plain_write)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
