#include <algorithm>
#include <numeric>

#include "sim/graph/account_lookup.hpp"
#include "sim/graph/import.hpp"
#include "sim/graph/influencer_table.hpp"

namespace clout::graph {

namespace {

InfluencerProfile profile_of(AccountId account, const InfluencerRow& row) {
  return {account, row.followers, row.engagement_rate, row.price_per_post_usd, row.category};
}

std::vector<InfluencerProfile> matched_by_name(const Network& network,
                                               const InfluencerTable& table) {
  const AccountLookup lookup(network);
  std::vector<InfluencerProfile> profiles;
  for (const InfluencerRow& row : table.rows) {
    if (const auto account = lookup.find(row.name)) profiles.push_back(profile_of(*account, row));
  }
  return profiles;
}

/// The count accounts with the largest audience, largest first.
std::vector<AccountId> largest_accounts(const FollowerGraph& graph, std::size_t count) {
  std::vector<AccountId> accounts(graph.accounts());
  for (std::size_t i = 0; i < accounts.size(); ++i) accounts[i] = account_at(i);
  const auto larger = [&](AccountId a, AccountId b) {
    return graph.audience(a) != graph.audience(b) ? graph.audience(a) > graph.audience(b) : a < b;
  };
  std::partial_sort(accounts.begin(), accounts.begin() + static_cast<std::ptrdiff_t>(count),
                    accounts.end(), larger);
  accounts.resize(count);
  return accounts;
}

std::vector<InfluencerProfile> matched_by_rank(const Network& network, const InfluencerTable& table,
                                               std::size_t most) {
  std::vector<const InfluencerRow*> rows;
  for (const InfluencerRow& row : table.rows) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto* a, const auto* b) { return a->followers > b->followers; });
  const std::size_t accounts = network.graph.accounts();
  const std::size_t wanted = most == 0 ? (accounts + 99) / 100 : most;
  const std::size_t count = std::min({wanted, rows.size(), accounts});
  const std::vector<AccountId> largest = largest_accounts(network.graph, count);
  std::vector<InfluencerProfile> profiles;
  for (std::size_t rank = 0; rank < count; ++rank) {
    profiles.push_back(profile_of(largest[rank], *rows[rank * rows.size() / count]));
  }
  return profiles;
}

}  // namespace

std::vector<std::string> apply_influencer_table(Network& network, const InfluencerTable& table,
                                                const InfluencerMatching& matching) {
  std::vector<std::string> notes;
  const std::string file = file_name(table.file);
  std::vector<InfluencerProfile> profiles;
  if (table.has_names) profiles = matched_by_name(network, table);
  const bool by_name = !profiles.empty();
  if (!by_name) profiles = matched_by_rank(network, table, matching.most_by_rank);
  const std::string counts = std::to_string(profiles.size()) + " of the " +
                             std::to_string(table.rows.size()) + " rows of " + file;
  if (by_name) {
    notes.push_back(counts +
                    " were matched to accounts by name; the others name no account of the graph");
  } else {
    notes.push_back(counts + " were given to the accounts with the largest audiences, by rank" +
                    (table.has_names ? ", since none of its names is the name of an account" : ""));
  }
  std::sort(profiles.begin(), profiles.end(),
            [](const auto& a, const auto& b) { return a.account < b.account; });
  network.influencers = std::move(profiles);
  return notes;
}

}  // namespace clout::graph
