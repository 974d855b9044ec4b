// Days of one market: each phase, deliveries and exposures per second, beside the bare loop over
// the same follow edges in the same run; on one thread and on all.
#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "sim/engine/day.hpp"
#include "sim/engine/ensemble.hpp"
#include "sim/engine/memory.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/bench/bounds.hpp"

using namespace clout;
using bench::Clocks;

namespace {

constexpr std::array phase_names{"plan",  "attend", "show",   "react",
                                 "reply", "move",   "funnel", "close"};
using Phases = std::array<double, phase_names.size()>;  ///< seconds

struct Day {
  Phases phases{};
  double deliveries = 0;
  double exposures = 0;
  double whole() const {
    double sum = 0;
    for (const double seconds : phases) sum += seconds;
    return sum;
  }
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

/// One arm with one brand and a campaign that runs all the time.
engine::Arm study(double posts_per_week) {
  engine::Arm arm;
  arm.name = "bench";
  arm.platform.posts_per_week = posts_per_week;
  arm.brands = {{.name = "acme"}};
  market::CampaignSpec campaign{.name = "c",
                                .brand = "acme",
                                .budget_usd = 1e6,
                                .start_days = 0,
                                .duration_days = 60,
                                .posts_per_influencer = 10};
  campaign.roster.niche = market::RosterNiche::any;
  arm.campaigns = {campaign};
  return arm;
}

class Run {
 public:
  Run(const graph::Network& network, const engine::Arm& arm, const engine::RunSpec& run)
      : world_(make_world(network, arm, run, random::Replicate{0})), buffers_(world_), run_(run) {}

  Day day() {
    const auto today = static_cast<market::Day>(next_++);
    const auto last = static_cast<market::Day>(run_.days - 1);
    Day day;
    engine::DayTally tally;
    const std::array<std::function<void()>, phase_names.size()> phases{
        [&] { plan_day(world_, today, buffers_); },
        [&] { attend(world_, today); },
        [&] { show_posts(world_, today, buffers_); },
        [&] { react(world_, today, buffers_); },
        [&] { reply(world_, today, buffers_); },
        [&] { move_leavers(world_, today, buffers_); },
        [&] { advance_funnel(world_, today, last, buffers_); },
        [&] { tally = close_day(buffers_); }};
    for (std::size_t n = 0; n < phases.size(); ++n) {
      const Clocks start = Clocks::now();
      phases[n]();
      day.phases[n] = (Clocks::now() - start).wall;
    }
    for (const engine::TierTally& tier : tally.tier) {
      day.deliveries += static_cast<double>(tier.deliveries);
      day.exposures += static_cast<double>(tier.impressions);
    }
    return day;
  }

  const engine::World& world() const { return world_; }
  const engine::DayBuffers& buffers() const { return buffers_; }

 private:
  engine::World world_;
  engine::DayBuffers buffers_;
  engine::RunSpec run_;
  std::int64_t next_ = 0;
};

/// For each follow edge that a day's posts cover: one counter-based draw and one trust multiply,
/// and nothing else. Edges per second of wall time.
double bare_loop(const engine::World& world, const std::vector<engine::Post>& posts, bool simd) {
  const random::StreamKey key = world.draws.of(random::Purpose::self_test);
  constexpr std::size_t posts_per_block = 256;
  std::vector<std::uint64_t> sums(parallel::block_count(posts.size(), posts_per_block));
  double edges = 0;
  for (const engine::Post& post : posts)
    edges += static_cast<double>(world.network->graph.audience(post.author));
  const Clocks start = Clocks::now();
  parallel::for_blocks(posts.size(), posts_per_block,
                       [&](parallel::Range range, std::size_t block) {
                         std::array<std::uint32_t, 4096> words;
                         std::uint64_t sum = 0;
                         for (std::size_t p = range.begin; p < range.end; ++p) {
                           const AccountId author = posts[p].author;
                           const std::size_t begin = index(world.network->graph.row_begin(author));
                           const std::size_t size = world.network->graph.audience(author);
                           if (!simd) {
                             for (std::size_t n = 0; n < size; ++n) {
                               const auto bits = draw_block(key, begin + n, 0, 0);
                               sum += std::uint64_t{bits[0]} * world.trust[begin + n] >> 16;
                             }
                             continue;
                           }
                           for (std::size_t from = 0; from < size; from += words.size()) {
                             const std::size_t count = std::min(words.size(), size - from);
                             random::fill_indices(key, begin + from, 0, 0,
                                                  std::span(words.data(), (count + 3) / 4 * 4));
                             for (std::size_t n = 0; n < count; ++n)
                               sum += std::uint64_t{words[n]} * world.trust[begin + from + n] >> 16;
                           }
                         }
                         sums[block] = sum;
                       });
  const double seconds = (Clocks::now() - start).wall;
  std::uint64_t whole = 0;
  for (const std::uint64_t sum : sums) whole += sum;
  if (whole == 42) fmt::print("\n");  // so that the loop is not removed
  return edges / seconds;
}

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
    Run days(network, arm, run);
    constexpr int settling = 3;
    for (int n = 0; n < settling; ++n) days.day();
    std::vector<Day> all;
    for (std::int64_t n = settling; n < run.days; ++n) all.push_back(days.day());
    const auto middle = [&](auto&& value) {
      std::vector<double> values;
      for (const Day& day : all) values.push_back(value(day));
      return median(values);
    };
    report.day_seconds = middle([](const Day& day) { return day.whole(); });
    report.exposures = middle([](const Day& day) { return day.exposures; });
    report.deliveries_per_second =
        middle([](const Day& day) { return day.deliveries / day.whole(); });
    report.deliveries_per_second_shown =
        middle([](const Day& day) { return day.deliveries / day.phases[2]; });
    report.exposures_per_second =
        middle([](const Day& day) { return day.exposures / (day.phases[2] + day.phases[3]); });
    if (!print) return;
    fmt::print("{} thread{}\n", threads, threads == 1 ? "" : "s");
    for (std::size_t n = 0; n < phase_names.size(); ++n) {
      const double seconds = middle([&](const Day& day) { return day.phases[n]; });
      fmt::print("  {:<8} {:>9.2f} ms {:>5.1f}%\n", phase_names[n], 1e3 * seconds,
                 100 * seconds / report.day_seconds);
    }
    std::vector<double> scalar;
    std::vector<double> simd;
    for (int n = 0; n < 3; ++n) {
      scalar.push_back(bare_loop(days.world(), days.buffers().posts, false));
      simd.push_back(bare_loop(days.world(), days.buffers().posts, true));
    }
    fmt::print("  day      {:>9.2f} ms for {:.2f} M deliveries, {:.3f} M exposures\n",
               1e3 * report.day_seconds,
               1e-6 * middle([](const Day& day) { return day.deliveries; }),
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
  std::vector<Run> markets;
  const engine::Arm arm = study(5);
  for (std::int64_t n = 0; n < live; ++n) markets.emplace_back(network, arm, run);
  for (std::int64_t day = 0; day < run.days; ++day) {
    for (Run& each : markets) each.day();
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
                 sizeof(std::uint16_t) + sizeof(market::BrandState));
  if (live > 0) return memory(network, live, run);
  const engine::Arm arm = study(5);
  const Report one = measure(network, arm, run, 1, true);
  const Report all = measure(network, arm, run, threads, true);
  fmt::print("{} threads against one: whole day {:.2f}, showing {:.2f}\n", threads,
             one.day_seconds / all.day_seconds,
             all.deliveries_per_second_shown / one.deliveries_per_second_shown);
  const Report few = measure(network, study(0.5), run, 1, false);
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
