#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <unistd.h>

#include "sim/base/diagnostic.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/command_line.hpp"
#include "sim/cli/interrupt.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/version.hpp"

namespace {

constexpr const char* description =
    "Simulate influencer markets on a follower graph and compare what-if alternatives.\n"
    "Errors exit with 2, a check that does not hold with 1.";
constexpr const char* examples =
    "Examples:\n"
    "  clout run scenarios/celebrity-vs-micro.toml            a study: its arms side by side\n"
    "  clout compare celebrity-vs-micro.h5                    once more, by any figure\n"
    "  clout report celebrity-vs-micro.h5                     as a page for a browser\n"
    "  clout graph generate --accounts 100000 -o graph.h5    a synthetic follower graph\n"
    "  clout graph describe graph.h5                          its statistics beside real networks\n"
    "  clout graph describe --help                            everything about one command";

clout::cli::Exit run(int argc, char** argv) {
  using clout::cli::Exit;
  CLI::App app(description, "clout");
  app.footer(examples);
  app.set_version_flag("--version", clout::cli::version_text());
  app.require_subcommand(1);
  clout::cli::Body body;
  clout::cli::add_graph_command(app, body);
  clout::cli::add_run_command(app, body);
  clout::cli::add_sweep_command(app, body);
  clout::cli::add_response_command(app, body);
  clout::cli::add_sensitivity_command(app, body);
  clout::cli::add_discover_command(app, body);
  clout::cli::add_select_command(app, body);
  clout::cli::add_compare_command(app, body);
  clout::cli::add_report_command(app, body);
  clout::cli::add_inspect_command(app, body);
  clout::cli::add_calibrate_command(app, body);
  clout::cli::add_scenario_command(app, body);
  clout::cli::add_validate_command(app, body);
  clout::cli::add_completion_command(app, body);
  clout::cli::add_man_command(app, body);
  clout::cli::check_values(app);
  try {
    std::vector<std::string> words =
        clout::cli::words_to_parse({argv + std::min(argc, 1), argv + argc});
    std::reverse(words.begin(), words.end());  // as CLI11 wants them
    app.parse(std::move(words));
  } catch (const CLI::Success& asked) {  // --help, --version
    app.exit(asked);
    return Exit::ok;
  } catch (const CLI::ParseError& error) {
    throw clout::InputError(clout::cli::command_line_problems(app, error));
  }
  return body ? body() : Exit::ok;
}

clout::cli::Exit run_and_print(int argc, char** argv) {
  try {
    const clout::cli::Exit exit = run(argc, argv);
    clout::cli::require_printed();
    return exit;
  } catch (const std::system_error&) {
    clout::cli::require_printed();  // fmt throws what it cannot print, and does not say where to
    throw;
  }
}

/// A closed standard stream would give its number to the next file that is opened, and what is
/// printed would go there.
void keep_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDONLY));
  }
}

}  // namespace

int main(int argc, char** argv) {
  keep_standard_streams();
  // A limit on the size of files then fails a write, which says so, instead of killing the process.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const clout::cli::Signals signals;
    return static_cast<int>(run_and_print(argc, argv));
  } catch (const clout::InputError& error) {
    for (const auto& each : error.diagnostics())
      std::fprintf(stderr, "clout: %s\n", to_string(each).c_str());
    return static_cast<int>(clout::cli::Exit::bad_input);
  } catch (const std::bad_alloc&) {
    std::fputs("clout: out of memory; a smaller graph (--accounts, --mean-follows) needs less\n",
               stderr);
    return static_cast<int>(clout::cli::Exit::bad_input);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "clout: %s\n", error.what());
    return static_cast<int>(clout::cli::Exit::bad_input);
  }
}
