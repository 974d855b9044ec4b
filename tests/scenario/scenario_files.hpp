// Scenario files that exist only in a test.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/base/diagnostic.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::test {

/// File names and texts; the first named is read by default.
using Files = std::map<std::string, std::string>;

/// The scenario in one of the files. Throws like read_scenario.
scenario::Scenario read(const Files& files, const std::string& name,
                        const std::vector<scenario::Override>& overrides = {});

/// A text that is the whole scenario "s.toml".
scenario::Scenario read(const std::string& text,
                        const std::vector<scenario::Override>& overrides = {});

/// The messages of what is wrong with it, one a line; "" if nothing is.
std::string errors(const Files& files, const std::string& name,
                   const std::vector<scenario::Override>& overrides = {});
std::string errors(const std::string& text, const std::vector<scenario::Override>& overrides = {});

}  // namespace clout::test
