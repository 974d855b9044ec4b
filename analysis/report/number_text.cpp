#include "analysis/report/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

namespace clout::report {

namespace {

constexpr double tiny = 0.0005;  // written with an exponent

/// Places behind the point that show so many digits that matter.
int places_of(double size, int digits) {
  // Rounding first: 9.996 has three digits as 10.0.
  const double rounded = std::stod(fmt::format("{:.{}e}", size, digits - 1));
  return std::max(digits - 1 - static_cast<int>(std::floor(std::log10(rounded))), 0);
}

/// So many digits that matter, without an exponent unless it is tiny.
std::string plain_text(double value, int digits) {
  const double size = std::abs(value);
  if (size == 0) return "0";
  if (size < tiny) return fmt::format("{:.0e}", value);
  return fmt::format("{:.{}f}", value, places_of(size, digits));
}

/// No further than what it may be off by, and three digits at most.
std::string rounded_text(double value, double off) {
  const double size = std::abs(value);
  if (off < tiny || size == 0) return plain_text(value, 3);
  const int places = std::min(places_of(size, 3), places_of(off, 2));
  const std::string text = fmt::format("{:.{}f}", value, places);
  return std::stod(text) == 0 && value < 0 ? text.substr(1) : text;  // not "-0"
}

/// How numbers of one size are written: value times factor, then the suffix.
struct Scale {
  double factor;
  const char* suffix;
};

Scale scale_of(double value, std::string_view unit) {
  if (unit == "share") return {100, "%"};
  const double size = std::abs(value);
  if (size >= 999.5e6) return {1e-9, "G"};
  if (size >= 999.5e3) return {1e-6, "M"};
  if (size >= 999.5) return {1e-3, "k"};
  return {1, ""};
}

}  // namespace

std::string number_text(double value, std::string_view unit, int digits) {
  if (!std::isfinite(value)) return "n/a";
  const auto [factor, suffix] = scale_of(value, unit);
  return plain_text(value * factor, digits) + suffix;
}

std::string plus_minus(double mean, double half, std::string_view unit) {
  if (!std::isfinite(mean) || !std::isfinite(half))
    return number_text(mean, unit) + " +-" + number_text(half, unit, 2);
  const auto [factor, suffix] = scale_of(std::max(std::abs(mean), half), unit);
  return rounded_text(mean * factor, half * factor) + suffix + " +-" +
         plain_text(half * factor, 2) + suffix;
}

std::string interval_text(const stats::MeanInterval& interval, std::string_view unit) {
  if (std::isnan(interval.low)) return number_text(interval.mean, unit);
  return fmt::format("{} ({} .. {})", number_text(interval.mean, unit),
                     number_text(interval.low, unit), number_text(interval.high, unit));
}

std::string chance_text(double chance) {
  if (std::isnan(chance)) return "n/a";
  if (chance < 0.001) return "<0.1%";
  if (chance > 0.999) return ">99.9%";
  return chance > 0.1 && chance < 0.9 ? fmt::format("{:.0f}%", 100 * chance)
                                      : fmt::format("{:.1f}%", 100 * chance);
}

std::string p_text(double p_value) {
  if (std::isnan(p_value)) return "n/a";
  if (p_value < 0.001) return "<0.001";
  return p_value < 0.1 ? fmt::format("{:.3f}", p_value) : fmt::format("{:.2f}", p_value);
}

std::string unit_text(std::string_view unit) {
  return unit == "people" || unit == "USD" ? " " + std::string(unit) : std::string();
}

}  // namespace clout::report
