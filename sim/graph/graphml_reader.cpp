#include <algorithm>

#include <boost/graph/graphml.hpp>
#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/stream.hpp>
#include <boost/property_tree/exceptions.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include "sim/graph/graphml.hpp"
#include "sim/graph/graphml_outline.hpp"
#include "sim/graph/name_table.hpp"
#include "sim/graph/niche_file.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

/// What Boost calls while it reads. It numbers nodes in the order of the text.
class Collector final : public boost::mutate_graph {
 public:
  explicit Collector(bool directed) : directed_(directed) {}

  bool is_directed() const override { return directed_; }

  boost::any do_add_vertex() override {
    names.emplace_back();
    niches.emplace_back();
    return static_cast<std::uint32_t>(names.size() - 1);
  }

  std::pair<boost::any, bool> do_add_edge(boost::any source, boost::any target) override {
    edges.push_back({AccountId{boost::any_cast<std::uint32_t>(source)},
                     AccountId{boost::any_cast<std::uint32_t>(target)}});
    return {boost::any(), true};
  }

  void set_graph_property(const std::string&, const std::string&, const std::string&) override {}
  void set_edge_property(const std::string&, boost::any, const std::string&,
                         const std::string&) override {}

  void set_vertex_property(const std::string& name, boost::any vertex, const std::string& value,
                           const std::string&) override {
    const auto at = boost::any_cast<std::uint32_t>(vertex);
    if (name == "name") names[at] = value;
    if (name == "niche") niches[at] = value;
  }

  std::vector<Follow> edges;
  std::vector<std::string> names;   // one per node; empty: the node has none
  std::vector<std::string> niches;  // likewise

 private:
  bool directed_;
};

Collector collected(const std::string& text, const GraphmlOutline& outline,
                    const std::string& file) {
  Collector collector(outline.directed);
  try {
    boost::iostreams::stream<boost::iostreams::array_source> stream(text.data(), text.size());
    boost::read_graphml(stream, collector, 0);
  } catch (const boost::property_tree::xml_parser_error& error) {
    throw input_error(file, static_cast<std::int64_t>(error.line()), error.message(),
                      "well-formed XML");
  } catch (const boost::property_tree::ptree_error& error) {
    throw input_error(file, 0, std::string("a <key> or <data> lacks an attribute: ") + error.what(),
                      "GraphML");
  } catch (const boost::graph_exception& error) {
    throw input_error(file, 0, error.what(), "GraphML");
  }
  if (collector.names.size() != outline.ids.size() || collector.edges.size() != outline.edges) {
    throw input_error(file, 0, "nodes or edges lie outside the graph", "GraphML");
  }
  return collector;
}

void check_attributes(const Collector& collector, const std::string& file) {
  ProblemList problems(file);
  for (const auto* values : {&collector.names, &collector.niches}) {
    for (const std::string& value : *values) {
      const std::string fault = value.empty() ? "" : fault_of_name(value);
      if (!fault.empty()) problems.add(0, fault + ": " + in_quotes(value), "a name in UTF-8");
    }
  }
  problems.throw_if_any();
}

bool all_differ(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

/// Names as read_graphml documents them.
std::vector<std::string> account_names(Collector& collector, GraphmlOutline& outline,
                                       std::vector<std::string>& notes) {
  const bool any = !std::all_of(collector.names.begin(), collector.names.end(),
                                [](const auto& each) { return each.empty(); });
  const bool all = std::none_of(collector.names.begin(), collector.names.end(),
                                [](const auto& each) { return each.empty(); });
  if (all && all_differ(collector.names)) return std::move(collector.names);
  if (any)
    notes.emplace_back(
        "The nodes' attribute \"name\" was passed over, since some nodes lack it or share it; "
        "their ids are the names");
  std::vector<std::string> numbers = outline.ids;
  const bool boost_style = std::all_of(numbers.begin(), numbers.end(),
                                       [](const auto& id) { return id.starts_with('n'); });
  if (boost_style) {
    for (std::string& id : numbers) id.erase(0, 1);
  }
  if (are_positions(numbers)) return {};
  return std::move(outline.ids);
}

}  // namespace

Import read_graphml(TextInput input, const EdgeOptions& options) {
  const std::string file = input.name();
  const std::string text = read_whole(input, longest_graphml);
  if (text.find('\0') != std::string::npos)
    throw input_error(file, 0, "a NUL byte", "XML in UTF-8");
  GraphmlOutline outline = outline_of_graphml(text, file);
  Collector collector = collected(text, outline, file);
  check_attributes(collector, file);

  Import import;
  import.report.format = "GraphML";
  const std::size_t accounts = outline.ids.size();
  if (accounts > options.most_accounts)
    throw input_error(file, 0, "more than " + std::to_string(options.most_accounts) + " accounts");
  import.network.names = account_names(collector, outline, import.report.notes);
  const bool any_niche = std::any_of(collector.niches.begin(), collector.niches.end(),
                                     [](const auto& each) { return !each.empty(); });
  import.network.niches = any_niche ? niches_by_name(collector.niches, file) : one_niche(accounts);
  import.network.origin = "imported from the GraphML file " + file_name(file);
  if (outline.directed) {
    const DirectionChoice stated{Direction::follower_followee,
                                 "GraphML's edges point from source to target: the source acts "
                                 "upon the target, and so follows it",
                                 false};
    import.network.graph = settled_graph(accounts, std::move(collector.edges), options.direction,
                                         stated, import.report);
    import.network.origin +=
        ", read as " + std::string(name_of(import.report.direction->direction));
    return import;
  }
  const std::size_t undirected = collector.edges.size();
  for (std::size_t i = 0; i < undirected; ++i)
    collector.edges.push_back({collector.edges[i].followee, collector.edges[i].follower});
  import.network.graph = settled_graph(accounts, std::move(collector.edges),
                                       Direction::follower_followee, {}, import.report);
  import.report.direction.reset();
  import.report.notes.emplace_back(
      "The graph is undirected: each edge was read as two follows, one either way");
  import.network.origin += ", undirected edges read as mutual follows";
  return import;
}

}  // namespace clout::graph
