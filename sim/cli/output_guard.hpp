// A slip of the fingers must not cost a file that the command reads or writes itself.
#pragma once

#include <span>
#include <string>

namespace clout::cli {

/// Whether the two names are of one file: also by links, and for a file that does not exist yet.
bool same_file(const std::string& a, const std::string& b);

/// Throws InputError if writing output, which option names, would replace one of the files that
/// the command needs.
void refuse_to_replace(const std::string& output, const std::string& option,
                       std::span<const std::string> needed);

/// Whether there is an HDF5 file of this name.
bool is_hdf5(const std::string& path);

/// Throws InputError if there is a file of this name that is not HDF5: outcomes replace outcomes
/// only, never a scenario or a table.
void refuse_unless_hdf5(const std::string& output, const std::string& option);

/// Throws InputError if there is an HDF5 file of this name that holds something else than the
/// schema says: a sweep never replaces the outcomes of a run.
void refuse_other_schema(const std::string& output, const std::string& option,
                         const std::string& schema);

/// Throws InputError unless all that was printed reached standard output.
void require_printed();

}  // namespace clout::cli
