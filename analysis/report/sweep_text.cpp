#include "analysis/report/sweep_text.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"

namespace clout::report {

namespace {

/// How well one bound on one setting tells where which of two arms wins.
struct Split {
  std::size_t setting = 0;
  std::size_t last_below = 0;   ///< point with the greatest value on the lower side
  std::size_t first_above = 0;  ///< point with the least value on the upper side
  std::size_t below = 0;        ///< arm that wins there
  std::size_t above = 0;
  std::size_t wrong = 0;  ///< points that are otherwise
};

class Words {
 public:
  Words(const store::SweepRecord& sweep, const SweepSummary& summary)
      : sweep_(sweep), summary_(summary), wins_(sweep.study.arms.size()) {
    for (const PointSummary& point : summary.points) {
      if (point.tied) ++tied_;
      if (!point.best) continue;
      ++won_;
      ++wins_[*point.best];
      if (point.settled()) ++settled_;
    }
    order_.resize(wins_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return wins_[a] > wins_[b]; });
  }

  std::string text() const {
    if (won_ + tied_ == 0)
      return summary_.figure.name + " is not defined for any arm at any point.";
    if (won_ == 0)
      return fmt::format("Nobody wins: several arms share {} at {}.", superlative(),
                         points_text(tied_));
    if (sweep_.study.arms.size() == 1) return one_arm();
    const bool one = wins_[order_.front()] == won_;
    return (one ? same() : flips()) + ties() + certainty();
  }

 private:
  const std::string& name(std::size_t arm) const { return sweep_.study.arms[arm].name; }

  std::string superlative() const {
    const bool less = summary_.figure.better == Better::less;
    return fmt::format("the {} {}", less ? "lowest" : "highest", summary_.figure.name);
  }

  std::string at(std::size_t point) const {
    std::string text;
    for (const store::SweptSetting& each : sweep_.settings)
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", each.key, value_text(each, point));
    return text;
  }

  std::string one_arm() const {
    std::vector<std::size_t> points;
    for (std::size_t point = 0; point < summary_.points.size(); ++point) {
      if (summary_.points[point].best) points.push_back(point);
    }
    const auto mean = [&](std::size_t point) { return summary_.points[point].arms[0].mean; };
    const auto [low, high] =
        std::minmax_element(points.begin(), points.end(),
                            [&](std::size_t a, std::size_t b) { return mean(a) < mean(b); });
    const auto part = [&](std::size_t point) {
      return fmt::format("{}{} at {}", number_text(mean(point), summary_.figure.unit),
                         unit_text(summary_.figure.unit), at(point));
    };
    return fmt::format("With one arm nothing can flip; its {} goes from {} to {}.",
                       summary_.figure.name, part(*low), part(*high));
  }

  std::string points_text(std::size_t count) const {
    const std::size_t all = won_ + tied_;
    if (all == 1) return "the only point";
    return count == all ? fmt::format("all {} points", all)
                        : fmt::format("{} of {} points", count, all);
  }

  std::string same() const {
    return fmt::format("It does not flip: {} has {} at {}.", name(order_.front()), superlative(),
                       points_text(won_));
  }

  std::string ties() const {
    return tied_ == 0 ? std::string()
                      : fmt::format(" At {} several arms share it.", points_text(tied_));
  }

  std::string flips() const {
    std::string text = fmt::format("It flips: {} has {} at {}", name(order_[0]), superlative(),
                                   points_text(wins_[order_[0]]));
    for (std::size_t n = 1; n < order_.size() && wins_[order_[n]] > 0; ++n)
      text += fmt::format(", {} at {}", name(order_[n]), wins_[order_[n]]);
    return text + split_text() + ".";
  }

  std::string split_text() const {
    const Split split = best_split();
    // No better than to name the more frequent of the two everywhere.
    if (split.wrong >= wins_[order_[1]]) return "; no bound on a single setting tells where";
    const store::SweptSetting& setting = sweep_.settings[split.setting];
    const std::string unit = unit_text(setting.unit);
    std::string text = fmt::format("; {} up to {} {}{}, {} from {}{} on", name(split.below),
                                   setting.key, value_text(setting, split.last_below), unit,
                                   name(split.above), value_text(setting, split.first_above), unit);
    if (split.wrong > 0)
      text += fmt::format(", but for {} point{}", split.wrong, split.wrong == 1 ? "" : "s");
    return text;
  }

  /// Of the two arms that win most often, over all numeric settings and bounds.
  Split best_split() const {
    Split best;
    best.wrong = wins_[order_[1]];
    for (std::size_t n = 0; n < sweep_.settings.size(); ++n) {
      const auto* numbers = std::get_if<std::vector<double>>(&sweep_.settings[n].values);
      if (numbers != nullptr) try_bounds(n, *numbers, best);
    }
    return best;
  }

  void try_bounds(std::size_t setting, const std::vector<double>& numbers, Split& best) const {
    const std::size_t first = order_[0];
    const std::size_t second = order_[1];
    std::vector<std::size_t> points;
    for (std::size_t point = 0; point < numbers.size(); ++point) {
      const auto winner = summary_.points[point].best;
      if (winner == first || winner == second) points.push_back(point);
    }
    std::stable_sort(points.begin(), points.end(),
                     [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
    std::size_t first_below = 0;  // wins of first among points up to n
    for (std::size_t n = 0; n + 1 < points.size(); ++n) {
      if (summary_.points[points[n]].best == first) ++first_below;
      if (numbers[points[n]] == numbers[points[n + 1]]) continue;
      const std::size_t second_below = n + 1 - first_below;
      const std::size_t first_above = wins_[first] - first_below;
      const std::size_t second_above = wins_[second] - second_below;
      const std::size_t wrong_up = second_below + first_above;    // first below, second above
      const std::size_t wrong_down = first_below + second_above;  // the other way round
      const bool up = wrong_up <= wrong_down;
      const std::size_t wrong = up ? wrong_up : wrong_down;
      if (wrong >= best.wrong) continue;
      best = {setting, points[n], points[n + 1], up ? first : second, up ? second : first, wrong};
    }
  }

  std::string certainty() const {
    if (sweep_.replicates.size() < 2) return " One replicate decides nothing.";
    if (settled_ == won_)
      return fmt::format(" The chance of that is {:.0f}% or more at each.", 100 * settled_chance);
    return fmt::format(" At {} the chance of that is below {:.0f}%.", points_text(won_ - settled_),
                       100 * settled_chance);
  }

  const store::SweepRecord& sweep_;
  const SweepSummary& summary_;
  std::vector<std::size_t> wins_;   ///< points at which an arm has the best mean
  std::vector<std::size_t> order_;  ///< arms, most wins first
  std::size_t won_ = 0;             ///< points that have a best arm
  std::size_t tied_ = 0;            ///< points at which several arms are the best
  std::size_t settled_ = 0;
};

}  // namespace

std::string sweep_text(const store::SweepRecord& sweep, const SweepSummary& summary) {
  return Words(sweep, summary).text();
}

}  // namespace clout::report
