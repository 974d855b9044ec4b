#include "sim/engine/ensemble.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>

#include "sim/engine/world.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace clout::engine {

namespace {

/// Passes on what markets report, one call at a time and finished ones in order.
class Reports {
 public:
  Reports(const Recorder& recorder, std::size_t markets, std::size_t arms,
          std::int64_t days_per_market)
      : recorder_(recorder) {
    progress_.markets_total = markets;
    progress_.arms = arms;
    progress_.days_total = static_cast<std::int64_t>(markets) * days_per_market;
  }

  void day() {
    const std::lock_guard lock(mutex_);
    ++progress_.days_done;
    if (recorder_.progress) recorder_.progress(progress_);
  }

  void finished(std::size_t job, Outcome&& outcome) {
    const std::lock_guard lock(mutex_);
    ++progress_.markets_done;
    waiting_.emplace(job, std::move(outcome));
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

std::uint64_t market_bytes(const graph::Network& network, std::size_t brands) {
  const std::uint64_t per_follow = sizeof(market::Units) + sizeof(market::FollowEdgeState);
  const std::uint64_t per_account = sizeof(market::ConsumerTraits) + sizeof(market::ConsumerState) +
                                    sizeof(std::uint16_t) + sizeof(InfluencerIndex) +
                                    brands * sizeof(market::BrandState);
  // Exposures of a day, two or three per account as a rule, and the influencers.
  const std::uint64_t buffers = network.graph.accounts() * 64;
  return network.graph.follows() * per_follow + network.graph.accounts() * per_account + buffers;
}

bool run_ensemble(const graph::Network& network, std::span<const Arm> arms, const RunSpec& run,
                  std::size_t live_markets, const Recorder& recorder, std::stop_token stop,
                  std::span<const random::Replicate> done) {
  const std::vector<random::Replicate> replicates = replicates_to_run(run, done);
  const std::size_t jobs = arms.size() * replicates.size();
  if (live_markets == 0) live_markets = static_cast<std::size_t>(parallel::thread_count());
  Reports reports(recorder, jobs, arms.size(), run.warm_up_days + run.days);
  std::atomic<std::size_t> next{0};
  std::stop_source failed;  // an exception of one market ends the others
  const auto run_job = [&](std::size_t job) {
    const std::size_t arm = job % arms.size();
    const random::Replicate replicate = replicates[job / arms.size()];
    std::stop_source either;
    const std::stop_callback asked(stop, [&] { either.request_stop(); });
    const std::stop_callback broken(failed.get_token(), [&] { either.request_stop(); });
    Outcome outcome = run_replicate(network, arms[arm], run, replicate, either.get_token(),
                                    [&](std::int64_t, std::int64_t) { reports.day(); });
    if (outcome.days.empty()) return;
    outcome.arm = arm;
    reports.finished(job, std::move(outcome));
  };
  parallel::for_each_block(std::min(live_markets, jobs), [&](std::size_t) {
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
