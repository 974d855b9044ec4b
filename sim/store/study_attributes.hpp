// Root attributes that are fields of a study. Only sources of sim/store include this.
#pragma once

#include <span>

#include "sim/store/outcome_layout.hpp"
#include "sim/store/sealed_file.hpp"

namespace clout::store {

/// Those, and before them what every file of ours says of itself. state: "complete" or what is
/// missing.
void write_attributes(hid_t file, const Schema& schema, const std::string& state,
                      std::span<const outcome_layout::Attribute> attributes,
                      const StudyRecord& study);

/// Throws InputError, with the file's path and the attribute, if one cannot be read.
void read_attributes(hid_t file, const std::string& path, const Schema& schema,
                     std::span<const outcome_layout::Attribute> attributes, StudyRecord& study);

}  // namespace clout::store
