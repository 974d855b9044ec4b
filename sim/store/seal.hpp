// The last line of an outcome file: a checksum of all before it. HDF5 ignores what follows its own
// end, so every reader opens a sealed file; ours first checks that it came through whole.
#pragma once

#include <string>

namespace clout::store {

/// Appends the line to a closed file. Throws InputError if the disk refuses; named: the file that
/// the message is about.
void seal(const std::string& path, const std::string& named);

enum class Seal { holds, missing, broken };

/// Reads the whole file. One that cannot be read has no seal: opening it says why.
Seal check_seal(const std::string& path);

}  // namespace clout::store
