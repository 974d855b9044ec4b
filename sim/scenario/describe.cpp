#include "sim/scenario/describe.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/catalog.hpp"

namespace clout::scenario {

namespace {

std::string type_name(FieldType type) {
  switch (type) {
    case FieldType::number:
      return "number";
    case FieldType::whole_number:
      return "whole number";
    case FieldType::truth:
      return "true or false";
    case FieldType::text:
      return "text";
    case FieldType::names:
      return "list of names";
    case FieldType::choice:
      return "choice";
  }
  return "";
}

std::string unit_of(const Field& field) {
  const bool counts = field.type == FieldType::number || field.type == FieldType::whole_number;
  return counts ? (field.info.unit == "1" ? "none" : std::string(field.info.unit)) : "";
}

void explain_row(const CatalogRow& row, std::string& text) {
  const Field& field = row.field;
  const auto line = [&](std::string_view label, std::string_view value) {
    if (!value.empty()) text += fmt::format("  {:<12}{}\n", label, value);
  };
  text += fmt::format("{}\n  {}\n", row.key, field.info.doc);
  line("type", type_name(field.type));
  line("unit", unit_of(field));
  line("default", default_text(row));
  line("allowed", allowed_values(field));
  line("sweep", sweep_text(field));
  line("provenance", name_of(field.info.provenance));
  line("source", field.info.source);
}

/// A cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

void extra_row(const ExtraKey& extra, std::string& text) {
  text += fmt::format("| `{}` | {} |  | {} |  | {} |  |\n", extra.name, extra.by_default,
                      extra.allowed, extra.doc);
}

void reference_table(const CatalogTable& table, std::string& text) {
  const std::string heading = heading_of(table);
  text += fmt::format("\n## {}\n\n{}\n\n", table.path.empty() ? heading : "`" + heading + "`",
                      table.doc);
  text +=
      "| key | default | unit | allowed | sweep range | meaning | provenance "
      "|\n|---|---|---|---|---|---|---|\n";
  if (table.element) extra_row(table.name_key.key, text);
  for (const CatalogRow& row : table.rows) {
    const Field& field = row.field;
    text += fmt::format("| `{}` | `{}` | {} | {} | {} | {} | {}: {} |\n", field.info.name,
                        default_text(row), unit_of(field), cell(allowed_values(field)),
                        sweep_text(field), cell(field.info.doc), name_of(field.info.provenance),
                        cell(field.info.source));
  }
  for (const ExtraKey& extra : table.extra_keys) extra_row(extra, text);
}

std::string roster_text(const market::CampaignSpec& campaign) {
  using market::RosterRule;
  using market::Tier;
  const auto& roster = campaign.roster;
  if (roster.rule == RosterRule::none) return "nobody";
  if (roster.rule == RosterRule::tier) {
    const auto tier = choice_names<Tier>[static_cast<std::size_t>(roster.tier)];
    return roster.influencers == 0 ? fmt::format("as many {} accounts as it pays", tier)
                                   : fmt::format("{} {}", roster.influencers, tier);
  }
  const auto shares = market::budget_shares(roster);
  std::string text = "mix of";
  for (std::size_t i = 0; i < std::size(shares); ++i) {
    if (shares[i] > 0) text += fmt::format(" {} {:.3g}%", choice_names<Tier>[i], 100 * shares[i]);
  }
  return text;
}

std::string arm_text(const Scenario& scenario, std::size_t position) {
  const ResolvedArm arm = resolve_arm(scenario, position);
  std::string text = fmt::format("  {:<20}", arm.name);
  if (arm.campaigns.empty()) return text + "no campaign\n";
  for (std::size_t i = 0; i < arm.campaigns.size(); ++i) {
    const auto& campaign = arm.campaigns[i];
    if (i == 3) return text + fmt::format("; and {} more\n", arm.campaigns.size() - i);
    text += fmt::format("{}{} {:.0f} USD, {}, {} days", i == 0 ? "" : "; ", campaign.name,
                        campaign.budget_usd, roster_text(campaign), campaign.duration_days);
  }
  return text + "\n";
}

}  // namespace

std::string explain(const std::string& key) {
  Scenario example = example_scenario();
  std::string text;
  for (const CatalogRow& row : rows_named(catalog_of(example), key)) {
    if (!text.empty()) text += '\n';
    explain_row(row, text);
  }
  return text;
}

std::string reference_markdown() {
  Scenario example = example_scenario();
  std::string text =
      "# Settings of a scenario\n\n"
      "Written by `clout scenario --reference`; do not edit. How a scenario file is put together:\n"
      "[scenario.md](../scenario.md).\n\n"
      "Provenance: *found* was read in the source named, *recalled* is known from it but was not "
      "read again, *assumed* is\n"
      "our choice for the reason given, *calibrated* was fitted to published patterns. The sweep "
      "range is what is plausible.\n";
  for (const CatalogTable& table : catalog_of(example)) reference_table(table, text);
  return text;
}

std::string summary(const Scenario& scenario) {
  constexpr std::size_t most_arms = 16;
  const auto& [days, warm_up, replicates, seed] = scenario.run;
  std::string text;
  if (!scenario.headline.title.empty()) text += fmt::format("  {}\n", scenario.headline.title);
  if (!scenario.headline.question.empty())
    text += fmt::format("  {}\n", scenario.headline.question);
  if (scenario.graph_source.file.empty()) {
    const auto graph = graph::resolved(scenario.graph);
    text += fmt::format(
        "  graph     {} accounts of {:.4g} people each, {:.4g} follows on average, {} niches, {} "
        "planted celebrities\n",
        graph.accounts, graph.people_per_agent, graph.mean_follows, graph.niches,
        graph.celebrities.size());
    text += fmt::format("  people    {:.0f}\n",
                        static_cast<double>(graph.accounts) * graph.people_per_agent);
  } else {
    text += fmt::format("  graph     from {}\n", scenario.graph_source.file);
  }
  if (!scenario.graph_source.influencer_table.empty())
    text += fmt::format("  table     of influencers: {}\n", scenario.graph_source.influencer_table);
  text += fmt::format("  run       {} days after {} of warm-up, {} replicates, seed {}\n", days,
                      warm_up, replicates, seed);
  text += fmt::format("  brands    {}, campaigns {}, arms {}\n", scenario.brands.size(),
                      scenario.campaigns.size(), scenario.arms.size());
  if (!scenario.sweep.parameters.empty()) {
    text += fmt::format("  sweep     {} over",
                        choice_names<SweepDesign>[static_cast<std::size_t>(scenario.sweep.design)]);
    for (const SweepParameter& each : scenario.sweep.parameters) text += " " + each.name;
    text += '\n';
  }
  for (std::size_t i = 0; i < std::min(most_arms, scenario.arms.size()); ++i)
    text += arm_text(scenario, i);
  if (scenario.arms.size() > most_arms)
    text += fmt::format("  and {} more arms\n", scenario.arms.size() - most_arms);
  return text;
}

}  // namespace clout::scenario
