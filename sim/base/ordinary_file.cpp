#include "sim/base/ordinary_file.hpp"

#include <filesystem>

#include "sim/base/diagnostic.hpp"

namespace clout {

bool is_pipe_or_device(const std::string& path) {
  std::error_code none;
  const std::filesystem::file_status found = std::filesystem::status(path, none);
  return std::filesystem::exists(found) && !std::filesystem::is_regular_file(found) &&
         !std::filesystem::is_directory(found);
}

void refuse_pipe_or_device(const std::string& path) {
  if (!is_pipe_or_device(path)) return;
  Diagnostic diagnostic;
  diagnostic.place.file = path;
  diagnostic.problem = "is no ordinary file";
  diagnostic.expected = "a file, since it is read more than once";
  diagnostic.suggestion = "write what comes from it to a file first";
  throw InputError(diagnostic);
}

}  // namespace clout
