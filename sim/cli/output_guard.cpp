#include "sim/cli/output_guard.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/store/file_contents.hpp"

namespace clout::cli {

namespace {

constexpr std::string_view hdf5_signature("\x89HDF\r\n\x1a\n", 8);

}  // namespace

bool same_file(const std::string& a, const std::string& b) {
  std::error_code none;
  if (std::filesystem::equivalent(a, b, none)) return true;
  const auto place = [&](const std::string& name) {
    // A link that leads to no file yet is written there.
    const std::filesystem::path file = std::filesystem::absolute(file_behind(name), none);
    return std::filesystem::weakly_canonical(file, none);
  };
  return place(a) == place(b);
}

void refuse_to_replace(const std::string& output, const std::string& option,
                       std::span<const std::string> needed) {
  for (const std::string& file : needed) {
    if (file.empty() || !same_file(output, file)) continue;
    throw InputError(Diagnostic{{output, 0, 0, option},
                                "would replace a file that this command needs",
                                "another name",
                                ""});
  }
}

bool is_hdf5(const std::string& path) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return false;
  std::ifstream file(path, std::ios::binary);
  std::string start(hdf5_signature.size(), '\0');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start == hdf5_signature;
}

void refuse_unless_hdf5(const std::string& output, const std::string& option) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(output, none)) return;
  if (std::filesystem::file_size(output, none) == 0 || is_hdf5(output)) return;
  throw InputError(Diagnostic{{output, 0, 0, option},
                              "exists and is no outcome file, so it is not replaced",
                              "another name",
                              ""});
}

void refuse_other_schema(const std::string& output, const std::string& option,
                         const std::string& schema) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(output, none) ||
      std::filesystem::file_size(output, none) == 0)
    return;
  const std::string found = store::schema_of(output);
  if (found == schema) return;
  throw InputError(Diagnostic{{output, 0, 0, option},
                              found.empty() ? "holds data of another program, so it is not replaced"
                                            : "holds a " + found + " file, so it is not replaced",
                              "another name",
                              ""});
}

void require_printed() {
  std::cout.flush();
  const bool flushed = std::fflush(stdout) == 0;
  if (flushed && std::ferror(stdout) == 0 && std::cout) return;
  throw InputError(Diagnostic{{"standard output"}, "cannot be written in full", "", ""});
}

}  // namespace clout::cli
