// One market from end to end, as JSON: generation, days on one thread and on all, writing, memory,
// beside what this machine can do at most, measured in the same run. One size per process, since a
// process has one peak of memory.
#include <filesystem>
#include <iostream>
#include <optional>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include "sim/engine/memory.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/bench/bare_push.hpp"
#include "tests/bench/machine.hpp"
#include "tests/bench/market_days.hpp"
#include "tests/bench/written_year.hpp"

using namespace clout;
using bench::Clocks;
using bench::MarketDays;
using bench::Measured;
using bench::median;
using bench::TimedDay;
using boost::json::object;

namespace {

struct Options {
  graph::GraphSpec graph{.mean_follows = 30};
  std::int64_t days = 5;
  std::int64_t settling = 3;
  int threads = parallel::thread_count();
  std::size_t bound_bytes = std::size_t{1} << 29U;
  bool fewer_posts = false;
};

constexpr std::int64_t repetitions = 5;
constexpr std::size_t year = 365;

template <typename Value>
double middle(const std::vector<TimedDay>& days, Value value) {
  std::vector<double> values;
  for (const TimedDay& day : days) values.push_back(value(day));
  return median(std::move(values));
}

template <typename Measure>
double middle_rate(Measure measure) {
  std::vector<double> rates;
  for (std::int64_t n = 0; n < repetitions; ++n) rates.push_back(measure().per_second());
  return median(std::move(rates));
}

/// Days of both numbers of threads by turns: they see the same market, and no result depends on it.
struct Days {
  std::vector<TimedDay> one;
  std::vector<TimedDay> all;
};

Days timed_days(MarketDays& market, const Options& options) {
  const auto day = [&](int threads) {
    std::optional<TimedDay> timed;
    parallel::with_threads(threads, [&] { timed = market.day(); });
    return std::move(*timed);
  };
  for (std::int64_t n = 0; n < options.settling; ++n) day(options.threads);
  Days days;
  for (std::int64_t n = 0; n < options.days; ++n) {
    days.one.push_back(day(1));
    days.all.push_back(day(options.threads));
  }
  return days;
}

object days_json(const std::vector<TimedDay>& days) {
  object phases;
  for (std::size_t n = 0; n < bench::phase_names.size(); ++n)
    phases[bench::phase_names[n]] =
        middle(days, [&](const TimedDay& day) { return day.seconds[n]; });
  const auto shown = [](const TimedDay& day) { return day.seconds[bench::show]; };
  const auto seen = [](const TimedDay& day) {
    return day.seconds[bench::show] + day.seconds[bench::react];
  };
  return {{"day_seconds", middle(days, [](const TimedDay& day) { return day.whole(); })},
          {"phase_seconds", phases},
          {"deliveries", middle(days, [](const TimedDay& day) { return day.deliveries; })},
          {"exposures", middle(days, [](const TimedDay& day) { return day.exposures; })},
          {"deliveries_per_second",
           middle(days, [](const TimedDay& day) { return day.deliveries / day.whole(); })},
          {"deliveries_per_second_showing",
           middle(days, [&](const TimedDay& day) { return day.deliveries / shown(day); })},
          {"exposures_per_second",
           middle(days, [](const TimedDay& day) { return day.exposures / day.whole(); })},
          {"exposures_per_second_show_and_react",
           middle(days, [&](const TimedDay& day) { return day.exposures / seen(day); })},
          {"ns_per_exposure",
           middle(days, [](const TimedDay& day) { return 1e9 * day.whole() / day.exposures; })}};
}

/// Bounds on so many threads: the bare loop over the very posts of the market's last day.
object bounds_json(const graph::Network& network, const MarketDays& market, const Options& options,
                   int threads) {
  object bounds;
  parallel::with_threads(threads, [&] {
    const std::vector<AccountId> authors = market.authors();
    const auto pushed = [&](bench::Draws draws) {
      return middle_rate(
          [&] { return bare_push(network.graph, market.world().trust.span(), authors, draws); });
    };
    bounds["bare_loop_scalar_per_second"] = pushed(bench::Draws::one_by_one);
    bounds["bare_loop_simd_per_second"] = pushed(bench::Draws::by_simd);
    bounds["triad_bytes_per_second"] =
        middle_rate([&] { return bench::triad(options.bound_bytes / (3 * sizeof(double))); });
    bounds["random_reads_per_second"] = middle_rate(
        [&] { return bench::random_reads(options.bound_bytes, options.bound_bytes / 64); });
  });
  return bounds;
}

/// A year of one arm takes year x day_seconds to simulate and this to write.
object writing_json(const graph::Network& network, const std::vector<TimedDay>& days,
                    double day_seconds) {
  std::vector<engine::DayTally> tallies;
  for (const TimedDay& day : days) tallies.push_back(day.tally);
  std::vector<double> seconds;
  double bytes = 0;
  for (std::int64_t n = 0; n < repetitions; ++n) {
    const Measured written = bench::write_outcome(network, tallies, year);
    seconds.push_back(written.took.wall);
    bytes = written.units;
  }
  const double took = median(std::move(seconds));
  return {{"days", year},
          {"bytes", bytes},
          {"seconds", took},
          {"share_of_run", took / (took + static_cast<double>(year) * day_seconds)}};
}

/// What a tenth of the routine posts costs, on one thread.
object fewer_posts_json(const graph::Network& network, const engine::RunSpec& run,
                        const Options& options) {
  const engine::Arm arm = bench::bench_arm(market::PlatformSpec{}.posts_per_week / 10);
  MarketDays market(network, arm, run);
  return days_json(timed_days(market, options).one);
}

object run(const Options& options) {
  const Clocks start = Clocks::now();
  const graph::Network network = generate(options.graph, random::Seed{1});
  const Clocks generated = Clocks::now() - start;
  const auto follows = static_cast<double>(network.graph.follows());
  const engine::RunSpec run{
      .days = options.settling + 2 * options.days, .warm_up_days = 0, .replicates = 1, .seed = 1};
  const engine::Arm arm = bench::bench_arm();
  const Clocks before_world = Clocks::now();
  MarketDays market(network, arm, run);
  const Clocks made = Clocks::now() - before_world;
  const Days days = timed_days(market, options);
  const std::size_t peak = bench::peak_resident_bytes();  // before bounds use memory of their own

  object result;
  object about;
  for (const auto& [what, is] : bench::machine()) about[what] = is;
  result["machine"] = about;
  result["accounts"] = network.graph.accounts();
  result["follows"] = network.graph.follows();
  result["threads"] = options.threads;
  result["days_timed"] = options.days;
  result["generation"] = {{"seconds", generated.wall},
                          {"cpu_seconds", generated.cpu},
                          {"follows_per_second", follows / generated.wall}};
  result["market_seconds"] = made.wall;
  result["one_thread"] = days_json(days.one);
  result["all_threads"] = days_json(days.all);
  result["bounds_one_thread"] = bounds_json(network, market, options, 1);
  result["bounds_all_threads"] = bounds_json(network, market, options, options.threads);
  result["writing"] =
      writing_json(network, days.all, result["all_threads"].at("day_seconds").as_double());
  result["memory"] = {
      {"peak_bytes", peak},
      {"market_bytes_estimated", engine::market_bytes(engine::shape_of(network, arm), arm, run)},
      {"state_bytes_per_follow", sizeof(market::Units) + sizeof(market::FollowEdgeState)},
      {"state_bytes_per_consumer", sizeof(market::ConsumerTraits) + sizeof(market::ConsumerState) +
                                       sizeof(market::AttentionSums) + sizeof(std::uint16_t) +
                                       sizeof(market::BrandState)}};
  if (options.fewer_posts) result["tenth_of_posts"] = fewer_posts_json(network, run, options);
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "One market from end to end, as JSON: generation, days on one thread and on all by turns, "
      "the\n"
      "writing of a year, memory, and the machine's bounds.\n"
      "The large run: clout_drive_run --accounts 10000000 --mean-follows 50 (10 GB)");
  Options options;
  app.add_option("--accounts", options.graph.accounts, "Number of accounts")->capture_default_str();
  app.add_option("--mean-follows", options.graph.mean_follows, "Follows per account; 0: by size")
      ->capture_default_str();
  app.add_option("--days", options.days, "Days timed on each number of threads")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  app.add_option("--settling", options.settling, "Days before these")->capture_default_str();
  app.add_option("--threads", options.threads, "Threads beside one")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  app.add_option("--bound-bytes", options.bound_bytes,
                 "Memory that triad and random reads go through, bytes")
      ->capture_default_str();
  app.add_flag("--fewer-posts", options.fewer_posts, "Also days with a tenth of the routine posts");
  CLI11_PARSE(app, argc, argv);
  try {
    std::cout << run(options) << '\n';
  } catch (const std::exception& problem) {
    fmt::print(stderr, "clout_drive_run: {}\n", problem.what());
    return 2;
  }
}
