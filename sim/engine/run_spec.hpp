// How an experiment is run: its length and repetitions, and the alternatives it compares.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"

namespace clout::engine {

struct RunSpec {
  std::int64_t days = 365;  ///< simulated and tallied
  std::int64_t warm_up_days =
      28;  ///< simulated before day 0, without campaigns, so that load and trust have settled
  std::int64_t replicates = 30;  ///< repetitions with other random draws
  std::int64_t seed = 1;  ///< a scenario file must name its own; the value here is the template's

  bool operator==(const RunSpec&) const = default;
};

/// The rows of a scenario's [run] table.
std::span<const Parameter<RunSpec>> run_parameters();

/// One named setting that an arm changes.
struct Setting {
  std::string key;  ///< dotted path, in the spelling of the reference: "campaign.spring.budget_usd"
  ParameterValue value;

  bool operator==(const Setting&) const = default;
};

/// A what-if alternative: all arms share graph, history and every random draw that is not theirs to
/// change.
struct ArmSpec {
  std::string name;
  std::string note;                    ///< for the reader of the report, may be empty
  std::vector<std::string> campaigns;  ///< names of those that run in this arm
  std::vector<Setting> settings;       ///< in the order of the file

  bool operator==(const ArmSpec&) const = default;
};

/// The rows of a scenario's [[arm]] tables; settings are no row, since they are paths to other
/// rows.
std::span<const Parameter<ArmSpec>> arm_parameters();

}  // namespace clout::engine
