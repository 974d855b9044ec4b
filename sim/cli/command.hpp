// What every command of the binary is made of. A command lives in a file of its own: it declares
// its options, and its body runs after the command line was read.
#pragma once

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace clout::cli {

/// Exit codes of every command.
enum class Exit : int {
  ok = 0,
  check_failed = 1,   ///< it ran, and something that was asked to hold did not
  bad_input = 2,      ///< the command line or a file cannot be used
  interrupted = 130,  ///< stopped by the user
};

/// Set by the command line, run by main once all of it was read.
using Body = std::function<Exit()>;

void add_calibrate_command(CLI::App& app, Body& body);
void add_compare_command(CLI::App& app, Body& body);
void add_completion_command(CLI::App& app, Body& body);
void add_discover_command(CLI::App& app, Body& body);
void add_graph_command(CLI::App& app, Body& body);
void add_inspect_command(CLI::App& app, Body& body);
void add_man_command(CLI::App& app, Body& body);
void add_report_command(CLI::App& app, Body& body);
void add_response_command(CLI::App& app, Body& body);
void add_run_command(CLI::App& app, Body& body);
void add_scenario_command(CLI::App& app, Body& body);
void add_sensitivity_command(CLI::App& app, Body& body);
void add_select_command(CLI::App& app, Body& body);
void add_sweep_command(CLI::App& app, Body& body);
void add_validate_command(CLI::App& app, Body& body);

}  // namespace clout::cli
