#include "tests/bench/machine.hpp"

#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace clout::bench {

namespace {

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown";
}

std::string kibibytes(int of) {
  const long bytes = sysconf(of);
  return bytes > 0 ? fmt::format("{} KiB", bytes / 1024) : "unknown";
}

std::string system() {
  utsname name{};
  if (uname(&name) != 0) return "unknown";
  return fmt::format("{} {} {}", name.sysname, name.release, name.machine);
}

}  // namespace

std::map<std::string, std::string> machine() {
  const double memory =
      static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  return {{"processor", processor()},
          {"cores", std::to_string(std::thread::hardware_concurrency())},
          {"l1", kibibytes(_SC_LEVEL1_DCACHE_SIZE)},
          {"l2", kibibytes(_SC_LEVEL2_CACHE_SIZE)},
          {"l3", kibibytes(_SC_LEVEL3_CACHE_SIZE)},
          {"memory", fmt::format("{:.0f} GiB", memory / (1024.0 * 1024 * 1024))},
#ifdef __clang__
          {"compiler", "clang++ " __clang_version__},
#else
          {"compiler", "g++ " __VERSION__},
#endif
          {"system", system()}};
}

}  // namespace clout::bench
