// clout scenario: what a scenario file can say, and whether one says it right.
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "sim/cli/command.hpp"
#include "sim/scenario/describe.hpp"
#include "sim/scenario/json.hpp"

namespace clout::cli {

namespace {

using scenario::Scenario;

constexpr const char* examples =
    "Examples:\n"
    "  clout scenario --template > study.toml       every setting with its default, explained\n"
    "  clout scenario check study.toml              ok, or every error with its line\n"
    "  clout scenario --explain market.trust        what the settings of a table mean\n"
    "  clout scenario --explain brand.price_usd     unit, range, default and source of one\n"
    "  clout scenario --schema > schema.json        for editors that complete TOML";

constexpr const char* check_examples =
    "Examples:\n"
    "  clout scenario check scenarios/celebrity-vs-micro.toml\n"
    "  clout scenario check a.toml b.toml --json\n"
    "  clout scenario check study.toml --set run.days=90 --set campaign.spring.budget='20000 USD'\n"
    "  clout scenario check variant.toml --resolved > complete.toml";

struct AboutSettings {
  bool explain = false;
  std::string key;
  bool as_template = false;
  bool schema = false;
  bool reference = false;
  bool json = false;
};

struct CheckRequest {
  std::vector<std::string> files;
  std::vector<std::string> sets;
  bool resolved = false;
  bool json = false;
};

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

Exit tell(const AboutSettings& about) {
  if (about.explain)
    print(about.json ? scenario::explain_json(about.key) : scenario::explain(about.key));
  if (about.as_template) print(scenario::template_toml());
  if (about.schema) print(scenario::schema_json());
  if (about.reference) print(scenario::reference_markdown());
  return Exit::ok;
}

/// A file's scenario, or what is wrong with it.
struct Checked {
  std::optional<Scenario> scenario;
  std::vector<Diagnostic> problems;
};

Checked checked(const std::string& file, const std::vector<scenario::Override>& overrides) {
  try {
    return {scenario::read_scenario(file, overrides), {}};
  } catch (const InputError& error) {
    return {std::nullopt, error.diagnostics()};
  }
}

void print_json(const CheckRequest& request, const std::vector<Checked>& results) {
  std::vector<scenario::CheckedFile> files;
  for (std::size_t i = 0; i < results.size(); ++i) {
    files.push_back({request.files[i], results[i].scenario ? &*results[i].scenario : nullptr,
                     results[i].problems});
  }
  print(scenario::checks_json(files));
}

/// The complete scenario, which will be read in another place than its file's. Where its folder is
/// the current one, names of files stay as they are, since the text is likely to stay there as
/// well.
std::string resolved_here(Scenario scenario) {
  const auto folder = std::filesystem::path(scenario.graph_source.folder).lexically_normal();
  if (!folder.empty() && folder != ".")
    scenario.graph_source = scenario::found_anywhere(scenario.graph_source);
  return scenario::resolved_toml(scenario);
}

void print_text(const CheckRequest& request, const std::vector<Checked>& results) {
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i].scenario) {
      for (const Diagnostic& problem : results[i].problems)
        std::fprintf(stderr, "clout: %s\n", to_string(problem).c_str());
    } else if (request.resolved) {
      print(resolved_here(*results[i].scenario));
    } else {
      print(request.files[i] + ": ok\n" + scenario::summary(*results[i].scenario));
    }
  }
}

Exit check(const CheckRequest& request) {
  if (request.resolved && request.files.size() > 1) {
    throw InputError(Diagnostic{{"--resolved"}, "several files", "one file", ""});
  }
  std::vector<scenario::Override> overrides;
  for (const std::string& text : request.sets) overrides.push_back(scenario::parse_override(text));
  std::vector<Checked> results;
  bool all_ok = true;
  for (const std::string& file : request.files) {
    results.push_back(checked(file, overrides));
    all_ok = all_ok && results.back().scenario.has_value();
  }
  if (request.json) {
    print_json(request, results);
  } else {
    print_text(request, results);
  }
  return all_ok ? Exit::ok : Exit::bad_input;
}

void add_check(CLI::App& command, Body& body) {
  CLI::App& app = *command.add_subcommand("check", "Check scenario files and show what they say");
  app.footer(check_examples);
  const auto request = std::make_shared<CheckRequest>();
  app.add_option("file", request->files, "Scenario files (TOML)")->required();
  app.add_option("--set", request->sets, "Change a setting: key=value; may be repeated")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false)
      ->take_all();
  auto* resolved = app.add_flag("--resolved", request->resolved,
                                "Print the complete scenario as TOML that reads back to the same");
  app.add_flag("--json", request->json, "Print an array with an object per file")
      ->excludes(resolved);
  app.callback([&body, request] { body = [request] { return check(*request); }; });
}

}  // namespace

void add_scenario_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand("scenario", "Explain, write and check scenario files");
  command.footer(examples);
  command.require_subcommand(0, 1);
  const auto about = std::make_shared<AboutSettings>();
  auto* what = command.add_option_group("what", "One of these, or a command");
  auto* explain =
      what->add_option("--explain", about->key, "Explain a setting, a table, or everything")
          ->type_name("KEY")
          ->expected(0, 1);
  what->add_flag("--template", about->as_template,
                 "Print a complete commented scenario with every default");
  what->add_flag("--schema", about->schema, "Print a JSON Schema for editors");
  what->add_flag("--reference", about->reference, "Print the reference page in Markdown");
  command.add_flag("--json", about->json, "With --explain: print JSON")->needs(explain);
  add_check(command, body);
  command.callback([&command, &body, about, explain] {
    about->explain = explain->count() > 0;
    const bool subcommand = !command.get_subcommands().empty();
    const int asked = int{about->explain} + int{about->as_template} + int{about->schema} +
                      int{about->reference} + int{subcommand};
    if (asked != 1) {
      throw InputError(
          Diagnostic{{"scenario"},
                     asked == 0 ? "nothing was asked for" : "several things at once",
                     "one of --explain, --template, --schema, --reference, or the command check",
                     "see clout scenario --help"});
    }
    if (!subcommand) body = [about] { return tell(*about); };
  });
}

}  // namespace clout::cli
