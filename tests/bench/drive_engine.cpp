// Days of one market: each phase, deliveries and exposures per second, beside the bare loop over
// the same follow edges in the same run; on one thread and on all.
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "sim/engine/memory.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/bench/bare_push.hpp"
#include "tests/bench/market_days.hpp"

using namespace clout;
using bench::bench_arm;
using bench::MarketDays;
using bench::median;
using bench::phase_names;
using bench::TimedDay;

namespace {

struct Report {
  double deliveries_per_second_shown = 0;
  double deliveries_per_second = 0;
  double exposures_per_second = 0;
  double day_seconds = 0;
  double exposures = 0;
};

Report measure(const graph::Network& network, const engine::Arm& arm, const engine::RunSpec& run,
               int threads, bool print) {
  Report report;
  parallel::with_threads(threads, [&] {
    MarketDays days(network, arm, run);
    constexpr int settling = 3;
    for (int n = 0; n < settling; ++n) days.day();
    std::vector<TimedDay> all;
    for (std::int64_t n = settling; n < run.days; ++n) all.push_back(days.day());
    const auto middle = [&](auto&& value) {
      std::vector<double> values;
      for (const TimedDay& day : all) values.push_back(value(day));
      return median(values);
    };
    report.day_seconds = middle([](const TimedDay& day) { return day.whole(); });
    report.exposures = middle([](const TimedDay& day) { return day.exposures; });
    report.deliveries_per_second =
        middle([](const TimedDay& day) { return day.deliveries / day.whole(); });
    report.deliveries_per_second_shown =
        middle([](const TimedDay& day) { return day.deliveries / day.seconds[bench::show]; });
    report.exposures_per_second = middle([](const TimedDay& day) {
      return day.exposures / (day.seconds[bench::show] + day.seconds[bench::react]);
    });
    if (!print) return;
    fmt::print("{} thread{}\n", threads, threads == 1 ? "" : "s");
    for (std::size_t n = 0; n < phase_names.size(); ++n) {
      const double seconds = middle([&](const TimedDay& day) { return day.seconds[n]; });
      fmt::print("  {:<8} {:>9.2f} ms {:>5.1f}%\n", phase_names[n], 1e3 * seconds,
                 100 * seconds / report.day_seconds);
    }
    std::vector<double> scalar;
    std::vector<double> simd;
    for (int n = 0; n < 3; ++n) {
      const auto pushed = [&](bench::Draws draws) {
        return bare_push(network.graph, days.world().trust.span(), days.authors(), draws)
            .per_second();
      };
      scalar.push_back(pushed(bench::Draws::one_by_one));
      simd.push_back(pushed(bench::Draws::by_simd));
    }
    fmt::print("  day      {:>9.2f} ms for {:.2f} M deliveries, {:.3f} M exposures\n",
               1e3 * report.day_seconds,
               1e-6 * middle([](const TimedDay& day) { return day.deliveries; }),
               1e-6 * report.exposures);
    fmt::print("  deliveries a second: showing {:.0f} M, whole day {:.0f} M\n",
               1e-6 * report.deliveries_per_second_shown, 1e-6 * report.deliveries_per_second);
    fmt::print(
        "  bare loop, scalar {:.0f} M edges/s: the whole day reaches {:.2f} of it, showing "
        "{:.2f}\n",
        1e-6 * median(scalar), report.deliveries_per_second / median(scalar),
        report.deliveries_per_second_shown / median(scalar));
    fmt::print(
        "  bare loop, SIMD   {:.0f} M edges/s: the whole day reaches {:.2f} of it, showing "
        "{:.2f}\n",
        1e-6 * median(simd), report.deliveries_per_second / median(simd),
        report.deliveries_per_second_shown / median(simd));
    fmt::print("  exposures a second (show and react) {:.1f} M\n",
               1e-6 * report.exposures_per_second);
  });
  return report;
}

void memory(const graph::Network& network, std::int64_t live, const engine::RunSpec& run) {
  std::vector<MarketDays> markets;
  const engine::Arm arm = bench_arm();
  for (std::int64_t n = 0; n < live; ++n) markets.emplace_back(network, arm, run);
  for (std::int64_t day = 0; day < run.days; ++day) {
    for (MarketDays& each : markets) each.day();
  }
  fmt::print(
      "{} live markets after {} days: peak memory {:.2f} GB; estimate beside the graph {:.2f} GB\n",
      live, run.days, 1e-9 * static_cast<double>(bench::peak_resident_bytes()),
      1e-9 * static_cast<double>(live) *
          static_cast<double>(engine::market_bytes(engine::shape_of(network, arm), arm, run)));
}

void everything(const graph::GraphSpec& spec, const engine::RunSpec& run, int threads,
                std::int64_t live) {
  const graph::Network network = generate(spec, random::Seed{1});
  fmt::print("{} accounts, {} follows\n", network.graph.accounts(), network.graph.follows());
  fmt::print("state: {} bytes a follow beside the graph's 4; {} bytes a consumer with one brand\n",
             sizeof(market::Units) + sizeof(market::FollowEdgeState),
             sizeof(market::ConsumerTraits) + sizeof(market::ConsumerState) +
                 sizeof(market::AttentionSums) + sizeof(std::uint16_t) +
                 sizeof(market::BrandState));
  if (live > 0) return memory(network, live, run);
  const engine::Arm arm = bench_arm();
  const Report one = measure(network, arm, run, 1, true);
  const Report all = measure(network, arm, run, threads, true);
  fmt::print("{} threads against one: whole day {:.2f}, showing {:.2f}\n", threads,
             one.day_seconds / all.day_seconds,
             all.deliveries_per_second_shown / one.deliveries_per_second_shown);
  const Report few = measure(network, bench_arm(0.5), run, 1, false);
  fmt::print(
      "a tenth of the routine posts, one thread: {:.3f} of the exposures, {:.3f} of the time\n",
      few.exposures / one.exposures, few.day_seconds / one.day_seconds);
  const auto reads = bench::random_reads(std::size_t{1} << 29U, 20'000'000);
  fmt::print("random 64-byte reads {:.0f} M/s; peak memory {:.2f} GB\n", 1e-6 * reads.per_second(),
             1e-9 * static_cast<double>(bench::peak_resident_bytes()));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Days of one market, by phase, beside the bare loop over the same follow edges.\n"
      "Memory of two large markets: clout_drive_engine --accounts 10000000 --mean-follows 50 "
      "--days 2 --live 2 (20 GB)");
  graph::GraphSpec spec;
  spec.mean_follows = 30;
  engine::RunSpec run{.days = 20, .warm_up_days = 0, .replicates = 1, .seed = 1};
  int threads = parallel::thread_count();
  std::int64_t live = 0;
  app.add_option("--accounts", spec.accounts, "Number of accounts")->capture_default_str();
  app.add_option("--mean-follows", spec.mean_follows, "Follows per account; 0: by size")
      ->capture_default_str();
  app.add_option("--days", run.days, "Days to run; the first 3 are not counted")
      ->capture_default_str();
  app.add_option("--threads", threads, "Threads beside one")->capture_default_str();
  app.add_option("--live", live, "Only: so many markets at once, and their memory");
  CLI11_PARSE(app, argc, argv);
  try {
    everything(spec, run, threads, live);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "clout_drive_engine: {}\n", problem.what());
    return 2;
  }
}
