#include "analysis/report/factors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/report/beyond_idle.hpp"
#include "sim/base/contracts.hpp"

namespace clout::report {

namespace {

using Values = std::vector<std::vector<double>>;

const ComparedFigure& figure_named(const Comparison& comparison, const char* name) {
  const auto at =
      std::find_if(comparison.figures.begin(), comparison.figures.end(),
                   [&](const ComparedFigure& each) { return each.figure.name == name; });
  CLOUT_EXPECT(at != comparison.figures.end());
  return *at;
}

/// over / under x scale, replicate by replicate, where both are above 0.
Values quotients(const Values& over, const Values& under, double scale = 1) {
  Values made;
  for (std::size_t arm = 0; arm < under.size(); ++arm) {
    std::vector<double> of_arm;
    for (std::size_t r = 0; r < under[arm].size(); ++r) {
      const bool defined = r < over[arm].size() && over[arm][r] > 0 && under[arm][r] > 0;
      of_arm.push_back(defined ? scale * over[arm][r] / under[arm][r]
                               : std::numeric_limits<double>::quiet_NaN());
    }
    made.push_back(std::move(of_arm));
  }
  return made;
}

}  // namespace

std::vector<Factor> factors(const Comparison& comparison) {
  const auto values = [&](const char* name) -> const Values& {
    return figure_named(comparison, name).values;
  };
  const Values& spent = values("cost");
  const Values& posts = values("posts");
  const Values& views = values("impressions");
  const Values& reached = values("reached");
  const Values& customers = values("incremental_customers");
  Values margin;
  for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm)
    margin.push_back(values_beyond_idle(comparison, figure_named(comparison, "contribution"), arm));
  Values thousands = spent;
  for (auto& of_arm : thousands) {
    for (double& each : of_arm)
      each = each > 0 ? each / 1000 : std::numeric_limits<double>::quiet_NaN();
  }
  return {{"1,000 USD spent", "1", thousands},
          {"posts per 1,000 USD", "1", quotients(posts, spent, 1000)},
          {"views per post", "people", quotients(views, posts)},
          {"people reached per view", "1", quotients(reached, views)},
          {"customers won per person reached", "share", quotients(customers, reached)},
          {"margin per customer won", "USD", quotients(margin, customers)}};
}

stats::MeanInterval times(const Factor& factor, std::size_t arm, std::size_t other) {
  std::vector<double> logarithms;
  for (std::size_t r = 0; r < factor.values[arm].size(); ++r)
    logarithms.push_back(std::log(factor.values[arm][r] / factor.values[other][r]));
  stats::MeanInterval ratio = stats::mean_interval(logarithms);
  ratio.mean = std::exp(ratio.mean);
  ratio.low = std::exp(ratio.low);
  ratio.high = std::exp(ratio.high);
  return ratio;
}

}  // namespace clout::report
