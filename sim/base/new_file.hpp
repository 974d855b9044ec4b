// A file that appears complete or not at all: written beside its place, synced, then renamed.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace clout {

/// The caller writes temporary(), then commit() moves it to its place. Without commit() the
/// temporary file is removed, and what stood at the path before stays untouched. Of several
/// processes that write one path, each has a temporary file of its own, and the last commit stands.
class NewFile {
 public:
  /// Where the path is a link, what it leads to is written. Throws InputError if the path's folder
  /// does not exist or cannot be written, or the path is a folder, a device or a stream.
  explicit NewFile(std::string path);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  const std::string& path() const noexcept { return path_; }
  const std::string& temporary() const noexcept { return temporary_; }

  /// Syncs the temporary file (closed by its writer), renames it and syncs the folder. Throws
  /// InputError if the disk refuses.
  void commit();

 private:
  std::string path_;
  std::string target_;     ///< the file behind the path
  std::string temporary_;  ///< target + ".clout-<number>.tmp"
  bool committed_ = false;
};

/// What is written by the path's name: where links at its end lead, whether anything is there or
/// not. Links of /dev and /proc are not followed.
std::string file_behind(const std::string& path);

/// The name of the file whose temporary file has this name; empty if it is no such name.
std::string file_of_temporary(std::string_view name);

/// Removes what killed processes left of the file. Only where no other can be writing it.
void remove_unfinished(const std::string& path);

/// Removes all temporary files of this process, which is about to end: while the result lives, none
/// is made and none moved to its place.
[[nodiscard]] std::unique_lock<std::mutex> abandon_new_files();

/// Makes the name of what was made or renamed at the path outlive a power cut. Throws InputError if
/// the disk refuses.
void sync_folder_of(const std::string& path);

}  // namespace clout
