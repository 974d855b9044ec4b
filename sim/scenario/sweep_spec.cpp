#include "sim/scenario/sweep_spec.hpp"

namespace clout::scenario {

namespace {

using enum Provenance;

const Parameter<SweepSpec> sweep_rows[] = {
    {{"design", "1", 0, 0, 0, 0, assumed, "a grid is the easiest to read",
      "grid: all combinations; list: the nth value of each parameter; latin_hypercube and sobol: "
      "points spread over the ranges; crossover: a grid of one or two ranges that is refined where "
      "the winner flips or is not sure."},
     choice<&SweepSpec::design>},
    {{"points", "1", 1, static_cast<double>(most_sweep_points), 0, 0, assumed,
      "a power of two suits both designs",
      "Points of latin_hypercube and sobol; twice as many keep those that were run."},
     &SweepSpec::points},
    {{"refine", "1", 0, most_refinement, 0, 0, assumed,
      "a quarter of a step is near enough for most decisions",
      "How often a cell of a crossover may be halved; more keeps the points that were run."},
     &SweepSpec::refine},
};

const Parameter<SweepParameter> parameter_rows[] = {
    {{"scale", "1", 0, 0, 0, 0, assumed, "money and sizes are better on log",
      "How steps lie between low and high: equal differences (linear) or ratios (log)."},
     choice<&SweepParameter::scale>},
    {{"steps", "1", 2, 1000, 0, 0, assumed, "enough to see a bend",
      "Steps of a grid or of a crossover's coarse grid from low to high, both included."},
     &SweepParameter::steps},
};

}  // namespace

std::span<const Parameter<SweepSpec>> sweep_parameters() { return sweep_rows; }

std::span<const Parameter<SweepParameter>> sweep_parameter_parameters() { return parameter_rows; }

}  // namespace clout::scenario
