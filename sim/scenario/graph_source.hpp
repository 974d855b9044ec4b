// Where a scenario's follower graph comes from: generated, or a file with tables beside it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostic.hpp"
#include "sim/base/parameter.hpp"
#include "sim/graph/graph_spec.hpp"

namespace clout::scenario {

/// What the columns of an edge list mean; automatic: what the file says, else its tails
/// (docs/import.md).
enum class EdgeDirection { automatic, follower_followee, followee_follower };

/// Each member but the folder is a row of graph_source_parameters(). Names of files are relative to
/// the folder.
struct GraphSource {
  std::string file;  ///< empty: generate
  EdgeDirection direction = EdgeDirection::automatic;
  std::string niche_table;
  std::string influencer_table;
  std::string influencer_platform;
  std::int64_t influencer_count = 0;
  std::int64_t price_seed = -1;
  /// Of the scenario file, as its path was given; not a setting. Files that are extended may lie
  /// elsewhere: their names were brought to this folder.
  std::string folder;

  bool operator==(const GraphSource&) const = default;
};

/// The rows of a scenario's [graph] table that say where the graph comes from.
std::span<const Parameter<GraphSource>> graph_source_parameters();

/// The settings that name files.
struct FileSetting {
  std::string_view key;
  std::string GraphSource::*name;
};
std::span<const FileSetting> graph_file_settings();

/// Whether the value of a file setting is the name of a file: not empty, and not "communities".
bool names_file(const std::string& value);

/// A name as the program can open it.
std::string path_of(const GraphSource& source, const std::string& name);

/// The same files by whole paths, which hold wherever the scenario is written to.
GraphSource found_anywhere(GraphSource source);

/// Settings that contradict each other: of a generated graph beside a file, of a file without one,
/// of an influencer table without one.
std::vector<Diagnostic> check(const GraphSource& source, const graph::GraphSpec& graph);

}  // namespace clout::scenario

namespace clout {

template <>
inline constexpr std::array<std::string_view, 3> choice_names<scenario::EdgeDirection>{
    "automatic", "follower-followee", "followee-follower"};

}  // namespace clout
