#include "sim/cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include "tests/support/catch.hpp"

using clout::cli::check_values;
using clout::cli::command_line_problems;
using clout::cli::words_to_parse;

namespace {

/// One command with an option that is required, one with a command below it.
struct SmallProgram {
  SmallProgram() {
    app.require_subcommand(1);
    CLI::App& make = *app.add_subcommand("make");
    make.add_option("--output", text)->required();
    make.add_option("--accounts", real);
    make.add_option("--days", whole)->check(CLI::Range(1, 9));
    make.add_option("--about", text)->expected(0, 1);
    make.add_option_group("how")->add_flag("--json", json);
    app.add_subcommand("graph")->require_subcommand(1)->add_subcommand("generate");
    check_values(app);
  }

  /// What is wrong with these words, a line for each problem; empty if nothing is.
  std::string problems(std::vector<std::string> words) {
    words = words_to_parse(words);
    std::reverse(words.begin(), words.end());  // as CLI11 wants them
    try {
      app.parse(words);
    } catch (const CLI::ParseError& error) {
      std::string lines;
      for (const auto& each : command_line_problems(app, error)) lines += to_string(each) + "\n";
      return lines;
    }
    return "";
  }

  CLI::App app{"", "clout"};
  std::string text;
  double real = 7;
  int whole = 7;
  bool json = false;
};

}  // namespace

TEST_CASE("an unknown command or option is named with the nearest one, not with what follows") {
  SmallProgram program;
  CHECK(program.problems({"mkae", "--output", "x"}) ==
        "unknown command 'mkae'; did you mean 'make'?\n");
  CHECK(program.problems({"make", "--ouput", "x"}) ==
        "make: unknown option '--ouput'; did you mean '--output'?\n");
  CHECK(program.problems({"make", "--output=x", "--acounts=5"}) ==
        "make: unknown option '--acounts'; did you mean '--accounts'?\n");
  CHECK(program.problems({"graph", "genrate", "--seed", "1"}) ==
        "graph: unknown command 'genrate'; did you mean 'generate'?\n");
}

TEST_CASE("a command that lies elsewhere is found") {
  SmallProgram program;
  CHECK(program.problems({"generate"}) ==
        "unknown command 'generate'; did you mean 'clout graph generate'?\n");
  CHECK(program.problems({"graph", "make"}) ==
        "graph: unknown command 'make'; did you mean 'clout make'?\n");
}

TEST_CASE("what is like nothing gets the help's address, not a wild guess") {
  SmallProgram program;
  CHECK(program.problems({"xyzzy"}) == "unknown command 'xyzzy'; see clout --help\n");
  CHECK(program.problems({"make", "--output", "x", "y", ""}) ==
        "make: unexpected 'y'; see clout make --help\n"
        "make: unexpected ''; see clout make --help\n");
  CHECK(program.problems({}) ==
        "a command is missing (expected one of make, graph); see clout --help\n");
}

TEST_CASE("all unknown options are reported, and a bad value beside them") {
  SmallProgram program;
  CHECK(program.problems({"make", "--ouput", "x", "--dasy", "3"}) ==
        "make: unknown option '--ouput'; did you mean '--output'?\n"
        "make: unknown option '--dasy'; did you mean '--days'?\n");
  CHECK(program.problems({"make", "--output", "x", "--days", "10", "--acounts", "3"}) ==
        "make: unknown option '--acounts'; did you mean '--accounts'?\n"
        "make: --days: Value 10 not in range 1 to 9; see clout make --help\n");
}

TEST_CASE("an empty value is an error, and a number is decimal") {
  SmallProgram program;
  CHECK(program.problems({"make", "--output", "x", "--accounts", ""}) ==
        "make: --accounts: empty, not a number; see clout make --help\n");
  CHECK(program.problems({"make", "--output", "x", "--days", ""}) ==
        "make: --days: empty, not a number; see clout make --help\n");
  CHECK(program.problems({"make", "--output", ""}) ==
        "make: --output: empty; see clout make --help\n");
  for (const char* number : {"010", "0x10", "-010"}) {
    CHECK(program.problems({"make", "--output", "x", "--accounts", number}) ==
          std::string("make: --accounts: not a decimal number: ") + number +
              "; see clout make --help\n");
  }
  CHECK(program.problems({"make", "--output", "x", "--accounts", "0", "--days", "3"}).empty());
  CHECK(program.real == 0);
  CHECK(program.whole == 3);
}

TEST_CASE("an empty word is an empty value or unexpected, beside options in groups as well") {
  SmallProgram program;
  CHECK(program.problems({"make", "--output", "x", "", "--json"}) ==
        "make: unexpected ''; see clout make --help\n");
  CHECK(program.problems({"make", "--output", "x", "--json="}) ==
        "make: unexpected ''; see clout make --help\n");
  CHECK(program.problems({"make", "--output", "x", "--about", "", "--json"}) ==
        "make: --about: empty; see clout make --help\n");
  CHECK(program.problems({"make", "--output=", "--json"}) ==
        "make: --output: empty; see clout make --help\n");
  CHECK(program.problems({"make", "--output", "x", "--days=", "--json"}) ==
        "make: --days: empty, not a number; see clout make --help\n");
  CHECK(program.problems({"make", "--output", "x", "--about", "--json"}).empty());
  CHECK(program.json);
}
