#include "sim/base/available_memory.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

namespace clout {

namespace {

using Bytes = std::optional<std::uint64_t>;

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Calls visit(line) until it returns true.
template <typename Visit>
void for_each_line(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (visit(text.substr(0, end))) return;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// The whole number at the beginning.
Bytes number_at(std::string_view text) {
  text = without_blanks(text);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return value;
}

/// What is behind the name and its separator.
Bytes number_after(std::string_view text, std::string_view name) {
  Bytes found;
  for_each_line(text, [&](std::string_view line) {
    if (!line.starts_with(name)) return false;
    found = number_at(line.substr(name.size()));
    return true;
  });
  return found;
}

Bytes least(Bytes a, Bytes b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

std::uint64_t less(std::uint64_t limit, std::uint64_t used) {
  return limit > used ? limit - used : 0;
}

struct CgroupFiles {
  const char* limit;
  const char* used;
  const char* reclaimable;  ///< name in memory.stat
};

Bytes left_in(const std::filesystem::path& folder, const CgroupFiles& files) {
  const Bytes limit = limit_of_cgroup(text_of(folder / files.limit));
  if (!limit) return std::nullopt;
  const std::uint64_t used = limit_of_cgroup(text_of(folder / files.used)).value_or(0);
  const std::uint64_t cached =
      value_of_cgroup_stat(text_of(folder / "memory.stat"), files.reclaimable);
  return less(*limit, less(used, cached));
}

Bytes left_of_address_space(const std::filesystem::path& root) {
  rlimit limit{};
  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return std::nullopt;
  const std::uint64_t pages = number_at(text_of(root / "proc/self/statm")).value_or(0);
  return less(limit.rlim_cur, pages * static_cast<std::uint64_t>(sysconf(_SC_PAGE_SIZE)));
}

}  // namespace

Bytes available_of_meminfo(std::string_view meminfo) {
  const Bytes kilobytes = number_after(meminfo, "MemAvailable:");
  if (!kilobytes) return std::nullopt;
  return *kilobytes * 1024;
}

Bytes limit_of_cgroup(std::string_view text) { return number_at(text); }

std::uint64_t value_of_cgroup_stat(std::string_view stat, std::string_view name) {
  return number_after(stat, std::string(name) + " ").value_or(0);
}

std::optional<CgroupPath> path_of_cgroup(std::string_view cgroup) {
  std::optional<CgroupPath> found;
  for_each_line(cgroup, [&](std::string_view line) {
    const std::size_t first = line.find(':');
    const std::size_t second = first == std::string_view::npos ? first : line.find(':', first + 1);
    if (second == std::string_view::npos) return false;
    const std::string controllers =
        "," + std::string(line.substr(first + 1, second - first - 1)) + ",";
    const std::string_view path = without_blanks(line.substr(second + 1));
    if (controllers.find(",memory,") != std::string::npos) {
      found = {1, path};
      return true;
    }
    if (controllers == ",,") found = {2, path};
    return false;
  });
  return found;
}

Bytes available_of_cgroup(const std::filesystem::path& root) {
  const std::string text = text_of(root / "proc/self/cgroup");
  const auto group = path_of_cgroup(text);
  if (!group) return std::nullopt;
  const bool old = group->version == 1;
  const std::filesystem::path top = root / (old ? "sys/fs/cgroup/memory" : "sys/fs/cgroup");
  const CgroupFiles files =
      old ? CgroupFiles{"memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"}
          : CgroupFiles{"memory.max", "memory.current", "inactive_file"};
  Bytes found;
  // In a container the path is that of the host, and only the top is there.
  std::filesystem::path inner = std::filesystem::path(group->path).relative_path();
  for (; !inner.empty(); inner = inner.parent_path())
    found = least(found, left_in(top / inner, files));
  return least(found, left_in(top, files));
}

Bytes available_memory(const std::filesystem::path& root) {
  return least(
      least(available_of_meminfo(text_of(root / "proc/meminfo")), available_of_cgroup(root)),
      left_of_address_space(root));
}

}  // namespace clout
