// clout discover: in which boxes of a sweep's settings an arm wins.
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/sweep_discovery.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/discover_output.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout discover budget-and-saturation-sweep.h5 --arm celebrity\n"
    "  clout discover sweep.h5 --arm micro --by profit --boxes 1\n"
    "  clout discover sweep.h5 --arm micro --json\n"
    "Boxes by PRIM; a case is a replicate of a point. Best on a latin_hypercube or sobol design "
    "of\n"
    "many points. How to read coverage, density and quasi p-values: docs/sweep.md.";

struct Request {
  std::string file;
  std::string arm;
  std::string by;
  std::size_t boxes = 3;
  bool json = false;
};

Exit discover(const Request& request) {
  const store::SweepRecord sweep = store::read_sweep(request.file);
  const report::Discovery found = report::discover(sweep, request.arm, request.by, request.boxes);
  if (request.json) {
    fmt::print("{}\n", boost::json::serialize(discovery_json(sweep, found)));
  } else {
    fmt::print("{}", discovery_table(found));
  }
  return Exit::ok;
}

}  // namespace

void add_discover_command(CLI::App& app, Body& body) {
  CLI::App& command =
      *app.add_subcommand("discover", "Say in which boxes of a sweep's settings an arm wins");
  const auto request = std::make_shared<Request>();
  constexpr std::size_t most_boxes = 20;
  command.footer(help_footer);
  command.add_option("FILE", request->file, "Sweep file of clout sweep")->required();
  command.add_option("--arm", request->arm, "Arm whose wins are looked for")
      ->type_name("ARM")
      ->required();
  command.add_option("--by", request->by, "Figure that says who wins (default: the sweep's own)")
      ->type_name("FIGURE");
  command
      .add_option("--boxes", request->boxes,
                  "Most boxes, each among the cases that those before it left")
      ->check(CLI::Range(std::size_t{1}, most_boxes))
      ->capture_default_str();
  command.add_flag("--json", request->json, "Print everything as JSON");
  command.callback([request, &body] { body = [request] { return discover(*request); }; });
}

}  // namespace clout::cli
