// One study with what its complete replicates came to.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/report/totals.hpp"

namespace clout::report {

struct Results {
  std::string label;  ///< tells studies apart where several are compared: the file's name
  store::StudyRecord study;
  std::vector<random::Replicate> replicates;  ///< complete in all arms, ascending
  std::vector<std::vector<Totals>> totals;    ///< by (replicate, arm)
};

/// Adds a replicate: the outcomes of all arms, in their order.
void add_replicate(Results& results, std::span<const engine::Outcome> outcomes);

/// Reads an outcome file, replicate by replicate. Throws InputError as OutcomeReader does.
Results read_results(const std::string& path, const std::string& label);

/// The arm without campaigns in the same market: what an arm adds is measured against it. None if
/// the study has no such arm.
std::optional<std::size_t> idle_arm(const store::StudyRecord& study, std::size_t arm);

}  // namespace clout::report
