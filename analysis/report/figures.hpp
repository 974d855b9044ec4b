// The figures that arms are compared by: the one table of their names, units and formulas.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/totals.hpp"

namespace clout::report {

/// Which arm a figure favours.
enum class Better { more, less, neither };

/// What a figure is made from: one arm in one replicate.
struct FigureInput {
  const store::StudyRecord& study;
  const Totals& arm;
  const Totals* idle;  ///< the arm without campaigns in the same replicate; null: there is none
};

struct Figure {
  std::string name;  ///< as in JSON and --by: "first_purchases", "trust_end.micro"
  std::string unit;  ///< "people", "USD", "share" (1 is 100%), "1"
  Better better = Better::neither;
  bool brief = false;  ///< among those shown unless all are asked for
  std::string definition;
  std::function<double(const FigureInput&)> value;  ///< NaN where it is not defined
  bool may_be_negative = false;
};

/// All figures, in the order in which they are shown.
std::vector<Figure> all_figures();

/// The rows of all_figures() that are about one tier of influencers: "trust_end.<tier>" and so on.
std::vector<Figure> tier_figures();

/// What a campaign of this objective is judged by: the name of a figure.
std::string figure_of_objective(std::string_view objective);

/// Shannon entropy of counts as a share of its maximum; 0 if nothing is counted or there is one
/// kind.
double evenness(std::span<const std::int64_t> counts);

}  // namespace clout::report
