// clout report: an outcome file as one page.
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/cli/command.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/refuse_option.hpp"
#include "sim/cli/report_page.hpp"
#include "sim/cli/sensitivity_report.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/sweep_report.hpp"
#include "sim/cli/text_file.hpp"
#include "sim/store/file_contents.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout report out.h5                        writes out.html: one file, no network\n"
    "  clout report out.h5 -o for-the-client.html\n"
    "  clout report out.h5 --reference nothing --by profit\n"
    "  clout report study-sweep.h5                of a sweep: who wins where\n"
    "  clout report study-sensitivity.h5          which settings decide\n"
    "What stands on the page and how to read it: docs/report.md.";

constexpr const char* readable = "a file of clout run, clout sweep or clout sensitivity";

struct Request {
  std::string file;
  std::string output;  // empty: beside nothing, the file's name with .html
  report::CompareOptions options;
  std::string arm;   // of a sensitivity study: its outcome
  std::string less;  // and what is subtracted
};

std::string output_of(const Request& request) {
  if (!request.output.empty()) return request.output;
  return std::filesystem::path(request.file).stem().string() + ".html";
}

std::string command_of(const Request& request) {
  std::string command = "clout report " + shell_word(request.file);
  const auto& [reference, by] = request.options;
  if (!reference.empty()) command += " --reference " + shell_word(reference);
  if (!by.empty()) command += " --by " + shell_word(by);
  if (!request.arm.empty()) command += " --arm " + shell_word(request.arm);
  if (!request.less.empty()) command += " --less " + shell_word(request.less);
  return command + " -o " + shell_word(output_of(request));
}

std::string inspect_of(const Request& request) {
  return "clout inspect " + shell_word(request.file) + " --config";
}

ReportInput input_of(const Request& request, const store::CheckedFile& checked) {
  const store::OutcomeReader reader(checked);
  report::Results results{request.file, reader.study(), {}, {}};
  ReportInput input;
  input.histories = report::histories_of(reader.study());
  for (std::size_t position = 0; position < reader.replicates().size(); ++position) {
    const std::vector<engine::Outcome> outcomes = reader.replicate(position);
    report::add_replicate(results, outcomes);
    report::add_replicate(input.histories, reader.study(), outcomes);
  }
  input.comparison = report::compare({&results, 1}, request.options);
  input.verdict = report::judge(input.comparison);
  input.command = command_of(request);
  input.inspect = inspect_of(request);
  return input;
}

void refuse_outcome(const Request& request) {
  for (const auto& [value, option] :
       {std::pair{&request.arm, "--arm"}, {&request.less, "--less"}}) {
    if (!value->empty())
      refuse_option(option, "chooses the outcome of a sensitivity study",
                    "a file of clout sensitivity");
  }
}

/// A sweep's page, or that of a sensitivity study, which is a sweep of a design of its own.
std::string sweep_page(const Request& request, const store::CheckedFile& checked) {
  if (!request.options.reference.empty())
    refuse_option("--reference", "a sweep's arms are compared with each other, at each point",
                  "an outcome file of clout run");
  store::SweepRecord sweep = store::read_sweep(checked);
  const std::string& by = request.options.by;
  if (sensitivity::blocks_of(sweep.design)) {
    auto found = sensitivity::sensitivity_of(request.file, sweep, {by, request.arm, request.less});
    return sensitivity_report_page(
        {std::move(sweep), std::move(found), command_of(request), inspect_of(request)});
  }
  refuse_outcome(request);
  auto summary = report::summarize(sweep, by);
  return sweep_report_page(
      {std::move(sweep), std::move(summary), command_of(request), inspect_of(request)});
}

std::string page_of(const Request& request) {
  const store::CheckedFile checked(request.file);
  if (store::schema_of(checked, readable) == "clout-sweep") return sweep_page(request, checked);
  refuse_outcome(request);
  return report_page(input_of(request, checked));
}

Exit write_report(const Request& request) {
  const std::string output = output_of(request);
  refuse_to_replace(output, "--output", {&request.file, 1});
  write_text_file(output, page_of(request));
  fmt::print("The report is in {}\n", output);
  return Exit::ok;
}

}  // namespace

void add_report_command(CLI::App& app, Body& body) {
  CLI::App& command =
      *app.add_subcommand("report", "Write a study or sweep as one page for a browser");
  const auto request = std::make_shared<Request>();
  command.footer(help_footer);
  command
      .add_option("FILE", request->file,
                  "Outcome file of clout run, or file of clout sweep or clout sensitivity")
      ->required();
  command
      .add_option("-o,--output", request->output,
                  "File for the page (default: the file's name with .html, here)")
      ->type_name("FILE");
  command.add_option("--reference", request->options.reference,
                     "Arm that others are compared with (default: the first)");
  command.add_option("--by", request->options.by,
                     "Figure that the verdict is about (default: by the campaign's objective)");
  command
      .add_option("--arm", request->arm,
                  "Arm whose figure settings move (default: the best less the second)")
      ->type_name("ARM");
  command.add_option("--less", request->less, "Arm that is subtracted from that of --arm")
      ->type_name("ARM");
  command.callback([request, &body] { body = [request] { return write_report(*request); }; });
}

}  // namespace clout::cli
