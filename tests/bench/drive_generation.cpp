// One generation from end to end: rates, phases and memory, beside what this machine can do at
// most, measured in the same run. One size per process, since a process has one peak of memory.
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include "sim/graph/follow_model.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/bench/bounds.hpp"

using namespace clout;
using bench::Clocks;
using bench::Measured;

namespace {

struct Phases {
  Clocks plan;   ///< curves and tables, before the first follow
  Clocks lists;  ///< whom each account follows, dealt into buckets; planted celebrities
  Clocks rows;   ///< counting and placing the rows; home niches
  Clocks whole() const { return plan + lists + rows; }
};

struct Results {
  std::size_t accounts = 0;
  std::size_t follows = 0;
  std::size_t peak_bytes = 0;  ///< of the process, while the graph was made
  Phases phases;
  Measured transposed;
  Measured draws;
  Measured triad;
  Measured reads;
};

/// The plan is made once more for its own time, which is then taken off the lists'.
Phases phases_of(const graph::GraphSpec& spec, random::Seed seed, graph::Network& network) {
  const Clocks before_plan = Clocks::now();
  { const graph::FollowModel model(resolved(spec), seed); }
  const Clocks start = Clocks::now();
  Clocks lists_done;
  network = generate(spec, seed, [&](std::size_t done, std::size_t total) {
    if (done == total) lists_done = Clocks::now();
  });
  Phases phases;
  phases.plan = start - before_plan;
  phases.lists = lists_done - start - phases.plan;
  phases.rows = Clocks::now() - lists_done;
  return phases;
}

Results measured(const graph::GraphSpec& spec, random::Seed seed) {
  Results results;
  {
    graph::Network network;
    results.phases = phases_of(spec, seed, network);
    results.peak_bytes = bench::peak_resident_bytes();
    results.accounts = network.graph.accounts();
    results.follows = network.graph.follows();
    const Clocks start = Clocks::now();
    const graph::FollowerGraph by_follower = transpose(network.graph);
    results.transposed = {static_cast<double>(by_follower.follows()), Clocks::now() - start};
  }
  results.draws = bench::draw_and_store(results.follows);
  results.triad = bench::triad(std::size_t{1} << 24U);
  results.reads = bench::random_reads(std::size_t{1} << 29U, 20'000'000);
  return results;
}

/// Bytes that the rows' phase must move for each follow: out of its bucket for counting and for
/// placing, and into its row.
constexpr double moved_bytes = 12;

void print_phase(const char* name, const Clocks& took, double follows) {
  fmt::print("    {:<22} {:>8.2f} s {:>8.2f} CPU s {:>8.1f} ns of CPU a follow\n", name, took.wall,
             took.cpu, 1e9 * took.cpu / follows);
}

void print_text(const Results& results) {
  const auto follows = static_cast<double>(results.follows);
  const Clocks whole = results.phases.whole();
  fmt::print("{} accounts, {} follows, {} threads\n", results.accounts, results.follows,
             parallel::thread_count());
  fmt::print(
      "  generated              {:>8.2f} s {:>8.2f} CPU s {:>8.2f} M follows/s {:>7.2f} M "
      "follows/CPU s\n",
      whole.wall, whole.cpu, 1e-6 * follows / whole.wall, 1e-6 * follows / whole.cpu);
  print_phase("plan", results.phases.plan, follows);
  print_phase("follow lists", results.phases.lists, follows);
  print_phase("rows", results.phases.rows, follows);
  fmt::print("  peak memory            {:>8.0f} MB {:>7.1f} bytes a follow\n",
             1e-6 * static_cast<double>(results.peak_bytes),
             static_cast<double>(results.peak_bytes) / follows);
  fmt::print("  transpose              {:>8.2f} s {:>8.2f} CPU s {:>8.2f} M follows/s\n",
             results.transposed.took.wall, results.transposed.took.cpu,
             1e-6 * results.transposed.per_second());
  fmt::print("  what this machine can do at most, in the same run\n");
  fmt::print(
      "    one draw, one store  {:>8.1f} M follows/CPU s; generation reaches {:.1f}% of it\n",
      1e-6 * results.draws.per_cpu_second(),
      100 * (follows / whole.cpu) / results.draws.per_cpu_second());
  fmt::print(
      "    STREAM triad         {:>8.1f} GB/s; the rows reach {:.1f}% of it, if {:.0f} bytes move "
      "for each follow\n",
      1e-9 * results.triad.per_second(),
      100 * moved_bytes * follows / results.phases.rows.cpu / results.triad.per_cpu_second(),
      moved_bytes);
  fmt::print("    64-byte random reads {:>8.1f} M/s\n", 1e-6 * results.reads.per_second());
}

boost::json::object json_of(const Clocks& took) {
  return {{"seconds", took.wall}, {"cpu_seconds", took.cpu}};
}

void print_json(const Results& results) {
  const auto follows = static_cast<double>(results.follows);
  const Clocks whole = results.phases.whole();
  std::cout << boost::json::object{{"accounts", results.accounts},
                                   {"follows", results.follows},
                                   {"threads", parallel::thread_count()},
                                   {"generation", json_of(whole)},
                                   {"plan", json_of(results.phases.plan)},
                                   {"follow_lists", json_of(results.phases.lists)},
                                   {"rows", json_of(results.phases.rows)},
                                   {"transpose", json_of(results.transposed.took)},
                                   {"follows_per_second", follows / whole.wall},
                                   {"follows_per_cpu_second", follows / whole.cpu},
                                   {"peak_bytes", results.peak_bytes},
                                   {"peak_bytes_per_follow",
                                    static_cast<double>(results.peak_bytes) / follows},
                                   {"draw_and_store_per_cpu_second",
                                    results.draws.per_cpu_second()},
                                   {"triad_bytes_per_second", results.triad.per_second()},
                                   {"triad_bytes_per_cpu_second", results.triad.per_cpu_second()},
                                   {"random_reads_per_second", results.reads.per_second()}}
            << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Generates one graph and prints rates, phases and memory beside this machine's bounds.\n"
      "The large run: clout_drive_generation --accounts 10000000 --mean-follows 50 (6 GB)");
  graph::GraphSpec spec;
  std::uint64_t seed = 1;
  bool json = false;
  app.add_option("--accounts", spec.accounts, "Number of accounts")->capture_default_str();
  app.add_option("--mean-follows", spec.mean_follows, "Follows per account; 0: by size")
      ->capture_default_str();
  app.add_option("--seed", seed, "Seed")->capture_default_str();
  app.add_flag("--json", json, "Print JSON instead of text");
  CLI11_PARSE(app, argc, argv);
  try {
    const Results results = measured(spec, random::Seed{seed});
    json ? print_json(results) : print_text(results);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "clout_drive_generation: {}\n", problem.what());
    return 2;
  }
}
