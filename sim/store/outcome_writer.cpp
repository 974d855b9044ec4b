#include "sim/store/outcome_writer.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/graph/problem_list.hpp"
#include "sim/store/parts_folder.hpp"
#include "sim/store/replicate_queue.hpp"
#include "sim/store/shard.hpp"

namespace clout::store {

namespace {

constexpr const char* after_full_disk =
    "finished replicates are kept: make room and run the same with --resume";

/// Names sort like their numbers.
std::string shard_name(random::Replicate replicate) {
  return fmt::format("{:06}", static_cast<std::uint32_t>(replicate));
}

/// The number that shard_name() was made from, or the name as it is if it was made by nobody here.
std::string number_in(std::string name) {
  if (name.empty() || name.find_first_not_of("0123456789") != std::string::npos)
    return graph::in_quotes(name);
  while (name.size() > 1 && name.front() == '0') name.erase(0, 1);
  return name;
}

/// Throws InputError unless the file of that name holds the replicate that it is named by. A copy
/// of another shard would be overwritten when that replicate is run, while it still stands for the
/// one that it holds.
void require_named_replicate(const std::string& file, const std::string& name,
                             const std::vector<Shard>& shards, const Advice& advice) {
  if (shards.size() == 1 && shard_name(shards.front().replicate) == name) return;
  const std::string held =
      shards.size() == 1
          ? fmt::format("replicate {}", static_cast<std::uint32_t>(shards.front().replicate))
          : fmt::format("{} replicates", shards.size());
  throw graph::input_error(file, 0, fmt::format("holds {}, not {}", held, number_in(name)), "")
      .with_suggestion(advice.if_damaged);
}

/// Adds shards whose replicate is not there yet.
void add_missing(const std::vector<Shard>& from, std::vector<Shard>& to) {
  for (const Shard& shard : from) {
    const auto same = [&](const Shard& each) { return each.replicate == shard.replicate; };
    if (std::none_of(to.begin(), to.end(), same)) to.push_back(shard);
  }
}

}  // namespace

struct OutcomeWriter::State {
  State(std::string output, Start the_start)
      : path(std::move(output)), start(the_start), folder(path, "replicate-") {}

  void read_finished();
  void write_all();

  std::string path;
  Start start;
  PartsFolder folder;
  StudyRecord study;
  std::vector<Shard> shards;  ///< of earlier runs, and of this one as they are written
  std::vector<random::Replicate> finished;
  ReplicateOutcomes current;  ///< arms so far of the replicate that is being handed over
  ReplicateQueue queue;
  std::stop_source failed;
  std::exception_ptr failure;
  std::thread writer;  ///< the only one that calls HDF5 while it runs
};

void OutcomeWriter::State::read_finished() {
  const Advice of_part{
      "delete this file to run its replicate again",
      fmt::format("run that one to its end, or delete {} to start anew", folder.path())};
  for (const std::string& file : folder.shard_paths()) {
    const std::vector<Shard> of_file = read_shards(file, study, of_part);
    require_named_replicate(file, folder.name_in(file), of_file, of_part);
    add_missing(of_file, shards);
  }
  if (!std::filesystem::exists(path)) return;
  const std::string replace = "leave out --resume to replace it, or choose another output with -o";
  try {
    add_missing(read_shards(path, study, {replace, replace}), shards);
  } catch (const InputError&) {
    // Beside shards of this run it is what the run, once complete, was to replace anyway.
    if (shards.empty()) throw;
  }
}

void OutcomeWriter::State::write_all() {
  while (auto outcomes = queue.pop()) {
    if (failure) continue;
    try {
      shards.push_back(write_shard(folder.shard_path(shard_name(outcomes->front().replicate)),
                                   study, *outcomes));
    } catch (const InputError& error) {
      failure = std::make_exception_ptr(error.with_suggestion(after_full_disk));
      failed.request_stop();
    } catch (...) {
      failure = std::current_exception();
      failed.request_stop();
    }
  }
}

OutcomeWriter::OutcomeWriter(std::string path, Start start) {
  { const NewFile writable(path); }  // else noticed after the run
  state_ = std::make_unique<State>(std::move(path), start);
  if (start == Start::anew && !state_->folder.shard_paths().empty()) {
    throw graph::input_error(state_->folder.path(), 0,
                             "holds finished replicates of a run that was cut off", "")
        .with_suggestion("add --resume to go on with it, or delete the folder to start anew");
  }
}

OutcomeWriter::~OutcomeWriter() {
  if (!state_) return;
  state_->queue.close();
  if (state_->writer.joinable()) state_->writer.join();
}

void OutcomeWriter::begin(const StudyRecord& study) {
  State& state = *state_;
  state.study = study;
  if (state.start == Start::resume) state.read_finished();
  std::sort(state.shards.begin(), state.shards.end());
  for (const Shard& shard : state.shards) state.finished.push_back(shard.replicate);
  const auto planned = static_cast<random::Replicate>(study.planned_replicates);
  if (!state.finished.empty() && state.finished.back() >= planned) {
    throw graph::input_error(
        state.shards.back().file, 0,
        fmt::format("has replicate {}, and {} replicates were asked for",
                    static_cast<std::uint32_t>(state.finished.back()), study.planned_replicates),
        fmt::format("--replicates {} or more",
                    static_cast<std::uint32_t>(state.finished.back()) + 1));
  }
  state.folder.remove_unfinished();  // not earlier: a run that is refused changes nothing
  state.writer = std::thread([&state] { state.write_all(); });
}

const std::vector<random::Replicate>& OutcomeWriter::finished() const noexcept {
  return state_->finished;
}

void OutcomeWriter::for_each_finished(
    const std::function<void(std::span<const engine::Outcome>)>& take) const {
  std::optional<OutcomeReader> reader;
  for (const Shard& shard : state_->shards) {
    if (!reader || reader->path() != shard.file) reader.emplace(shard.file);
    take(reader->replicate(shard.position));
  }
}

void OutcomeWriter::add(engine::Outcome&& outcome) {
  ReplicateOutcomes& current = state_->current;
  if (!current.empty() && current.front().replicate != outcome.replicate) current.clear();
  if (outcome.arm != current.size()) return;  // an arm before it was not finished
  current.push_back(std::move(outcome));
  if (current.size() < state_->study.arms.size()) return;
  state_->queue.push(std::move(current));
  current.clear();
}

std::stop_token OutcomeWriter::failed() const noexcept { return state_->failed.get_token(); }

std::size_t OutcomeWriter::finish(const graph::FollowerGraph* graph, const StudyRecord* as_run) {
  State& state = *state_;
  state.queue.close();
  CLOUT_EXPECT(state.writer.joinable());
  state.writer.join();
  if (as_run != nullptr) state.study = *as_run;
  if (state.failure) std::rethrow_exception(state.failure);
  if (state.shards.empty()) return 0;
  std::sort(state.shards.begin(), state.shards.end());
  try {
    merge_shards(state.path, state.study, state.shards, graph);
  } catch (const InputError& error) {
    throw error.with_suggestion(after_full_disk);
  }
  const auto planned = static_cast<std::size_t>(state.study.planned_replicates);
  if (state.shards.size() == planned) state.folder.remove_shards();
  return state.shards.size();
}

}  // namespace clout::store
