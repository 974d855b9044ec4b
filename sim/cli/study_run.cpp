#include "sim/cli/study_run.hpp"

#include "sim/cli/run_progress.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/engine/ensemble.hpp"

namespace clout::cli {

std::size_t run_study(const scenario::Scenario& study, const std::vector<engine::Arm>& arms,
                      const graph::Network& network, store::OutcomeWriter& writer,
                      const std::string& progress, const std::stop_token& interrupted,
                      const graph::FollowerGraph* kept) {
  RunProgress shown(progress);
  const engine::Recorder recorder{
      [&](engine::Outcome&& outcome) { writer.add(std::move(outcome)); },
      [&](const engine::EnsembleProgress& each) { shown.show(each); }};
  std::stop_source either;
  const std::stop_callback asked(interrupted, [&] { either.request_stop(); });
  const std::stop_callback full_disk(writer.failed(), [&] { either.request_stop(); });
  run_ensemble(network, arms, study.run, markets_that_fit(network, arms), recorder,
               either.get_token(), writer.finished());
  shown.clear();
  return writer.finish(kept);
}

}  // namespace clout::cli
