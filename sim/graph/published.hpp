// What is known of real networks, and what a generated graph has to reach.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/graph/figures.hpp"

namespace clout::graph {

/// One value of a published network, by the key of the figure it is comparable with.
struct PublishedValue {
  std::string_view key;
  double value;
};

struct PublishedNetwork {
  std::string_view heading;  ///< short, for a column
  std::string_view name;
  std::string_view source;
  std::span<const PublishedValue> values;
};

/// Twitter 2009 and 2012, Higgs, Google+, Weibo, Bluesky, Epinions.
std::span<const PublishedNetwork> published_networks();

/// The network's value for a figure; none if it is not known.
const PublishedValue* published_value(const PublishedNetwork& network, std::string_view key);

/// A figure's range for generated graphs, ends included.
struct Target {
  std::string_view key;
  double low;
  double high;
  std::string_view or_key;  ///< it is enough if this figure lies in the range; may be empty
};

/// Ranges that hold for the generator's defaults.
std::span<const Target> generator_targets();

const Target* target_of(std::string_view key);

enum class Verdict { met, missed, unknown };

/// Whether a value lies in its range; unknown without a range or a value.
Verdict verdict_on(const Figure& figure);

/// Keys of the targets that a graph does not meet: the figure, and its stand-in if there is one,
/// are outside or undefined.
std::vector<std::string_view> missed_targets(const std::vector<Figure>& figures);

}  // namespace clout::graph
