// Whether a study fits into memory, said before anything is made.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "sim/engine/ensemble.hpp"
#include "sim/engine/memory.hpp"

namespace CLI {
class App;
}

namespace clout::cli {

/// Declares --memory-limit; limit: GB, stays as it is without the option, and outlives the command
/// line.
void add_memory_option(CLI::App& command, double& limit);

/// The memory that a command may use, as it was when this was made.
class StudyMemory {
 public:
  /// limit: GB that the user lets it use; 0: nine tenths of what the system has left.
  explicit StudyMemory(double limit);

  /// Throws InputError if not even one market of the study, on a graph that is to be generated,
  /// fits at a time: what it would need, what is there, and how many accounts would fit. Without
  /// arms: of the graph alone.
  void require(const graph::GraphSpec& spec, std::span<const engine::Arm> arms,
               const engine::RunSpec& run) const;

  /// How many markets may be in memory at once beside a graph that is there. Throws InputError if
  /// none fits.
  engine::LiveMarkets live_markets(const graph::Network& network, std::span<const engine::Arm> arms,
                                   const engine::RunSpec& run) const;

  /// The estimate's terms, what may be used, and what that means, in lines.
  std::string plan_text(const graph::GraphSpec& spec, std::span<const engine::Arm> arms,
                        const engine::RunSpec& run) const;
  std::string plan_text(const graph::Network& network, std::span<const engine::Arm> arms,
                        const engine::RunSpec& run) const;

 private:
  std::uint64_t bytes_;  ///< that may be used
  bool stated_;          ///< by the user
};

}  // namespace clout::cli
