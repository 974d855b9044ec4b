#include "analysis/patterns/validation.hpp"

#include <algorithm>
#include <mutex>

namespace clout::patterns {

std::vector<Verdict> validate(const Lab& lab, std::span<const Pattern> patterns,
                              const PatternDone& done) {
  std::vector<Verdict> verdicts(patterns.size());
  std::mutex reporting;
  std::size_t finished = 0;
  parallel::for_each_job(patterns.size(), [&](std::size_t n) {
    if (lab.stopped()) return;
    Evidence evidence = patterns[n].measure(lab);
    const bool good = holds(evidence, lab.effort());
    verdicts[n] = {patterns[n], std::move(evidence), good};
    const std::lock_guard lock(reporting);
    ++finished;
    if (done && !lab.stopped()) done(finished, patterns.size());
  });
  if (lab.stopped()) return {};
  return verdicts;
}

std::size_t held(std::span<const Verdict> verdicts) {
  return static_cast<std::size_t>(std::ranges::count_if(verdicts, &Verdict::holds));
}

}  // namespace clout::patterns
