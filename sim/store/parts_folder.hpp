// The folder beside an output in which the shards of an unfinished run lie: <output>.parts.
#pragma once

#include <string>
#include <vector>

#include "sim/engine/replicate.hpp"

namespace clout::store {

/// While it lives no other process may have the same one.
class PartsFolder {
 public:
  /// Makes the folder if there is none. Throws InputError if it cannot be written or another
  /// process has it.
  explicit PartsFolder(const std::string& output);
  /// Removes the folder if nothing is in it.
  ~PartsFolder();
  PartsFolder(const PartsFolder&) = delete;
  PartsFolder& operator=(const PartsFolder&) = delete;

  const std::string& path() const noexcept { return path_; }
  std::string shard_path(random::Replicate replicate) const;
  /// Shards that are there, in the order of their replicates.
  std::vector<std::string> shard_paths() const;
  /// Removes shards and what a killed process left of one that it was writing; nothing else.
  void remove_shards();

 private:
  std::string path_;
  int lock_ = -1;
};

}  // namespace clout::store
