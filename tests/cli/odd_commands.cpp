// odd_commands bash|zsh|fish|man: the completion script or the page of a program whose descriptions
// have every character that shells or roff treat as their own, and whose command "bare" lacks what
// the manual needs.
#include <cstdio>
#include <string>

#include <CLI/CLI.hpp>

#include "sim/cli/completion.hpp"
#include "sim/cli/manual.hpp"

namespace {

constexpr const char* hostile = R"(.it's [a:b] "c" \d $e `f` {g} %h (i) *j ~k #l; m&n|o<p>q!r -s)";

void define(CLI::App& app, std::string& text) {
  app.footer("Examples:\n  odd say --word x\n.not a macro");
  CLI::App& say = *app.add_subcommand("say", hostile);
  say.add_option("-w,--word", text, hostile)->check(CLI::IsMember({"it-is", "its"}));
  say.add_option("file", text, hostile);
  CLI::App& bare = *app.add_subcommand("bare", "");
  bare.footer("");  // else it would have its parent's
  bare.add_option("--thing", text, "");
}

}  // namespace

int main(int argc, char** argv) {
  std::string text;
  CLI::App app("Odd names", "odd");
  define(app, text);
  const clout::cli::CommandSyntax root = clout::cli::command_syntax(app);
  const std::string what = argc > 1 ? argv[1] : "";
  std::string printed;
  if (what == "bash") printed = bash_completion(root);
  if (what == "zsh") printed = zsh_completion(root);
  if (what == "fish") printed = fish_completion(root);
  if (what == "man") {
    for (const clout::cli::CommandSyntax* command : all_commands(root))
      printed += manual_page(root, *command, "1");
  }
  std::fputs(printed.c_str(), stdout);
  return printed.empty() ? 2 : 0;
}
