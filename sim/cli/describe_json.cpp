#include "sim/cli/describe_json.hpp"

#include <boost/json.hpp>

#include "sim/cli/json_number.hpp"

namespace clout::cli {

namespace {

namespace json = boost::json;

std::string_view word_for(graph::Verdict verdict) {
  switch (verdict) {
    case graph::Verdict::met:
      return "met";
    case graph::Verdict::missed:
      return "missed";
    case graph::Verdict::unknown:
      break;
  }
  return "unknown";
}

json::object figure_json(const graph::Figure& figure) {
  json::object object{{"key", figure.key},
                      {"definition", figure.definition},
                      {"value", json_number(figure.estimate.value)},
                      {"standard_error", json_number(figure.estimate.standard_error)},
                      {"samples", figure.estimate.samples}};
  if (const graph::Target* const target = graph::target_of(figure.key)) {
    object["target"] = {target->low, target->high};
    object["verdict"] = word_for(verdict_on(figure));
  }
  return object;
}

json::object tail_json(const graph::DegreeTail& tail) {
  return {{"alpha", json_number(tail.alpha)},
          {"standard_error", json_number(tail.standard_error)},
          {"xmin", tail.xmin},
          {"accounts", tail.accounts},
          {"ks_distance", json_number(tail.ks_distance)}};
}

json::object tails_json(const graph::DegreeSummary& degrees) {
  return {{"best_cutoff", tail_json(degrees.tail)},
          {"top_percent", tail_json(degrees.top_percent)}};
}

json::object graph_json(const DescribedGraph& described) {
  json::array figures;
  for (const graph::Figure& figure : described.figures) figures.push_back(figure_json(figure));
  json::array missed(described.missed.begin(), described.missed.end());
  const graph::SummaryOptions& options = described.options;
  const graph::Distances& distances = described.summary.distances;
  return {{"name", described.name},
          {"origin", described.origin},
          {"people_per_agent", described.summary.people_per_agent},
          {"options",
           {{"seed", static_cast<std::uint64_t>(options.seed)},
            {"samples", options.samples},
            {"path_sources", options.path_sources},
            {"exact_up_to_follows", options.exact_up_to_follows},
            {"communities_up_to_follows", options.communities_up_to_follows}}},
          {"figures", std::move(figures)},
          {"missed", std::move(missed)},
          {"tails",
           {{"followers", tails_json(described.summary.followers)},
            {"follows", tails_json(described.summary.followees)}}},
          {"pairs_at_distance", json::array(distances.pairs_at.begin(), distances.pairs_at.end())}};
}

json::array published_json() {
  json::array networks;
  for (const graph::PublishedNetwork& network : graph::published_networks()) {
    json::object values;
    for (const graph::PublishedValue& value : network.values) values[value.key] = value.value;
    networks.push_back(
        {{"name", network.name}, {"source", network.source}, {"values", std::move(values)}});
  }
  return networks;
}

}  // namespace

std::string describe_json(std::span<const DescribedGraph> graphs) {
  json::array all;
  for (const DescribedGraph& each : graphs) all.push_back(graph_json(each));
  return json::serialize(json::object{{"graphs", std::move(all)}, {"published", published_json()}});
}

}  // namespace clout::cli
