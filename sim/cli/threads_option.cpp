#include "sim/cli/threads_option.hpp"

#include <CLI/CLI.hpp>

#include "sim/parallel/for_blocks.hpp"

namespace clout::cli {

void add_threads_option(CLI::App& command, int& threads) {
  command.add_option("--threads", threads, "Threads to use (default: all cores); changes no bit")
      ->check(CLI::Range(1, 1024));
}

Exit on_threads(int threads, const std::function<Exit()>& body) {
  if (threads == 0) return body();
  Exit exit = Exit::ok;
  parallel::with_threads(threads, [&] { exit = body(); });
  return exit;
}

}  // namespace clout::cli
