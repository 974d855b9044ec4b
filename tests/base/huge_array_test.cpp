#include "sim/base/huge_array.hpp"

#include <cstdint>

#include "tests/support/catch.hpp"

using clout::HugeArray;

TEST_CASE("a huge array holds what was written and is aligned for vectors") {
  HugeArray<std::uint32_t> array(3'000'000);
  for (std::size_t i = 0; i < array.size(); ++i) array[i] = static_cast<std::uint32_t>(i);
  CHECK(array[2'999'999] == 2'999'999);
  CHECK(reinterpret_cast<std::uintptr_t>(array.data()) % (std::size_t{2} << 20U) == 0);
  CHECK(reinterpret_cast<std::uintptr_t>(HugeArray<char>(3).data()) % 64 == 0);
}

TEST_CASE("a moved-from huge array is empty") {
  HugeArray<int> first(8);
  first[7] = 42;
  const HugeArray<int> second(std::move(first));
  CHECK(second[7] == 42);
  CHECK(first.empty());  // NOLINT(bugprone-use-after-move): the promise under test
}
