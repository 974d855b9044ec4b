// A parameter set with what came of it.
#pragma once

#include <vector>

namespace clout::abc {

/// Places of a parameter set in its ranges, each from 0 to 1.
using Places = std::vector<double>;

struct Evaluation {
  std::vector<double> parameters;
  std::vector<double> statistics;
  double distance = 0;
};

}  // namespace clout::abc
