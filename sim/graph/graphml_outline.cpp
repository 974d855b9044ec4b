#include "sim/graph/graphml_outline.hpp"

#include <optional>

#include "sim/graph/graphml.hpp"
#include "sim/graph/name_table.hpp"
#include "sim/graph/problem_list.hpp"
#include "sim/graph/xml_tags.hpp"

namespace clout::graph {

namespace {

class Outliner {
 public:
  Outliner(std::string_view text, const std::string& file)
      : text_(text), file_(file), problems_(file) {}

  GraphmlOutline result() {
    walk([this](const XmlTag& tag, std::string_view parent) { read_structure(tag, parent); });
    if (problems_.empty() && graphs_ != 1) {
      problems_.add(0, graphs_ == 0 ? "no <graph> inside <graphml>" : "more than one graph",
                    "one <graph>");
    }
    walk([this](const XmlTag& tag, std::string_view parent) {
      if (tag.name == "edge" && parent == "graph") read_edge(tag);
    });
    if (problems_.empty() && outline_.edges == 0)
      problems_.add(0, "the graph has no edges", "at least one <edge>");
    problems_.throw_if_any();
    return std::move(outline_);
  }

 private:
  /// Calls visit(tag, name of the enclosing tag) for each opening tag; checks that tags are closed
  /// in order.
  template <typename Visit>
  void walk(Visit visit) {
    XmlTags tags(text_, file_);
    std::vector<std::string_view> open;
    for (XmlTag tag; tags.next(tag);) {
      if (tag.kind == XmlTag::Kind::close) {
        if (open.empty() || open.back() != tag.name) {
          throw input_error(file_, tag.line, "</" + std::string(tag.name) + "> closes nothing",
                            "well-formed XML");
        }
        open.pop_back();
        continue;
      }
      visit(tag, open.empty() ? std::string_view{} : open.back());
      if (tag.kind == XmlTag::Kind::open) open.push_back(tag.name);
      if (open.size() > deepest_graphml) {
        throw input_error(file_, tag.line,
                          "tags are nested more than " + std::to_string(deepest_graphml) + " deep",
                          "a plain GraphML file");
      }
    }
    if (!open.empty())
      throw input_error(file_, 0, "the text ends inside <" + std::string(open.back()) + ">",
                        "well-formed XML");
  }

  void read_structure(const XmlTag& tag, std::string_view parent) {
    if (tag.name == "graph") {
      ++graphs_;
      if (parent != "graphml")
        problems_.add(tag.line, "a graph inside <" + std::string(parent) + ">",
                      "one <graph> inside <graphml>");
      const auto kind = tag.attribute("edgedefault");
      if (kind != "directed" && kind != "undirected") {
        problems_.add(tag.line,
                      "edgedefault is " + (kind ? in_quotes(*kind) : std::string("missing")),
                      "directed or undirected");
      }
      outline_.directed = kind == "directed";
    } else if (tag.name == "hyperedge") {
      problems_.add(tag.line, "a hyperedge", "edges between two nodes");
    } else if (tag.name == "node" && parent == "graph") {
      read_node(tag);
    }
  }

  void read_node(const XmlTag& tag) {
    const std::optional<std::string> id = id_of(tag, "id");
    if (!id) return;
    const std::size_t known = nodes_.size();
    nodes_.number_of(*id);
    if (nodes_.size() == known)
      problems_.add(tag.line, "a second node with the id " + in_quotes(*id), "ids that differ");
    outline_.ids.push_back(*id);
  }

  void read_edge(const XmlTag& tag) {
    ++outline_.edges;
    for (const char* end : {"source", "target"}) {
      const std::optional<std::string> id = id_of(tag, end);
      if (id && nodes_.find(*id) == NameTable::unknown) {
        problems_.add(tag.line,
                      std::string("the edge's ") + end + " is an unknown node: " + in_quotes(*id),
                      "the id of a <node>");
      }
    }
    const auto own = tag.attribute("directed");
    if (own && *own != (outline_.directed ? "true" : "false")) {
      problems_.add(tag.line,
                    "an edge with directed=" + in_quotes(*own) + " that differs from edgedefault",
                    "all edges directed or all undirected");
    }
  }

  /// The attribute as an account's name, or none with the problem noted.
  std::optional<std::string> id_of(const XmlTag& tag, std::string_view attribute) {
    const auto written = tag.attribute(attribute);
    if (!written) {
      problems_.add(tag.line, "<" + std::string(tag.name) + "> without " + std::string(attribute));
      return std::nullopt;
    }
    std::optional<std::string> id = resolved_entities(*written);
    const std::string fault = id ? fault_of_name(*id) : "an entity that XML does not know";
    if (fault.empty()) return id;
    problems_.add(tag.line, fault + ": " + in_quotes(*written), "a name in UTF-8");
    return std::nullopt;
  }

  std::string_view text_;
  const std::string& file_;
  ProblemList problems_;
  GraphmlOutline outline_;
  NameTable nodes_;
  std::size_t graphs_ = 0;
};

}  // namespace

GraphmlOutline outline_of_graphml(std::string_view text, const std::string& file) {
  return Outliner(text, file).result();
}

}  // namespace clout::graph
