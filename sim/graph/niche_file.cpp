#include "sim/graph/niche_file.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/graph/account_lookup.hpp"
#include "sim/graph/csv_table.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

constexpr std::size_t most_niches = 32'767;
constexpr const char* unassigned_name = "unassigned";
constexpr std::array<std::string_view, 6> account_columns{"account",  "name",   "user",
                                                          "username", "handle", "id"};
constexpr std::array<std::string_view, 4> niche_columns{"niche", "topic", "category", "community"};

std::size_t required_column(const CsvTable& table, std::span<const std::string_view> names) {
  const std::size_t column = table.column(names);
  if (column != CsvTable::none) return column;
  std::string expected = "a heading with one of";
  for (const std::string_view name : names) expected += " " + std::string(name);
  throw input_error(table.file, table.heading.line, "no column " + in_quotes(names.front()),
                    std::move(expected));
}

std::vector<std::string> niche_words(const CsvTable& table, const Network& network) {
  const std::size_t account_column = required_column(table, account_columns);
  const std::size_t niche_column = required_column(table, niche_columns);
  const AccountLookup lookup(network);
  ProblemList problems(table.file);
  std::vector<std::string> words(network.graph.accounts());
  for (const CsvRow& row : table.rows) {
    const std::string& name = row.fields[account_column];
    const std::string& niche = row.fields[niche_column];
    const auto account = lookup.find(name);
    if (!account) {
      problems.add(row.line, "the graph has no account " + in_quotes(name),
                   "an account of the imported graph");
    } else if (const std::string fault = fault_of_name(niche); !fault.empty()) {
      problems.add(row.line, "a niche cannot be called " + in_quotes(niche) + ": " + fault,
                   "the name of a niche");
    } else if (!words[index(*account)].empty()) {
      problems.add(row.line, "the account " + in_quotes(name) + " is listed twice",
                   "one row for each account");
    } else {
      words[index(*account)] = niche;
    }
  }
  problems.throw_if_any();
  return words;
}

}  // namespace

NicheAssignment niches_by_name(const std::vector<std::string>& niche_of_account,
                               const std::string& file) {
  NicheAssignment niches;
  niches.names = niche_of_account;
  std::sort(niches.names.begin(), niches.names.end());
  niches.names.erase(std::unique(niches.names.begin(), niches.names.end()), niches.names.end());
  const auto named_unassigned =
      std::find(niches.names.begin(), niches.names.end(), unassigned_name);
  if (!niches.names.empty() && niches.names.front().empty()) {
    // Accounts without a word join those that the file itself calls unassigned, if there are any.
    if (named_unassigned != niches.names.end()) niches.names.erase(named_unassigned);
    niches.names.erase(niches.names.begin());
    niches.names.emplace_back(unassigned_name);
  }
  if (niches.niches() > most_niches) {
    throw input_error(file, 0, std::to_string(niches.niches()) + " niches",
                      "at most " + std::to_string(most_niches));
  }
  std::vector<std::string> sorted = niches.names;
  const bool last_apart = !sorted.empty() && sorted.back() == unassigned_name;
  const auto end = last_apart ? sorted.end() - 1 : sorted.end();
  niches.home.reserve(niche_of_account.size());
  for (const std::string& word : niche_of_account) {
    const auto found = std::lower_bound(sorted.begin(), end, word);
    const bool listed = found != end && *found == word;
    const auto position =
        listed ? found - sorted.begin() : static_cast<std::ptrdiff_t>(sorted.size()) - 1;
    niches.home.push_back(static_cast<NicheId>(position));
  }
  return niches;
}

NicheFile read_niche_file(TextInput input, const Network& network) {
  const CsvTable table = read_csv(std::move(input));
  const std::vector<std::string> words = niche_words(table, network);
  NicheFile file;
  file.unassigned = static_cast<std::size_t>(std::count(words.begin(), words.end(), std::string()));
  file.niches = niches_by_name(words, table.file);
  if (file.unassigned > 0) {
    file.notes.push_back(std::to_string(file.unassigned) + " accounts have no row in " +
                         table.file + " and are in the niche \"unassigned\"");
  }
  if (table.heading.fields.size() > 2) {
    file.notes.push_back("Only the columns of account and niche of " + table.file + " were read");
  }
  return file;
}

}  // namespace clout::graph
