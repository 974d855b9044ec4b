// clout compare: the arms of one or more outcome files side by side.
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/compare_plot.hpp"
#include "sim/cli/figure_list.hpp"
#include "sim/cli/output_guard.hpp"
#include "sim/cli/shell_word.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_file.hpp"

namespace clout::cli {

namespace {

constexpr const char* help_footer =
    "Examples:\n"
    "  clout compare out.h5\n"
    "  clout compare out.h5 --reference nothing --by profit\n"
    "  clout compare june.h5 july.h5 --all --markdown > comparison.md\n"
    "  clout compare out.h5 --plot out.svg            a picture for a page or a talk\n"
    "  clout compare out.h5 --csv > figures.csv       every figure and arm, for R or pandas\n"
    "Figures and how the chances are made: docs/comparing.md.";

struct Request {
  std::vector<std::string> files;
  report::CompareOptions options;
  std::string plot;  // empty: none
  bool all = false;
  bool json = false;
  bool csv = false;
  bool markdown = false;
  bool figures = false;
};

/// Short names that tell the files apart: their stems, or their paths where stems are the same.
std::vector<std::string> labels_of(const std::vector<std::string>& files) {
  std::set<std::string> stems;
  for (const std::string& file : files) stems.insert(std::filesystem::path(file).stem().string());
  std::vector<std::string> labels;
  for (const std::string& file : files) {
    labels.push_back(stems.size() == files.size() ? std::filesystem::path(file).stem().string()
                                                  : file);
  }
  return labels;
}

void refuse_repeats(const std::vector<std::string>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (same_file(files[i], files[j]))
        throw InputError(
            Diagnostic{{files[i]}, "the same file is given twice", "", "name it once"});
    }
  }
}

/// What a reader of the picture types to get it, and the outcomes, again.
std::vector<std::string> repeat_of(const Request& request) {
  std::string picture = "Picture: clout compare";
  for (const std::string& file : request.files) picture += " " + shell_word(file);
  const auto& [reference, by] = request.options;
  if (!reference.empty()) picture += " --reference " + shell_word(reference);
  if (!by.empty()) picture += " --by " + shell_word(by);
  std::vector<std::string> repeat{picture + " --plot " + shell_word(request.plot)};
  for (const std::string& file : request.files) {
    repeat.push_back("Run: clout inspect " + shell_word(file) +
                     " --config > again.toml && clout run again.toml");
  }
  return repeat;
}

std::string output(const report::Comparison& comparison, const Request& request) {
  if (request.json) return boost::json::serialize(compare_json(comparison)) + "\n";
  if (request.csv) return compare_csv(comparison);
  if (request.markdown) return compare_markdown(comparison, request.all);
  return compare_table(comparison, {request.all, wants_color()});
}

Exit compare_files(const Request& request) {
  if (request.figures) {
    fmt::print("{}", figure_list());
    return Exit::ok;
  }
  if (request.files.empty())
    throw InputError(Diagnostic{
        {"compare"}, "no file is given", "one or more outcome files", "clout run makes them"});
  refuse_repeats(request.files);
  if (!request.plot.empty()) refuse_to_replace(request.plot, "--plot", request.files);
  const std::vector<std::string> labels = labels_of(request.files);
  std::vector<report::Results> studies;
  for (std::size_t i = 0; i < request.files.size(); ++i)
    studies.push_back(report::read_results(request.files[i], labels[i]));
  const report::Comparison comparison = report::compare(studies, request.options);
  if (!request.plot.empty())
    write_text_file(request.plot, compare_plot(comparison, repeat_of(request)));
  const std::string text = output(comparison, request);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return Exit::ok;
}

}  // namespace

void add_compare_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand("compare", "Compare the arms of outcome files");
  const auto request = std::make_shared<Request>();
  command.footer(help_footer);
  command.add_option("FILE", request->files, "Outcome files of clout run");
  command.add_option("--reference", request->options.reference,
                     "Arm that others are compared with (default: the first)");
  command.add_option("--by", request->options.by,
                     "Figure that the verdict is about (default: by the campaign's objective)");
  command.add_flag("--all", request->all, "Every figure, in the table and in Markdown");
  auto* const plot = command
                         .add_option("--plot", request->plot,
                                     "Write a picture of the comparison (SVG) to this file")
                         ->check([](const std::string& name) {
                           return std::string(name.empty() ? "a file needs a name" : "");
                         });
  auto* const how = command.add_option_group("output", "Instead of a table");
  how->add_flag("--json", request->json, "Everything as JSON");
  how->add_flag("--csv", request->csv, "Every figure and arm, a row each");
  how->add_flag("--markdown", request->markdown, "A table for a document");
  how->add_flag("--figures", request->figures, "What every figure means; reads no file")
      ->excludes(plot);
  how->require_option(0, 1);
  command.callback([request, &body] { body = [request] { return compare_files(*request); }; });
}

}  // namespace clout::cli
