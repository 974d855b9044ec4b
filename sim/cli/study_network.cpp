#include "sim/cli/study_network.hpp"

#include <fmt/format.h>

#include "sim/base/ordinary_file.hpp"
#include "sim/cli/assumed_direction.hpp"
#include "sim/cli/study_arms.hpp"
#include "sim/graph/generate.hpp"
#include "sim/graph/import_tables.hpp"
#include "sim/graph/influencer_prices.hpp"
#include "sim/graph/influencer_table.hpp"
#include "sim/graph/planted_influencers.hpp"
#include "sim/store/network_file.hpp"

namespace clout::cli {

namespace {

using scenario::EdgeDirection;
using scenario::GraphSource;
using scenario::Scenario;

graph::EdgeOptions edge_options(const GraphSource& source) {
  graph::EdgeOptions options;
  if (source.direction == EdgeDirection::follower_followee)
    options.direction = graph::Direction::follower_followee;
  if (source.direction == EdgeDirection::followee_follower)
    options.direction = graph::Direction::followee_follower;
  return options;
}

/// A study's files are read more than once: for the graph, for its hash, for each point of a sweep.
std::string file_of(const GraphSource& source, const std::string& name) {
  std::string path = path_of(source, name);
  refuse_pipe_or_device(path);
  return path;
}

graph::TableOptions table_options(const Scenario& study) {
  const GraphSource& source = study.graph_source;
  graph::TableOptions options;
  options.niches = scenario::names_file(source.niche_table) ? file_of(source, source.niche_table)
                                                            : source.niche_table;
  if (!source.influencer_table.empty())
    options.influencers = file_of(source, source.influencer_table);
  options.platform = source.influencer_platform;
  options.influencer_count = static_cast<std::size_t>(source.influencer_count);
  if (source.price_seed >= 0) options.price_seed = static_cast<std::uint64_t>(source.price_seed);
  options.people_per_agent = study.graph.people_per_agent;
  return options;
}

graph::Network read(const Scenario& study) {
  const GraphSource& source = study.graph_source;
  graph::Import import = store::read_network(file_of(source, source.file), edge_options(source));
  print_direction(import.report, "graph.direction");
  apply_tables(import, table_options(study));
  return std::move(import.network);
}

graph::Network generated(const Scenario& study, const StudyMemory& memory) {
  const GraphSource& source = study.graph_source;
  const graph::GraphSpec spec = spec_of(study);
  memory.require(spec, arms_of(study), study.run);
  graph::Network network = generate(spec, random::Seed{static_cast<std::uint64_t>(study.run.seed)});
  if (!spec.influencers.empty())
    network.origin += fmt::format("; {} influencers of {} planted", spec.influencers.size(),
                                  graph::file_name(source.influencer_table));
  if (source.price_seed >= 0) {
    draw_unknown_prices(network, {}, random::Seed{static_cast<std::uint64_t>(source.price_seed)});
    network.origin += fmt::format(", prices drawn with seed {}", source.price_seed);
  }
  return network;
}

}  // namespace

graph::GraphSpec spec_of(const Scenario& study) {
  const GraphSource& source = study.graph_source;
  graph::GraphSpec spec = study.graph;
  if (source.influencer_table.empty()) return spec;
  const auto table = graph::read_influencer_table(
      graph::TextInput(file_of(source, source.influencer_table)), source.influencer_platform);
  spec.influencers = planted_influencers(table, spec, study.platform.tiers.nano_from,
                                         static_cast<std::size_t>(source.influencer_count));
  return spec;
}

graph::Network network_of(const Scenario& study, const StudyMemory& memory) {
  return study.graph_source.file.empty() ? generated(study, memory) : read(study);
}

}  // namespace clout::cli
