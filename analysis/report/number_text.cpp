#include "analysis/report/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

namespace clout::report {

namespace {

/// So many digits that matter, without an exponent unless it is tiny.
std::string plain_text(double value, int digits) {
  const double size = std::abs(value);
  if (size == 0) return "0";
  if (size < 0.0005) return fmt::format("{:.0e}", value);
  // Rounding first: 9.996 has three digits as 10.0.
  const double rounded = std::stod(fmt::format("{:.{}e}", size, digits - 1));
  const int places = digits - 1 - static_cast<int>(std::floor(std::log10(rounded)));
  return fmt::format("{:.{}f}", value, std::max(places, 0));
}

}  // namespace

std::string number_text(double value, std::string_view unit, int digits) {
  if (!std::isfinite(value)) return "n/a";
  if (unit == "share") return plain_text(100 * value, digits) + "%";
  const double size = std::abs(value);
  if (size >= 999.5e6) return plain_text(value * 1e-9, digits) + "G";
  if (size >= 999.5e3) return plain_text(value * 1e-6, digits) + "M";
  if (size >= 999.5) return plain_text(value * 1e-3, digits) + "k";
  return plain_text(value, digits);
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
