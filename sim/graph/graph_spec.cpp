#include "sim/graph/graph_spec.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/random/portable_math.hpp"

namespace clout::graph {

namespace {

constexpr double mean_follows_of_large = 63;
constexpr double large_accounts = 1e6;
constexpr double density_exponent = 0.274;
constexpr double first_star_share = 0.06;
constexpr double mean_followers_in_people = 630;

double value_of(const GraphSpec& spec, const Parameter<GraphSpec>& row) {
  if (const auto* field = std::get_if<double GraphSpec::*>(&row.field)) return spec.**field;
  return static_cast<double>(spec.*std::get<std::int64_t GraphSpec::*>(row.field));
}

std::string plain(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

Diagnostic wrong(const std::string& key, const std::string& problem, const std::string& expected) {
  return {.place = {.key = "graph." + key}, .problem = problem, .expected = expected};
}

void check_ranges(const GraphSpec& spec, std::vector<Diagnostic>& found) {
  for (const auto& row : graph_parameters()) {
    const double value = value_of(spec, row);
    if (value >= row.info.low && value <= row.info.high) continue;
    found.push_back(wrong(std::string(row.info.name), plain(value) + " is out of range",
                          plain(row.info.low) + " to " + plain(row.info.high)));
  }
}

void check_combinations(const GraphSpec& spec, std::vector<Diagnostic>& found) {
  if (spec.home_share + spec.second_share > 0.98) {
    found.push_back(wrong("home_share", "with second_share it leaves no follows for other niches",
                          "home_share + second_share of at most 0.98"));
  }
  const double most = spec.largest_audience_share * static_cast<double>(spec.accounts) / 2;
  if (resolved(spec).mean_follows > most) {
    found.push_back(wrong("mean_follows",
                          plain(resolved(spec).mean_follows) + " is too dense for " +
                              std::to_string(spec.accounts) +
                              " accounts when the largest audience is " +
                              plain(spec.largest_audience_share) + " of them",
                          "at most " + plain(most)));
  }
}

void check_celebrities(const GraphSpec& spec, std::vector<Diagnostic>& found) {
  std::set<std::string> names;
  for (const CelebritySpec& celebrity : spec.celebrities) {
    const std::string key = "celebrity." + celebrity.name;
    if (!names.insert(celebrity.name).second)
      found.push_back(wrong(key, "the name is used twice", "one name each"));
    if (!(celebrity.audience_share > 0 && celebrity.audience_share <= 0.5)) {
      found.push_back(
          wrong(key, "audience_share " + plain(celebrity.audience_share) + " is out of range",
                "above 0, at most 0.5"));
    }
  }
}

}  // namespace

GraphSpec resolved(GraphSpec spec) {
  if (spec.mean_follows == 0) {
    const double size = std::min(1.0, static_cast<double>(spec.accounts) / large_accounts);
    spec.mean_follows =
        mean_follows_of_large * portable::exp(density_exponent * portable::log(size));
  }
  if (spec.people_per_agent == 0)
    spec.people_per_agent = std::max(1.0, mean_followers_in_people / spec.mean_follows);
  for (std::int64_t i = 1; i <= spec.stars; ++i) {
    spec.celebrities.push_back(
        {"star-" + std::to_string(i), first_star_share / std::sqrt(static_cast<double>(i)), ""});
  }
  spec.stars = 0;
  return spec;
}

std::vector<Diagnostic> check(const GraphSpec& spec) {
  std::vector<Diagnostic> found;
  check_ranges(spec, found);
  // Names of stars are known, and combinations mean something, once the numbers are in range.
  const bool in_range = found.empty();
  if (in_range) check_combinations(spec, found);
  check_celebrities(in_range ? resolved(spec) : spec, found);
  return found;
}

GraphSpec graph_preset(const std::string& name) {
  GraphSpec spec;
  if (name == "default") return spec;
  if (name == "broadcast") {
    spec.reciprocity = 0.10;
    return spec;
  }
  throw InputError(
      Diagnostic{{}, "no preset is called '" + name + "'", "default or broadcast", ""});
}

}  // namespace clout::graph
