#include "analysis/report/figure_named.hpp"

#include <algorithm>

#include "sim/base/diagnostic.hpp"
#include "sim/base/nearest_name.hpp"

namespace clout::report {

Figure figure_named(const std::string& name, const std::string& option) {
  std::vector<std::string> names;
  for (Figure& each : all_figures()) {
    if (each.name == name) return std::move(each);
    names.push_back(each.name);
  }
  Diagnostic problem;
  problem.place.key = option;
  problem.problem = "there is no figure '" + name + "'";
  problem.expected = "one of those that clout compare --figures lists";
  if (const auto near = nearest_name(name, names))
    problem.suggestion = "did you mean '" + *near + "'?";
  throw InputError(problem);
}

std::string main_figure(const store::StudyRecord& study) {
  std::size_t first = study.campaigns.size();
  for (const store::ArmRecord& arm : study.arms) {
    for (const std::size_t campaign : arm.campaigns) first = std::min(first, campaign);
  }
  return figure_of_objective(first < study.campaigns.size() ? study.campaigns[first].objective
                                                            : "sales");
}

}  // namespace clout::report
