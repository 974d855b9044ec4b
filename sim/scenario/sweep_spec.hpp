// A study's sweep: which settings vary over its points, and how the points are chosen.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/parameter.hpp"

namespace clout::scenario {

/// grid: all combinations of values; list: point n has the nth value of each parameter; crossover:
/// a grid of one or two ranges whose cells are halved where the winner flips or is not sure.
enum class SweepDesign { grid, list, latin_hypercube, sobol, crossover };

/// How steps lie between low and high: equal differences or equal ratios.
enum class SweepScale { linear, log };

/// One setting that varies. It has values, or a range.
struct SweepParameter {
  std::string name;                    ///< the setting's dotted key: "campaign.spring.budget_usd"
  std::vector<ParameterValue> values;  ///< of the setting's type; empty: low to high
  double low = 0;                      ///< below high; 0 and 0 if there are values
  double high = 0;
  SweepScale scale = SweepScale::linear;
  std::int64_t steps = 5;  ///< of a grid or crossover from low to high, both included

  bool operator==(const SweepParameter&) const = default;
};

struct SweepSpec {
  SweepDesign design = SweepDesign::grid;
  std::int64_t points = 32;                ///< of latin_hypercube and sobol
  std::int64_t refine = 2;                 ///< how often a cell of a crossover may be halved
  std::vector<SweepParameter> parameters;  ///< none: the study has no sweep

  bool operator==(const SweepSpec&) const = default;
};

/// Most points of any design.
inline constexpr std::int64_t most_sweep_points = 100'000;

/// Most halvings of a crossover's cell.
inline constexpr std::int64_t most_refinement = 10;

/// The rows of a scenario's [sweep] table.
std::span<const Parameter<SweepSpec>> sweep_parameters();

/// The rows of a [[sweep.parameter]] table; key, values, low and high are no rows, since what they
/// may be is up to the setting that varies.
std::span<const Parameter<SweepParameter>> sweep_parameter_parameters();

}  // namespace clout::scenario

namespace clout {

template <>
inline constexpr std::array<std::string_view, 5> choice_names<scenario::SweepDesign>{
    "grid", "list", "latin_hypercube", "sobol", "crossover"};

template <>
inline constexpr std::array<std::string_view, 2> choice_names<scenario::SweepScale>{"linear",
                                                                                    "log"};

}  // namespace clout
