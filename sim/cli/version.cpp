#include "sim/cli/version.hpp"

#include <boost/version.hpp>
#include <fmt/core.h>

#include "sim/cli/build_info.hpp"  // written at build time by git_hash.cmake

namespace clout::cli {

namespace {

#if defined(__clang__)
constexpr const char* compiler = "clang++ " __clang_version__;
#else
constexpr const char* compiler = "g++ " __VERSION__;
#endif

}  // namespace

std::string version_line() {
  return fmt::format("{} (git {})", CLOUT_VERSION, build_info::git_hash);
}

std::string software_name() { return fmt::format("clout {}", CLOUT_VERSION); }

std::string git_hash() { return build_info::git_hash; }

std::string version_text() {
  return fmt::format(
      "clout {}\ncompiler {}\nBoost {}.{}.{}\noneTBB {}\nHDF5 {}\nzlib {}\nfmt {}\ntoml++ "
      "{}\nCLI11 {}",
      version_line(), compiler, BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000,
      BOOST_VERSION % 100, CLOUT_TBB_VERSION, CLOUT_HDF5_VERSION, CLOUT_ZLIB_VERSION,
      CLOUT_FMT_VERSION, CLOUT_TOML_VERSION, CLOUT_CLI11_VERSION);
}

}  // namespace clout::cli
