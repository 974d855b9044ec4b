#include "sim/cli/run_until.hpp"

#include <algorithm>

#include "analysis/stats/looks.hpp"
#include "sim/cli/replicate_totals.hpp"
#include "sim/engine/ensemble.hpp"

namespace clout::cli {

namespace {

class UntilRun {
 public:
  UntilRun(const UntilStudy& study, store::OutcomeWriter& writer, RunProgress& progress,
           const std::stop_token& stop)
      : study_(study), writer_(writer), progress_(progress), stop_(stop), totals_(study.record) {
    writer.for_each_finished([&](std::span<const engine::Outcome> arms) {
      for (const engine::Outcome& outcome : arms) totals_.add(outcome);
    });
  }

  bool run(StoppedRun& stopped) {
    const std::size_t looks = stats::planned_looks(stopped.pilot, stopped.most);
    stopped.replicates = stopped.pilot;
    for (;;) {
      if (!run_to(stopped.replicates)) return false;
      stopped.look = look_at(stopped.goal, totals_.first(stopped.replicates), looks);
      if (stopped.look.reached || !stopped.look.possible || stopped.replicates == stopped.most)
        break;
      stopped.replicates = stats::next_look(stopped.replicates, stopped.look.needed, stopped.most);
    }
    const auto last = static_cast<std::size_t>(totals_.replicates().back()) + 1;
    if (last == stopped.replicates) return true;
    stopped.replicates = last;
    if (!run_to(last)) return false;
    stopped.look = look_at(stopped.goal, totals_.first(last), looks);
    return true;
  }

 private:
  /// Until the first so many replicates are there.
  bool run_to(std::size_t replicates) {
    const std::vector<random::Replicate> done = totals_.replicates();
    engine::RunSpec run = study_.run;
    run.replicates = static_cast<std::int64_t>(replicates);
    const engine::Recorder recorder{[&](engine::Outcome&& outcome) {
                                      totals_.add(outcome);
                                      writer_.add(std::move(outcome));
                                    },
                                    [&](const engine::EnsembleProgress& each) { show(each); }};
    const bool all =
        run_ensemble(study_.network, study_.arms, run, study_.live_markets, recorder, stop_, done);
    markets_before_ = shown_.markets_total;
    days_before_ = shown_.days_total;
    return all;
  }

  /// Of all batches so far: how many will follow is not known.
  void show(engine::EnsembleProgress batch) {
    batch.markets_done += markets_before_;
    batch.markets_total += markets_before_;
    batch.days_done += days_before_;
    batch.days_total += days_before_;
    shown_ = batch;
    progress_.show(batch);
  }

  const UntilStudy& study_;
  store::OutcomeWriter& writer_;
  RunProgress& progress_;
  const std::stop_token& stop_;
  ReplicateTotals totals_;
  std::size_t markets_before_ = 0;
  std::int64_t days_before_ = 0;
  engine::EnsembleProgress shown_;
};

}  // namespace

bool run_until(const UntilStudy& study, StoppedRun& stopped, store::OutcomeWriter& writer,
               RunProgress& progress, const std::stop_token& stop) {
  return UntilRun(study, writer, progress, stop).run(stopped);
}

}  // namespace clout::cli
