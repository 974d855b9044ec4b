#include "sim/store/study_difference.hpp"

#include <sstream>

#include <fmt/format.h>

namespace clout::store {

namespace {

/// Lines that differ between runs that may be put together.
bool decides_nothing(const std::string& line) { return line.starts_with("replicates = "); }

bool next_line(std::istringstream& text, std::string& line) {
  while (std::getline(text, line)) {
    if (!line.empty() && !decides_nothing(line)) return true;
  }
  line = "nothing";
  return false;
}

std::string first_difference(const std::string& theirs, const std::string& ours) {
  std::istringstream left(theirs);
  std::istringstream right(ours);
  std::string their_line;
  std::string our_line;
  bool more = true;
  while (more) {
    const bool left_goes_on = next_line(left, their_line);
    const bool right_goes_on = next_line(right, our_line);
    if (their_line != our_line)
      return fmt::format("it has '{}' where this run has '{}'", their_line, our_line);
    more = left_goes_on && right_goes_on;
  }
  return "a file that the graph is made from has other contents now";
}

}  // namespace

std::string study_difference(const StudyRecord& theirs, const StudyRecord& ours) {
  if (theirs.config_sha256 != ours.config_sha256)
    return first_difference(theirs.resolved, ours.resolved);
  if (theirs.software != ours.software || theirs.git_sha1 != ours.git_sha1) {
    return fmt::format("{} (git {}) wrote it and this is {} (git {})", theirs.software,
                       theirs.git_sha1, ours.software, ours.git_sha1);
  }
  return {};
}

}  // namespace clout::store
