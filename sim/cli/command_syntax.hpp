// The command line as plain data, read off the definitions that parse it. Completion scripts and
// manual pages are written from this, so a new command or option is in them without another list.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace clout::cli {

/// What a shell can offer for a value.
enum class ValueKind {
  none,    ///< a flag takes no value
  word,    ///< a number or a word that nobody else can guess
  file,    ///< a file name; also any text of which the definition says no more
  choice,  ///< one of ValueSyntax::choices
};

struct ValueSyntax {
  ValueKind kind = ValueKind::none;
  std::string label;  ///< what the help calls it: "INT", "FILE", "KEY=VALUE"
  std::string range;  ///< "1 - 1024", empty if any will do
  std::vector<std::string>
      choices;            ///< words without blanks or quotes; empty unless kind is choice
  bool optional = false;  ///< the option may stand without it
};

/// An option, a flag or a positional.
struct OptionSyntax {
  std::vector<std::string> names;  ///< with dashes, short ones first; of a positional its one name
  std::string description;
  std::string group;          ///< heading of the help that it stands under
  std::string default_value;  ///< empty if none is shown
  ValueSyntax value;
  bool required = false;
  bool repeats = false;  ///< may be given more than once
};

struct CommandSyntax {
  std::vector<std::string> path;  ///< "clout", "graph", "generate"
  std::string description;
  std::string footer;  ///< examples and remarks
  std::vector<OptionSyntax> options;
  std::vector<OptionSyntax> positionals;
  std::vector<CommandSyntax> commands;  ///< those below, in the order of the help
};

/// The label of positionals that name commands: ->type_name(command_label).
inline constexpr const char* command_label = "COMMAND";

/// What app and everything below it takes. Hidden options (those without a group) are left out,
/// members of option groups stand with the options of their command.
CommandSyntax command_syntax(const CLI::App& app);

/// The command and all below it, each before its own. Pointers into root.
std::vector<const CommandSyntax*> all_commands(const CommandSyntax& root);

/// "clout graph generate" for a separator of one blank.
std::string joined_path(const CommandSyntax& command, char separator);

}  // namespace clout::cli
