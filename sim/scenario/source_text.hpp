// The text of a scenario file, checked for what no parser should be asked to read.
#pragma once

#include <string>
#include <string_view>

namespace clout::scenario {

/// Largest scenario file.
inline constexpr std::size_t max_source_bytes = 1 << 20;

/// The whole file. Throws InputError if it is missing, a folder, unreadable or larger than
/// max_source_bytes.
std::string read_source(const std::string& path);

/// Throws InputError, naming the line, for a NUL byte, UTF-16, too large a text, or dotted keys of
/// more than 32 parts.
void check_source(std::string_view text, const std::string& file);

}  // namespace clout::scenario
