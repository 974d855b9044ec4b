// A scenario file with the files it extends, merged into one tree whose values still know their own
// file.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/document.hpp"
#include "sim/scenario/findings.hpp"
#include "sim/scenario/scenario.hpp"

namespace clout::scenario {

struct LoadedDocument {
  Node root;
  std::vector<std::string> files;  ///< the file itself, then its base, its base's base, ...
};

/// Parses text, which stands for the file path, and its chain of bases; a variant wins key by key.
/// Tables merge; arrays of tables merge by "name"; other values are replaced. Names that occur
/// twice in one file are findings. Throws InputError for text that is not TOML, a base that cannot
/// be read, and a chain that comes back to itself or is longer than 16 files.
LoadedDocument load_document(const std::string& text, const std::string& path,
                             const ReadFile& read_file, Findings& findings);

/// base with variant's entries put over it.
Node merged(Node base, const Node& variant);

}  // namespace clout::scenario
