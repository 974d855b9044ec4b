// The zsh script has a function for every command, each a call of _arguments, zsh's own reader of
// option tables.
#include <fmt/format.h>

#include "sim/cli/completion.hpp"

namespace clout::cli {

namespace {

/// text within single quotes, with a backslash before each of the characters special there.
std::string quoted(const std::string& text, const std::string& special) {
  std::string result;
  for (const char c : text) {
    if (special.find(c) != std::string::npos) result += '\\';
    result += c == '\'' ? std::string("'\\''") : std::string(1, c == '\n' ? ' ' : c);
  }
  return result;
}

std::string function_name(const CommandSyntax& command) { return "_" + joined_path(command, '_'); }

/// ":label:action" of a value in a table of _arguments.
std::string value_spec(const ValueSyntax& value, const std::string& label) {
  if (value.kind == ValueKind::none) return "";
  std::string action = " ";  // says what is expected, offers nothing
  if (value.kind == ValueKind::file) action = "_files";
  if (value.kind == ValueKind::choice) action = fmt::format("({})", fmt::join(value.choices, " "));
  return fmt::format("{}:{}:{}", value.optional ? ":" : "", quoted(label, "\\:"),
                     quoted(action, "\\:"));
}

/// How _arguments takes a value: -o may have it adjacent, --output after "=".
std::string name_spec(const std::string& name, const ValueSyntax& value) {
  if (value.kind == ValueKind::none) return name;
  return name + (name.starts_with("--") ? "=" : "+");
}

/// A line for each name of an option; a name excludes the others, unless it may be repeated.
std::string option_specs(const OptionSyntax& option) {
  const std::string others =
      option.repeats ? "*" : fmt::format("({})", fmt::join(option.names, " "));
  std::string lines;
  for (const std::string& name : option.names) {
    lines += fmt::format(" \\\n    '{}{}[{}]{}'", others, name_spec(name, option.value),
                         quoted(option.description, "\\[]:"),
                         value_spec(option.value, option.value.label));
  }
  return lines;
}

std::string positional_spec(const OptionSyntax& positional) {
  return fmt::format(" \\\n    '{}{}'", positional.repeats ? "*" : "",
                     value_spec(positional.value, positional.names.front()));
}

/// The end of a command that has others below it: offers them, or goes on in theirs.
std::string dispatch(const CommandSyntax& command) {
  std::string names;
  std::string cases;
  for (const CommandSyntax& below : command.commands) {
    const std::string& name = below.path.back();
    names += fmt::format("        '{}:{}'\n", name, quoted(below.description, "\\:"));
    cases += fmt::format("        {}) {} ;;\n", name, function_name(below));
  }
  return fmt::format(R"( \
    '1: :->command' '*:: :->arguments' && return
  case $state in
    command)
      commands=(
{}      )
      _describe -t commands command commands
      ;;
    arguments)
      case $words[1] in
{}      esac
      ;;
  esac
)",
                     names, cases);
}

std::string function_of(const CommandSyntax& command) {
  std::string specs;
  for (const OptionSyntax& option : command.options) specs += option_specs(option);
  if (command.commands.empty()) {
    for (const OptionSyntax& positional : command.positionals) specs += positional_spec(positional);
    return fmt::format("{}() {{\n  _arguments{}\n}}\n\n", function_name(command), specs);
  }
  return fmt::format(
      "{}() {{\n  local context state state_descr line\n  local -a commands\n"
      "  typeset -A opt_args\n  _arguments -C{}{}}}\n\n",
      function_name(command), specs, dispatch(command));
}

}  // namespace

std::string zsh_completion(const CommandSyntax& root) {
  const std::string& name = root.path.front();
  std::string script = fmt::format(
      "#compdef {0}\n# zsh completion for {0}, written by `{0} completion zsh`\n\n", name);
  for (const CommandSyntax* command : all_commands(root)) script += function_of(*command);
  // Found in $fpath, the file is the function _clout itself and is being called; else it registers.
  return script + fmt::format(
                      "if [[ ${{funcstack[1]}} == _{0} ]]; then\n  _{0} \"$@\"\nelse\n"
                      "  compdef _{0} {0}\nfi\n",
                      name);
}

}  // namespace clout::cli
