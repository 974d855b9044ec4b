#include <fstream>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/function_property_map.hpp>

#include "sim/base/new_file.hpp"
#include "sim/graph/graphml.hpp"
#include "sim/graph/name_table.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

using CompactGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint64_t>;

/// The same follows in the type that write_graphml can walk: source follows target.
CompactGraph compact(const FollowerGraph& graph) {
  const FollowerGraph followees = transpose(graph);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  edges.reserve(graph.follows());
  for (std::size_t i = 0; i < graph.accounts(); ++i) {
    for (const AccountId followee : followees.followers(account_at(i))) {
      edges.emplace_back(static_cast<std::uint32_t>(i),
                         static_cast<std::uint32_t>(index(followee)));
    }
  }
  return {boost::edges_are_sorted, edges.begin(), edges.end(),
          static_cast<std::uint32_t>(graph.accounts())};
}

/// XML readers, Boost's among them, take blanks at the ends of a text away and join doubled ones.
bool survives_xml(const std::string& name) {
  return fault_of_name(name).empty() && name.front() != ' ' && name.back() != ' ' &&
         name.find("  ") == std::string::npos;
}

void check_names(const std::vector<std::string>& names, const char* whose, ProblemList& problems) {
  for (const std::string& name : names) {
    if (survives_xml(name)) continue;
    problems.add(0, std::string("GraphML cannot hold the ") + whose + " " + in_quotes(name),
                 "names without blanks at the ends, doubled blanks and control characters",
                 "export to HDF5");
  }
}

}  // namespace

std::vector<std::string> write_graphml(const Network& network, const std::string& path) {
  ProblemList problems(path);
  check_names(network.names, "account name", problems);
  check_names(network.niches.names, "niche name", problems);
  problems.throw_if_any();
  NewFile file(path);
  const CompactGraph graph = compact(network.graph);
  boost::dynamic_properties properties;
  const auto name = boost::make_function_property_map<std::uint32_t>(
      [&](std::uint32_t i) -> std::string { return network.names[i]; });
  const auto niche =
      boost::make_function_property_map<std::uint32_t>([&](std::uint32_t i) -> std::string {
        return network.niches.names[index(network.niches.home[i])];
      });
  if (!network.names.empty()) properties.property("name", name);
  if (network.niches.niches() > 1) properties.property("niche", niche);
  std::ofstream out(file.temporary(), std::ios::binary);
  boost::write_graphml(out, graph, boost::get(boost::vertex_index, graph), properties, true);
  out.close();
  if (!out) throw input_error(path, 0, "cannot be written to the disk");
  file.commit();

  std::vector<std::string> lost;
  if (!network.influencers.empty())
    lost.emplace_back("GraphML files of this program do not hold the influencers");
  if (network.people_per_agent != 1)
    lost.emplace_back("GraphML files of this program do not hold the people per agent");
  return lost;
}

}  // namespace clout::graph
