// The fish script is one line for each command and option, under the condition that the words so
// far name the command it belongs to.
#include <fmt/format.h>

#include "sim/cli/completion.hpp"

namespace clout::cli {

namespace {

constexpr const char* start_of_script =
    R"(# fish completion for {0}, written by `{0} completion fish`

# Whether the words so far name this command, and not one below it.
function __{0}_at
    set -l command {0}
    set -l option ''
    for word in (commandline -opc)[2..-1]
        if string match -q -- '-*' $word
            set option $word
        else if contains -- "$command $option"{1}
            set option ''
        else
            set option ''
            if contains -- "$command $word"{2}
                set command "$command $word"
            end
        end
    end
    test "$command" = "$argv"
end

complete -c {0} -f
)";

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result + "'";
}

/// "complete ... -n 'the command is this one'", to which the rest of a line is added.
std::string line_for(const CommandSyntax& command) {
  return fmt::format(
      "complete -c {} -n {}", command.path.front(),
      quoted(fmt::format("__{}_at {}", command.path.front(), joined_path(command, ' '))));
}

/// What can stand for a value: files, words, or nothing that fish could guess.
std::string offers(const ValueSyntax& value) {
  if (value.kind == ValueKind::file) return " -F";
  if (value.kind != ValueKind::choice) return "";
  return " -a " + quoted(fmt::format("{}", fmt::join(value.choices, " ")));
}

std::string option_line(const CommandSyntax& command, const OptionSyntax& option) {
  std::string line = line_for(command);
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (option.value.kind != ValueKind::none && !option.value.optional)
    line += option.value.kind == ValueKind::file ? " -r" : " -x";
  return line + offers(option.value) + " -d " + quoted(option.description) + "\n";
}

std::string lines_of(const CommandSyntax& command) {
  std::string lines = "\n";
  for (const CommandSyntax& below : command.commands) {
    lines += fmt::format("{} -a {} -d {}\n", line_for(command), below.path.back(),
                         quoted(below.description));
  }
  for (const OptionSyntax& positional : command.positionals) {
    const std::string offered = offers(positional.value);
    if (!offered.empty()) lines += line_for(command) + offered + "\n";
  }
  for (const OptionSyntax& option : command.options) lines += option_line(command, option);
  return lines;
}

}  // namespace

std::string fish_completion(const CommandSyntax& root) {
  std::string commands;
  std::string options;
  std::string lines;
  for (const CommandSyntax* command : all_commands(root)) {
    const std::string path = joined_path(*command, ' ');
    if (command != &root) commands += " " + quoted(path);
    for (const OptionSyntax& option : command->options) {
      if (option.value.kind == ValueKind::none) continue;
      for (const std::string& name : option.names)
        options += fmt::format(" {}", quoted(fmt::format("{} {}", path, name)));
    }
    lines += lines_of(*command);
  }
  return fmt::format(start_of_script, root.path.front(), options, commands) + lines;
}

}  // namespace clout::cli
