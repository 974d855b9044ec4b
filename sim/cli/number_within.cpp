#include "sim/cli/number_within.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace clout::cli {

CLI::Validator number_within(double low, double high) {
  // In the words of CLI::Range, since command_syntax takes the bounds from there.
  const std::string range = fmt::format("[{:g} - {:g}]", low, high);
  const auto fault = [low, high, range](const std::string& text) -> std::string {
    double value = 0;
    const bool within = CLI::detail::lexical_cast(text, value) && value >= low && value <= high;
    return within ? "" : "Value " + text + " not in range " + range;
  };
  return CLI::Validator(fault, "FLOAT in " + range);
}

}  // namespace clout::cli
