#include "sim/cli/manual.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/cli/command.hpp"
#include "sim/cli/roff.hpp"

namespace clout::cli {

namespace {

struct ExitMeaning {
  Exit exit;
  const char* meaning;
};

constexpr ExitMeaning exit_meanings[] = {
    {Exit::ok, "Done."},
    {Exit::check_failed, "A check that was asked for does not hold."},
    {Exit::bad_input,
     "The command line or a file cannot be used; the message says where, what is wrong and what "
     "would be right."},
    {Exit::interrupted, "Interrupted."},
};

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + roff(text) + "\\fR"; }

std::string section(const std::string& title, const std::string& content) {
  return content.empty() ? "" : ".SH " + title + "\n" + content;
}

/// The first line of a description, without a full stop.
std::string headline(const std::string& text) {
  const std::string line = text.substr(0, text.find('\n'));
  return line.ends_with('.') ? line.substr(0, line.size() - 1) : line;
}

/// " INT", " [KEY]", or nothing for a flag.
std::string value_text(const ValueSyntax& value) {
  if (value.kind == ValueKind::none) return "";
  return " " + (value.optional ? "[" + italic(value.label) + "]" : italic(value.label));
}

std::string synopsis_of_positional(const OptionSyntax& positional) {
  const std::string name = italic(positional.names.front()) + (positional.repeats ? " ..." : "");
  return positional.required ? name : "[" + name + "]";
}

/// The command, what must be given, and what may be.
std::string synopsis(const CommandSyntax& command) {
  std::string line = bold(joined_path(command, ' '));
  for (const OptionSyntax& option : command.options) {
    if (option.required) line += " " + bold(option.names.front()) + value_text(option.value);
  }
  line += " [" + italic("options") + "]";
  for (const OptionSyntax& positional : command.positionals)
    line += " " + synopsis_of_positional(positional);
  if (!command.commands.empty()) line += " [" + italic("command") + "]";
  return line + "\n";
}

/// What can be said of a value after the description: limits, choices, default.
std::string value_notes(const OptionSyntax& option) {
  std::vector<std::string> notes;
  if (!option.value.range.empty()) notes.push_back("range " + option.value.range);
  if (!option.value.choices.empty())
    notes.push_back(fmt::format("one of {}", fmt::join(option.value.choices, ", ")));
  if (!option.default_value.empty()) notes.push_back("default " + option.default_value);
  if (option.required) notes.emplace_back("required");
  if (option.repeats) notes.emplace_back("may be repeated");
  return notes.empty() ? "" : fmt::format(" ({})", fmt::join(notes, "; "));
}

std::string entry(const std::string& term, const std::string& text) {
  return ".TP\n" + term + "\n" + roff(text) + "\n";
}

std::string option_entry(const OptionSyntax& option) {
  std::string term;
  for (const std::string& name : option.names) term += (term.empty() ? "" : ", ") + bold(name);
  return entry(term + value_text(option.value), option.description + value_notes(option));
}

/// Options under the headings of the help, in the order in which these first occur.
std::string options(const CommandSyntax& command) {
  std::vector<std::string> groups;
  for (const OptionSyntax& option : command.options) {
    if (std::find(groups.begin(), groups.end(), option.group) == groups.end())
      groups.push_back(option.group);
  }
  std::string text;
  for (const std::string& group : groups) {
    if (groups.size() > 1) text += ".SS " + roff(group) + "\n";
    for (const OptionSyntax& option : command.options) {
      if (option.group == group) text += option_entry(option);
    }
  }
  return text;
}

std::string positionals(const CommandSyntax& command) {
  std::string text;
  for (const OptionSyntax& each : command.positionals)
    text += entry(italic(each.names.front()), each.description + value_notes(each));
  return text;
}

std::string commands(const CommandSyntax& command) {
  std::string text;
  for (const CommandSyntax& below : command.commands)
    text += entry(bold(below.path.back()), headline(below.description));
  return text;
}

std::string exit_status() {
  std::string text;
  for (const ExitMeaning& each : exit_meanings)
    text += entry(bold(std::to_string(static_cast<int>(each.exit))), each.meaning);
  return text;
}

/// Commands right above and right below.
std::string see_also(const CommandSyntax& root, const CommandSyntax& command) {
  std::vector<std::string> pages;
  for (const CommandSyntax* each : all_commands(root)) {
    const CommandSyntax& longer = each->path.size() > command.path.size() ? *each : command;
    const CommandSyntax& shorter = each->path.size() > command.path.size() ? command : *each;
    const bool next = longer.path.size() == shorter.path.size() + 1 &&
                      std::equal(shorter.path.begin(), shorter.path.end(), longer.path.begin());
    if (next) pages.push_back(bold(manual_name(*each)) + "(1)");
  }
  return pages.empty() ? "" : fmt::format("{}\n", fmt::join(pages, ",\n"));
}

}  // namespace

std::string manual_name(const CommandSyntax& command) { return joined_path(command, '-'); }

std::string manual_page(const CommandSyntax& root, const CommandSyntax& command,
                        const std::string& version) {
  const std::string name = manual_name(command);
  std::string title = name;
  std::transform(title.begin(), title.end(), title.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return fmt::format(".TH {} 1 \"\" \"{} {}\" \"User commands\"\n", roff(title), root.path.front(),
                     version) +
         section("NAME", roff(name) + " \\- " + roff(headline(command.description)) + "\n") +
         section("SYNOPSIS", synopsis(command)) +
         section("DESCRIPTION", roff(command.description) + "\n" + positionals(command)) +
         section("COMMANDS", commands(command)) + section("OPTIONS", options(command)) +
         section("EXIT STATUS", exit_status()) +
         section("EXAMPLES", roff_of_footer(command.footer)) +
         section("SEE ALSO", see_also(root, command));
}

}  // namespace clout::cli
