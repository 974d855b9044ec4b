// A text as a file.
#pragma once

#include <string>
#include <string_view>

namespace clout::cli {

/// Whole or not at all. Throws InputError if the path cannot be written or the disk is full.
void write_text_file(const std::string& path, std::string_view text);

}  // namespace clout::cli
