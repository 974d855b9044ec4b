#include "analysis/report/sweep_text.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"

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
      : sweep_(sweep),
        summary_(summary),
        labels_(setting_labels(sweep)),
        wins_(sweep.study.arms.size()),
        settled_(sweep.study.arms.size()) {
    for (const PointSummary& point : summary.points) {
      if (point.tied) ++tied_;
      if (!point.best) continue;
      ++won_;
      ++wins_[*point.best];
      if (point.settled()) ++settled_[*point.best];
    }
    std::vector<std::size_t> order(wins_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wins_[a] > wins_[b]; });
    for (const std::size_t arm : order) {
      if (wins_[arm] > 0) winners_.push_back(arm);
      if (settled_[arm] > 0) rivals_.push_back(arm);
    }
  }

  SweepText said() const {
    if (won_ + tied_ == 0)
      return {"No arm has a value of " + figure_phrase(summary_.figure.name) + " at any point.", "",
              ""};
    if (won_ == 0)
      return {fmt::format("Nobody wins: several arms share {} at {}.", superlative(summary_.figure),
                          points_text(tied_)),
              "", ""};
    if (sweep_.study.arms.size() == 1) return {one_arm(), "", replicates_text()};
    const bool flips = rivals_.size() > 1;
    return {verdict(flips) + winners_text() + ".", flips ? where() : std::string(),
            ties() + certainty()};
  }

 private:
  const std::string& name(std::size_t arm) const { return sweep_.study.arms[arm].name; }
  bool has_chances() const { return sweep_.replicates.size() > 1; }

  std::string at(std::size_t point) const {
    std::string text;
    for (std::size_t n = 0; n < sweep_.settings.size(); ++n)
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", labels_[n],
                          value_with_unit(sweep_.settings[n], point));
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
    return fmt::format("With one arm nothing can flip; its mean of {} goes from {} to {}.",
                       figure_phrase(summary_.figure.name), part(*low), part(*high));
  }

  std::string points_text(std::size_t count) const {
    const std::size_t all = won_ + tied_;
    if (all == 1) return "the only point";
    return count == all ? fmt::format("all {} points", all)
                        : fmt::format("{} of {} points", count, all);
  }

  /// The best mean alone may be luck: what it does is shown only where a winner is settled.
  std::string verdict(bool flips) const {
    if (flips) return "It flips: ";
    if (won_ + tied_ == 1) return "With one point nothing can flip: ";
    const std::size_t first = winners_.front();
    return settled_[first] == won_ + tied_ ? "It does not flip: " : "It is not shown to flip: ";
  }

  std::string winners_text() const {
    std::string text =
        fmt::format("{} has {} on average at {}{}", name(winners_[0]), superlative(summary_.figure),
                    points_text(wins_[winners_[0]]), settled_text(winners_[0]));
    for (std::size_t n = 1; n < winners_.size(); ++n)
      text += fmt::format(", {} at {}{}", name(winners_[n]), wins_[winners_[n]],
                          settled_text(winners_[n]));
    return text;
  }

  std::string settled_text(std::size_t arm) const {
    if (!has_chances()) return {};
    return settled_[arm] == 0 ? " (settled at none)"
                              : fmt::format(" (settled at {})", settled_[arm]);
  }

  std::string ties() const {
    return tied_ == 0 ? std::string()
                      : fmt::format("At {} several arms share it. ", points_text(tied_));
  }

  std::string where() const {
    const Split split = best_split();
    // No better than to name the more frequent of the two everywhere.
    if (split.wrong >= fewer_wins()) return "No bound on a single setting tells where.";
    const store::SweptSetting& setting = sweep_.settings[split.setting];
    std::string text = fmt::format("The {} tells where", labels_[split.setting]);
    if (split.wrong > 0)
      text += fmt::format(", but for {} point{}", split.wrong, split.wrong == 1 ? "" : "s");
    return text + fmt::format(": {} up to {}, {} from {} on.", name(split.below),
                              value_with_unit(setting, split.last_below), name(split.above),
                              value_with_unit(setting, split.first_above));
  }

  std::size_t fewer_wins() const { return std::min(wins_[rivals_[0]], wins_[rivals_[1]]); }

  /// Of the two arms that win most often and are settled somewhere, over all numeric settings and
  /// bounds.
  Split best_split() const {
    Split best;
    best.wrong = fewer_wins();
    for (std::size_t n = 0; n < sweep_.settings.size(); ++n) {
      const auto* numbers = std::get_if<std::vector<double>>(&sweep_.settings[n].values);
      if (numbers != nullptr) try_bounds(n, *numbers, best);
    }
    return best;
  }

  void try_bounds(std::size_t setting, const std::vector<double>& numbers, Split& best) const {
    const std::size_t first = rivals_[0];
    const std::size_t second = rivals_[1];
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

  std::string replicates_text() const {
    return has_chances() ? std::string() : "One replicate decides nothing.";
  }

  std::string certainty() const {
    if (!has_chances()) return replicates_text();
    return fmt::format("Settled: a chance of {:.0f}% or more that its true mean is the best.",
                       100 * settled_chance);
  }

  const store::SweepRecord& sweep_;
  const SweepSummary& summary_;
  std::vector<std::string> labels_;   ///< of the settings
  std::vector<std::size_t> wins_;     ///< by arm: points at which it has the best mean
  std::vector<std::size_t> settled_;  ///< by arm: those of them at which that is settled
  std::vector<std::size_t> winners_;  ///< arms that win somewhere, most wins first
  std::vector<std::size_t> rivals_;   ///< those of them that are settled somewhere
  std::size_t won_ = 0;               ///< points that have a best arm
  std::size_t tied_ = 0;              ///< points at which several arms are the best
};

}  // namespace

SweepText sweep_text(const store::SweepRecord& sweep, const SweepSummary& summary) {
  return Words(sweep, summary).said();
}

std::string SweepText::all() const {
  std::string text = answer;
  for (const std::string& each : {where, certainty}) {
    if (!each.empty()) text += " " + each;
  }
  return text;
}

}  // namespace clout::report
