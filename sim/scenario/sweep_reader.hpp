// The parts of a [sweep] that depend on the settings it varies: keys, values and ranges.
#pragma once

#include "sim/scenario/document.hpp"
#include "sim/scenario/findings.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::scenario {

/// Reads key, values, low and high of each [[sweep.parameter]] and brings keys to the reference's
/// spelling; what cannot be used becomes a finding. After read_arm_settings.
void read_sweep(const Node& root, Scenario& scenario, const Layout& layout, Places& places,
                Findings& findings);

}  // namespace clout::scenario
