// What was found wrong with a scenario so far, and where each of its settings was written.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostic.hpp"

namespace clout::scenario {

/// Where settings were written, by dotted key; "campaign.spring" is the table of that campaign.
class Places {
 public:
  Places() = default;
  /// Looks below for what is not written here.
  explicit Places(const Places& below) : below_(&below) {}
  Places(const Places&&) = delete;

  void add(const std::string& key, const Place& place) { places_[key] = place; }
  bool written(const std::string& key) const;
  /// Place of the key, or of the nearest table around it that was written; with the key as its
  /// name.
  Place of(const std::string& key) const;

 private:
  const Place* find(const std::string& key) const;

  std::map<std::string, Place> places_;
  const Places* below_ = nullptr;
};

class Findings {
 public:
  /// Most diagnostics that are kept; how many more there were is said at the end.
  static constexpr std::size_t max_kept = 200;

  void add(const Place& place, std::string problem, std::string expected = "",
           std::string suggestion = "");

  /// The setting has no usable value: checks that need it are left out.
  void spoil(const std::string& key) { spoilt_.insert(key); }
  bool spoilt(const std::string& key) const { return spoilt_.contains(key); }

  /// False once so many were found that looking for suggestions is a waste.
  bool worth_suggesting() const { return found_.size() < max_kept; }
  bool empty() const { return found_.empty(); }

  /// Throws one InputError with all of them, in the order of the files given, then of lines;
  /// nothing if there are none.
  void throw_if_any(const std::vector<std::string>& files) const;

 private:
  std::vector<Diagnostic> found_;
  std::size_t left_out_ = 0;
  std::set<std::string> spoilt_;
};

/// Text from a file as it may stand in a message: shortened to 60 bytes, control characters
/// replaced by '?'.
std::string in_quotes(std::string_view text);

/// "did you mean 'x'?" or nothing.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

/// "a, b or c".
std::string one_of(const std::vector<std::string>& names);

}  // namespace clout::scenario
