// Outcome files of single replicates, kept beside the output while a study runs, and how they
// become one file.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/graph/network.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::store {

/// A replicate that is finished and safe on the disk.
struct Shard {
  random::Replicate replicate{};
  std::string file;          ///< an outcome file
  std::size_t position = 0;  ///< of the replicate in it
  std::size_t events = 0;    ///< rows of group events it has

  auto operator<=>(const Shard&) const = default;
};

/// Writes the outcomes of all arms of one replicate as an outcome file, whole or not at all.
/// Throws InputError if the disk refuses.
Shard write_shard(const std::string& path, const StudyRecord& study,
                  std::span<const engine::Outcome> outcomes);

/// What a file that cannot be used is answered with.
struct Advice {
  std::string if_damaged;
  std::string if_foreign;  ///< it belongs to another run
};

/// The replicates of an outcome file. Throws InputError if it is damaged, or if it does not belong
/// to the study: the message says what differs, and the advice.
std::vector<Shard> read_shards(const std::string& path, const StudyRecord& study,
                               const Advice& advice);

/// One outcome file of all shards, which must be ascending by replicate; holds one of them in
/// memory at a time. The same bytes however the replicates were spread over files. graph: null if
/// the file is not to hold it. Whole or not at all; throws InputError if the disk refuses.
void merge_shards(const std::string& path, const StudyRecord& study, std::span<const Shard> shards,
                  const graph::FollowerGraph* graph);

}  // namespace clout::store
