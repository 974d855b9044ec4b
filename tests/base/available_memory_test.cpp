#include "sim/base/available_memory.hpp"

#include <sys/resource.h>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout;

namespace {

/// A system's files under a folder.
class System {
 public:
  std::string root() const { return folder_.file(""); }
  void write(const std::string& path, const std::string& content) const {
    std::filesystem::create_directories(std::filesystem::path(folder_.file(path)).parent_path());
    folder_.file(path, content);
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("what is available is read from meminfo, in kilobytes") {
  CHECK(available_of_meminfo("MemTotal:  16 kB\nMemAvailable:    8024 kB\nBuffers: 1 kB\n") ==
        8024U * 1024U);
  CHECK(available_of_meminfo("MemAvailable: 7 kB") == 7U * 1024U);
}

TEST_CASE("a meminfo without a readable MemAvailable says nothing") {
  for (const char* odd :
       {"", "\n\n", "MemFree: 12 kB\n", "MemAvailable:\n", "MemAvailable: many kB\n",
        "XMemAvailable: 12 kB\n", "MemAvailable: 99999999999999999999999 kB\n"})
    CHECK(available_of_meminfo(odd) == std::nullopt);
}

TEST_CASE("a control group's limit is a number of bytes, or none") {
  CHECK(limit_of_cgroup("1073741824\n") == 1073741824U);
  for (const char* odd : {"max\n", "", "\n", "-1\n"}) CHECK(limit_of_cgroup(odd) == std::nullopt);
}

TEST_CASE("a value of memory.stat is found by its whole name") {
  const char* const stat = "anon 5\ninactive_file_more 3\ninactive_file 17\n";
  CHECK(value_of_cgroup_stat(stat, "inactive_file") == 17);
  CHECK(value_of_cgroup_stat(stat, "inactive") == 0);
  CHECK(value_of_cgroup_stat("", "anon") == 0);
}

TEST_CASE("the control group is the memory controller's, else that of version 2") {
  CHECK(path_of_cgroup("0::/user.slice/a\n") == CgroupPath{2, "/user.slice/a"});
  CHECK(path_of_cgroup("5:cpu,memory:/docker/x\n0::/y\n") == CgroupPath{1, "/docker/x"});
  CHECK(path_of_cgroup("3:name=a:b:/odd:path\n0::/y") == CgroupPath{2, "/y"});
  CHECK(path_of_cgroup("5:memoryless:/a\n") == std::nullopt);
  CHECK(path_of_cgroup("no colons\n:\n") == std::nullopt);
}

TEST_CASE("the tightest control group on the way up counts, cached pages as left") {
  const System system;
  system.write("proc/self/cgroup", "0::/outer/inner\n");
  system.write("sys/fs/cgroup/outer/inner/memory.max", "max\n");
  CHECK(available_of_cgroup(system.root()) == std::nullopt);
  system.write("sys/fs/cgroup/outer/memory.max", "1000\n");
  system.write("sys/fs/cgroup/outer/memory.current", "700\n");
  CHECK(available_of_cgroup(system.root()) == 300U);
  system.write("sys/fs/cgroup/outer/memory.stat", "inactive_file 200\n");
  CHECK(available_of_cgroup(system.root()) == 500U);
  system.write("sys/fs/cgroup/outer/inner/memory.max", "100\n");
  system.write("sys/fs/cgroup/outer/inner/memory.current", "120\n");
  CHECK(available_of_cgroup(system.root()) == 0U);
}

TEST_CASE("a container that sees only the top of its control groups is limited by it") {
  const System system;
  system.write("proc/self/cgroup", "4:memory:/docker/of-the-host\n");
  system.write("sys/fs/cgroup/memory/memory.limit_in_bytes", "5000\n");
  system.write("sys/fs/cgroup/memory/memory.usage_in_bytes", "3000\n");
  system.write("sys/fs/cgroup/memory/memory.stat", "inactive_file 1\ntotal_inactive_file 400\n");
  CHECK(available_of_cgroup(system.root()) == 2400U);
}

TEST_CASE("a control group lowers what the system has left, and never raises it") {
  const System system;
  system.write("proc/meminfo", "MemAvailable: 10 kB\n");
  CHECK(available_memory(system.root()) == 10240U);
  system.write("proc/self/cgroup", "0::/\n");
  system.write("sys/fs/cgroup/memory.max", "20000\n");
  CHECK(available_memory(system.root()) == 10240U);
  system.write("sys/fs/cgroup/memory.max", "4000\n");
  CHECK(available_memory(system.root()) == 4000U);
}

TEST_CASE("where the system says nothing, nothing is known") {
  CHECK(available_memory(System().root()) == std::nullopt);
}

TEST_CASE("a limit of the address space counts what is in use of it") {
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_AS, &before) == 0);
  const System system;
  system.write("proc/meminfo", "MemAvailable: 999999999999 kB\n");
  system.write("proc/self/statm", "1000 1 1 1 0 1 0\n");
  rlimit limited = before;
  limited.rlim_cur = rlim_t{1} << 45U;
  REQUIRE(setrlimit(RLIMIT_AS, &limited) == 0);
  const auto left = available_memory(system.root());
  REQUIRE(setrlimit(RLIMIT_AS, &before) == 0);
  CHECK(left == (std::uint64_t{1} << 45U) - 1000U * 4096U);
}
