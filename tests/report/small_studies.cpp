#include "tests/report/small_studies.hpp"

#include <algorithm>
#include <utility>

namespace clout::tests {

store::StudyRecord small_study(const std::vector<std::string>& arms) {
  store::StudyRecord study;
  study.title = "small";
  study.question = "which?";
  study.seed = 5;
  study.days = 3;
  study.accounts = 1000;
  study.people_per_agent = 10;
  study.graph_origin = "test";
  study.brands = {"other", "acme"};
  study.niches = {"food", "games"};
  study.campaigns = {{"launch", "acme", "sales"}};
  const auto nothing = std::find(arms.begin(), arms.end(), "nothing");
  for (const std::string& name : arms) {
    store::ArmRecord arm;
    if (nothing != arms.end()) arm.idle = nothing - arms.begin();
    arm.name = name;
    arm.price_usd = {99, 20};
    arm.margin = {0.9, 0.5};
    if (name != "nothing") arm.campaigns = {0};
    study.arms.push_back(arm);
  }
  return study;
}

engine::Outcome quiet_outcome(const store::StudyRecord& study, std::size_t arm, int replicate) {
  engine::Outcome outcome;
  outcome.arm = arm;
  outcome.replicate = static_cast<random::Replicate>(replicate);
  for (std::int64_t day = 0; day < study.days; ++day)
    outcome.days.emplace_back(study.brands.size(), study.niches.size());
  outcome.start.stage.resize(study.brands.size());
  outcome.end.stage.resize(study.brands.size());
  return outcome;
}

report::Results results_with(const store::StudyRecord& study,
                             const std::vector<std::vector<double>>& customers) {
  report::Results results{"file", study, {}, {}};
  for (std::size_t r = 0; r < customers.front().size(); ++r) {
    results.replicates.push_back(static_cast<random::Replicate>(r));
    results.totals.emplace_back();
    for (const std::vector<double>& of_arm : customers) {
      report::Totals totals;
      totals.brand.first_purchases = static_cast<std::int64_t>(of_arm[r]);
      totals.customers_by_day = {totals.brand.first_purchases};
      totals.reached_in_niche = {0, 0};
      results.totals.back().push_back(totals);
    }
  }
  results.study.planned_replicates = static_cast<std::int64_t>(results.replicates.size());
  return results;
}

std::size_t figure_at(const report::Comparison& comparison, const std::string& name) {
  std::size_t at = 0;
  while (comparison.figures.at(at).figure.name != name) ++at;
  return at;
}

report::Comparison comparison_of(std::vector<std::vector<double>> values, report::Better better) {
  report::Comparison comparison;
  report::ComparedFigure figure;
  figure.figure.name = "sales";
  figure.figure.unit = "people";
  figure.figure.better = better;
  for (const auto& of_arm : values) {
    report::ComparedArm arm;
    arm.label = std::string(1, static_cast<char>('a' + comparison.arms.size()));
    comparison.arms.push_back(arm);
    report::ArmFigure described;
    described.value = stats::mean_interval(of_arm);
    figure.arms.push_back(described);
  }
  figure.values = std::move(values);
  comparison.figures.push_back(std::move(figure));
  return comparison;
}

}  // namespace clout::tests
