#include "sim/cli/command_line.hpp"

#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "sim/base/nearest_name.hpp"
#include "sim/cli/command_syntax.hpp"

namespace clout::cli {

namespace {

/// Stands for an empty word while CLI11 parses; nobody can type it.
constexpr std::string_view empty_word("\0", 1);

bool takes_numbers(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::string label = type.substr(0, type.find(':'));
  return label == "INT" || label == "UINT" || label == "FLOAT";
}

/// "010" and "0x10", which CLI11 takes for 8 and 16; "0", "0.5" and "0e3" are decimal.
bool is_octal_or_hex(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.size() < 2 || text[0] != '0') return false;
  return (text[1] >= '0' && text[1] <= '9') || text[1] == 'x' || text[1] == 'X' || text[1] == 'b' ||
         text[1] == 'B';
}

/// "graph generate": the commands that were named, without the program's own name.
std::string command_words(const CLI::App& app) {
  if (app.get_parent() == nullptr) return "";
  const std::string above = command_words(*app.get_parent());
  return above.empty() ? app.get_name() : above + " " + app.get_name();
}

std::string help_of(const CLI::App& app) {
  const std::string words = command_words(app);
  return "see clout " + (words.empty() ? "" : words + " ") + "--help";
}

std::string did_you_mean(const std::string& name, const std::vector<std::string>& candidates,
                         const CLI::App& app) {
  const auto nearest = nearest_name(name, candidates);
  return nearest ? "did you mean '" + *nearest + "'?" : help_of(app);
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* below : app.get_subcommands({})) {
    if (!below->get_name().empty()) names.push_back(below->get_name());
  }
  return names;
}

/// A command elsewhere of exactly that name is what was meant before any that is only similar.
Diagnostic unknown_command(const CLI::App& app, const std::string& word) {
  Diagnostic problem{{"", 0, 0, command_words(app)}, "unknown command '" + word + "'", "", ""};
  problem.suggestion = did_you_mean(word, commands_of(app), app);
  const CLI::App* root = &app;
  while (root->get_parent() != nullptr) root = root->get_parent();
  const CommandSyntax syntax = command_syntax(*root);
  for (const CommandSyntax* each : all_commands(syntax)) {
    if (each->path.back() == word)
      problem.suggestion = "did you mean '" + joined_path(*each, ' ') + "'?";
  }
  return problem;
}

Diagnostic unknown_option(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const OptionSyntax& option : command_syntax(app).options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  const std::string name = word.substr(0, word.find('='));
  return {{"", 0, 0, command_words(app)},
          "unknown option '" + name + "'",
          "",
          did_you_mean(name, names, app)};
}

bool lacks_command(const CLI::App& app) {
  return app.get_subcommands().empty() && !commands_of(app).empty();
}

/// What app was given and does not take. A word after an unknown command or option may belong to
/// it, so it is no problem of its own.
std::vector<Diagnostic> unknown_words(const CLI::App& app) {
  std::vector<std::string> words = app.remaining();
  for (std::string& word : words) {
    if (word == empty_word) word.clear();
  }
  if (words.empty()) return {};
  if (lacks_command(app) && !words.front().starts_with('-'))
    return {unknown_command(app, words.front())};
  std::vector<Diagnostic> problems;
  for (const std::string& word : words) {
    if (word.size() > 1 && word.starts_with('-')) problems.push_back(unknown_option(app, word));
  }
  if (!problems.empty()) return problems;
  for (const std::string& word : words) {
    problems.push_back(
        {{"", 0, 0, command_words(app)}, "unexpected '" + word + "'", "", help_of(app)});
  }
  return problems;
}

}  // namespace

std::vector<std::string> words_to_parse(const std::vector<std::string>& words) {
  std::vector<std::string> parsed;
  bool options = true;
  for (const std::string& word : words) {
    options = options && word != "--";
    const bool lacks_value =
        options && word.size() > 3 && word.starts_with("--") && word.find('=') == word.size() - 1;
    parsed.push_back(lacks_value ? word.substr(0, word.size() - 1) : word);
    if (parsed.back().empty()) parsed.back() = empty_word;
    if (lacks_value) parsed.emplace_back(empty_word);
  }
  return parsed;
}

void check_values(CLI::App& app) {
  for (CLI::Option* option :
       app.get_options([](const CLI::Option* each) { return each->get_type_size() != 0; })) {
    const bool number = takes_numbers(*option);
    // In front of the option's own checks, whose messages would show nothing where the value
    // stands.
    option->transform(CLI::Validator(
        [number](std::string& text) {
          if (text.empty() || text == empty_word)
            return std::string(number ? "empty, not a number" : "empty");
          return number && is_octal_or_hex(text) ? "not a decimal number: " + text : "";
        },
        ""));
  }
  for (CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; }))
    check_values(*below);
}

std::vector<Diagnostic> command_line_problems(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* named = &app;
  std::vector<Diagnostic> problems = unknown_words(app);
  while (!named->get_subcommands().empty()) {
    named = named->get_subcommands().front();
    const auto more = unknown_words(*named);
    problems.insert(problems.end(), more.begin(), more.end());
  }
  const bool may_follow = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr ||
                          dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  if (!problems.empty() && may_follow) return problems;
  Diagnostic problem{{"", 0, 0, command_words(*named)}, error.what(), "", help_of(*named)};
  if (may_follow && lacks_command(*named) && named->get_require_subcommand_min() > 0) {
    problem.problem = "a command is missing";
    problem.expected = fmt::format("one of {}", fmt::join(commands_of(*named), ", "));
  }
  problems.push_back(std::move(problem));
  return problems;
}

}  // namespace clout::cli
