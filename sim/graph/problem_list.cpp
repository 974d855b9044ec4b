#include "sim/graph/problem_list.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace clout::graph {

namespace {

constexpr std::size_t most_shown = 20;

Diagnostic diagnostic_of(std::string file, std::int64_t line, std::string problem,
                         std::string expected, std::string suggestion) {
  Diagnostic diagnostic;
  diagnostic.place.file = std::move(file);
  diagnostic.place.line =
      static_cast<int>(std::min<std::int64_t>(line, std::numeric_limits<int>::max()));
  diagnostic.problem = std::move(problem);
  diagnostic.expected = std::move(expected);
  diagnostic.suggestion = std::move(suggestion);
  return diagnostic;
}

}  // namespace

void ProblemList::add(std::int64_t line, std::string problem, std::string expected,
                      std::string suggestion) {
  ++count_;
  if (shown_.size() == most_shown) return;
  shown_.push_back(
      diagnostic_of(file_, line, std::move(problem), std::move(expected), std::move(suggestion)));
}

void ProblemList::throw_if_any() const {
  if (empty()) return;
  std::vector<Diagnostic> diagnostics = shown_;
  const std::int64_t more = count_ - static_cast<std::int64_t>(shown_.size());
  if (more > 0)
    diagnostics.push_back(diagnostic_of(file_, 0, "and " + std::to_string(more) + " more", {}, {}));
  throw InputError(std::move(diagnostics));
}

InputError input_error(std::string file, std::int64_t line, std::string problem,
                       std::string expected, std::string suggestion) {
  return InputError(diagnostic_of(std::move(file), line, std::move(problem), std::move(expected),
                                  std::move(suggestion)));
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 40;
  constexpr const char* digits = "0123456789abcdef";
  std::string out = "'";
  for (const char c : text.substr(0, longest)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7f) {
      out += c;
    } else {
      out += std::string("\\x") + digits[byte / 16] + digits[byte % 16];
    }
  }
  return out + (text.size() > longest ? "..." : "") + "'";
}

}  // namespace clout::graph
