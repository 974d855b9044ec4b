#include "sim/cli/study_run.hpp"

#include <utility>

#include "sim/engine/ensemble.hpp"

namespace clout::cli {

bool run_study(const UntilStudy& study, std::optional<StoppedRun>& stopped,
               store::OutcomeWriter& writer, const std::string& progress,
               const std::stop_token& interrupted) {
  RunProgress shown(progress);
  std::stop_source either;
  const std::stop_callback asked(interrupted, [&] { either.request_stop(); });
  const std::stop_callback full_disk(writer.failed(), [&] { either.request_stop(); });
  bool all = false;
  if (stopped) {
    all = run_until(study, *stopped, writer, shown, either.get_token());
  } else {
    const engine::Recorder recorder{
        [&](engine::Outcome&& outcome) { writer.add(std::move(outcome)); },
        [&](const engine::EnsembleProgress& each) { shown.show(each); }};
    all = run_ensemble(study.network, study.arms, study.run, study.live_markets, recorder,
                       either.get_token(), writer.finished());
  }
  shown.clear();
  return all;
}

}  // namespace clout::cli
