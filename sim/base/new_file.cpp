#include "sim/base/new_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "sim/base/diagnostic.hpp"
#include "sim/base/ordinary_file.hpp"

namespace clout {

namespace {

[[noreturn]] void refuse(const std::string& path, const char* what) {
  throw InputError({{path}, std::string(what) + ": " + std::strerror(errno), {}, {}});
}

void sync(const std::string& path, int flags, const std::string& named) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) refuse(named, "cannot be written");
  const bool synced = ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  errno = error;
  // Some file systems cannot sync folders and say EINVAL; the rename is then as safe as they make
  // it.
  if (!synced && errno != EINVAL) refuse(named, "cannot be written to the disk");
}

}  // namespace

NewFile::NewFile(std::string path) : path_(std::move(path)), temporary_(path_ + ".tmp") {
  if (std::filesystem::is_directory(path_)) {
    throw InputError({{path_}, "is a folder", "the name of a file to write", {}});
  }
  // It would be replaced by a file of its name.
  if (is_pipe_or_device(path_))
    throw InputError({{path_}, "is no ordinary file", "the name of a file to write", {}});
  const int file = ::open(temporary_.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) refuse(path_, "cannot be written");
  ::close(file);
}

NewFile::~NewFile() {
  if (!committed_) ::unlink(temporary_.c_str());
}

void NewFile::commit() {
  sync(temporary_, O_RDONLY, path_);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) refuse(path_, "cannot be replaced");
  committed_ = true;
  sync_folder_of(path_);
}

void sync_folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  sync(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY, path);
}

}  // namespace clout
