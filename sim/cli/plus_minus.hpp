// A number with what it may be off by.
#pragma once

#include <string>
#include <string_view>

namespace clout::cli {

/// "12.3M +-0.4M": where both have the same unit, the mean goes no further than what it may be off
/// by.
std::string plus_minus(double mean, double half, std::string_view unit);

}  // namespace clout::cli
