// Sentences and numbers that every form of a validation shares.
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/validate_output.hpp"

namespace clout::cli {

using patterns::Reading;
using patterns::Rule;
using patterns::Verdict;

namespace {

std::string with_unit(std::string text, const std::string& unit) {
  if (unit.empty() || unit == "1" || unit.starts_with("share")) return text;
  return text + " " + unit;
}

/// A share of something is told in percent.
std::string_view number_unit(const std::string& unit) {
  return unit.starts_with("share") ? "share" : "1";
}

/// "P16 and P20", "P03, P16 and P20".
std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::size_t n = 0; n < words.size(); ++n) {
    if (n > 0) text += n + 1 == words.size() ? " and " : ", ";
    text += words[n];
  }
  return text;
}

}  // namespace

std::string validation_summary(std::span<const Verdict> verdicts) {
  std::vector<std::string_view> failed;
  for (const Verdict& each : verdicts) {
    if (!each.holds) failed.push_back(each.pattern.id);
  }
  const std::string count =
      fmt::format("{} of {} pattern{} hold{}", patterns::held(verdicts), verdicts.size(),
                  verdicts.size() == 1 ? "" : "s", verdicts.size() == 1 ? "s" : "");
  if (failed.empty()) return count + ".";
  return fmt::format("{}; {} {} not.", count, listed(failed), failed.size() == 1 ? "does" : "do");
}

std::string reading_text(const Reading& reading) {
  const auto& value = reading.value;
  const std::string_view unit = number_unit(reading.unit);
  std::string text = with_unit(report::number_text(value.mean, unit), reading.unit);
  if (!std::isnan(value.low)) {
    text += fmt::format(" ({} .. {})", report::number_text(value.low, unit),
                        report::number_text(value.high, unit));
  }
  if (value.count > 0) text += fmt::format(", {} seed{}", value.count, value.count == 1 ? "" : "s");
  return text;
}

std::string band_text(const Reading& reading) {
  const auto& [low, high] = reading.band;
  const auto number = [&](double bound) {
    return report::number_text(bound, number_unit(reading.unit));
  };
  if (std::isinf(low) && std::isinf(high)) return "shown, not judged";
  std::string text;
  if (std::isinf(low)) {
    text = "at most " + number(high);
  } else if (std::isinf(high)) {
    text = "at least " + number(low);
  } else {
    text = low == high ? number(low) : number(low) + " to " + number(high);
  }
  if (reading.rule == Rule::interval_inside) return text + ", whole interval";
  if (reading.rule == Rule::interval_meets) return "interval includes " + text;
  return text;
}

}  // namespace clout::cli
