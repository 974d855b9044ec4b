// From the tree of a document to the values of a layout's fields.
#pragma once

#include "sim/scenario/document.hpp"
#include "sim/scenario/findings.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::scenario {

/// Sets every field that the document gives. What cannot be used, is unknown or is missing becomes
/// a finding, and the field keeps its default. An element of a list stands at the same position as
/// in the document, usable or not.
void read_tables(const Node& root, const Layout& layout, Places& places, Findings& findings);

/// Reads the settings of each arm, which may name any element of the scenario: after read_tables.
void read_arm_settings(const Node& root, Scenario& scenario, const Layout& layout, Places& places,
                       Findings& findings);

/// "arm.micro.set.": what the key of an arm's setting begins with among places.
std::string arm_prefix(const std::string& arm);

}  // namespace clout::scenario
