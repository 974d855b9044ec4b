// clout man: manual pages of the program and its commands.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include <CLI/CLI.hpp>

#include "sim/base/diagnostic.hpp"
#include "sim/base/nearest_name.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/manual.hpp"
#include "sim/cli/version.hpp"

namespace clout::cli {

namespace {

constexpr const char* examples =
    "Examples:\n"
    "  clout man graph generate | man -l -                read it\n"
    "  clout man > clout.1                                the page of the program\n"
    "  mkdir -p ~/.local/share/man\n"
    "  clout man --all ~/.local/share/man/man1            every page; man clout-run finds them";

struct Options {
  std::vector<std::string> command;
  std::string folder;
};

/// The command below this one that is called name; a name that is none is an InputError.
const CommandSyntax& below(const CommandSyntax& command, const std::string& name) {
  std::vector<std::string> names;
  for (const CommandSyntax& each : command.commands) {
    if (each.path.back() == name) return each;
    names.push_back(each.path.back());
  }
  Diagnostic problem;
  problem.place.key = "man";
  problem.problem = "'" + name + "' is no command of " + joined_path(command, ' ');
  if (const auto nearest = nearest_name(name, names))
    problem.suggestion = "did you mean '" + *nearest + "'?";
  throw InputError(problem);
}

void write_page(const CommandSyntax& root, const CommandSyntax& command,
                const std::string& folder) {
  const std::string path = folder + "/" + manual_name(command) + ".1";
  NewFile file(path);
  std::ofstream out(file.temporary(), std::ios::binary);
  out << manual_page(root, command, version_line());
  out.close();
  if (!out) throw InputError(Diagnostic{{path}, "cannot be written to the disk", "", ""});
  file.commit();
}

Exit man(const Options& options, const CLI::App& app) {
  const CommandSyntax root = command_syntax(app);
  if (options.folder.empty()) {
    const CommandSyntax* command = &root;
    for (const std::string& name : options.command) command = &below(*command, name);
    std::fputs(manual_page(root, *command, version_line()).c_str(), stdout);
    return Exit::ok;
  }
  std::error_code failed;
  // Not the folders above it: one that is misspelt is no wish for another.
  std::filesystem::create_directory(options.folder, failed);
  if (failed) {
    throw InputError(Diagnostic{{options.folder},
                                "no such folder can be made: " + failed.message(),
                                "a name in a folder that is there",
                                ""});
  }
  for (const CommandSyntax* command : all_commands(root))
    write_page(root, *command, options.folder);
  return Exit::ok;
}

}  // namespace

void add_man_command(CLI::App& app, Body& body) {
  CLI::App& command = *app.add_subcommand("man", "Print the manual page of a command, in roff");
  command.footer(examples);
  const auto options = std::make_shared<Options>();
  CLI::Option* which =
      command.add_option("command", options->command, "As in graph generate; none: the program")
          ->type_name(command_label);
  command.add_option("--all", options->folder, "Write the pages of all commands to this folder")
      ->type_name("FILE")
      ->excludes(which);
  command.callback(
      [&app, &body, options] { body = [&app, options] { return man(*options, app); }; });
}

}  // namespace clout::cli
