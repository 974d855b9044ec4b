#include "sim/store/parts_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/new_file.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::store {

namespace {

constexpr const char* prefix = "replicate-";
constexpr const char* ending = ".h5";

/// Names sort like their numbers.
bool is_shard(const std::filesystem::path& file) {
  return file.filename().string().starts_with(prefix) && file.extension() == ending;
}

bool is_unfinished(const std::filesystem::path& file) {
  return file.extension() == ".tmp" && is_shard(file.filename().stem());
}

}  // namespace

PartsFolder::PartsFolder(const std::string& output) : path_(output + ".parts") {
  const bool made = ::mkdir(path_.c_str(), 0755) == 0;
  if (!made && errno != EEXIST)
    throw graph::input_error(path_, 0, fmt::format("cannot be made: {}", std::strerror(errno)),
                             "a folder that can be written");
  lock_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ < 0)
    throw graph::input_error(path_, 0, fmt::format("cannot be opened: {}", std::strerror(errno)),
                             "a folder that can be written");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(lock_);
    throw graph::input_error(path_, 0, "another clout is writing to it", "one run for an output");
  }
  if (made) sync_folder_of(path_);
}

PartsFolder::~PartsFolder() {
  ::rmdir(path_.c_str());  // fails, as it should, if something is in it
  ::close(lock_);
}

std::string PartsFolder::shard_path(random::Replicate replicate) const {
  return fmt::format("{}/{}{:06}{}", path_, prefix, static_cast<std::uint32_t>(replicate), ending);
}

std::vector<std::string> PartsFolder::shard_paths() const {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    if (is_shard(entry.path())) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void PartsFolder::remove_shards() {
  std::vector<std::filesystem::path> ours;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    if (is_shard(entry.path()) || is_unfinished(entry.path())) ours.push_back(entry.path());
  }
  for (const auto& file : ours) ::unlink(file.c_str());
}

}  // namespace clout::store
