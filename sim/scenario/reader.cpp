#include "sim/scenario/reader.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace clout::scenario {

namespace {

Place with_key(Place place, const std::string& key) {
  place.key = key.size() > 100 ? in_quotes(key) : key;
  return place;
}

/// A table that is being read, among the tables of its element or of the whole file.
struct Level {
  const std::vector<Section>& sections;
  const std::vector<List>& lists;
  std::vector<std::string_view> extra_keys;  ///< known, and read elsewhere
  std::string path;                          ///< within sections
  std::string shown;                         ///< within the file
};

/// Names stand in dotted paths, so they have no dots unless they are paths; the rest of the rule
/// keeps messages and reports legible.
bool usable_name(const std::string& name, const NameKey& rule) {
  const std::string_view forbidden = rule.dotted ? "\"'\\[]=#" : ".\"'\\[]=#";
  return !name.empty() && name.size() <= rule.longest && name.front() != ' ' &&
         name.back() != ' ' && std::none_of(name.begin(), name.end(), [&](char c) {
           return (static_cast<unsigned char>(c) < 0x20) || c == 0x7F ||
                  forbidden.find(c) != std::string_view::npos;
         });
}

class TableReader {
 public:
  TableReader(Places& places, Findings& findings) : places_(places), findings_(findings) {}

  void read(const Node& table, const Level& level) {
    places_.add(level.shown, table.place);
    std::map<std::string_view, const Entry*> seen;
    for (const Entry& entry : table.entries) {
      const bool extra = std::find(level.extra_keys.begin(), level.extra_keys.end(), entry.key) !=
                         level.extra_keys.end();
      if (extra && level.path.empty()) continue;
      if (const Field* field = find_field(level.sections, level.path, entry.key)) {
        const Entry*& first = seen[field->info.name];
        if (first != nullptr && first->place.file == entry.place.file) {
          findings_.add(
              with_key(entry.place, joined(level.shown, entry.key)),
              fmt::format("the same setting as {} in line {}", first->key, first->place.line),
              "one of the two");
        } else {
          read_field(entry, *field, level);
        }
        first = &entry;
      } else {
        read_child(entry, level);
      }
    }
  }

  void find_missing(const std::vector<Section>& sections, const std::string& shown) {
    for (const Section& section : sections) {
      for (const std::string_view name : section.required) {
        const std::string key = joined(joined(shown, section.path), name);
        if (places_.written(key) || findings_.spoilt(key)) continue;
        findings_.add(places_.of(key), "is missing",
                      allowed_values(*find_field(sections, section.path, name)));
        findings_.spoil(key);
      }
    }
  }

 private:
  void read_field(const Entry& entry, const Field& field, const Level& level) {
    const std::string key = joined(level.shown, field.info.name);
    const bool unit_needed = entry.key != field.info.name;
    const Place place = with_key(entry.value.place, joined(level.shown, entry.key));
    if (const auto value = value_from(entry.value, field, unit_needed, place, findings_)) {
      field.set(*value);
      places_.add(key, entry.value.place);
    } else {
      findings_.spoil(key);
      findings_.spoil(level.shown);
    }
  }

  void read_child(const Entry& entry, const Level& level) {
    const std::string path = joined(level.path, entry.key);
    const std::string shown = joined(level.shown, entry.key);
    for (const List& list : level.lists) {
      if (!entry.key.empty() && list.path == path) return read_list(entry, list, shown);
    }
    if (entry.key.empty() || keys_at(level.sections, level.lists, path).empty())
      return unknown_key(entry, level);
    if (entry.value.kind != Node::Kind::table) {
      findings_.add(with_key(entry.value.place, shown),
                    fmt::format("{}, where a table belongs", describe(entry.value.kind)),
                    fmt::format("[{}]", shown));
      return;
    }
    read(entry.value, {level.sections, level.lists, {}, path, shown});
  }

  void unknown_key(const Entry& entry, const Level& level) {
    if (!findings_.worth_suggesting()) return findings_.add(entry.place, "unknown key");
    std::vector<std::string> keys = keys_at(level.sections, level.lists, level.path);
    if (level.path.empty())
      keys.insert(keys.end(), level.extra_keys.begin(), level.extra_keys.end());
    std::string suggestion = did_you_mean(entry.key, keys);
    std::string expected;
    if (suggestion.empty() && keys.size() <= 16) expected = one_of(keys);
    findings_.add(with_key(entry.place, level.shown), "unknown key " + in_quotes(entry.key),
                  std::move(expected), std::move(suggestion));
  }

  void read_list(const Entry& entry, const List& list, const std::string& shown) {
    const Node& value = entry.value;
    places_.add(shown, value.place);
    if (value.kind != Node::Kind::array) {
      findings_.spoil(list.path);
      findings_.add(with_key(value.place, shown),
                    fmt::format("{}, where a list of tables belongs", describe(value.kind)),
                    fmt::format("[[{}]]", shown));
      return;
    }
    if (value.items.size() > list.most) {
      findings_.add(with_key(value.place, shown),
                    fmt::format("{} are too many", value.items.size()),
                    fmt::format("at most {}", list.most));
    }
    for (std::size_t i = 0; i < std::min(value.items.size(), list.most); ++i) {
      read_element(value.items[i], list, shown, i);
    }
  }

  void read_element(const Node& item, const List& list, const std::string& shown,
                    std::size_t position) {
    const std::string numbered = fmt::format("{}[{}]", shown, position + 1);
    if (item.kind != Node::Kind::table) {
      findings_.add(with_key(item.place, numbered),
                    fmt::format("{}, where a table belongs", describe(item.kind)),
                    fmt::format("[[{}]]", shown));
      findings_.spoil(list.path);
      list.append("");
      return;
    }
    const std::string name = read_name(item, list, numbered);
    list.append(name);
    const std::vector<Section> sections = list.element(list.size() - 1);
    const std::string element = name.empty() ? numbered : joined(shown, name);
    static const std::vector<List> no_lists;
    std::vector<std::string_view> read_elsewhere{list.name_key.key.name};
    for (const ExtraKey& extra : list.extra_keys) read_elsewhere.push_back(extra.name);
    read(item, {sections, no_lists, read_elsewhere, "", element});
    find_missing(sections, element);
  }

  std::string read_name(const Node& item, const List& list, const std::string& numbered) {
    const std::string key(list.name_key.key.name);
    const Node* name = find(item, key);
    const std::string rule =
        fmt::format("text of up to {} bytes without {}quotes, brackets, =, # or \\",
                    list.name_key.longest, list.name_key.dotted ? "" : "dots, ");
    if (name == nullptr) {
      findings_.add(with_key(item.place, numbered), "has no " + key,
                    fmt::format("{} = \"...\", {}", key, rule));
    } else if (name->kind != Node::Kind::text || !usable_name(name->text, list.name_key)) {
      findings_.add(with_key(name->place, joined(numbered, key)), "not a usable " + key, rule);
    } else {
      return name->text;
    }
    findings_.spoil(list.path);
    return "";
  }

  Places& places_;
  Findings& findings_;
};

constexpr std::string_view changeable[] = {"market.", "platform.", "brand.", "campaign."};

/// Reads what one arm sets.
class SettingsReader {
 public:
  /// prefix: what the keys begin with in messages and among places.
  SettingsReader(engine::ArmSpec& arm, std::string prefix, const Layout& layout, Places& places,
                 Findings& findings)
      : arm_(arm),
        prefix_(std::move(prefix)),
        layout_(layout),
        places_(places),
        findings_(findings) {}

  /// Settings may be written "campaign.spring.budget" or as tables in each other.
  void read(const Node& table, const std::string& above) {
    for (const Entry& entry : table.entries) {
      const std::string key = joined(above, entry.key);
      if (entry.value.kind == Node::Kind::table && !entry.key.empty()) {
        read(entry.value, key);
      } else {
        read_setting(entry, key);
      }
    }
  }

 private:
  void read_setting(const Entry& entry, const std::string& key) {
    const Place place = with_key(entry.place, prefix_ + key);
    if (std::none_of(std::begin(changeable), std::end(changeable),
                     [&](auto start) { return key.starts_with(start); })) {
      findings_.add(place, "an arm cannot change " + in_quotes(key),
                    "a setting of market, platform, brand or campaign",
                    "all arms share one graph and one run; a file of its own can extend this one");
      return;
    }
    const auto located = locate(layout_, key, place, findings_);
    if (!located) return;
    const auto value = value_from(entry.value, located->field, located->unit_needed,
                                  with_key(entry.value.place, place.key), findings_);
    if (!value) return;
    const std::string placed_as = prefix_ + located->key;
    if (places_.written(placed_as)) {
      if (places_.of(placed_as).file == entry.place.file) {
        findings_.add(place, fmt::format("sets {} a second time", located->key), "one value");
      }
      std::erase_if(arm_.settings, [&](const auto& each) { return each.key == located->key; });
    }
    arm_.settings.push_back({located->key, *value});
    places_.add(placed_as, entry.value.place);
  }

  engine::ArmSpec& arm_;
  std::string prefix_;
  const Layout& layout_;
  Places& places_;
  Findings& findings_;
};

}  // namespace

std::string arm_prefix(const std::string& arm) { return "arm." + arm + ".set."; }

void read_tables(const Node& root, const Layout& layout, Places& places, Findings& findings) {
  TableReader reader(places, findings);
  reader.read(root, {layout.sections, layout.lists, {"extends"}, "", ""});
  reader.find_missing(layout.sections, "");
}

void read_arm_settings(const Node& root, Scenario& scenario, const Layout& layout, Places& places,
                       Findings& findings) {
  const Node* arms = find(root, "arm");
  if (arms == nullptr || arms->kind != Node::Kind::array) return;
  for (std::size_t i = 0; i < scenario.arms.size(); ++i) {
    const Node& item = arms->items[i];
    const Node* set = item.kind == Node::Kind::table ? find(item, "set") : nullptr;
    if (set == nullptr) continue;
    const std::string& name = scenario.arms[i].name;
    const std::string prefix = name.empty() ? fmt::format("arm[{}].set.", i + 1) : arm_prefix(name);
    if (set->kind != Node::Kind::table) {
      findings.add(with_key(set->place, prefix.substr(0, prefix.size() - 1)),
                   "not a table of settings", "{ \"campaign.spring.budget\" = \"20000 USD\" }");
      continue;
    }
    SettingsReader(scenario.arms[i], prefix, layout, places, findings).read(*set, "");
  }
}

}  // namespace clout::scenario
