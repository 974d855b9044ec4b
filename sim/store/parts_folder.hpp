// The folder beside an output in which the shards of an unfinished run lie: <output>.parts.
#pragma once

#include <string>
#include <vector>

namespace clout::store {

/// While it lives no other process may have the same one.
class PartsFolder {
 public:
  /// prefix: what the names of shards begin with, so that no other file is taken for one. Makes the
  /// folder if there is none. Throws InputError if it cannot be written or another
  /// process has it.
  PartsFolder(const std::string& output, std::string prefix);
  /// Removes the folder if nothing is in it.
  ~PartsFolder();
  PartsFolder(const PartsFolder&) = delete;
  PartsFolder& operator=(const PartsFolder&) = delete;

  const std::string& path() const noexcept { return path_; }
  /// name: the part of the file's name between prefix and ending.
  std::string shard_path(const std::string& name) const;
  /// The same part of the name of a shard's file.
  std::string name_in(const std::string& shard_path) const;
  /// Shards that are there, in the order of their names.
  std::vector<std::string> shard_paths() const;
  /// Removes shards, nothing else.
  void remove_shards();
  /// Removes what killed processes left of shards and of the output that they were writing.
  void remove_unfinished();

 private:
  bool is_shard(const std::string& file) const;

  std::string output_;
  std::string path_;
  std::string prefix_;
  int lock_ = -1;
};

}  // namespace clout::store
