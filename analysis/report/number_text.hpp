// Numbers for reading.
#pragma once

#include <string>
#include <string_view>

#include "analysis/stats/mean_interval.hpp"

namespace clout::report {

/// Digits that matter (3, or 2 for what a number may be off by), with the unit's way of writing:
/// "12.3M", "-4.56k", "0.123" for people, USD and pure numbers, "12.3%" for shares. "n/a" for NaN.
std::string number_text(double value, std::string_view unit, int digits = 3);

/// "12.3M +-0.4M": a mean with half the width of its interval, both in the unit of the larger one;
/// the mean goes no further than what it may be off by.
std::string plus_minus(double mean, double half, std::string_view unit);

/// "12.3k (11.0k .. 13.6k)"; the mean alone if there is no interval.
std::string interval_text(const stats::MeanInterval& interval, std::string_view unit);

/// "71%", "<0.1%", ">99.9%": a chance is never told to be nothing or certain.
std::string chance_text(double chance);

/// "0.021", "<0.001": a p-value.
std::string p_text(double p_value);

/// "USD" and "people" behind a number, nothing for shares and pure numbers: " people".
std::string unit_text(std::string_view unit);

}  // namespace clout::report
