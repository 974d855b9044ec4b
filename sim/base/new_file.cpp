#include "sim/base/new_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "sim/base/diagnostic.hpp"
#include "sim/base/ordinary_file.hpp"

namespace clout {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = ".clout-";
constexpr std::string_view ending = ".tmp";

/// Temporary files of this process. Global, since a signal that ends the process finds them here.
struct Temporaries {
  std::mutex mutex;
  std::set<std::string> files;
};

Temporaries& temporaries() {
  static Temporaries all;
  return all;
}

[[noreturn]] void refuse(const std::string& path, const char* what) {
  throw InputError({{path}, std::string(what) + ": " + std::strerror(errno), {}, {}});
}

[[noreturn]] void refuse_kind(const std::string& path, const char* what) {
  throw InputError({{path}, what, "the name of a file to write", {}});
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

fs::path folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

/// Whether the name stands among devices and open files of processes. Such a name may lead to an
/// ordinary file, as /dev/stdout does, but what is asked for is to write into it, not to replace
/// it.
bool is_stream(const std::string& path) {
  std::error_code unknown;
  const fs::path folder = fs::weakly_canonical(fs::absolute(folder_of(path), unknown), unknown);
  const std::string begin = folder.string() + "/";
  return begin.starts_with("/proc/") ||
         (begin.starts_with("/dev/") && !begin.starts_with("/dev/shm/"));
}

/// What cannot be looked at cannot be written either, which is said when that is tried.
void require_file(const std::string& target, const std::string& named) {
  std::error_code unknown;
  const fs::file_status found = fs::status(target, unknown);
  if (fs::is_directory(found)) refuse_kind(named, "is a folder");
  if (is_stream(target)) refuse_kind(named, "is a device or stream, and only files are written");
  // A pipe would be replaced by a file of its name.
  if (fs::exists(found) && !fs::is_regular_file(found)) refuse_kind(named, "is no ordinary file");
  if (fs::is_symlink(target, unknown)) refuse_kind(named, "is a link that leads nowhere");
}

/// Makes an empty file beside the target that no other process has. Returns its name.
std::string make_beside(const std::string& target, const std::string& named) {
  // The number of the process says whose it is; the next one does if a killed process left that.
  for (long number = ::getpid();; ++number) {
    std::string name = target + std::string(mark) + std::to_string(number) + std::string(ending);
    const int file = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
    if (file >= 0) {
      ::close(file);
      return name;
    }
    if (errno != EEXIST) refuse(named, "cannot be written");
  }
}

}  // namespace

NewFile::NewFile(std::string path) : path_(std::move(path)), target_(file_behind(path_)) {
  require_file(target_, path_);
  const std::lock_guard lock(temporaries().mutex);
  temporary_ = make_beside(target_, path_);
  temporaries().files.insert(temporary_);
}

NewFile::~NewFile() {
  if (committed_) return;
  const std::lock_guard lock(temporaries().mutex);
  ::unlink(temporary_.c_str());
  temporaries().files.erase(temporary_);
}

void NewFile::commit() {
  sync(temporary_, O_RDONLY, path_);
  {
    const std::lock_guard lock(temporaries().mutex);
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) refuse(path_, "cannot be replaced");
    temporaries().files.erase(temporary_);
    committed_ = true;
  }
  sync_folder_of(target_);
}

std::string file_behind(const std::string& path) {
  constexpr int most_links = 40;  // that Linux follows
  fs::path file = path;
  std::error_code unknown;
  for (int links = 0; links < most_links; ++links) {
    if (!fs::is_symlink(file, unknown) || is_stream(file)) break;
    file = file.parent_path() / fs::read_symlink(file, unknown);
  }
  return file.string();
}

std::string file_of_temporary(std::string_view name) {
  if (!name.ends_with(ending)) return {};
  name.remove_suffix(ending.size());
  const std::size_t number = name.find_last_not_of("0123456789") + 1;
  if (number == name.size() || !name.substr(0, number).ends_with(mark)) return {};
  return std::string(name.substr(0, number - mark.size()));
}

void remove_unfinished(const std::string& path) {
  const std::string target = file_behind(path);
  const std::string name = fs::path(target).filename();
  std::vector<fs::path> left;
  std::error_code unreadable;  // then nothing is tidied, and no more is lost
  for (const auto& entry : fs::directory_iterator(folder_of(target), unreadable)) {
    if (file_of_temporary(entry.path().filename().string()) == name) left.push_back(entry.path());
  }
  for (const fs::path& file : left) ::unlink(file.c_str());
}

std::unique_lock<std::mutex> abandon_new_files() {
  std::unique_lock lock(temporaries().mutex);
  for (const std::string& file : temporaries().files) ::unlink(file.c_str());
  return lock;
}

void sync_folder_of(const std::string& path) {
  sync(folder_of(path).string(), O_RDONLY | O_DIRECTORY, path);
}

}  // namespace clout
