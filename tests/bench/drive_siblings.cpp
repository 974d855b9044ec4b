// Arms of a study side by side against one by one, in one replicate: how far they part, and what
// that saves.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>

#include "sim/cli/study_arms.hpp"
#include "sim/cli/study_network.hpp"
#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/engine/replicate.hpp"
#include "sim/graph/generate.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "tests/bench/bounds.hpp"

using namespace clout;
using bench::Clocks;

namespace {

struct Study {
  scenario::Scenario scenario;
  graph::Network network;
  std::vector<engine::Arm> arms;

  std::vector<const engine::Arm*> pointers() const {
    std::vector<const engine::Arm*> all;
    for (const engine::Arm& arm : arms) all.push_back(&arm);
    return all;
  }
};

Study study_of(const std::string& path, const std::vector<std::string>& settings) {
  std::vector<scenario::Override> overrides;
  for (const std::string& each : settings) overrides.push_back(scenario::parse_override(each));
  Study study;
  study.scenario = scenario::read_scenario(path, overrides);
  const auto seed = static_cast<std::uint64_t>(study.scenario.run.seed);
  study.network = generate(cli::spec_of(study.scenario), random::Seed{seed});
  study.arms = cli::arms_of(study.scenario);
  return study;
}

/// What of a study is apart after some days, in thousandths.
struct Parted {
  std::int64_t days = 0;
  double ms_a_day = 0;   ///< of the processor, in the days before
  double edges = 0;      ///< of which some arm has its own state
  double consumers = 0;  ///< whose attention sums are not the shared ones, in the arm of most
  double views = 0;      ///< of the last day: of edges that some arm has apart, or not in all arms
};

Parted parted(const engine::Siblings& siblings, const engine::DayBuffers& buffers) {
  Parted parted;
  engine::World& shared = siblings.shared();
  for (const auto& edge : shared.edge) parted.edges += edge.apart != 0 ? 1 : 0;
  parted.edges *= 1e3 / static_cast<double>(shared.edge.size());
  for (std::size_t arm = 0; arm < siblings.arms.size(); ++arm) {
    double consumers = 0;
    for (const engine::ArmSet each : siblings.apart->differs)
      consumers += (each & engine::only(arm)) != 0 ? 1 : 0;
    parted.consumers =
        std::max(parted.consumers, 1e3 * consumers / static_cast<double>(shared.accounts()));
  }
  double views = 0;
  double apart = 0;
  for (std::size_t list = 0; list < buffers.tasks * buffers.blocks.size(); ++list) {
    for (const engine::Exposure& seen : buffers.shown[list]) {
      ++views;
      const bool all =
          seen.arms() == siblings.all() && follow_edge(shared, seen.edge()).state->apart == 0;
      apart += all ? 0 : 1;
    }
  }
  parted.views = views > 0 ? 1e3 * apart / views : 0;
  return parted;
}

/// One replicate side by side. told: called after each tenth of its days.
std::vector<Parted> parting(const Study& study, const std::function<void(const Parted&)>& told) {
  const engine::RunSpec& run = study.scenario.run;
  const auto last = static_cast<market::Day>(run.warm_up_days + run.days - 1);
  engine::World history = make_world(study.network, study.arms.front(), run, random::Replicate{0});
  engine::DayBuffers alone(history);
  for (market::Day day = 0; day < run.warm_up_days; ++day) run_day(history, day, last, alone);
  std::vector<engine::World> worlds = siblings_of(std::move(history), study.pointers(), run);
  engine::Apart apart = apart_of(worlds);
  const engine::Siblings siblings(worlds, apart);
  engine::DayBuffers buffers(worlds);
  const auto step = std::max<std::int64_t>(1, run.days / 10);
  auto day = static_cast<market::Day>(run.warm_up_days);
  std::vector<Parted> tenths;
  for (std::int64_t done = 0; done < run.days;) {
    const auto days = std::min(step, run.days - done);
    const Clocks start = Clocks::now();
    for (std::int64_t n = 0; n < days; ++n) run_day(siblings, day++, last, buffers);
    const double cpu = (Clocks::now() - start).cpu;
    done += days;
    tenths.push_back(parted(siblings, buffers));
    tenths.back().days = done;
    tenths.back().ms_a_day = 1e3 * cpu / static_cast<double>(days);
    told(tenths.back());
  }
  return tenths;
}

/// Processor seconds of one replicate.
struct Times {
  double beside = 0;
  double one_by_one = 0;
};

Times times(const Study& study) {
  const auto timed = [](auto&& work) {
    const Clocks start = Clocks::now();
    work();
    return (Clocks::now() - start).cpu;
  };
  const engine::RunSpec& run = study.scenario.run;
  Times times;
  times.beside =
      timed([&] { run_arms(study.network, study.pointers(), run, random::Replicate{0}, {}, {}); });
  for (const engine::Arm& arm : study.arms)
    times.one_by_one +=
        timed([&] { run_replicate(study.network, arm, run, random::Replicate{0}); });
  return times;
}

void print_head() {
  fmt::print(
      "in thousandths: follow edges of which some arm has its own state; consumers whose sums\n"
      "differ, in the arm of most; views of the last day that not all arms have in common\n"
      "  days  processor ms a day  edges  consumers  views\n");
}

void print_row(const Parted& each) {
  fmt::print("{:>6} {:>19.0f} {:>6.1f} {:>10.1f} {:>6.1f}\n", each.days, each.ms_a_day, each.edges,
             each.consumers, each.views);
  std::fflush(stdout);
}

void print_text(const Study& study) {
  print_head();
  parting(study, print_row);
  const Times taken = times(study);
  fmt::print("processor seconds: side by side {:.1f}, one by one {:.1f}: {:.2f} times as fast\n",
             taken.beside, taken.one_by_one, taken.one_by_one / taken.beside);
}

void print_json(const Study& study) {
  boost::json::array tenths;
  for (const Parted& each : parting(study, [](const Parted&) {}))
    tenths.push_back({{"days", each.days},
                      {"processor_ms_a_day", each.ms_a_day},
                      {"edges_parted", each.edges / 1e3},
                      {"consumers_parted", each.consumers / 1e3},
                      {"views_parted", each.views / 1e3}});
  const Times taken = times(study);
  const boost::json::object made{{"accounts", study.network.graph.accounts()},
                                 {"arms", study.arms.size()},
                                 {"days", study.scenario.run.days},
                                 {"side_by_side_seconds", taken.beside},
                                 {"one_by_one_seconds", taken.one_by_one},
                                 {"tenths", tenths}};
  fmt::print("{}\n", boost::json::serialize(made));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Arms of a study side by side against one by one, in one replicate.");
  std::string path = "scenarios/celebrity-vs-micro.toml";
  std::vector<std::string> settings;
  app.add_option("study", path, "A study whose arms differ in campaigns only")
      ->capture_default_str();
  app.add_option("--set", settings, "A setting, as of clout run");
  bool json = false;
  app.add_flag("--json", json, "For machines");
  CLI11_PARSE(app, argc, argv);
  try {
    const Study study = study_of(path, settings);
    json ? print_json(study) : print_text(study);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "clout_drive_siblings: {}\n", problem.what());
    return 2;
  }
}
