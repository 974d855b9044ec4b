#include "sim/graph/account_lookup.hpp"

#include <charconv>

namespace clout::graph {

AccountLookup::AccountLookup(const Network& network)
    : accounts_(network.graph.accounts()), by_position_(network.names.empty()) {
  for (const std::string& name : network.names) names_.number_of(name);
}

std::optional<AccountId> AccountLookup::find(std::string_view name) const {
  if (!by_position_) {
    const std::uint32_t number = names_.find(name);
    if (number == NameTable::unknown) return std::nullopt;
    return AccountId{number};
  }
  if (!is_plain_number(name)) return std::nullopt;
  std::uint32_t position = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), position);
  if (error != std::errc{} || position >= accounts_) return std::nullopt;
  return AccountId{position};
}

}  // namespace clout::graph
