#include "sim/graph/name_table.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>

#include <boost/locale/utf.hpp>

#include "sim/base/contracts.hpp"

namespace clout::graph {

namespace {

constexpr std::size_t longest_name = 1024;
// Numbers of up to this many digits fit 64 bits.
constexpr std::size_t fitting_digits = 19;

std::uint64_t hash_of(std::string_view name) { return std::hash<std::string_view>{}(name); }

constexpr std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

/// What decides most comparisons without a look at the bytes: (class, value).
struct SortKey {
  std::uint64_t
      kind;  // 0: number that fits 64 bits, else number of digits, or the largest for words
  std::uint64_t value;  // the number, or the first eight bytes
  std::uint32_t number;
};

std::uint64_t first_bytes(std::string_view name) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    value = value << 8U | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
  }
  return value;
}

SortKey sort_key(std::string_view name, std::uint32_t number) {
  if (!is_plain_number(name))
    return {std::numeric_limits<std::uint64_t>::max(), first_bytes(name), number};
  if (name.size() > fitting_digits) return {name.size(), first_bytes(name), number};
  std::uint64_t value = 0;
  std::from_chars(name.data(), name.data() + name.size(), value);
  return {0, value, number};
}

}  // namespace

NameTable::NameTable() : slots_(1024, Slot{0, unknown}), ends_{0} {}

std::size_t NameTable::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != unknown &&
         !(slots_[at].tag == tag_of(hash) && name(slots_[at].number) == text)) {
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t NameTable::number_of(std::string_view text) {
  const std::uint64_t hash = hash_of(text);
  const std::size_t at = slot_of(text, hash);
  if (slots_[at].number != unknown) return slots_[at].number;
  CLOUT_EXPECT(size() < unknown - 1);
  const auto number = static_cast<std::uint32_t>(size());
  slots_[at] = {tag_of(hash), number};
  bytes_ += text;
  ends_.push_back(bytes_.size());
  if (2 * size() > slots_.size()) grow();
  return number;
}

std::uint32_t NameTable::find(std::string_view text) const {
  return slots_[slot_of(text, hash_of(text))].number;
}

void NameTable::grow() {
  std::vector<Slot> larger(2 * slots_.size(), Slot{0, unknown});
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == unknown) continue;
    std::size_t at = hash_of(name(slot.number)) & mask;
    while (larger[at].number != unknown) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

bool is_plain_number(std::string_view name) {
  const bool digits =
      std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && !name.empty() && (name.size() == 1 || name[0] != '0');
}

bool comes_before(std::string_view a, std::string_view b) {
  const bool a_number = is_plain_number(a);
  if (a_number != is_plain_number(b)) return a_number;
  if (a_number && a.size() != b.size()) return a.size() < b.size();
  return a < b;
}

std::vector<std::uint32_t> ranks_of(const NameTable& table) {
  std::vector<SortKey> keys(table.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) keys[i] = sort_key(table.name(i), i);
  std::sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    if (a.value != b.value) return a.value < b.value;
    return a.kind != 0 && table.name(a.number) < table.name(b.number);
  });
  std::vector<std::uint32_t> ranks(keys.size());
  for (std::uint32_t place = 0; place < keys.size(); ++place) ranks[keys[place].number] = place;
  return ranks;
}

bool are_positions(const std::vector<std::string>& names) {
  std::size_t position = 0;
  return std::all_of(names.begin(), names.end(),
                     [&](const std::string& name) { return name == std::to_string(position++); });
}

std::string fault_of_name(std::string_view name) {
  if (name.empty()) return "the name is empty";
  if (name.size() > longest_name)
    return "the name is longer than " + std::to_string(longest_name) + " bytes";
  const char* at = name.data();
  const char* const end = at + name.size();
  while (at != end) {
    const auto letter = boost::locale::utf::utf_traits<char>::decode(at, end);
    if (letter == boost::locale::utf::illegal || letter == boost::locale::utf::incomplete)
      return "the name is not UTF-8";
    if (letter < 0x20 || letter == 0x7f) return "the name has a control character";
  }
  return {};
}

}  // namespace clout::graph
