#include "sim/cli/command_syntax.hpp"

#include <CLI/CLI.hpp>

#include "tests/support/catch.hpp"

using clout::cli::all_commands;
using clout::cli::command_syntax;
using clout::cli::CommandSyntax;
using clout::cli::joined_path;
using clout::cli::OptionSyntax;
using clout::cli::ValueKind;

namespace {

const OptionSyntax& option_of(const CommandSyntax& command, const std::string& name) {
  for (const OptionSyntax& each : command.options) {
    if (each.names.back() == name) return each;
  }
  FAIL("no option " << name);
  return command.options.front();
}

}  // namespace

TEST_CASE("the syntax has the commands with their whole names, each before those below it") {
  CLI::App app("", "top");
  CLI::App& a = *app.add_subcommand("a", "first");
  a.add_subcommand("b", "below");
  app.add_subcommand("c", "last");
  const CommandSyntax root = command_syntax(app);
  std::vector<std::string> paths;
  for (const CommandSyntax* command : all_commands(root))
    paths.push_back(joined_path(*command, ' '));
  CHECK(paths == std::vector<std::string>{"top", "top a", "top a b", "top c"});
  CHECK(root.commands[0].description == "first");
}

TEST_CASE("what an option takes is read off its type and its checks") {
  CLI::App app("", "top");
  std::string text;
  std::vector<std::string> texts;
  int number = 3;
  bool flag = false;
  app.add_option("-o,--output", text, "where to")->required();
  app.add_option("--form", text)->check(CLI::IsMember({"long", "short"}));
  app.add_option("--count", number)->check(CLI::Range(1, 9))->capture_default_str();
  app.add_option("--set", texts)->expected(1)->take_all()->type_name("KEY=VALUE");
  app.add_option("--explain", text)->expected(0, 1);
  app.add_flag("--json", flag);
  app.add_option("files", texts)->required();
  const CommandSyntax root = command_syntax(app);

  const OptionSyntax& output = option_of(root, "--output");
  CHECK(output.names == std::vector<std::string>{"-o", "--output"});
  CHECK(output.description == "where to");
  CHECK(output.required);
  CHECK_FALSE(output.repeats);
  CHECK(output.value.kind == ValueKind::file);
  CHECK(option_of(root, "--form").value.kind == ValueKind::choice);
  CHECK(option_of(root, "--form").value.choices == std::vector<std::string>{"long", "short"});
  CHECK(option_of(root, "--count").value.kind == ValueKind::word);
  CHECK(option_of(root, "--count").value.label == "INT");
  CHECK(option_of(root, "--count").value.range == "1 - 9");
  CHECK(option_of(root, "--count").default_value == "3");
  CHECK(option_of(root, "--set").value.kind == ValueKind::word);
  CHECK(option_of(root, "--set").value.label == "KEY=VALUE");
  CHECK(option_of(root, "--set").repeats);
  CHECK(option_of(root, "--explain").value.optional);
  CHECK(option_of(root, "--json").value.kind == ValueKind::none);
  REQUIRE(root.positionals.size() == 1);
  CHECK(root.positionals[0].names == std::vector<std::string>{"files"});
  CHECK(root.positionals[0].repeats);
}

TEST_CASE("members of an option group stand with their command, hidden options nowhere") {
  CLI::App app("", "top");
  bool flag = false;
  app.add_option_group("what")->add_flag("--inner", flag);
  app.add_flag("--hidden", flag)->group("");
  const CommandSyntax root = command_syntax(app);
  std::vector<std::string> names;
  for (const OptionSyntax& each : root.options) names.push_back(each.names.back());
  CHECK(names == std::vector<std::string>{"--help", "--inner"});
  CHECK(root.commands.empty());
}

TEST_CASE("a positional that names commands offers all of them, also those that are added later") {
  CLI::App app("", "top");
  std::vector<std::string> words;
  app.add_subcommand("man")->add_option("command", words)->type_name(clout::cli::command_label);
  app.add_subcommand("a")->add_subcommand("b");
  const CommandSyntax root = command_syntax(app);
  const auto& value = root.commands[0].positionals[0].value;
  CHECK(value.kind == ValueKind::choice);
  CHECK(value.choices == std::vector<std::string>{"man", "a", "b"});
}
