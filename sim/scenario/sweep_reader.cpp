#include "sim/scenario/sweep_reader.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "sim/scenario/catalog.hpp"

namespace clout::scenario {

namespace {

constexpr std::string_view sweepable[] = {"market.", "platform.", "brand.", "campaign.", "graph."};

bool is_number(const Field& field) {
  return field.type == FieldType::number || field.type == FieldType::whole_number;
}

/// Reads one [[sweep.parameter]].
class ParameterReader {
 public:
  ParameterReader(SweepParameter& parameter, const Node& item, Located located, Findings& findings)
      : parameter_(parameter), item_(item), located_(std::move(located)), findings_(findings) {}

  void read() {
    const Node* values = find(item_, "values");
    const bool range = find(item_, "low") != nullptr || find(item_, "high") != nullptr;
    if (values != nullptr && range) {
      findings_.add(at(*values, "values"), "stands beside low or high",
                    "either values or low and high");
    } else if (values != nullptr) {
      read_values(*values);
    } else {
      read_range();
    }
  }

 private:
  Place at(const Node& node, const char* name) const {
    Place place = node.place;
    place.key = joined("sweep.parameter", joined(located_.key, name));
    return place;
  }

  void read_values(const Node& values) {
    if (values.kind != Node::Kind::array || values.items.empty()) {
      findings_.add(at(values, "values"), "not a list of values",
                    fmt::format("[..], each {}", allowed_values(located_.field)));
      return;
    }
    for (const Node& item : values.items) {
      const Place place = at(item, "values");
      const auto value = value_from(item, located_.field, located_.unit_needed, place, findings_);
      if (!value) continue;
      parameter_.values.push_back(*value);
    }
  }

  void read_range() {
    const Field& field = located_.field;
    if (!is_number(field)) {
      findings_.add(at(item_, ""), "is no number, so it has no range",
                    "values = [..], each " + allowed_values(field));
      return;
    }
    const auto low = read_end("low", field.info.sweep_low);
    const auto high = read_end("high", field.info.sweep_high);
    if (!low || !high) return;
    parameter_.low = *low;
    parameter_.high = *high;
    const Node* written = find(item_, "high");
    if (written == nullptr) written = find(item_, "low");
    const Node& blamed = written == nullptr ? item_ : *written;
    const char* const name = written == nullptr ? "" : "high";
    if (!(*low < *high)) {
      findings_.add(at(blamed, name), fmt::format("{} is not above low ({})", *high, *low),
                    "low below high");
    } else if (parameter_.scale == SweepScale::log && !(*low > 0)) {
      findings_.add(at(blamed, name), "a log scale cannot begin at 0 or below", "low above 0",
                    "scale = \"linear\"");
    }
  }

  std::optional<double> read_end(const char* name, double by_default) {
    const Node* node = find(item_, name);
    const Field& field = located_.field;
    if (node == nullptr) {
      if (!sweep_text(field).empty()) return by_default;
      findings_.add(at(item_, name), "is missing, and the setting has no range of its own",
                    "low and high, or values");
      return std::nullopt;
    }
    const auto value = value_from(*node, field, located_.unit_needed, at(*node, name), findings_);
    if (!value) return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(&*value)) return static_cast<double>(*whole);
    return std::get<double>(*value);
  }

  SweepParameter& parameter_;
  const Node& item_;
  Located located_;
  Findings& findings_;
};

/// Whether the setting may vary at all.
bool may_vary(const Scenario& scenario, const Located& located, const Place& place,
              Findings& findings) {
  const bool in_tables = std::any_of(std::begin(sweepable), std::end(sweepable),
                                     [&](auto start) { return located.key.starts_with(start); });
  const FieldType type = located.field.type;
  const bool file = located.key.starts_with("graph.") && type == FieldType::text;
  if (!in_tables || file || type == FieldType::names) {
    findings.add(place, "a sweep cannot vary " + in_quotes(located.key),
                 "a setting of market, platform, brand, campaign or graph that is no list and "
                 "names no file");
    return false;
  }
  const auto sets_it = [&](const engine::ArmSpec& arm) {
    return std::any_of(arm.settings.begin(), arm.settings.end(),
                       [&](const auto& each) { return each.key == located.key; });
  };
  if (scenario.arms.empty() || !std::all_of(scenario.arms.begin(), scenario.arms.end(), sets_it))
    return true;
  findings.add(place, "every arm sets " + in_quotes(located.key) + " itself",
               "a setting that at least one arm leaves to the study");
  return false;
}

void check_list(const SweepSpec& sweep, const Places& places, Findings& findings) {
  const std::size_t points = sweep.parameters.front().values.size();
  for (const SweepParameter& each : sweep.parameters) {
    if (!each.values.empty() && each.values.size() == points) continue;
    findings.add(places.of("sweep.parameter." + each.name),
                 fmt::format("has {} values", each.values.size()),
                 points == 0 ? "values: a list design has one for each point"
                             : fmt::format("{}, as many as the first parameter", points));
  }
}

void check_grid(const SweepSpec& sweep, const Places& places, Findings& findings) {
  double points = 1;
  for (const SweepParameter& each : sweep.parameters) {
    points *= static_cast<double>(each.values.empty() ? static_cast<std::size_t>(each.steps)
                                                      : each.values.size());
    std::vector<ParameterValue> sorted = each.values;
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end()) {
      findings.add(places.of("sweep.parameter." + each.name),
                   fmt::format("has the value {} twice", toml_text(*twice)), "each value once");
    }
  }
  if (points > static_cast<double>(most_sweep_points)) {
    findings.add(places.of("sweep"), fmt::format("a grid of {} points", points),
                 fmt::format("at most {}", most_sweep_points));
  }
}

/// Points if all cells were halved as often as they may.
double most_crossover_points(const SweepSpec& sweep) {
  double points = 1;
  for (const SweepParameter& each : sweep.parameters)
    points *= std::ldexp(static_cast<double>(each.steps - 1), static_cast<int>(sweep.refine)) + 1;
  return points;
}

void check_crossover(const SweepSpec& sweep, const Places& places, Findings& findings) {
  if (sweep.parameters.size() > 2) {
    findings.add(places.of("sweep.parameter." + sweep.parameters[2].name),
                 "is the third parameter of a crossover", "one or two");
  }
  for (const SweepParameter& each : sweep.parameters) {
    if (each.values.empty()) continue;
    findings.add(places.of("sweep.parameter." + each.name),
                 "has values, which have nothing between them to refine", "low, high and steps");
  }
  if (most_crossover_points(sweep) > static_cast<double>(most_sweep_points)) {
    findings.add(places.of("sweep"),
                 fmt::format("a crossover of up to {:.0f} points", most_crossover_points(sweep)),
                 fmt::format("at most {}", most_sweep_points), "fewer steps or a smaller refine");
  }
}

}  // namespace

void read_sweep(const Node& root, Scenario& scenario, const Layout& layout, Places& places,
                Findings& findings) {
  SweepSpec& sweep = scenario.sweep;
  if (sweep.parameters.empty()) {
    if (places.written("sweep") || places.written("sweep.design") || places.written("sweep.points"))
      findings.add(places.of("sweep"), "has no parameter to vary", "a [[sweep.parameter]]");
    return;
  }
  const Node& items = *find(*find(root, "sweep"), "parameter");
  std::set<std::string> seen;
  bool usable = true;
  for (std::size_t n = 0; n < sweep.parameters.size(); ++n) {
    SweepParameter& parameter = sweep.parameters[n];
    const Node& item = items.items[n];
    usable = usable && !parameter.name.empty();
    if (parameter.name.empty()) continue;  // a finding already
    Place place = find(item, "key")->place;
    place.key = "sweep.parameter";
    const auto located = locate(layout, parameter.name, place, findings);
    if (!located || !may_vary(scenario, *located, place, findings)) {
      usable = false;
      continue;
    }
    parameter.name = located->key;
    places.add("sweep.parameter." + located->key, item.place);
    if (!seen.insert(located->key).second)
      findings.add(place, "varies " + in_quotes(located->key) + " a second time", "each once");
    ParameterReader(parameter, item, *located, findings).read();
  }
  if (!usable || !findings.empty()) return;
  if (sweep.design == SweepDesign::list) check_list(sweep, places, findings);
  if (sweep.design == SweepDesign::crossover) check_crossover(sweep, places, findings);
  if (sweep.design == SweepDesign::grid) check_grid(sweep, places, findings);
}

}  // namespace clout::scenario
