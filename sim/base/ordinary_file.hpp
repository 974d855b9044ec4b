// Pipes and devices: what they hold can be read once only and from front to back.
#pragma once

#include <string>

namespace clout {

/// Whether there is something of this name, by links as well, that is neither a file nor a folder.
bool is_pipe_or_device(const std::string& path);

/// Throws InputError if it is one. For what is read more than once, or not from front to back.
void refuse_pipe_or_device(const std::string& path);

}  // namespace clout
