#include "sim/engine/ensemble.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <vector>

#include "sim/engine/siblings.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

namespace {

/// Passes on what markets report, one call at a time and finished ones in order.
class Reports {
 public:
  Reports(const Recorder& recorder, std::size_t replicates, std::size_t arms,
          std::int64_t days_of_replicate)
      : recorder_(recorder) {
    progress_.markets_total = replicates * arms;
    progress_.arms = arms;
    progress_.days_total = static_cast<std::int64_t>(replicates) * days_of_replicate;
  }

  void day() {
    const std::lock_guard lock(mutex_);
    ++progress_.days_done;
    if (recorder_.progress) recorder_.progress(progress_);
  }

  /// market: number by (replicate, arm).
  void finished(std::size_t market, Outcome&& outcome) {
    const std::lock_guard lock(mutex_);
    ++progress_.markets_done;
    waiting_.emplace(market, std::move(outcome));
    for (auto at = waiting_.begin(); at != waiting_.end() && at->first == next_;
         at = waiting_.begin(), ++next_)
      hand_over(at);
  }

  /// What finished behind a market that was not: it is kept as well.
  void hand_over_rest() {
    const std::lock_guard lock(mutex_);
    while (!waiting_.empty()) hand_over(waiting_.begin());
  }

  bool complete() const noexcept { return progress_.markets_done == progress_.markets_total; }

 private:
  void hand_over(std::map<std::size_t, Outcome>::iterator at) {
    if (recorder_.finished) recorder_.finished(std::move(at->second));
    waiting_.erase(at);
  }

  const Recorder& recorder_;
  EnsembleProgress progress_;
  std::map<std::size_t, Outcome> waiting_;
  std::size_t next_ = 0;
  std::mutex mutex_;
};

/// Which arms run side by side from one history, and how many such jobs at once.
struct Work {
  std::vector<std::vector<std::size_t>> families;  ///< positions of arms
  std::size_t live_jobs = 1;

  std::size_t largest_family() const {
    std::size_t largest = 1;
    for (const auto& family : families) largest = std::max(largest, family.size());
    return largest;
  }

  std::int64_t days_of_replicate(const RunSpec& run) const {
    std::int64_t days = 0;
    for (const auto& family : families)
      days += run.warm_up_days + static_cast<std::int64_t>(family.size()) * run.days;
    return days;
  }
};

/// most: arms of a family.
std::vector<std::vector<std::size_t>> families_of(std::span<const Arm> arms, std::size_t most) {
  std::vector<std::vector<std::size_t>> families;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    const auto takes = [&](const auto& family) {
      return family.size() < most && share_history(arms[family.front()], arms[arm]);
    };
    const auto at = std::find_if(families.begin(), families.end(), takes);
    if (at == families.end()) {
      families.push_back({arm});
    } else {
      at->push_back(arm);
    }
  }
  return families;
}

/// What a family takes in memory, in whole markets.
double markets_of(std::size_t arms, double sibling) {
  return 1 + sibling * static_cast<double>(arms - 1);
}

/// Families as large as fit; with them, as many jobs as fit, at most one for each thread.
Work work_of(std::span<const Arm> arms, const LiveMarkets& live, std::size_t threads) {
  if (live.markets == 0) return {families_of(arms, most_siblings), threads};
  std::size_t most = 1;
  while (most < most_siblings && markets_of(most + 1, live.sibling) <= live.markets) ++most;
  Work work{families_of(arms, most), 1};
  const double jobs = live.markets / markets_of(work.largest_family(), live.sibling);
  work.live_jobs = std::clamp<std::size_t>(static_cast<std::size_t>(jobs), 1, threads);
  return work;
}

std::vector<random::Replicate> replicates_to_run(const RunSpec& run,
                                                 std::span<const random::Replicate> done) {
  std::vector<random::Replicate> wanted;
  for (std::int64_t r = 0; r < run.replicates; ++r) {
    const auto replicate = static_cast<random::Replicate>(r);
    if (!std::binary_search(done.begin(), done.end(), replicate)) wanted.push_back(replicate);
  }
  return wanted;
}

}  // namespace

MarketsInMemory markets_in_memory(std::span<const Arm> arms, std::int64_t replicates,
                                  const LiveMarkets& live) {
  const Work work = work_of(arms, live, static_cast<std::size_t>(parallel::thread_count()));
  const std::size_t jobs =
      std::min(work.live_jobs, work.families.size() * static_cast<std::size_t>(replicates));
  return {jobs, work.largest_family()};
}

bool run_ensemble(const graph::Network& network, std::span<const Arm> arms, const RunSpec& run,
                  const LiveMarkets& live, const Recorder& recorder, std::stop_token stop,
                  std::span<const random::Replicate> done) {
  const std::vector<random::Replicate> replicates = replicates_to_run(run, done);
  const Work work = work_of(arms, live, static_cast<std::size_t>(parallel::thread_count()));
  Reports reports(recorder, replicates.size(), arms.size(), work.days_of_replicate(run));
  const std::size_t jobs = work.families.size() * replicates.size();
  std::atomic<std::size_t> next{0};
  std::stop_source failed;  // an exception of one market ends the others
  const auto run_job = [&](std::size_t job) {
    const std::size_t at = job / work.families.size();
    const std::vector<std::size_t>& family = work.families[job % work.families.size()];
    std::vector<const Arm*> members;
    members.reserve(family.size());
    for (const std::size_t arm : family) members.push_back(&arms[arm]);
    std::stop_source either;
    const std::stop_callback asked(stop, [&] { either.request_stop(); });
    const std::stop_callback broken(failed.get_token(), [&] { either.request_stop(); });
    std::vector<Outcome> outcomes =
        run_arms(network, members, run, replicates[at], either.get_token(), [&] { reports.day(); });
    for (Outcome& outcome : outcomes) {
      outcome.arm = family[outcome.arm];
      reports.finished(at * arms.size() + outcome.arm, std::move(outcome));
    }
  };
  parallel::for_each_job(std::min(work.live_jobs, jobs), [&](std::size_t) {
    for (std::size_t job = next++; job < jobs; job = next++) {
      if (stop.stop_requested() || failed.stop_requested()) return;
      try {
        run_job(job);
      } catch (...) {
        failed.request_stop();
        throw;
      }
    }
  });
  reports.hand_over_rest();
  return reports.complete();
}

}  // namespace clout::engine
