#include "sim/cli/select_file.hpp"

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string_view>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/cli/csv_field.hpp"
#include "sim/cli/text_file.hpp"

namespace clout::cli {

namespace {

constexpr const char* header = "study,figure,replicate,arm_number,value,arm";

[[noreturn]] void refuse(const std::string& path, int line, const std::string& problem) {
  Diagnostic diagnostic;
  diagnostic.place.file = path;
  diagnostic.place.line = line;
  diagnostic.problem = problem;
  diagnostic.suggestion = "leave out --resume to replace it, or choose another output with -o";
  throw InputError(diagnostic);
}

/// Enough of the hash to tell studies apart.
std::string study_mark(const store::StudyRecord& study) {
  return study.config_sha256.substr(0, 16);
}

/// The five columns before the arm's name, which may hold commas.
std::array<std::string_view, 5> columns_of(std::string_view line) {
  std::array<std::string_view, 5> columns;
  for (std::string_view& column : columns) {
    const std::size_t end = line.find(',');
    if (end == std::string_view::npos) return {};
    column = line.substr(0, end);
    line.remove_prefix(end + 1);
  }
  return columns;
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && rest == text.data() + text.size();
}

/// Nothing stands where the figure is not defined.
bool read_value(std::string_view text, double& value) {
  if (!text.empty()) return read_number(text, value);
  value = std::numeric_limits<double>::quiet_NaN();
  return true;
}

}  // namespace

void write_selection(const std::string& path, const store::StudyRecord& study,
                     const std::string& figure, const ArmValues& values) {
  std::string text = std::string(header) + "\n";
  const std::string mark = study_mark(study);
  for (std::size_t arm = 0; arm < values.size(); ++arm) {
    for (std::size_t replicate = 0; replicate < values[arm].size(); ++replicate)
      text += fmt::format("{},{},{},{},{},{}\n", mark, figure, replicate, arm,
                          csv_field(values[arm][replicate]), csv_field(study.arms[arm].name));
  }
  write_text_file(path, text);
}

ArmValues read_selection(const std::string& path, const store::StudyRecord& study,
                         const std::string& figure) {
  ArmValues values(study.arms.size());
  if (!std::filesystem::exists(path)) return values;
  refuse_unless_selection(path);
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  for (int number = 2; std::getline(file, line); ++number) {
    const auto [mark, of_figure, replicate, arm, value] = columns_of(line);
    if (mark.empty()) refuse(path, number, "is no line of a selection");
    if (mark != study_mark(study)) refuse(path, number, "belongs to another study");
    if (of_figure != figure)
      refuse(path, number, fmt::format("is about {} and not about {}", of_figure, figure));
    std::size_t position = 0, at = 0;
    double read = 0;
    if (!read_number(arm, position) || position >= values.size() || !read_number(replicate, at) ||
        at != values[position].size() || !read_value(value, read))
      refuse(path, number, "is no line of a selection");
    values[position].push_back(read);
  }
  return values;
}

void refuse_unless_selection(const std::string& path) {
  if (!std::filesystem::exists(path)) return;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  if (line != header) {
    Diagnostic diagnostic;
    diagnostic.place = {path, 0, 0, "--output"};
    diagnostic.problem = "there is a file of this name that is no table of clout select";
    diagnostic.suggestion = "choose another name with -o";
    throw InputError(diagnostic);
  }
}

}  // namespace clout::cli
