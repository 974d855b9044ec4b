#include "sim/graph/name_table.hpp"

#include <algorithm>
#include <random>
#include <unordered_map>

#include "tests/support/catch.hpp"

using namespace clout::graph;

TEST_CASE("names keep the number of their first appearance, as in a map") {
  std::mt19937 engine(4);
  NameTable table;
  std::unordered_map<std::string, std::uint32_t> expected;
  for (int i = 0; i < 50'000; ++i) {
    const std::string name = std::to_string(engine() % 8000) + (engine() % 2 ? "x" : "");
    const auto [entry, fresh] = expected.emplace(name, static_cast<std::uint32_t>(expected.size()));
    REQUIRE(table.number_of(name) == entry->second);
  }
  CHECK(table.size() == expected.size());
  for (const auto& [name, number] : expected) CHECK(table.name(number) == name);
  CHECK(table.find("nobody") == NameTable::unknown);
}

TEST_CASE("ranks agree with sorting by the documented order") {
  std::mt19937 engine(8);
  NameTable table;
  for (int i = 0; i < 3000; ++i) {
    std::string name(1 + engine() % 25, '0');
    const bool digits = engine() % 2 == 0;
    for (char& c : name)
      c = static_cast<char>(digits ? '0' + engine() % 10 : ' ' + 1 + engine() % 90);
    table.number_of(name);
  }
  std::vector<std::string> sorted;
  for (std::uint32_t i = 0; i < table.size(); ++i) sorted.emplace_back(table.name(i));
  std::sort(sorted.begin(), sorted.end(), comes_before);
  const auto ranks = ranks_of(table);
  for (std::uint32_t i = 0; i < table.size(); ++i) REQUIRE(sorted[ranks[i]] == table.name(i));
}

TEST_CASE("numbers come before words and by value") {
  CHECK(comes_before("9", "10"));
  CHECK(comes_before("18446744073709551615", "18446744073709551616"));
  CHECK(comes_before("10", "01"));  // 01 is a word
  CHECK_FALSE(comes_before("a", "1"));
}

TEST_CASE("names are 1 to 1024 bytes of UTF-8 without control characters") {
  CHECK(fault_of_name("J\xc3\xbcrgen \xf0\x9f\x98\x80").empty());
  for (const char* bad : {"", "a\tb", "\x7f", "\xc3", "\xff", "\xed\xa0\x80", "\xc0\xaf"})
    CHECK_FALSE(fault_of_name(bad).empty());
  CHECK(fault_of_name(std::string(1024, 'x')).empty());
  CHECK_FALSE(fault_of_name(std::string(1025, 'x')).empty());
}
