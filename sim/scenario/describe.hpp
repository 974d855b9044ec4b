// Scenarios and their settings in words, TOML and Markdown, for people.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace clout::scenario {

/// Type, unit, default, allowed values, sweep range, provenance, source and meaning of one setting,
/// all of a table, or, for an empty key, all there are. Throws InputError if there is no such
/// setting.
std::string explain(const std::string& key);

/// A complete file with every setting at its default, each explained in a comment. Reads back to
/// example_scenario().
std::string template_toml();

/// docs/reference/scenario.md.
std::string reference_markdown();

/// The scenario as a complete file that reads back to an equal one.
std::string resolved_toml(const Scenario& scenario);

/// One screen on what a scenario compares, on what market, for how long.
std::string summary(const Scenario& scenario);

}  // namespace clout::scenario
