#include "sim/store/study_difference.hpp"

#include <sstream>

#include <fmt/format.h>

namespace clout::store {

namespace {

/// The lines of a resolved scenario that decide the numbers: not the number of replicates, and not
/// the sweep, which is no setting of any run.
class DecisiveLines {
 public:
  explicit DecisiveLines(const std::string& text) : text_(text) {}

  /// The next one; "nothing" after the last.
  std::string next() {
    std::string line;
    while (std::getline(text_, line)) {
      if (line.starts_with('['))
        in_sweep_ = line.starts_with("[sweep") || line.starts_with("[[sweep");
      if (!line.empty() && !in_sweep_ && !line.starts_with("replicates = ")) return line;
    }
    ended_ = true;
    return "nothing";
  }
  bool ended() const { return ended_; }

 private:
  std::istringstream text_;
  bool in_sweep_ = false;
  bool ended_ = false;
};

std::string first_difference(const std::string& theirs, const std::string& ours) {
  DecisiveLines left(theirs);
  DecisiveLines right(ours);
  while (!left.ended() && !right.ended()) {
    const std::string their_line = left.next();
    const std::string our_line = right.next();
    if (their_line != our_line)
      return fmt::format("it has '{}' where this run has '{}'", their_line, our_line);
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
