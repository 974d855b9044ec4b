#include "sim/base/huge_array.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.hpp"

using clout::HugeArray;

namespace {

constexpr std::size_t eight_mib = std::size_t{8} << 20U;

/// What /proc/self/smaps says of the mapping that address lies in: its VmFlags, empty if not found.
std::string flags_of(const void* address) {
  const auto wanted = reinterpret_cast<std::uintptr_t>(address);
  std::ifstream maps("/proc/self/smaps");
  bool inside = false;
  for (std::string line; std::getline(maps, line);) {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    char dash = 0;
    std::istringstream range(line);
    // Lines of fields begin with their name: none of those is a range of hexadecimal numbers.
    if (range >> std::hex >> begin >> dash >> end && dash == '-')
      inside = begin <= wanted && wanted < end;
    if (inside && line.starts_with("VmFlags:")) return line + " ";
  }
  return {};
}

/// From now on madvise(..., MADV_HUGEPAGE) fails in this process, as on a system built without huge
/// pages. False if such a filter cannot be set here.
bool refuse_huge_pages() {
  const auto from = [](std::size_t field) { return static_cast<std::uint32_t>(field); };
  sock_filter program[] = {
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, from(offsetof(seccomp_data, nr))},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SYS_madvise},
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, from(offsetof(seccomp_data, args[2]))},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, MADV_HUGEPAGE},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EINVAL},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  };
  const sock_fprog filter{6, program};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

enum Seen : int { works = 0, no_filter = 2, advice_not_refused = 3, wrong_values = 4 };

Seen array_without_huge_pages() {
  if (!refuse_huge_pages()) return no_filter;
  HugeArray<std::uint32_t> array(eight_mib / sizeof(std::uint32_t));
  if (madvise(array.data(), eight_mib, MADV_HUGEPAGE) == 0) return advice_not_refused;
  for (std::size_t i = 0; i < array.size(); ++i) array[i] = static_cast<std::uint32_t>(i);
  for (std::size_t i = 0; i < array.size(); ++i)
    if (array[i] != i) return wrong_values;
  return works;
}

}  // namespace

TEST_CASE("a huge array holds what was written and is aligned for vectors") {
  HugeArray<std::uint32_t> array(3'000'000);
  for (std::size_t i = 0; i < array.size(); ++i) array[i] = static_cast<std::uint32_t>(i);
  CHECK(array[2'999'999] == 2'999'999);
  CHECK(reinterpret_cast<std::uintptr_t>(array.data()) % (std::size_t{2} << 20U) == 0);
  CHECK(reinterpret_cast<std::uintptr_t>(HugeArray<char>(3).data()) % 64 == 0);
}

TEST_CASE("a large array asks for huge pages, a small one does not") {
  if (!std::filesystem::exists("/sys/kernel/mm/transparent_hugepage")) {
    WARN("this system has no huge pages");
    return;
  }
  const HugeArray<char> large(eight_mib);
  const HugeArray<char> small(std::size_t{1} << 20U);
  CHECK(flags_of(large.data()).find(" hg ") != std::string::npos);
  CHECK(flags_of(small.data()).find(" hg ") == std::string::npos);
}

TEST_CASE("an array works where the system refuses huge pages") {
  // In a process of its own, since a filter stays.
  const pid_t child = fork();
  if (child == 0) {
    int seen = -1;
    try {
      seen = array_without_huge_pages();
    } catch (...) {
    }
    _exit(seen);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  if (WEXITSTATUS(status) == no_filter) {
    WARN("this system lets no process filter its own calls");
    return;
  }
  CHECK(WEXITSTATUS(status) == works);
}

TEST_CASE("a moved-from huge array is empty") {
  HugeArray<int> first(8);
  first[7] = 42;
  const HugeArray<int> second(std::move(first));
  CHECK(second[7] == 42);
  CHECK(first.empty());  // NOLINT(bugprone-use-after-move): the promise under test
}
