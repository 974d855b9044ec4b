// The goal of clout run --until: how it is asked for, and what is said of it.
#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "analysis/report/stopping_goal.hpp"

namespace clout::cli {

/// "roi +- 0.05", "first_purchases +- 5%", "difference in roi +- 0.05", "winner", "winner by
/// profit". Throws InputError for anything else, a figure that there is not, a winner of one arm or
/// by a figure of which neither more nor less is better.
report::StoppingGoal read_stopping_goal(const std::string& text, const store::StudyRecord& study);

/// How a run that stops by itself ended.
struct StoppedRun {
  report::StoppingGoal goal;
  std::size_t pilot = 0;       ///< replicates of the first look
  std::size_t most = 0;        ///< replicates it may take
  std::size_t replicates = 0;  ///< that it took
  report::GoalLook look;       ///< the last
};

/// "Enough: 42 replicates (pilot 10, at most 200): roi is known within ..."
std::string stopping_text(const StoppedRun& run, const store::StudyRecord& study);

boost::json::object stopping_json(const StoppedRun& run, const store::StudyRecord& study);

}  // namespace clout::cli
