#include "sim/cli/csv_field.hpp"

#include <cmath>

#include <fmt/format.h>

namespace clout::cli {

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_field(double number) {
  return std::isnan(number) ? std::string() : fmt::format("{}", number);
}

}  // namespace clout::cli
