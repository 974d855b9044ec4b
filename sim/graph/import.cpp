#include "sim/graph/import.hpp"

#include <algorithm>
#include <filesystem>

namespace clout::graph {

FollowerGraph settled_graph(std::size_t accounts, std::vector<Follow> edges,
                            const std::optional<Direction>& given,
                            const std::optional<DirectionChoice>& stated, ImportReport& report) {
  report.edges = edges.size();
  report.self_loops =
      static_cast<std::uint64_t>(std::count_if(edges.begin(), edges.end(), [](const Follow& each) {
        return each.follower == each.followee;
      }));
  FollowerGraph graph = graph_of(accounts, edges);
  std::vector<Follow>().swap(edges);  // gigabytes, and no longer needed
  report.duplicates = report.edges - report.self_loops - graph.follows();
  report.direction_given = given.has_value();
  report.direction = given ? DirectionChoice{*given, "as asked"} : assumed_direction(stated, graph);
  return report.direction->direction == Direction::follower_followee ? std::move(graph)
                                                                     : transpose(graph);
}

NicheAssignment one_niche(std::size_t accounts) {
  return {{"all"}, std::vector<NicheId>(accounts, NicheId{0})};
}

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

}  // namespace clout::graph
