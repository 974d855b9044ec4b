// A selection for reading and for machines.
#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "sim/cli/select_run.hpp"

namespace clout::cli {

/// All that is told of a selection.
struct SelectionReport {
  const store::StudyRecord& study;
  const report::Figure& figure;
  const stats::Promise& promise;
  std::size_t most = 0;
  const ArmValues& values;
  const SelectResult& result;
};

/// "micro is the best in profit: ..." or which arms are still in play.
std::string selection_sentence(const SelectionReport& selection);

/// The sentence, and the arms: those still in play first, then by replicates and mean.
std::string selection_table(const SelectionReport& selection);

boost::json::object selection_json(const SelectionReport& selection);

}  // namespace clout::cli
