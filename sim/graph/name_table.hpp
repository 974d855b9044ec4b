// Account names as they appear in a file, numbered by first appearance, and the order that accounts
// are given in the end: one that does not depend on the order of the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clout::graph {

/// Names and their numbers. Bytes are kept once, 12 bytes and the name's own for each.
class NameTable {
 public:
  NameTable();

  /// Number of the name, a new one if it was not seen before. O(1). At most 2^32 - 2 names.
  std::uint32_t number_of(std::string_view name);
  /// Number of the name, or unknown.
  std::uint32_t find(std::string_view name) const;

  std::size_t size() const noexcept { return ends_.size() - 1; }
  std::string_view name(std::uint32_t number) const noexcept {
    return std::string_view(bytes_).substr(ends_[number], ends_[number + 1] - ends_[number]);
  }

  static constexpr std::uint32_t unknown = 0xffffffffU;

 private:
  struct Slot {
    std::uint32_t tag;     // part of the hash, saves most comparisons
    std::uint32_t number;  // unknown: free
  };

  std::size_t slot_of(std::string_view name, std::uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most half full; linear probing
  std::string bytes_;
  std::vector<std::uint64_t> ends_;  // name i is bytes_[ends_[i], ends_[i + 1])
};

/// Whether the name is a number in its usual writing: digits only, no leading zero. Any length.
bool is_plain_number(std::string_view name);

/// Numbers come first, by value; then words, by their bytes.
bool comes_before(std::string_view a, std::string_view b);

/// rank[i]: place of name i in the order of comes_before, from 0. O(n log n).
std::vector<std::uint32_t> ranks_of(const NameTable& table);

/// Whether the names are "0", "1", ... in this order, so that they say nothing the positions do
/// not.
bool are_positions(const std::vector<std::string>& names);

/// Why this cannot be the name of an account, or empty if it can: 1 to 1024 bytes of UTF-8 without
/// control characters.
std::string fault_of_name(std::string_view name);

}  // namespace clout::graph
