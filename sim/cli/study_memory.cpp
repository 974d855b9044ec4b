#include "sim/cli/study_memory.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/base/available_memory.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/cli/number_within.hpp"
#include "sim/engine/ensemble.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::cli {

namespace {

using engine::MemoryEstimate;

constexpr double bytes_of_gb = 1e9;
/// The rest is for other programs, and for what the estimate may be short of.
constexpr double usable_part = 0.9;

std::string gb(std::uint64_t bytes) {
  return fmt::format("{:.3g} GB", static_cast<double>(bytes) / bytes_of_gb);
}

/// What is left, where that is known.
std::uint64_t usable_bytes() {
  const auto left = available_memory();
  if (!left) return std::numeric_limits<std::uint64_t>::max();
  return static_cast<std::uint64_t>(usable_part * static_cast<double>(*left));
}

/// Two leading digits, rounded down.
std::int64_t rounded_down(std::int64_t number) {
  std::int64_t unit = 1;
  while (number / unit >= 100) unit *= 10;
  return number / unit * unit;
}

/// The terms that decide: of a run, or of a graph alone.
std::string main_terms(const MemoryEstimate& estimate) {
  std::string terms = gb(estimate.graph) + " for the graph";
  if (estimate.generating > 0)
    terms += fmt::format(", {} more while it is made", gb(estimate.generating));
  if (estimate.market > 0) terms += fmt::format(", {} for each market", gb(estimate.market));
  return terms;
}

/// fits: what would.
[[noreturn]] void refuse(const std::string& key, const MemoryEstimate& estimate,
                         std::uint64_t bytes, bool stated, std::string fits) {
  const bool market = estimate.market > 0;
  Diagnostic problem;
  problem.place.key = key;
  problem.problem = fmt::format("this needs {} of memory{}: {}", gb(estimate.peak(market ? 1 : 0)),
                                market ? " with one market at a time" : "", main_terms(estimate));
  problem.expected = fmt::format("at most {}, {}", gb(bytes),
                                 stated ? "as --memory-limit says" : "90% of what is free");
  problem.suggestion = std::move(fits);
  throw InputError(problem);
}

std::string what_fits(const graph::GraphSpec& spec, std::int64_t accounts) {
  if (accounts == 0) return "not even a small graph fits";
  return fmt::format(
      "accounts = {} would fit at {:.3g} follows each; --memory-limit GB lets it use more",
      rounded_down(accounts), spec.mean_follows);
}

std::string lines_of(const MemoryEstimate& estimate, const engine::MarketsInMemory& markets,
                     std::uint64_t bytes) {
  std::string text = fmt::format("memory: {} at the peak, of {} that may be used\n",
                                 gb(estimate.peak(markets.jobs, markets.arms)), gb(bytes));
  const auto add = [&](std::uint64_t term, const std::string& what) {
    if (term > 0) text += fmt::format("  {:>9}  {}\n", gb(term), what);
  };
  add(estimate.process, "the program");
  add(estimate.graph, "the graph");
  add(estimate.generating, "more while it is made, before there are markets");
  add(estimate.market,
      fmt::format("each of {} market{} at once", markets.jobs, markets.jobs == 1 ? "" : "s"));
  if (markets.arms > 1)
    add(estimate.sibling, fmt::format("each of {} more arm{} beside every one of them",
                                      markets.arms - 1, markets.arms == 2 ? "" : "s"));
  add(estimate.outcomes, "outcomes that wait to be written");
  return text;
}

engine::LiveMarkets live(const MemoryEstimate& estimate, double markets) {
  return {markets, estimate.market == 0 ? 1
                                        : static_cast<double>(estimate.sibling) /
                                              static_cast<double>(estimate.market)};
}

/// As run_ensemble() will have them; one where none fits.
engine::MarketsInMemory markets_at_once(const MemoryEstimate& estimate,
                                        std::span<const engine::Arm> arms,
                                        const engine::RunSpec& run, std::uint64_t bytes) {
  const double fitting = std::max(1.0, estimate.markets_within(bytes));
  return engine::markets_in_memory(arms, run.replicates, live(estimate, fitting));
}

}  // namespace

void add_memory_option(CLI::App& command, double& limit) {
  command
      .add_option(
          "--memory-limit", limit,
          "Memory that may be used, GB (default: 90% of what is free); what would not fit is "
          "refused before it starts")
      ->type_name("GB")
      ->check(number_within(1e-3, 1e6));
}

StudyMemory::StudyMemory(double limit)
    : bytes_(limit > 0 ? static_cast<std::uint64_t>(limit * bytes_of_gb) : usable_bytes()),
      stated_(limit > 0) {}

void StudyMemory::require(const graph::GraphSpec& spec, std::span<const engine::Arm> arms,
                          const engine::RunSpec& run) const {
  if (!check(spec).empty()) return;  // generate() says what is wrong
  const graph::GraphSpec whole = resolved(spec);
  const MemoryEstimate estimate = expected_memory(whole, arms, run);
  if (estimate.peak(arms.empty() ? 0 : 1) <= bytes_) return;
  refuse("graph.accounts", estimate, bytes_, stated_,
         what_fits(whole, accounts_within(whole, arms, run, bytes_)));
}

engine::LiveMarkets StudyMemory::live_markets(const graph::Network& network,
                                              std::span<const engine::Arm> arms,
                                              const engine::RunSpec& run) const {
  const MemoryEstimate estimate = memory_of(network, arms, run);
  const double fitting = estimate.markets_within(bytes_);
  if (fitting == 0)
    refuse("graph", estimate, bytes_, stated_,
           fmt::format("a graph of about {:.0f}% of the follows would fit",
                       100 * static_cast<double>(bytes_) / static_cast<double>(estimate.peak(1))));
  return live(estimate, fitting);
}

std::string StudyMemory::plan_text(const graph::GraphSpec& spec, std::span<const engine::Arm> arms,
                                   const engine::RunSpec& run) const {
  const graph::GraphSpec whole = resolved(spec);
  const graph::GraphSize size = expected_size(whole);
  const MemoryEstimate estimate = expected_memory(whole, arms, run);
  const engine::MarketsInMemory markets = markets_at_once(estimate, arms, run, bytes_);
  std::string text =
      fmt::format("a generated graph of {} accounts and about {:.3g} million follows\n",
                  size.accounts, 1e-6 * static_cast<double>(size.follows)) +
      lines_of(estimate, markets, bytes_);
  if (estimate.markets_within(bytes_) == 0)
    text += fmt::format("  does not fit: {}\n",
                        what_fits(whole, accounts_within(whole, arms, run, bytes_)));
  return text;
}

std::string StudyMemory::plan_text(const graph::Network& network, std::span<const engine::Arm> arms,
                                   const engine::RunSpec& run) const {
  const MemoryEstimate estimate = memory_of(network, arms, run);
  std::string text = fmt::format("a graph of {} accounts and {} follows\n",
                                 network.graph.accounts(), network.graph.follows()) +
                     lines_of(estimate, markets_at_once(estimate, arms, run, bytes_), bytes_);
  if (estimate.markets_within(bytes_) == 0) text += "  does not fit\n";
  return text;
}

}  // namespace clout::cli
