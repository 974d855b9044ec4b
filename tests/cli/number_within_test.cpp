#include "sim/cli/number_within.hpp"

#include <CLI/CLI.hpp>

#include "sim/cli/command_syntax.hpp"
#include "tests/support/catch.hpp"

using clout::cli::number_within;

TEST_CASE("numbers from the lower bound to the upper are taken and nothing else") {
  const CLI::Validator check = number_within(0.001, 1e9);
  for (const char* text : {"0.001", "1", "2.5", "1e9", "1000000000"})
    CHECK(check(std::string(text)).empty());
  for (const char* text : {"0.0009", "0", "-1", "1.1e9", "1e300", "inf", "-inf", "nan", "NAN",
                           "-nan", "", "x", "1x"}) {
    CHECK(check(std::string(text)) ==
          "Value " + std::string(text) + " not in range [0.001 - 1e+09]");
  }
}

TEST_CASE("its bounds stand in the syntax of the command as those of CLI::Range do") {
  CLI::App app("", "top");
  double ours = 0;
  double theirs = 0;
  app.add_option("--ours", ours)->check(number_within(0.001, 1e6));
  app.add_option("--theirs", theirs)->check(CLI::Range(0.001, 1e6));
  const clout::cli::CommandSyntax root = clout::cli::command_syntax(app);
  std::vector<std::string> ranges;
  for (const clout::cli::OptionSyntax& option : root.options) {
    if (option.names.back() == "--ours" || option.names.back() == "--theirs")
      ranges.push_back(option.value.range);
  }
  CHECK(ranges == std::vector<std::string>{"0.001 - 1e+06", "0.001 - 1e+06"});
}
