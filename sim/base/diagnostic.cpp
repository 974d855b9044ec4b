#include "sim/base/diagnostic.hpp"

#include <utility>

#include "sim/base/contracts.hpp"

namespace clout {

namespace {

std::string joined(const std::vector<Diagnostic>& diagnostics) {
  CLOUT_EXPECT(!diagnostics.empty());
  std::string text;
  for (const Diagnostic& each : diagnostics) {
    if (!text.empty()) text += '\n';
    text += to_string(each);
  }
  return text;
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  const auto& [place, problem, expected, suggestion] = diagnostic;
  std::string text = place.file;
  if (place.line > 0) text += (text.empty() ? "line " : ":") + std::to_string(place.line);
  if (place.column > 0) text += ":" + std::to_string(place.column);
  if (!text.empty()) text += ": ";
  if (!place.key.empty()) text += place.key + ": ";
  text += problem;
  if (!expected.empty()) text += " (expected " + expected + ")";
  if (!suggestion.empty()) text += "; " + suggestion;
  return text;
}

InputError::InputError(Diagnostic diagnostic) : InputError(std::vector{std::move(diagnostic)}) {}

InputError::InputError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(joined(diagnostics)), diagnostics_(std::move(diagnostics)) {}

InputError InputError::with_suggestion(std::string suggestion) const {
  std::vector<Diagnostic> changed = diagnostics_;
  changed.front().suggestion = std::move(suggestion);
  return InputError(std::move(changed));
}

}  // namespace clout
