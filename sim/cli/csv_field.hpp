// Text and numbers as fields of a CSV file (RFC 4180).
#pragma once

#include <string>

namespace clout::cli {

/// In quotes where commas, quotes or line ends ask for them.
std::string csv_field(const std::string& text);

/// The shortest text that reads back to the same number; empty for NaN.
std::string csv_field(double number);

}  // namespace clout::cli
