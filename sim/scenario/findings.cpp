#include "sim/scenario/findings.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "sim/base/nearest_name.hpp"

namespace clout::scenario {

const Place* Places::find(const std::string& key) const {
  const auto here = places_.find(key);
  if (here != places_.end()) return &here->second;
  return below_ == nullptr ? nullptr : below_->find(key);
}

bool Places::written(const std::string& key) const { return find(key) != nullptr; }

Place Places::of(const std::string& key) const {
  Place place;
  for (std::string around = key;;) {
    if (const Place* found = find(around)) {
      place = *found;
      break;
    }
    if (around.empty()) break;
    const std::size_t dot = around.rfind('.');
    around = dot == std::string::npos ? "" : around.substr(0, dot);
  }
  place.key = key;
  return place;
}

void Findings::add(const Place& place, std::string problem, std::string expected,
                   std::string suggestion) {
  if (found_.size() >= max_kept) {
    ++left_out_;
    return;
  }
  Diagnostic diagnostic{place, std::move(problem), std::move(expected), std::move(suggestion)};
  if (std::find(found_.begin(), found_.end(), diagnostic) == found_.end())
    found_.push_back(std::move(diagnostic));
}

void Findings::throw_if_any(const std::vector<std::string>& files) const {
  if (found_.empty()) return;
  const auto rank = [&](const Diagnostic& each) {
    const auto file = std::find(files.begin(), files.end(), each.place.file);
    return std::make_tuple(file - files.begin(), each.place.line, each.place.column);
  };
  std::vector<Diagnostic> sorted = found_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return rank(a) < rank(b); });
  if (left_out_ > 0) {
    sorted.push_back({{files.empty() ? "" : files.front()},
                      "and " + std::to_string(left_out_) + " more errors",
                      "",
                      ""});
  }
  throw InputError(std::move(sorted));
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t most = 60;
  std::string shown(text.substr(0, most));
  if (text.size() > most) {
    // Never end inside a UTF-8 sequence.
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    shown.resize(end);
    shown += "...";
  }
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return "'" + shown + "'";
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 80;
  if (name.size() > longest) return "";
  const auto nearest = nearest_name(name, candidates);
  return nearest ? "did you mean '" + *nearest + "'?" : "";
}

std::string one_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace clout::scenario
