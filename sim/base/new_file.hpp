// A file that appears complete or not at all: written beside its place, synced, then renamed.
#pragma once

#include <string>

namespace clout {

/// The caller writes temporary(), then commit() moves it to its place. Without commit() the
/// temporary file is removed, and what stood at the path before stays untouched.
class NewFile {
 public:
  /// Throws InputError if the path's folder does not exist or cannot be written, or the path is a
  /// folder or a device.
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
  std::string temporary_;  ///< path + ".tmp"
  bool committed_ = false;
};

/// Makes the name of what was made or renamed at the path outlive a power cut. Throws InputError if
/// the disk refuses.
void sync_folder_of(const std::string& path);

}  // namespace clout
