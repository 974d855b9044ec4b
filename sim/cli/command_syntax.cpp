#include "sim/cli/command_syntax.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace clout::cli {

namespace {

/// The words of "{auto,line,json}", which is how CLI::IsMember describes itself; none of another.
std::vector<std::string> words_of_set(const std::string& description) {
  const std::size_t open = description.find('{');
  const std::size_t close = description.rfind('}');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return CLI::detail::split(description.substr(open + 1, close - open - 1), ',');
}

/// "1 - 1024" of "INT in [1 - 1024]", which is how CLI::Range describes itself.
std::string bounds_of_range(const std::string& description) {
  const std::string opening = " in [";
  const std::size_t open = description.find(opening);
  const std::size_t close = description.rfind(']');
  if (open == std::string::npos || close == std::string::npos) return "";
  const std::size_t begin = open + opening.size();
  return description.substr(begin, close - begin);
}

/// An option's type is "label", or "label:description" with the descriptions of its validators.
ValueSyntax value_syntax(const CLI::Option& option) {
  ValueSyntax value;
  if (option.get_items_expected_max() == 0) return value;
  const std::string type = option.get_type_name();
  const std::size_t colon = type.find(':');
  const std::string limits = colon == std::string::npos ? "" : type.substr(colon + 1);
  value.label = type.substr(0, colon);
  value.range = bounds_of_range(limits);
  value.choices = words_of_set(limits);
  value.optional = option.get_items_expected_min() == 0;
  if (!value.choices.empty()) {
    value.kind = ValueKind::choice;
  } else if (value.label == "TEXT" || value.label == "FILE" || value.label == "FOLDER") {
    value.kind = ValueKind::file;
  } else {
    value.kind = ValueKind::word;
  }
  return value;
}

OptionSyntax option_syntax(const CLI::Option& option) {
  OptionSyntax result;
  if (option.get_positional()) {
    result.names.push_back(option.get_name(true));
  } else {
    for (const std::string& name : option.get_snames()) result.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) result.names.push_back("--" + name);
  }
  result.description = option.get_description();
  result.group = option.get_group();
  result.default_value = option.get_default_str();
  result.value = value_syntax(option);
  result.required = option.get_required();
  result.repeats = option.get_items_expected_max() > 1 ||
                   option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  return result;
}

void add_members(const CLI::App& app, CommandSyntax& command) {
  for (const CLI::Option* option : app.get_options()) {
    const bool repeated_help = app.get_name().empty() && option == app.get_help_ptr();
    if (option->get_group().empty() || repeated_help) continue;
    auto& place = option->get_positional() ? command.positionals : command.options;
    place.push_back(option_syntax(*option));
  }
  for (const CLI::App* below : app.get_subcommands({})) {
    if (below->get_name().empty()) add_members(*below, command);  // an option group
  }
}

CommandSyntax command_syntax_at(const CLI::App& app, std::vector<std::string> path) {
  CommandSyntax command;
  path.push_back(app.get_name());
  command.path = std::move(path);
  command.description = app.get_description();
  command.footer = app.get_footer();
  add_members(app, command);
  for (const CLI::App* below : app.get_subcommands({})) {
    if (!below->get_name().empty())
      command.commands.push_back(command_syntax_at(*below, command.path));
  }
  return command;
}

void add_all(const CommandSyntax& command, std::vector<const CommandSyntax*>& all) {
  all.push_back(&command);
  for (const CommandSyntax& below : command.commands) add_all(below, all);
}

/// The name of every command, once: what a positional that names commands can be.
void offer_commands(CommandSyntax& command, const std::vector<std::string>& names) {
  for (OptionSyntax& positional : command.positionals) {
    if (positional.value.label != command_label) continue;
    positional.value.kind = ValueKind::choice;
    positional.value.choices = names;
  }
  for (CommandSyntax& below : command.commands) offer_commands(below, names);
}

}  // namespace

CommandSyntax command_syntax(const CLI::App& app) {
  CommandSyntax root = command_syntax_at(app, {});
  std::vector<std::string> names;
  for (const CommandSyntax* command : all_commands(root)) {
    const std::string& name = command->path.back();
    const bool seen = std::find(names.begin(), names.end(), name) != names.end();
    if (command != &root && !seen) names.push_back(name);
  }
  offer_commands(root, names);
  return root;
}

std::vector<const CommandSyntax*> all_commands(const CommandSyntax& root) {
  std::vector<const CommandSyntax*> all;
  add_all(root, all);
  return all;
}

std::string joined_path(const CommandSyntax& command, char separator) {
  std::string text;
  for (const std::string& name : command.path)
    text += (text.empty() ? "" : std::string(1, separator)) + name;
  return text;
}

}  // namespace clout::cli
