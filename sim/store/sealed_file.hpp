// Files of ours as a whole: written beside their place, sealed and moved there; opened once the
// seal and the schema are found to be right. Only sources of sim/store include this.
#pragma once

#include <functional>
#include <string>

#include "sim/store/hdf5.hpp"
#include "sim/store/seal.hpp"

namespace clout::store {

/// What a file says it is.
struct Schema {
  const char* name = "";
  std::int64_t version = 0;
  const char* expected = "";  ///< for messages: "an outcome file written by clout run"
  const char* if_older = "run the study again";
  bool always_sealed = true;  ///< false: other programs write such files too, without a seal
};

inline constexpr const char* broken_seal =
    "the file is damaged: its contents do not match the checksum at its end";

/// Throws the InputError of a file that cannot be used. key: attribute or dataset; may be empty.
[[noreturn]] void refuse_file(const std::string& path, const Schema& schema, const std::string& key,
                              const std::string& problem);

/// Calls write with the name of a temporary file, which it makes and closes, seals that and moves
/// it to the path: whole or not at all. Throws InputError if the disk refuses.
void write_sealed(const std::string& path, const std::function<void(const std::string&)>& write);

/// Opens a file whose seal holds, or which needs none, and checks its schema. Throws InputError
/// with one message.
hdf5::Handle open_sealed(const CheckedFile& checked, const Schema& schema);

}  // namespace clout::store
