// Niches from a table of accounts and their niches.
#pragma once

#include <string>
#include <vector>

#include "sim/graph/network.hpp"
#include "sim/graph/text_input.hpp"

namespace clout::graph {

/// Niches named by account; an empty word puts the account into a last niche "unassigned". Niches
/// are sorted by name. Throws InputError for more than 32,767 niches, as many as files hold. file:
/// the name for messages.
NicheAssignment niches_by_name(const std::vector<std::string>& niche_of_account,
                               const std::string& file);

struct NicheFile {
  NicheAssignment niches;
  std::size_t unassigned = 0;      ///< accounts of the network that the table does not list
  std::vector<std::string> notes;  ///< full sentences for the user
};

/// Reads a CSV or TSV table with a heading that names the columns account (or name, user, username,
/// handle, id) and niche (or topic, category, community); other columns are ignored, which the
/// notes say. Accounts are known by the network's names, or by their positions if it has none.
/// Throws InputError with file and line for an unknown account, an account listed twice, an empty
/// niche, or a missing column.
NicheFile read_niche_file(TextInput input, const Network& network);

}  // namespace clout::graph
