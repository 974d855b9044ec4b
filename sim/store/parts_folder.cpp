#include "sim/store/parts_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/new_file.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::store {

namespace {

constexpr std::string_view ending = ".h5";

std::string name_of(const std::filesystem::directory_entry& entry) {
  return entry.path().filename().string();
}

}  // namespace

PartsFolder::PartsFolder(const std::string& output, std::string prefix)
    : output_(output), path_(output + ".parts"), prefix_(std::move(prefix)) {
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

bool PartsFolder::is_shard(const std::string& file) const {
  return file.starts_with(prefix_) && file.ends_with(ending);
}

std::string PartsFolder::shard_path(const std::string& name) const {
  return fmt::format("{}/{}{}{}", path_, prefix_, name, ending);
}

std::string PartsFolder::name_in(const std::string& shard_path) const {
  const std::string file = std::filesystem::path(shard_path).filename().string();
  return file.substr(prefix_.size(), file.size() - prefix_.size() - ending.size());
}

std::vector<std::string> PartsFolder::shard_paths() const {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    if (is_shard(name_of(entry))) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void PartsFolder::remove_shards() {
  for (const std::string& file : shard_paths()) ::unlink(file.c_str());
}

void PartsFolder::remove_unfinished() {
  std::vector<std::filesystem::path> left;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    if (is_shard(file_of_temporary(name_of(entry)))) left.push_back(entry.path());
  }
  for (const auto& file : left) ::unlink(file.c_str());
  clout::remove_unfinished(output_);
}

}  // namespace clout::store
