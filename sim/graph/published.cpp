#include "sim/graph/published.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace clout::graph {

namespace {

constexpr auto twitter_2009 =
    std::to_array<PublishedValue>({{"accounts", 41.65e6},
                                   {"follows", 1.468e9},
                                   {"mean_follows", 35.3},
                                   {"largest_audience_of_accounts", 0.072},
                                   {"reciprocity", 0.362},
                                   {"transitivity", 0.00085},
                                   {"mean_distance", 4.12}});
constexpr auto twitter_2012 = std::to_array<PublishedValue>({{"accounts", 505e6},
                                                             {"follows", 23e9},
                                                             {"mean_follows", 45.5},
                                                             {"largest_weak", 0.929},
                                                             {"largest_strong", 0.687}});
constexpr auto higgs = std::to_array<PublishedValue>({{"accounts", 456'626},
                                                      {"follows", 14.86e6},
                                                      {"mean_follows", 14.86e6 / 456'626},
                                                      {"audience_tail", 2.27},
                                                      {"reciprocity", 0.316},
                                                      {"transitivity", 0.0087},
                                                      {"assortativity_undirected", -0.098},
                                                      {"largest_strong", 0.789},
                                                      {"mean_distance", 3.17}});
constexpr auto google_plus = std::to_array<PublishedValue>({{"accounts", 28.9e6},
                                                            {"follows", 463e6},
                                                            {"mean_follows", 463.0 / 28.9},
                                                            {"reciprocity", 0.55},
                                                            {"transitivity", 0.048},
                                                            {"mean_distance", 5.12}});
constexpr auto weibo = std::to_array<PublishedValue>(
    {{"accounts", 222e6}, {"follows", 27e9}, {"mean_follows", 122}, {"reciprocity", 0.09}});
constexpr auto bluesky =
    std::to_array<PublishedValue>({{"accounts", 39.7e6}, {"follows", 2.4e9}, {"mean_follows", 60}});
constexpr auto epinions = std::to_array<PublishedValue>({{"accounts", 75'879},
                                                         {"follows", 508'837},
                                                         {"mean_follows", 508'837.0 / 75'879},
                                                         {"audience_tail", 2.16},
                                                         {"reciprocity", 0.405},
                                                         {"local_clustering", 0.26},
                                                         {"modularity_louvain", 0.44}});

constexpr auto networks = std::to_array<PublishedNetwork>({
    {"Twitter09", "Twitter 2009",
     "Kwak et al. 2010, and KONECT for the same data; distance as first published, 3.55 by KONECT",
     twitter_2009},
    {"Twitter12", "Twitter 2012", "Gabielkov et al. 2014; components: Myers et al. 2014, recalled",
     twitter_2012},
    {"Higgs12", "Twitter Higgs 2012", "KONECT, tail exponent and assortativity as defined there",
     higgs},
    {"Google+12", "Google+ 2012", "KONECT", google_plus},
    {"Weibo13", "Weibo 2013", "reciprocity about a quarter of Twitter's", weibo},
    {"Bluesky25", "Bluesky 2025", "public counts of 2025", bluesky},
    {"Epinions", "Epinions 2003", "KONECT and SNAP, tail exponent as defined by KONECT", epinions},
});

constexpr auto targets = std::to_array<Target>({
    {"mean_follows", 30, 100, ""},
    {"audience_tail", 2.1, 2.4, ""},
    {"audience_tail_top_percent", 2.1, 2.4, ""},
    {"largest_audience_of_accounts", 0.03, 0.08, ""},
    {"audience_gini", 0.60, 0.86, ""},
    {"top_percent_share", 0.20, 0.38, ""},
    {"sd_ln_followers", 1.7, 1.9, ""},
    {"sd_ln_follows", 1.1, 1.5, ""},
    {"audience_1k", 0.023, 0.125, ""},
    {"audience_10k", 0.002, 0.008, ""},
    {"audience_100k", 0.0005, 0.001, ""},
    {"reciprocity", 0.30, 0.45, ""},
    {"transitivity", 0.003, 0.05, ""},
    {"local_clustering", 0.12, 0.30, ""},
    {"closure", 0.05, 0.20, ""},
    {"assortativity_in_in", -0.16, 0.08, ""},
    {"spearman_in_out", 0.43, 0.75, ""},
    {"modularity_niche", 0.32, 0.50, "modularity_louvain"},
    {"modularity_louvain", 0.32, 0.50, "modularity_niche"},
    {"largest_strong", 0.65, 0.80, ""},
    {"mean_distance", 3.2, 5, ""},
});

}  // namespace

std::span<const PublishedNetwork> published_networks() { return networks; }

const PublishedValue* published_value(const PublishedNetwork& network, std::string_view key) {
  const auto found = std::find_if(network.values.begin(), network.values.end(),
                                  [&](const PublishedValue& value) { return value.key == key; });
  return found == network.values.end() ? nullptr : &*found;
}

std::span<const Target> generator_targets() { return targets; }

const Target* target_of(std::string_view key) {
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [&](const Target& target) { return target.key == key; });
  return found == targets.end() ? nullptr : &*found;
}

Verdict verdict_on(const Figure& figure) {
  const Target* const target = target_of(figure.key);
  const double value = figure.estimate.value;
  if (target == nullptr || std::isnan(value)) return Verdict::unknown;
  return value >= target->low && value <= target->high ? Verdict::met : Verdict::missed;
}

std::vector<std::string_view> missed_targets(const std::vector<Figure>& figures) {
  const auto met = [&](std::string_view key) {
    const Figure* const figure = find_figure(figures, key);
    return figure != nullptr && verdict_on(*figure) == Verdict::met;
  };
  std::vector<std::string_view> missed;
  for (const Target& target : targets) {
    // A figure that was not calculated (Louvain of a huge graph) is judged by its stand-in, which
    // has its own row.
    const bool asked = find_figure(figures, target.key) != nullptr || target.or_key.empty();
    if (asked && !met(target.key) && !met(target.or_key)) missed.push_back(target.key);
  }
  return missed;
}

}  // namespace clout::graph
