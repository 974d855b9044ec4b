#include "analysis/report/verdict.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report/verdict_text.hpp"
#include "analysis/stats/replicates_needed.hpp"

namespace clout::report {

namespace {

/// Arms for which the figure is defined, best mean first; equals in their order.
std::vector<std::size_t> ranking(const ComparedFigure& figure) {
  std::vector<std::size_t> order;
  for (std::size_t arm = 0; arm < figure.arms.size(); ++arm) {
    if (!std::isnan(figure.arms[arm].value.mean)) order.push_back(arm);
  }
  const double sign = figure.figure.better == Better::less ? -1 : 1;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sign * figure.arms[a].value.mean > sign * figure.arms[b].value.mean;
  });
  return order;
}

/// The replicates that settle all that is undecided; none if any of it needs too many.
std::optional<std::size_t> needed(const Comparison& comparison, const ComparedFigure& figure,
                                  const Verdict& verdict) {
  std::size_t most = 0;
  for (const std::size_t other : verdict.undecided) {
    const auto enough = stats::replicates_needed(advantage(comparison, figure, verdict.best, other),
                                                 comparison.error_rate());
    if (!enough) return std::nullopt;
    most = std::max(most, *enough);
  }
  return most;
}

/// The same lead in two or three replicates: of small counts often a coincidence (in 1 of 8 pairs
/// of a small study), though its interval has no width.
bool coincidence(const stats::Difference& lead, std::size_t replicates) {
  return lead.error == 0 && lead.mean != 0 && replicates < fewest_for_no_spread;
}

void settle(const Comparison& comparison, const ComparedFigure& figure,
            const std::vector<std::size_t>& order, Verdict& verdict) {
  const auto lead = advantage(comparison, figure, verdict.best, verdict.runner_up);
  verdict.lead = stats::interval(lead, comparison.error_rate());
  verdict.effect = stats::effect_size(
      lead,
      stats::average_deviation(figure.values[verdict.best], figure.values[verdict.runner_up]));
  if (std::isnan(verdict.lead.low)) {
    verdict.standing = Standing::one_replicate;
    return;
  }
  bool same = true;
  for (std::size_t n = 1; n < order.size(); ++n) {
    const auto ahead = advantage(comparison, figure, verdict.best, order[n]);
    if (!(stats::interval(ahead, comparison.error_rate()).low > 0) ||
        coincidence(ahead, figure.arms[verdict.best].value.count))
      verdict.undecided.push_back(order[n]);
    same = same && ahead.mean == 0 && ahead.error == 0;
  }
  verdict.standing = verdict.undecided.empty() ? Standing::settled
                     : same                    ? Standing::same
                                               : Standing::open;
  if (verdict.standing == Standing::open) verdict.replicates = needed(comparison, figure, verdict);
}

}  // namespace

Verdict judge(const Comparison& comparison) {
  const ComparedFigure& figure = comparison.figures[comparison.judged_by];
  const std::vector<std::size_t> order = ranking(figure);
  Verdict verdict;
  if (!order.empty()) {
    verdict.best = verdict.runner_up = order.front();
    verdict.standing = Standing::one_arm;
  }
  if (order.size() > 1) {
    verdict.runner_up = order[1];
    settle(comparison, figure, order, verdict);
  }
  verdict.text = verdict_text(comparison, verdict);
  return verdict;
}

}  // namespace clout::report
