#include "sim/scenario/layout.hpp"

#include <algorithm>

#include "sim/market/market_parameters.hpp"
#include "sim/scenario/quantity.hpp"

namespace clout::scenario {

namespace {

using enum Provenance;
using engine::ArmSpec;
using graph::CelebritySpec;
using market::BrandSpec;
using market::CampaignSpec;

const Parameter<Headline> headline_rows[] = {
    {{"title", "1", 0, 0, 0, 0, assumed, "for the reader of a report", "What the study is called."},
     &Headline::title},
    {{"question", "1", 0, 0, 0, 0, assumed, "for the reader of a report",
      "What the study is to find out."},
     &Headline::question},
};

const Parameter<CelebritySpec> celebrity_rows[] = {
    {{"audience_share", "1", 1e-6, 0.5, 0.01, 0.4, assumed, "an input of the study",
      "Followers as a share of all accounts."},
     &CelebritySpec::audience_share},
    {{"niche", "1", 0, 0, 0, 0, assumed, "an input of the study",
      "Home niche; empty to take them in turn, the largest first."},
     &CelebritySpec::niche},
};

const NameKey plain_name{
    {"name", "none: must be given", "text without dots", "What it is called.", {"string"}},
    64,
    false};

const NameKey setting_name{
    {"key",
     "none: must be given",
     "dotted key of a setting",
     "The setting of market, platform, brand, campaign or graph that varies.",
     {"string"}},
    200,
    true};

const std::vector<ExtraKey> arm_keys{
    {"set",
     "`{}`",
     "a table of dotted keys",
     "Settings of market, platform, brands and campaigns that differ in this arm.",
     {"object"}}};

const std::vector<ExtraKey> sweep_keys{
    {"values", "none: low to high", "a list", "Values of the setting.", {"array"}},
    {"low",
     "the setting's sweep range",
     "as the setting",
     "Smallest value, instead of values.",
     {"number", "string"}},
    {"high",
     "the setting's sweep range",
     "as the setting",
     "Largest value, instead of values.",
     {"number", "string"}}};

template <typename Spec>
Section section(std::string path, std::string_view doc, Spec& object,
                std::span<const Parameter<Spec>> table,
                std::vector<std::string_view> required = {}) {
  return {std::move(path), doc, fields_of(object, table), std::move(required)};
}

template <typename Spec>
List list(std::string path, std::string_view doc, std::vector<Spec>& items,
          std::function<std::vector<Section>(Spec&)> element, std::vector<ExtraKey> extra_keys = {},
          std::size_t most = 1000, const NameKey& name_key = plain_name) {
  return {std::move(path),
          doc,
          name_key,
          std::move(extra_keys),
          most,
          [&items] { return items.size(); },
          [&items](std::size_t i) -> const std::string& { return items[i].name; },
          [&items](std::string name) {
            Spec item;
            item.name = std::move(name);
            items.push_back(std::move(item));
          },
          [&items, element](std::size_t i) { return element(items[i]); }};
}

void add_market(market::MarketSpec& m, std::vector<Section>& sections) {
  sections.push_back(section("market.mechanism",
                             "Which mechanisms act, and which of two rival forms.", m.mechanism,
                             market::mechanism_parameters()));
  sections.push_back(section("market.attention",
                             "How much consumers look at, and how they split it.", m.attention,
                             market::attention_parameters()));
  sections.push_back(section("market.relatability", "What makes an account feel like one of us.",
                             m.relatability, market::relatability_parameters()));
  sections.push_back(section("market.trust", "Trust of a follower in an account.", m.trust,
                             market::trust_parameters()));
  sections.push_back(section("market.load",
                             "What a follower remembers of an account's endorsements.", m.load,
                             market::load_parameters()));
  sections.push_back(section("market.suspicion", "When a sponsored post looks insincere.",
                             m.suspicion, market::suspicion_parameters()));
  sections.push_back(section("market.spill_over", "Suspicion that outlives its post.", m.spill_over,
                             market::spill_over_parameters()));
  sections.push_back(section("market.engagement", "Likes and comments per view.", m.engagement,
                             market::engagement_parameters()));
  sections.push_back(
      section("market.reply", "Answers to comments.", m.reply, market::reply_parameters()));
  sections.push_back(section("market.unfollow", "Leaving an account for another.", m.unfollow,
                             market::unfollow_parameters()));
  sections.push_back(section("market.memory", "Memory of a brand, and tiredness of it.", m.memory,
                             market::memory_parameters()));
  sections.push_back(section("market.funnel", "From unaware to repeat buyer.", m.funnel,
                             market::funnel_parameters()));
  sections.push_back(section("market.word_of_mouth",
                             "What buyers and engagers tell their followers.", m.word_of_mouth,
                             market::word_of_mouth_parameters()));
}

std::vector<Section> single_sections(Scenario& s) {
  std::vector<Section> sections;
  sections.push_back(
      section<Headline>("", "What the study is called and asks.", s.headline, headline_rows));
  sections.push_back(
      section("run", "Length and repetitions.", s.run, engine::run_parameters(), {"seed"}));
  sections.push_back(
      section("graph", "The follower graph.", s.graph_source, graph_source_parameters()));
  sections.push_back(section("graph", "The follower graph.", s.graph, graph::graph_parameters()));
  auto& platform = s.platform;
  sections.push_back(
      section("platform", "The platform and its habits.", platform, market::platform_parameters()));
  sections.push_back(section("platform.reach", "How far a post travels.", platform.reach,
                             market::reach_parameters()));
  sections.push_back(section("platform.tiers", "What an influencer is called by audience.",
                             platform.tiers, market::tier_parameters()));
  sections.push_back(section("platform.prices", "What a sponsored post costs.", platform.prices,
                             market::price_parameters()));
  add_market(s.market, sections);
  sections.push_back(
      section("sweep", "Points at which clout sweep runs the study.", s.sweep, sweep_parameters()));
  return sections;
}

std::vector<List> lists_of(Scenario& s) {
  std::vector<List> lists;
  lists.push_back(list<CelebritySpec>(
      "graph.celebrity", "An account with an audience of stated size.", s.graph.celebrities,
      [](CelebritySpec& celebrity) {
        return std::vector{section<CelebritySpec>("", "An account with an audience of stated size.",
                                                  celebrity, celebrity_rows)};
      }));
  lists.push_back(
      list<BrandSpec>("brand", "A brand and its product.", s.brands, [](BrandSpec& brand) {
        return std::vector{
            section("", "A brand and its product.", brand, market::brand_parameters())};
      }));
  lists.push_back(list<CampaignSpec>(
      "campaign", "Who is hired for which budget, and how they post.", s.campaigns,
      [](CampaignSpec& c) {
        return std::vector{
            section("", "Who is hired for which budget, and how they post.", c,
                    market::campaign_parameters(), {"brand"}),
            section("roster", "Who is hired.", c.roster, market::roster_parameters())};
      }));
  lists.push_back(list<ArmSpec>(
      "arm", "A what-if alternative.", s.arms,
      [](ArmSpec& arm) {
        return std::vector{section("", "A what-if alternative.", arm, engine::arm_parameters())};
      },
      arm_keys, 100));
  lists.push_back(list<SweepParameter>(
      "sweep.parameter", "A setting that varies over the points.", s.sweep.parameters,
      [](SweepParameter& parameter) {
        return std::vector{section("", "A setting that varies over the points.", parameter,
                                   sweep_parameter_parameters())};
      },
      sweep_keys, 1000, setting_name));
  return lists;
}

std::pair<std::string_view, std::string_view> split_last(std::string_view key) {
  const std::size_t dot = key.rfind('.');
  if (dot == std::string_view::npos) return {"", key};
  return {key.substr(0, dot), key.substr(dot + 1)};
}

/// What follows the prefix and a dot in the key: empty if nothing does; none if the key is not
/// inside it.
std::optional<std::string_view> inside(std::string_view prefix, std::string_view key) {
  if (!key.starts_with(prefix)) return std::nullopt;
  key.remove_prefix(prefix.size());
  if (key.empty()) return key;
  if (key.front() != '.') return std::nullopt;
  return key.substr(1);
}

std::vector<std::string> all_keys(const std::vector<Section>& sections) {
  std::vector<std::string> keys;
  for (const Section& each : sections) {
    for (const Field& field : each.fields) keys.push_back(joined(each.path, field.info.name));
  }
  return keys;
}

/// The field among sections at the path rest; prefix is what stands before it in the whole key.
std::optional<Located> locate_among(const std::vector<Section>& sections, std::string_view rest,
                                    const std::string& prefix, const Place& place,
                                    Findings& findings) {
  const auto [path, name] = split_last(rest);
  if (const Field* field = find_field(sections, path, name)) {
    return Located{*field, joined(prefix, joined(path, field->info.name)),
                   name != field->info.name};
  }
  std::string suggestion;
  if (findings.worth_suggesting()) suggestion = did_you_mean(rest, all_keys(sections));
  findings.add(place, "unknown setting " + in_quotes(rest), "", std::move(suggestion));
  return std::nullopt;
}

}  // namespace

Layout layout_of(Scenario& scenario) { return {single_sections(scenario), lists_of(scenario)}; }

std::string joined(std::string_view path, std::string_view name) {
  if (path.empty()) return std::string(name);
  if (name.empty()) return std::string(path);
  return std::string(path) + "." + std::string(name);
}

const Field* find_field(const std::vector<Section>& sections, std::string_view path,
                        std::string_view name) {
  for (const Section& each : sections) {
    if (each.path != path || name.empty()) continue;
    for (const Field& field : each.fields) {
      if (field.info.name == name || stem_of(field.info.name, field.info.unit) == name)
        return &field;
    }
  }
  return nullptr;
}

std::optional<Located> locate(const Layout& layout, const std::string& key, const Place& place,
                              Findings& findings) {
  for (const List& list : layout.lists) {
    if (!key.starts_with(list.path + ".")) continue;
    const std::string_view in_list = std::string_view(key).substr(list.path.size() + 1);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (const auto rest = inside(list.name(i), in_list)) {
        return locate_among(list.element(i), *rest, joined(list.path, list.name(i)), place,
                            findings);
      }
      if (findings.worth_suggesting()) names.push_back(list.name(i));
    }
    const std::string_view element = in_list.substr(0, in_list.find('.'));
    std::string suggestion;
    if (findings.worth_suggesting()) suggestion = did_you_mean(element, names);
    findings.add(place, "no " + list.path + " is named " + in_quotes(element), "",
                 std::move(suggestion));
    return std::nullopt;
  }
  return locate_among(layout.sections, key, "", place, findings);
}

std::vector<std::string> keys_at(const std::vector<Section>& sections,
                                 const std::vector<List>& lists, std::string_view path) {
  std::vector<std::string> keys;
  const auto add_child = [&](std::string_view full) {
    const std::string prefix = path.empty() ? "" : std::string(path) + ".";
    if (!full.starts_with(prefix) || full.size() == prefix.size()) return;
    const std::string child(
        full.substr(prefix.size(), full.find('.', prefix.size()) - prefix.size()));
    if (std::find(keys.begin(), keys.end(), child) == keys.end()) keys.push_back(child);
  };
  for (const Section& each : sections) {
    if (each.path == path) {
      for (const Field& field : each.fields) keys.emplace_back(field.info.name);
    }
    add_child(each.path);
  }
  for (const List& each : lists) add_child(each.path);
  return keys;
}

}  // namespace clout::scenario
