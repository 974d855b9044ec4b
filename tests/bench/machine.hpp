// On what machine a figure was measured, for people and for JSON.
#pragma once

#include <map>
#include <string>

namespace clout::bench {

/// processor, cores, caches, memory, compiler and system, each as text; "unknown" for what the
/// system does not say.
std::map<std::string, std::string> machine();

}  // namespace clout::bench
