// How much memory this process may still take: what the system has left, and what it is allowed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace clout {

/// MemAvailable of /proc/meminfo in bytes; none if the text has no such line or it cannot be read.
std::optional<std::uint64_t> available_of_meminfo(std::string_view meminfo);

/// The number in a control group's limit file; none for "max" and whatever else is no number.
std::optional<std::uint64_t> limit_of_cgroup(std::string_view text);

/// The value behind a name in a control group's memory.stat; 0 if it is not there.
std::uint64_t value_of_cgroup_stat(std::string_view stat, std::string_view name);

/// The control group of this process by /proc/self/cgroup, such as "/user.slice": that of the
/// memory controller (version 1) where there is one, else the one of version 2; none without
/// either.
struct CgroupPath {
  int version = 2;  ///< 1 or 2
  std::string_view path;

  bool operator==(const CgroupPath&) const = default;
};
std::optional<CgroupPath> path_of_cgroup(std::string_view cgroup);

/// Bytes left below the limits of the process's control group and of those above it, under
/// root/sys/fs/cgroup; none if nothing limits it. Cached file pages that the kernel would give up
/// count as left.
std::optional<std::uint64_t> available_of_cgroup(const std::filesystem::path& root);

/// The least of MemAvailable, what control groups leave, and RLIMIT_AS less the address space in
/// use. root: of the system's files. None where nothing is known.
std::optional<std::uint64_t> available_memory(const std::filesystem::path& root = "/");

}  // namespace clout
