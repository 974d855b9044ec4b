// Edge lists as SNAP, KONECT and spreadsheets write them: one edge a line, two names separated by a
// tab, spaces, a comma or a semicolon; lines starting with # or % are comments; plain or gzip.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "sim/graph/import.hpp"
#include "sim/graph/text_input.hpp"

namespace clout::graph {

/// Reads an edge list. Accounts are numbered by their names, numbers by value before words by their
/// bytes, whatever the order of the lines. Names are kept unless they are just 0 .. accounts-1. A
/// first line of column names ("follower", "source", ...) is recognised. Needs about 20 bytes of
/// memory per edge at its peak. Throws InputError with every line that is wrong (the first twenty
/// and a count): a missing column, an empty, over-long or non-UTF-8 name, a NUL byte, an uneven
/// number of columns; and for a file without edges.
Import read_edge_list(TextInput input, const EdgeOptions& options);

/// Writes the follows as lines "follower<TAB>followee" below a heading comment that read_edge_list
/// understands, by followee. gzip-compressed if the path ends in ".gz". Throws InputError, before
/// anything is written, for a name that an edge list cannot hold. Returns what the format cannot
/// hold of this network, as full sentences.
std::vector<std::string> write_edge_list(const Network& network, const std::string& path);

}  // namespace clout::graph
