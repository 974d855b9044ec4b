// Every setting there is, table by table: what help, template, schema and reference are made from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/layout.hpp"

namespace clout::scenario {

struct CatalogRow {
  std::string key;  ///< "market.trust.gain_rate", "campaign.roster.tier"
  Field field;
  bool required;
};

struct CatalogTable {
  std::string path;  ///< "" for the top of the file
  std::string_view doc;
  bool listed;   ///< may stand many times: [[brand]]
  bool element;  ///< the path is a list's own, not that of a table in its elements
  std::vector<CatalogRow> rows;
  NameKey name_key{};                  ///< of an element
  std::vector<ExtraKey> extra_keys{};  ///< of an element
};

/// All tables in the order of the template, bound to a scenario that holds at least one of
/// everything that is listed.
std::vector<CatalogTable> catalog_of(Scenario& scenario);

/// "[market.trust]", "[[brand]]", "[campaign.roster]"; "top of the file".
std::string heading_of(const CatalogTable& table);

/// The default as TOML, or why there is none.
std::string default_text(const CatalogRow& row);

/// "0.002 to 0.05"; empty for what cannot be swept.
std::string sweep_text(const Field& field);

/// Keys of catalog rows that the text names: itself, all of a table, or everything if empty.
/// Throws InputError with the nearest key if there is none.
std::vector<CatalogRow> rows_named(const std::vector<CatalogTable>& catalog,
                                   const std::string& key);

}  // namespace clout::scenario
