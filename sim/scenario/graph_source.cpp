#include "sim/scenario/graph_source.hpp"

#include <filesystem>

#include "sim/graph/import_tables.hpp"
#include "sim/scenario/field.hpp"

namespace clout::scenario {

namespace {

using enum Provenance;

constexpr std::string_view input = "an input of the study";

const Parameter<GraphSource> rows[] = {
    {{"file", "1", 0, 0, 0, 0, assumed, "a real network may take the generated one's place",
      "Graph file, GraphML or edge list, plain or gzip, to read instead of generating a graph; "
      "relative to this file."},
     &GraphSource::file},
    {{"direction", "1", 0, 0, 0, 0, assumed, "files seldom say; see docs/import.md",
      "Which of an edge list's columns follows the other; automatic: what the file says, else its "
      "tails."},
     choice<&GraphSource::direction>},
    {{"niche_table", "1", 0, 0, 0, 0, assumed, input,
      "CSV of account and niche for the graph that is read, relative to this file, or the word "
      "communities: found by the Louvain method."},
     &GraphSource::niche_table},
    {{"influencer_table", "1", 0, 0, 0, 0, assumed, input,
      "CSV of influencers, relative to this file: their audiences are planted in a generated "
      "graph, "
      "and set people_per_agent of a graph that is read."},
     &GraphSource::influencer_table},
    {{"influencer_platform", "1", 0, 0, 0, 0, assumed, input,
      "Platform whose rows of the influencer table are taken; empty: all."},
     &GraphSource::influencer_platform},
    {{"influencer_count", "1", 0, 1e6, 0, 0, assumed,
      "planting more than 3% of the follows moves a graph from its targets (docs/graph.md)",
      "Rows of the influencer table to take, spread over its ranks; 0: as many as add 5% of "
      "follows "
      "to a generated graph, the largest 1% of accounts in one that is read."},
     &GraphSource::influencer_count},
    // 2^53 - 1, as for run.seed.
    {{"price_seed", "1", -1, 9007199254740991, 0, 0, assumed, input,
      "Seed of prices that the influencer table does not say, the same in all replicates, 10 USD "
      "per "
      "1,000 followers at the median; -1: drawn in each replicate by platform.prices."},
     &GraphSource::price_seed},
};

constexpr FileSetting file_settings[] = {
    {"graph.file", &GraphSource::file},
    {"graph.niche_table", &GraphSource::niche_table},
    {"graph.influencer_table", &GraphSource::influencer_table},
};

/// Names of the generator's settings that are not at their defaults; people_per_agent is not its
/// own.
std::vector<std::string> changed_settings(graph::GraphSpec graph) {
  graph::GraphSpec unchanged;
  const std::vector<Field> fields = fields_of(graph, graph::graph_parameters());
  const std::vector<Field> defaults = fields_of(unchanged, graph::graph_parameters());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view name = fields[i].info.name;
    if (fields[i].get() != defaults[i].get() && name != "people_per_agent")
      names.emplace_back(name);
  }
  if (!graph.celebrities.empty()) names.emplace_back("celebrity");
  return names;
}

class Contradictions {
 public:
  void unless(bool holds, std::string_view key, const std::string& problem,
              const std::string& suggestion) {
    if (holds) return;
    Diagnostic diagnostic;
    diagnostic.place.key = key;
    diagnostic.problem = problem;
    diagnostic.suggestion = suggestion;
    found.push_back(std::move(diagnostic));
  }

  std::vector<Diagnostic> found;
};

}  // namespace

std::span<const Parameter<GraphSource>> graph_source_parameters() { return rows; }

std::span<const FileSetting> graph_file_settings() { return file_settings; }

bool names_file(const std::string& value) {
  return !value.empty() && value != graph::niches_by_communities;
}

std::string path_of(const GraphSource& source, const std::string& name) {
  return (std::filesystem::path(source.folder) / name).lexically_normal().string();
}

GraphSource found_anywhere(GraphSource source) {
  for (const FileSetting& setting : file_settings) {
    std::string& name = source.*setting.name;
    if (names_file(name))
      name = std::filesystem::absolute(path_of(source, name)).lexically_normal().string();
  }
  source.folder.clear();
  return source;
}

std::vector<Diagnostic> check(const GraphSource& source, const graph::GraphSpec& graph) {
  Contradictions all;
  const bool read = !source.file.empty();
  for (const std::string& name : changed_settings(graph)) {
    all.unless(!read, "graph." + name, "is for a graph that is generated, but graph.file reads one",
               "leave out one of the two");
  }
  all.unless(read || source.direction == EdgeDirection::automatic, "graph.direction",
             "is for a graph that is read, but this one is generated", "name graph.file");
  all.unless(read || source.niche_table.empty(), "graph.niche_table",
             "is for a graph that is read, but this one is generated", "name graph.file");
  const bool table = !source.influencer_table.empty();
  constexpr const char* no_table = "says what to take from an influencer table, but none is named";
  constexpr const char* name_it = "name graph.influencer_table";
  all.unless(table || source.influencer_platform.empty(), "graph.influencer_platform", no_table,
             name_it);
  all.unless(table || source.influencer_count == 0, "graph.influencer_count", no_table, name_it);
  all.unless(table || source.price_seed == -1, "graph.price_seed", no_table, name_it);
  for (const FileSetting& setting : file_settings) {
    all.unless((source.*setting.name).find('\0') == std::string::npos, setting.key,
               "holds a NUL byte, which no file name has", "");
  }
  all.unless(graph.people_per_agent == 0 || graph.people_per_agent >= 1, "graph.people_per_agent",
             "an account stands for one person at least", "0 chooses by size, or by the table");
  return all.found;
}

}  // namespace clout::scenario
