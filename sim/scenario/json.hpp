// Settings, scenarios and errors for machines, as JSON text.
#pragma once

#include <span>
#include <string>

#include "sim/base/diagnostic.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::scenario {

/// JSON Schema (draft 7) of a scenario file, from which editors check and complete.
std::string schema_json();

/// What explain() says, as an array with an object per setting. Throws like it.
std::string explain_json(const std::string& key);

/// What came of checking a file.
struct CheckedFile {
  std::string file;
  const Scenario* scenario = nullptr;    ///< null if it cannot be used
  std::span<const Diagnostic> problems;  ///< empty if it can
};

/// An array with an object per file: file, ok, problems, and what the scenario holds.
std::string checks_json(std::span<const CheckedFile> files);

}  // namespace clout::scenario
