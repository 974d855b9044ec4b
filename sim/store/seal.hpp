// The last line of every file that we write with HDF5: a checksum of all before it. HDF5 ignores
// what follows its own end, so every reader opens a sealed file; ours first checks that it came
// through whole.
#pragma once

#include <string>
#include <utility>

namespace clout::store {

/// Appends the line to a closed file. Throws InputError if the disk refuses; named: the file that
/// the message is about.
void seal(const std::string& path, const std::string& named);

enum class Seal { holds, missing, broken };

/// Reads the whole file. One that cannot be read has no seal: opening it says why.
Seal check_seal(const std::string& path);

/// A file's name and what its seal said. Whoever reads a file twice, for what it holds and then for
/// the contents, hands this on, so that it is not hashed twice.
class CheckedFile {
 public:
  /// Not explicit: what takes a CheckedFile takes a name.
  CheckedFile(std::string path) : path_(std::move(path)), seal_(check_seal(path_)) {}

  const std::string& path() const noexcept { return path_; }
  Seal seal() const noexcept { return seal_; }

 private:
  std::string path_;
  Seal seal_;
};

}  // namespace clout::store
