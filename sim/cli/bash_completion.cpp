// The bash script is one function. It finds the command that the words so far name, and whether an
// option still waits for its value; the rest is two tables, by option and by command.
#include <fmt/format.h>

#include "sim/cli/completion.hpp"

namespace clout::cli {

namespace {

// Readline makes --seed=1 three words (COMP_WORDBREAKS); hence the care for "=".
constexpr const char* start_of_script =
    R"(# bash completion for {0}, written by `{0} completion bash`
_{0}() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} command={0} option='' options='' words='' files='' word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${{COMP_WORDS[i]}}
    if [[ $word == -* ]]; then
      option=$word
    elif [[ $word == = ]]; then
      continue
    elif [[ -n $option ]] && _{0}_value "$command $option"; then
      option=''
    else
      option=''
      case "$command $word" in
        {1}) command+=" $word" ;;
      esac
    fi
  done
  [[ $current != = ]] || current=''
  if [[ $current != -* && -n $option ]] && _{0}_value "$command $option"; then
    options=''
  else
    case $command in
{2}    esac
  fi
  [[ $current != -* ]] || words=$options files=''
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  # An empty reply leaves it to readline, which quotes names and expands ~.
  [[ -z $files || ${{#COMPREPLY[@]}} -gt 0 ]] || compopt -o default
}}

# Whether the option of a command takes a value; says in words and files of the caller which.
_{0}_value() {{
  words='' files=''
  case $1 in
{3}    *) return 1 ;;
  esac
}}

complete -F _{0} {0}
)";

/// A word for bash, whatever stands in it.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

/// What a value can be, as assignments to words and files.
std::string assignments(const ValueSyntax& value) {
  if (value.kind == ValueKind::choice) return "words=" + quoted(joined(value.choices));
  return value.kind == ValueKind::file ? "files=yes" : ":";
}

std::string words_of(const CommandSyntax& command) {
  std::vector<std::string> options;
  for (const OptionSyntax& option : command.options)
    options.insert(options.end(), option.names.begin(), option.names.end());
  std::vector<std::string> words;
  for (const CommandSyntax& below : command.commands) words.push_back(below.path.back());
  std::string files = "''";
  for (const OptionSyntax& positional : command.positionals) {
    const auto& choices = positional.value.choices;
    words.insert(words.end(), choices.begin(), choices.end());
    if (positional.value.kind == ValueKind::file) files = "yes";
  }
  return fmt::format("      {}) options={} words={} files={} ;;\n",
                     quoted(joined_path(command, ' ')), quoted(joined(options)),
                     quoted(joined(words)), files);
}

std::string values_of(const CommandSyntax& command) {
  std::string lines;
  for (const OptionSyntax& option : command.options) {
    if (option.value.kind == ValueKind::none) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : option.names)
      patterns.push_back(quoted(joined_path(command, ' ') + " " + name));
    lines += fmt::format("    {}) {} ;;\n", fmt::join(patterns, " | "), assignments(option.value));
  }
  return lines;
}

}  // namespace

std::string bash_completion(const CommandSyntax& root) {
  std::vector<std::string> commands;
  std::string words;
  std::string values;
  for (const CommandSyntax* command : all_commands(root)) {
    if (command != &root) commands.push_back(quoted(joined_path(*command, ' ')));
    words += words_of(*command);
    values += values_of(*command);
  }
  return fmt::format(start_of_script, root.path.front(), fmt::join(commands, " | "), words, values);
}

}  // namespace clout::cli
