// The tables of parameters themselves: what every row must keep to.
#include <set>

#include "sim/scenario/catalog.hpp"
#include "sim/scenario/quantity.hpp"
#include "tests/support/catch.hpp"

using clout::scenario::catalog_of;
using clout::scenario::CatalogRow;
using clout::scenario::CatalogTable;
using clout::scenario::FieldType;
using clout::scenario::Scenario;

namespace {

template <typename Check>
void for_each_row(Check check) {
  Scenario example = clout::scenario::example_scenario();
  for (const CatalogTable& table : catalog_of(example)) {
    for (const CatalogRow& row : table.rows) {
      INFO(row.key);
      check(row);
    }
  }
}

double default_number(const CatalogRow& row) {
  const auto value = row.field.get();
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return static_cast<double>(std::get<std::int64_t>(value));
}

bool is_number(const CatalogRow& row) {
  return row.field.type == FieldType::number || row.field.type == FieldType::whole_number;
}

}  // namespace

TEST_CASE("every number's default lies in its sweep range, and that in what is allowed") {
  for_each_row([](const CatalogRow& row) {
    if (!is_number(row)) return;
    const auto& info = row.field.info;
    CHECK(info.low < info.high);
    CHECK(info.low <= default_number(row));
    CHECK(default_number(row) <= info.high);
    if (info.sweep_low == 0 && info.sweep_high == 0) return;
    CHECK(info.low <= info.sweep_low);
    CHECK(info.sweep_low <= default_number(row));
    CHECK(default_number(row) <= info.sweep_high);
    CHECK(info.sweep_high <= info.high);
  });
}

TEST_CASE("every row has a source, a sentence, and a key that stands once") {
  std::set<std::string> keys;
  for_each_row([&](const CatalogRow& row) {
    CHECK(keys.insert(row.key).second);
    CHECK(!row.field.info.source.empty());
    CHECK(row.field.info.doc.ends_with('.'));
    CHECK(row.field.info.doc.find('\n') == std::string_view::npos);
  });
  CHECK(keys.size() > 150);
}

TEST_CASE("money and time have their unit in the key") {
  for_each_row([](const CatalogRow& row) {
    const auto& [name, unit, low, high, sweep_low, sweep_high, provenance, source, doc] =
        row.field.info;
    const std::string suffix(clout::scenario::suffix_for(unit));
    if (suffix.empty()) return;
    CHECK((name.ends_with(suffix) || name == suffix.substr(1)));
  });
}

TEST_CASE("every unit in use is known, and a key's name without its unit is no other key") {
  std::set<std::string> keys;
  for_each_row([&](const CatalogRow& row) { keys.insert(row.key); });
  for_each_row([&](const CatalogRow& row) {
    const auto& info = row.field.info;
    CHECK(!clout::scenario::units_for(info.unit).empty());
    const auto stem = clout::scenario::stem_of(info.name, info.unit);
    if (stem.empty()) return;
    CHECK(!keys.contains(row.key.substr(0, row.key.size() - info.name.size()) + std::string(stem)));
  });
}

TEST_CASE("every choice can be set and read back") {
  for_each_row([](const CatalogRow& row) {
    if (row.field.type != FieldType::choice) return;
    CHECK(row.field.choices.size() >= 2);
    for (const std::string_view name : row.field.choices) {
      row.field.set(std::string(name));
      CHECK(std::get<std::string>(row.field.get()) == name);
    }
  });
}
