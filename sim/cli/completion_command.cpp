// clout completion: a script that completes the command line in a shell.
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

#include "sim/cli/command.hpp"
#include "sim/cli/completion.hpp"

namespace clout::cli {

namespace {

constexpr const char* examples =
    "Examples:\n"
    "  source <(clout completion bash)                   this shell; put it into ~/.bashrc to "
    "keep\n"
    "  source <(clout completion zsh)                    in ~/.zshrc, after compinit\n"
    "  clout completion fish > ~/.config/fish/completions/clout.fish\n"
    "\n"
    "Scripts are written from the definitions that read the command line, so they fit the version "
    "that wrote\n"
    "them. `cmake --install` puts all three where the shells look.";

struct Shell {
  const char* name;
  std::string (*script)(const CommandSyntax& root);
};

constexpr Shell shells[] = {
    {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};

Exit print_script(const std::string& shell, const CLI::App& app) {
  for (const Shell& each : shells) {
    if (shell == each.name) std::fputs(each.script(command_syntax(app)).c_str(), stdout);
  }
  return Exit::ok;
}

}  // namespace

void add_completion_command(CLI::App& app, Body& body) {
  CLI::App& command =
      *app.add_subcommand("completion", "Print a script that completes commands in a shell");
  command.footer(examples);
  std::vector<std::string> names;
  for (const Shell& each : shells) names.emplace_back(each.name);
  const auto shell = std::make_shared<std::string>();
  command.add_option("shell", *shell, "The shell to complete in")
      ->required()
      ->check(CLI::IsMember(names));
  command.callback(
      [&app, &body, shell] { body = [&app, shell] { return print_script(*shell, app); }; });
}

}  // namespace clout::cli
