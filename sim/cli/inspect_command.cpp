// clout inspect: what is in an outcome or graph file.
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/daily_csv.hpp"
#include "sim/cli/inspect_output.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/repeated_scenario.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout inspect out.h5\n"
    "  clout inspect out.h5 --daily-csv daily.csv    every arm, replicate, day and tier\n"
    "  clout inspect out.h5 --config > again.toml && clout run again.toml\n"
    "  clout inspect out.h5 --config --files-in studies > again.toml   where that scenario was\n"
    "  clout inspect graph.h5 --json";

struct Request {
  std::string file;
  std::string daily;
  std::string files_in;  // empty: the current folder, and whatever is there
  bool config = false;
  bool json = false;
};

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string config_text(const Request& request, const store::StudyRecord& study) {
  if (request.files_in.empty()) return repeated_scenario(study, request.file);
  return repeated_scenario_in(study, request.files_in, "--files-in");
}

Exit inspect_graph(const Request& request, const store::CheckedFile& checked) {
  if (request.config || !request.daily.empty()) {
    Diagnostic problem;
    problem.place.file = request.file;
    problem.place.key = request.config ? "--config" : "--daily-csv";
    problem.problem = "the file holds a follower graph and no study";
    problem.expected = "an outcome file written by clout run";
    throw InputError(problem);
  }
  const graph::Network network = store::read_graph_file(checked);
  const store::FileContents contents = store::read_contents(request.file);
  print(request.json ? graph_json(request.file, contents, network)
                     : graph_text(request.file, contents, network));
  return Exit::ok;
}

Exit inspect_sweep(const Request& request, const store::CheckedFile& checked) {
  if (!request.daily.empty()) {
    Diagnostic problem;
    problem.place.file = request.file;
    problem.place.key = "--daily-csv";
    problem.problem = "the file holds a sweep, which has no days";
    problem.expected = "an outcome file written by clout run";
    throw InputError(problem);
  }
  const store::SweepRecord sweep = store::read_sweep(checked);
  const store::FileContents contents = store::read_contents(request.file);
  print(request.config ? config_text(request, sweep.study)
        : request.json ? sweep_file_json(request.file, contents, sweep)
                       : sweep_file_text(request.file, contents, sweep));
  return Exit::ok;
}

Exit inspect(const Request& request) {
  const store::CheckedFile checked(request.file);
  const std::string schema = store::schema_of(checked, "an outcome, sweep or graph file of clout");
  if (schema == "clout-graph") return inspect_graph(request, checked);
  if (schema == "clout-sweep") return inspect_sweep(request, checked);
  const store::OutcomeReader reader(checked);
  if (!request.daily.empty()) {
    refuse_to_replace(request.daily, "--daily-csv", {&request.file, 1});
    write_daily_csv(request.daily, reader);
  }
  if (request.config) {
    print(config_text(request, reader.study()));
  } else if (request.json) {
    print(outcome_json(store::read_contents(request.file), reader));
  } else if (request.daily.empty()) {
    print(outcome_text(store::read_contents(request.file), reader));
  }
  return Exit::ok;
}

}  // namespace

void add_inspect_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand("inspect", "What is in an outcome, sweep or graph file");
  const auto request = std::make_shared<Request>();
  command.footer(help_footer);
  command.add_option("FILE", request->file, "Outcome, sweep or graph file (HDF5)")->required();
  command.add_option("--daily-csv", request->daily,
                     "Write the daily counts by arm and replicate to this file");
  auto* const config = command.add_flag("--config", request->config,
                                        "Print the complete scenario, which repeats the run");
  command
      .add_option(
          "--files-in", request->files_in,
          "With --config: folder of the scenario that was run, where files that it names are "
          "found")
      ->type_name("FOLDER")
      ->needs(config);
  command.add_flag("--json", request->json, "Print what is inside as JSON")->excludes(config);
  command.callback([request, &body] { body = [request] { return inspect(*request); }; });
}

}  // namespace clout::cli
