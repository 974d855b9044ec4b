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

/// Of the first core, as the kernel tells them; sysconf() of glibc 2.36 multiplies the third one.
/// index: 0, 2 or 3 for data of level 1, 2 or 3.
std::string cache(int index) {
  std::ifstream file(fmt::format("/sys/devices/system/cpu/cpu0/cache/index{}/size", index));
  std::string size;
  return file >> size && size.ends_with('K') ? size.substr(0, size.size() - 1) + " KiB" : "unknown";
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
          {"l1", cache(0)},
          {"l2", cache(2)},
          {"l3", cache(3)},
          {"memory", fmt::format("{:.0f} GiB", memory / (1024.0 * 1024 * 1024))},
#ifdef __clang__
          {"compiler", "clang++ " __clang_version__},
#else
          {"compiler", "g++ " __VERSION__},
#endif
          {"system", system()}};
}

}  // namespace clout::bench
