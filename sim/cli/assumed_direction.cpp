#include "sim/cli/assumed_direction.hpp"

#include <fmt/core.h>

#include "sim/cli/notice.hpp"

namespace clout::cli {

void print_direction(const graph::ImportReport& report, const std::string& setting) {
  if (!report.direction || report.direction_given) return;
  print_notice(fmt::format("clout: assumed {}: {}{}\n", name_of(report.direction->direction),
                           report.direction->reason,
                           report.direction->sure ? "" : "; " + setting + " settles it"));
}

}  // namespace clout::cli
