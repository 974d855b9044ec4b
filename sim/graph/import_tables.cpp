#include "sim/graph/import_tables.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "sim/graph/communities.hpp"
#include "sim/graph/influencer_prices.hpp"
#include "sim/graph/influencer_table.hpp"
#include "sim/graph/niche_file.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

/// The largest communities become niches, the rest one niche together.
constexpr int most_communities = 64;

void append(std::vector<std::string>& notes, const std::vector<std::string>& more) {
  notes.insert(notes.end(), more.begin(), more.end());
}

void assign_niches(Import& import, const std::string& source) {
  Network& network = import.network;
  if (source == niches_by_communities) {
    network.niches = communities(network.graph, transpose(network.graph), most_communities);
    import.report.notes.push_back(
        fmt::format("{} niches found by community detection (Louvain)", network.niches.niches()));
    return;
  }
  NicheFile niches = read_niche_file(TextInput(source), network);
  network.niches = std::move(niches.niches);
  append(import.report.notes, niches.notes);
}

void draw_prices(Import& import, const std::optional<std::uint64_t>& seed) {
  Network& network = import.network;
  auto& notes = import.report.notes;
  const auto unknown = std::count_if(network.influencers.begin(), network.influencers.end(),
                                     [](const auto& each) { return each.price_per_post_usd < 0; });
  if (!seed) {
    if (unknown > 0)
      notes.push_back(
          fmt::format("The price of {} influencers is unknown; a price seed draws them", unknown));
    return;
  }
  const std::size_t drawn = draw_unknown_prices(network, {}, random::Seed{*seed});
  notes.push_back(
      fmt::format("{} unknown prices were drawn from a log-normal with seed {}", drawn, *seed));
  network.origin += fmt::format(", {} prices drawn with seed {}", drawn, *seed);
}

/// Makes accounts influencers by the table that the options name.
void add_influencers(Import& import, const TableOptions& options) {
  Network& network = import.network;
  const InfluencerTable table =
      read_influencer_table(TextInput(options.influencers), options.platform);
  const auto matched = apply_influencer_table(network, table, {options.influencer_count});
  append(import.report.notes, table.notes);
  append(import.report.notes, matched);
  network.origin += "; influencers of " + file_name(options.influencers);
  if (options.people_per_agent == 0) {
    network.people_per_agent = people_per_agent_by_table(network);
    if (network.people_per_agent > most_people_per_agent) {
      throw input_error(
          options.influencers, 0,
          fmt::format("an account would stand for {:.6g} people", network.people_per_agent),
          fmt::format("at most {:g}", most_people_per_agent), "set people_per_agent yourself");
    }
    import.report.notes.push_back(
        fmt::format("An account stands for {:.6g} people, the median of the influencers' followers "
                    "by the table over those in the graph",
                    network.people_per_agent));
  }
  draw_prices(import, options.price_seed);
}

}  // namespace

void apply_tables(Import& import, const TableOptions& options) {
  if (options.people_per_agent > 0) import.network.people_per_agent = options.people_per_agent;
  if (!options.niches.empty()) assign_niches(import, options.niches);
  if (!options.influencers.empty()) add_influencers(import, options);
}

double people_per_agent_by_table(const Network& network) {
  std::vector<double> ratios;
  for (const InfluencerProfile& each : network.influencers) {
    const auto audience = static_cast<double>(network.graph.audience(each.account));
    if (audience > 0 && each.nominal_followers > 0)
      ratios.push_back(each.nominal_followers / audience);
  }
  if (ratios.empty()) return 1;
  const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
  std::nth_element(ratios.begin(), middle, ratios.end());
  return std::max(1.0, *middle);
}

}  // namespace clout::graph
