// Accounts by what the user calls them.
#pragma once

#include <optional>
#include <string_view>

#include "sim/base/ids.hpp"
#include "sim/graph/name_table.hpp"
#include "sim/graph/network.hpp"

namespace clout::graph {

/// Finds accounts by name or, in a network without names, by their position "0", "1", ...
class AccountLookup {
 public:
  explicit AccountLookup(const Network& network);

  std::optional<AccountId> find(std::string_view name) const;

 private:
  std::size_t accounts_;
  bool by_position_;
  NameTable names_;
};

}  // namespace clout::graph
