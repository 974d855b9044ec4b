#include "sim/store/network_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "sim/graph/edge_list.hpp"
#include "sim/graph/graphml.hpp"
#include "sim/graph/problem_list.hpp"
#include "sim/graph/text_input.hpp"

namespace clout::store {

namespace {

constexpr std::string_view hdf5_signature("\x89HDF\r\n\x1a\n", 8);
constexpr std::array<std::string_view, 3> hdf5_endings{".h5", ".hdf5", ".nc"};
constexpr std::array<std::string_view, 4> edge_list_endings{".txt", ".tsv", ".csv", ".edges"};

bool ends_in(std::string_view path, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

/// XML begins with '<' after an optional byte order mark and blanks; names in edge lists never do
/// in practice.
bool looks_like_xml(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '<';
}

}  // namespace

graph::Import read_network(const std::string& path, const graph::EdgeOptions& options) {
  graph::TextInput input(path);
  const std::string_view first = input.beginning(512);
  if (first.starts_with(hdf5_signature)) {
    graph::Import import;
    import.network = read_graph_file(path);
    import.report.format = "clout HDF5";
    import.report.edges = import.network.graph.follows();
    return import;
  }
  const bool xml = looks_like_xml(first);
  return xml ? graph::read_graphml(std::move(input), options)
             : graph::read_edge_list(std::move(input), options);
}

std::vector<std::string> write_network(const graph::Network& network, const std::string& path,
                                       const GraphFileOptions& options) {
  if (ends_in(path, hdf5_endings)) {
    write_graph_file(network, path, options);
    return {};
  }
  if (path.ends_with(".graphml")) return graph::write_graphml(network, path);
  std::string_view plain = path;
  if (plain.ends_with(".gz")) plain.remove_suffix(3);
  if (ends_in(plain, edge_list_endings)) return graph::write_edge_list(network, path);
  throw graph::input_error(
      path, 0, "the ending does not tell the format",
      ".h5, .hdf5, .nc, .graphml, or for edge lists .txt, .tsv, .csv, .edges, also with .gz");
}

}  // namespace clout::store
