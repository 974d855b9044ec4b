#include "sim/cli/run_summary.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "analysis/stats/difference.hpp"

namespace clout::cli {

namespace {

using engine::BrandTally;
using engine::Outcome;

/// Sum over the days and brands of one count.
std::int64_t total(const Outcome& outcome, std::int64_t BrandTally::*count) {
  std::int64_t sum = 0;
  for (const auto& day : outcome.days) {
    for (const BrandTally& brand : day.brand) sum += brand.*count;
  }
  return sum;
}

/// Contribution of what was bought, before the campaigns' cost; money per person, so times people.
double contribution(const Outcome& outcome, const engine::Arm& arm, bool margin) {
  double sum = 0;
  for (std::size_t b = 0; b < arm.brands.size(); ++b) {
    std::int64_t bought = 0;
    for (const auto& day : outcome.days)
      bought += day.brand[b].first_purchases + day.brand[b].repeat_purchases;
    const double share = margin ? arm.brands[b].margin : 1.0;
    sum += static_cast<double>(bought) * arm.brands[b].price_usd * share;
  }
  return sum;
}

double spent(const Outcome& outcome) {
  double sum = 0;
  for (const auto& campaign : outcome.campaigns) sum += campaign.spent_usd;
  return sum;
}

/// Shannon entropy over home niches of the consumers reached, as a share of its maximum.
double variety(const Outcome& outcome, std::size_t niches) {
  std::vector<double> reached(niches);
  for (const auto& day : outcome.days) {
    for (std::size_t n = 0; n < day.reached_in_niche.size(); ++n)
      reached[n % niches] += static_cast<double>(day.reached_in_niche[n]);
  }
  const double sum = std::accumulate(reached.begin(), reached.end(), 0.0);
  if (sum <= 0 || niches < 2) return 0;
  double entropy = 0;
  for (const double count : reached) {
    if (count > 0) entropy -= count / sum * std::log(count / sum);
  }
  return entropy / std::log(static_cast<double>(niches));
}

using Measure = std::function<double(const Outcome&, const engine::Arm&)>;

/// Values by arm and replicate. outcomes: by (replicate, arm).
std::vector<std::vector<double>> measure(const std::vector<Outcome>& outcomes,
                                         const std::vector<engine::Arm>& arms,
                                         const Measure& value) {
  std::vector<std::vector<double>> values(arms.size());
  for (const Outcome& outcome : outcomes)
    values[outcome.arm].push_back(value(outcome, arms[outcome.arm]));
  return values;
}

Figure figure(std::string name, std::string unit, const std::vector<std::vector<double>>& values) {
  Figure made{std::move(name), std::move(unit), {}, {}};
  for (const auto& of_arm : values) {
    made.of_arm.push_back(stats::mean_interval(of_arm));
    made.to_first.push_back(stats::interval(stats::paired_difference(of_arm, values.front())));
  }
  return made;
}

/// Position of an arm without campaigns, against which others are incremental; else none.
std::size_t idle_arm(const std::vector<engine::Arm>& arms) {
  const auto at = std::find_if(arms.begin(), arms.end(),
                               [](const engine::Arm& arm) { return arm.campaigns.empty(); });
  return static_cast<std::size_t>(at - arms.begin());
}

/// (Contribution beyond that of the idle arm in the same replicate - cost) / cost. NaN for an arm
/// that spends nothing, and for all if no arm is idle: then what a campaign adds is unknown.
std::vector<std::vector<double>> returns(const std::vector<Outcome>& outcomes,
                                         const std::vector<engine::Arm>& arms, double people) {
  const std::size_t idle = idle_arm(arms);
  std::vector<std::vector<double>> values(arms.size());
  for (std::size_t first = 0; first < outcomes.size(); first += arms.size()) {
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
      const Outcome& outcome = outcomes[first + arm];
      const double cost = spent(outcome);
      double value = std::numeric_limits<double>::quiet_NaN();
      if (idle < arms.size() && cost > 0) {
        const double gain = contribution(outcome, arms[arm], true) -
                            contribution(outcomes[first + idle], arms[idle], true);
        value = (gain * people - cost) / cost;
      }
      values[arm].push_back(value);
    }
  }
  return values;
}

/// The best arm by a figure, and whether it is known to be: its paired difference to the runner-up.
void find_best(const std::vector<std::vector<double>>& values, RunSummary& summary) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> means;
  for (const auto& of_arm : values) means.push_back(stats::mean_interval(of_arm).mean);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return means[a] > means[b]; });
  summary.best = order.front();
  summary.runner_up = order.size() > 1 ? order[1] : order.front();
  summary.lead =
      stats::interval(stats::paired_difference(values[summary.best], values[summary.runner_up]));
}

std::vector<Figure> figures_of(const graph::Network& network, const std::vector<engine::Arm>& arms,
                               const std::vector<Outcome>& outcomes) {
  const double people = network.people_per_agent;
  std::vector<Figure> figures;
  const auto count = [&](const char* name, std::int64_t BrandTally::*field) {
    figures.push_back(
        figure(name, "people", measure(outcomes, arms, [&](const Outcome& o, const engine::Arm&) {
                 return static_cast<double>(total(o, field)) * people;
               })));
  };
  count("impressions", &BrandTally::impressions);
  count("reached", &BrandTally::reached);
  figures.push_back(
      figure("variety", "1", measure(outcomes, arms, [&](const Outcome& o, const engine::Arm&) {
               return variety(o, network.niches.niches());
             })));
  count("engagements", &BrandTally::engagements);
  count("clicks", &BrandTally::clicks);
  count("first_purchases", &BrandTally::first_purchases);
  count("repeat_purchases", &BrandTally::repeat_purchases);
  figures.push_back(figure("revenue", "USD",
                           measure(outcomes, arms, [&](const Outcome& o, const engine::Arm& arm) {
                             return contribution(o, arm, false) * people;
                           })));
  figures.push_back(figure("return_on_spend", "1", returns(outcomes, arms, people)));
  return figures;
}

void add_levels(const engine::Levels& levels, std::array<double, market::tiers>& trust,
                std::array<double, market::tiers>& follows, double replicates) {
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    const auto living = static_cast<double>(levels.living[tier]);
    follows[tier] += living / replicates;
    if (living > 0)
      trust[tier] += static_cast<double>(levels.trust[tier]) / living / 65535.0 / replicates;
  }
}

ArmSummary arm_summary(const engine::ArmSpec& spec, std::size_t arm,
                       const std::vector<Outcome>& outcomes, double replicates) {
  ArmSummary summary;
  summary.name = spec.name;
  summary.note = spec.note;
  for (const Outcome& outcome : outcomes) {
    if (outcome.arm != arm) continue;
    for (const auto& campaign : outcome.campaigns) {
      summary.spent_usd += campaign.spent_usd / replicates;
      summary.left_over_usd += campaign.left_over_usd / replicates;
      for (std::size_t tier = 0; tier < market::tiers; ++tier)
        summary.hired[tier] += static_cast<double>(campaign.hired[tier]) / replicates;
    }
    add_levels(outcome.start, summary.trust.start, summary.trust.follows_start, replicates);
    add_levels(outcome.end, summary.trust.end, summary.trust.follows_end, replicates);
  }
  return summary;
}

/// What the first campaign is judged by.
std::string headline_of(const scenario::Scenario& study) {
  if (study.campaigns.empty()) return "first_purchases";
  switch (study.campaigns.front().objective) {
    case market::Objective::awareness:
      return "reached";
    case market::Objective::engagement:
      return "engagements";
    case market::Objective::sales:
      break;
  }
  return "first_purchases";
}

std::int64_t BrandTally::*headline_count(const std::string& headline) {
  if (headline == "reached") return &BrandTally::reached;
  if (headline == "engagements") return &BrandTally::engagements;
  return &BrandTally::first_purchases;
}

}  // namespace

std::vector<engine::Outcome> complete_replicates(std::vector<engine::Outcome>&& outcomes,
                                                 std::size_t arms) {
  std::vector<engine::Outcome> kept;
  for (std::size_t first = 0; first < outcomes.size();) {
    std::size_t end = first;
    while (end < outcomes.size() && outcomes[end].replicate == outcomes[first].replicate) ++end;
    if (end - first == arms) {
      for (; first < end; ++first) kept.push_back(std::move(outcomes[first]));
    }
    first = end;
  }
  return kept;
}

RunSummary summarise(const scenario::Scenario& study, const graph::Network& network,
                     const std::vector<engine::Arm>& arms,
                     const std::vector<engine::Outcome>& outcomes) {
  RunSummary summary;
  summary.title = study.headline.title;
  summary.question = study.headline.question;
  summary.seed = study.run.seed;
  summary.days = study.run.days;
  summary.replicates = outcomes.size() / arms.size();
  summary.people = static_cast<double>(network.graph.accounts()) * network.people_per_agent;
  summary.headline = headline_of(study);
  for (std::size_t arm = 0; arm < arms.size(); ++arm)
    summary.arms.push_back(
        arm_summary(study.arms[arm], arm, outcomes,
                    static_cast<double>(std::max<std::size_t>(1, summary.replicates))));
  if (summary.replicates == 0) return summary;
  summary.figures = figures_of(network, arms, outcomes);
  const auto field = headline_count(summary.headline);
  find_best(measure(outcomes, arms,
                    [&](const Outcome& o, const engine::Arm&) {
                      return static_cast<double>(total(o, field)) * network.people_per_agent;
                    }),
            summary);
  return summary;
}

}  // namespace clout::cli
