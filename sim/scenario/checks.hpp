// What must hold between settings, once each of them alone is allowed.
#pragma once

#include "sim/scenario/findings.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::scenario {

/// References to brands, campaigns and niches, order of the tiers, sums of shares, dates within the
/// run, tiers that the graph can hold. Checks that need a spoilt setting are left out. where is
/// added to each problem: " in arm 'x'".
void check_scenario(const Scenario& scenario, const Places& places, Findings& findings,
                    const std::string& where = "");

}  // namespace clout::scenario
