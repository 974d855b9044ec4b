#include "sim/store/shard.hpp"

#include <optional>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/graph/problem_list.hpp"
#include "sim/store/outcome_input.hpp"
#include "sim/store/outcome_output.hpp"
#include "sim/store/sealed_file.hpp"
#include "sim/store/study_difference.hpp"

namespace clout::store {

namespace {

/// Calls write(output) and makes the file whole.
template <typename Write>
void write_file(const std::string& path, const StudyRecord& study,
                std::span<const random::Replicate> replicates, std::size_t events, Write write) {
  write_sealed(path, [&](const std::string& temporary) {
    OutcomeOutput output(temporary, study, replicates, events);
    write(output);
    output.close();
  });
}

}  // namespace

Shard write_shard(const std::string& path, const StudyRecord& study,
                  std::span<const engine::Outcome> outcomes) {
  CLOUT_EXPECT(!outcomes.empty());
  const Shard shard{outcomes.front().replicate, path, 0, events_in(outcomes)};
  write_file(path, study, {&shard.replicate, 1}, shard.events,
             [&](OutcomeOutput& output) { output.add(encode_replicate(study, outcomes)); });
  return shard;
}

std::vector<Shard> read_shards(const std::string& path, const StudyRecord& study,
                               const Advice& advice) {
  const hdf5::Silence silence;
  std::string suggestion = advice.if_damaged;
  try {
    const OutcomeInput input(path);
    const std::string difference = study_difference(input.study(), study);
    if (!difference.empty()) {
      suggestion = advice.if_foreign;
      throw graph::input_error(path, 0, "belongs to another run: " + difference, "");
    }
    std::vector<Shard> shards;
    for (std::size_t n = 0; n < input.replicates().size(); ++n)
      shards.push_back({input.replicates()[n], path, n, input.events(n)});
    return shards;
  } catch (const InputError& error) {
    throw error.with_suggestion(suggestion);
  }
}

void merge_shards(const std::string& path, const StudyRecord& study, std::span<const Shard> shards,
                  const graph::FollowerGraph* graph) {
  std::vector<random::Replicate> replicates;
  std::size_t events = 0;
  for (const Shard& shard : shards) {
    replicates.push_back(shard.replicate);
    events += shard.events;
  }
  write_file(path, study, replicates, events, [&](OutcomeOutput& output) {
    std::optional<OutcomeInput> input;
    for (const Shard& shard : shards) {
      if (!input || input->path() != shard.file) input.emplace(shard.file);
      output.add(input->slabs(shard.position));
    }
    if (graph != nullptr) output.add_graph(*graph);
  });
}

}  // namespace clout::store
