// clout on the push workload of the peers, as JSON: each delivery for itself, by jumps, and the
// full model on the same graph; on one thread and on all. Writes the workload for the peers.
#include <iostream>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/bench/machine.hpp"
#include "tests/bench/market_days.hpp"
#include "tests/bench/push_workload.hpp"

using namespace clout;
using boost::json::object;

namespace {

struct Options {
  graph::GraphSpec graph{.accounts = 100'000, .mean_follows = 30};
  bench::PushSize size;
  std::int64_t repetitions = 5;
  int threads = parallel::thread_count();
  std::string folder;
};

using Posts = std::vector<std::vector<AccountId>>;

object pushed(const graph::FollowerGraph& graph, const Posts& posts, bench::PushWay way,
              int threads, std::int64_t repetitions) {
  bench::Pushed pushed;
  std::vector<double> seconds;
  parallel::with_threads(threads, [&] {
    for (std::int64_t n = 0; n < repetitions; ++n) {
      pushed = push(graph, posts, way);
      seconds.push_back(pushed.seconds);
    }
  });
  const double took = bench::median(std::move(seconds));
  return {{"name", way == bench::PushWay::each ? "clout, every delivery drawn" : "clout, by jumps"},
          {"threads", threads},
          {"days", posts.size()},
          {"deliveries", pushed.deliveries},
          {"seen", pushed.seen},
          {"seconds", took},
          {"deliveries_per_second", static_cast<double>(pushed.deliveries) / took}};
}

/// The market's own posts on the same graph, everything updated: rates of whole days.
object full_model(const graph::Network& network, int threads, std::int64_t days) {
  constexpr std::int64_t settling = 3;
  const engine::Arm arm = bench::bench_arm();
  std::vector<double> deliveries;
  std::vector<double> exposures;
  parallel::with_threads(threads, [&] {
    bench::MarketDays market(
        network, arm, {.days = settling + days, .warm_up_days = 0, .replicates = 1, .seed = 1});
    for (std::int64_t n = 0; n < settling; ++n) market.day();
    while (!market.over()) {
      const bench::TimedDay day = market.day();
      deliveries.push_back(day.deliveries / day.whole());
      exposures.push_back(day.exposures / day.whole());
    }
  });
  return {{"name", "clout, full model"},
          {"threads", threads},
          {"days", days},
          {"deliveries_per_second", bench::median(std::move(deliveries))},
          {"exposures_per_second", bench::median(std::move(exposures))}};
}

object run(const Options& options) {
  const graph::Network network = generate(options.graph, random::Seed{1});
  const Posts posts = push_posts(network.graph, options.size);
  if (!options.folder.empty()) bench::write_push(network.graph, posts, options.folder);
  object about;
  for (const auto& [what, is] : bench::machine()) about[what] = is;
  boost::json::array rows;
  boost::json::array full;
  std::vector<int> numbers{1};
  if (options.threads > 1) numbers.push_back(options.threads);
  for (const int threads : numbers) {
    for (const bench::PushWay way : {bench::PushWay::each, bench::PushWay::jump})
      rows.push_back(pushed(network.graph, posts, way, threads, options.repetitions));
    full.push_back(full_model(network, threads, options.repetitions));
  }
  return {{"machine", about},
          {"accounts", network.graph.accounts()},
          {"follows", network.graph.follows()},
          {"days", options.size.days},
          {"posts_a_day", posts.empty() ? 0 : posts.front().size()},
          {"first_trust", bench::first_trust},
          {"seen_above", bench::seen_above},
          {"kept_trust", bench::kept_trust},
          {"push", rows},
          {"full_model", full}};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "clout on the push workload of the peers (tests/bench/peers), as JSON; --folder writes the\n"
      "workload for them.");
  Options options;
  app.add_option("--accounts", options.graph.accounts, "Number of accounts")->capture_default_str();
  app.add_option("--mean-follows", options.graph.mean_follows, "Follows per account; 0: by size")
      ->capture_default_str();
  app.add_option("--days", options.size.days, "Days")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  app.add_option("--posts", options.size.posts, "Posts a day; 0: one for every 1,000 accounts")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  app.add_option("--repetitions", options.repetitions, "Runs, and days of the full model; medians")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  app.add_option("--threads", options.threads, "Threads beside one")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  app.add_option("--folder", options.folder, "Where the workload is written; empty: nowhere");
  CLI11_PARSE(app, argc, argv);
  try {
    std::cout << run(options) << '\n';
  } catch (const std::exception& problem) {
    fmt::print(stderr, "clout_drive_push: {}\n", problem.what());
    return 2;
  }
}
