#include "analysis/report/verdict_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/stats/replicates_needed.hpp"

namespace clout::report {

namespace {

/// The words of one verdict, with what they are about at hand.
class Words {
 public:
  Words(const Comparison& comparison, const Verdict& verdict)
      : comparison_(comparison),
        verdict_(verdict),
        figure_(comparison.figures[comparison.judged_by]),
        unit_(figure_.figure.unit) {}

  std::string text() const {
    switch (verdict_.standing) {
      case Standing::nothing:
        return fmt::format("There is nothing to compare: {} is not defined for any arm.",
                           figure_.figure.name);
      case Standing::one_arm:
        return one_arm();
      case Standing::one_replicate:
        return fmt::format("One replicate decides nothing; in it {} has the {}, before {}.",
                           name(verdict_.best), superlative(), name(verdict_.runner_up));
      case Standing::same:
        return fmt::format("The arms do not differ in {}: it is the same in every replicate.",
                           figure_.figure.name);
      case Standing::open:
        return open() + chances() + money();
      case Standing::settled:
        return settled() + chances() + money();
    }
    return {};
  }

 private:
  const std::string& name(std::size_t arm) const { return comparison_.arms[arm].label; }

  std::string superlative() const {
    const bool amount = unit_ == "people";
    const char* const word = figure_.figure.better == Better::less ? (amount ? "fewest" : "lowest")
                                                                   : (amount ? "most" : "highest");
    return fmt::format("{} {}", word, figure_.figure.name);
  }

  /// "123k people (100k .. 146k) ahead of macro"
  std::string lead() const {
    return fmt::format("{}{} ahead of {}", interval_text(verdict_.lead, unit_), unit_text(unit_),
                       name(verdict_.runner_up));
  }

  std::string surety() const {
    const std::size_t others = comparison_.comparisons();
    return others == 1 ? std::string("95%")
                       : fmt::format("95% for all {} comparisons together", others);
  }

  /// "; effect size d 0.33, 0.08 to 0.57"
  std::string effect() const {
    const stats::EffectSize& d = verdict_.effect;
    if (std::isnan(d.value)) return {};
    return fmt::format("; effect size d {}, {} to {}", number_text(d.value, "1"),
                       number_text(d.low, "1"), number_text(d.high, "1"));
  }

  std::string one_arm() const {
    const std::size_t only = verdict_.best;
    return fmt::format("Only {} has {}, so there is nothing to compare: {}{}.", name(only),
                       figure_.figure.name, interval_text(figure_.arms[only].value, unit_),
                       unit_text(unit_));
  }

  std::string settled() const {
    return fmt::format("{} has the {}: {}, the next best ({}{}).", name(verdict_.best),
                       superlative(), lead(), surety(), effect());
  }

  std::string open() const {
    std::string others;
    for (const std::size_t arm : verdict_.undecided) {
      if (arm != verdict_.runner_up) others += (others.empty() ? "" : ", ") + name(arm);
    }
    std::string text = fmt::format("It is open which arm has the {}: {} is {} ({})", superlative(),
                                   name(verdict_.best), lead(), surety());
    if (!others.empty()) text += fmt::format(", and cannot be told from {} either", others);
    return text + "." + outlook();
  }

  std::string outlook() const {
    if (!verdict_.replicates) {
      return fmt::format(
          " No feasible number of replicates ({} or fewer) would settle a lead of "
          "this size.",
          stats::most_replicates);
    }
    const std::size_t have = figure_.arms[verdict_.best].value.count;
    const std::size_t more = *verdict_.replicates > have ? *verdict_.replicates - have : 1;
    return fmt::format(
        " If the lead is truly this large, about {} more replicate{} would settle it in 4 of 5 "
        "studies.",
        more, more == 1 ? "" : "s");
  }

  std::string chances() const {
    const stats::WinProbability& win = figure_.arms[verdict_.best].win;
    if (std::isnan(win.mean_is_best)) return {};
    return fmt::format(
        " Its mean is the best with a chance of {}; it wins a further replicate "
        "with {}.",
        chance_text(win.mean_is_best), chance_text(win.wins_further));
  }

  /// What the best arm earned, never without its interval.
  std::string money() const {
    for (const ComparedFigure& each : comparison_.figures) {
      if (each.figure.name != "roi") continue;
      const ArmFigure& of_best = each.arms[verdict_.best];
      if (std::isnan(of_best.value.low) || &each == &figure_) return {};
      return fmt::format(
          " Its return on spend is {}, with a chance of a loss of {} in a further replicate.",
          interval_text(of_best.value, each.figure.unit), chance_text(of_best.below_zero));
    }
    return {};
  }

  const Comparison& comparison_;
  const Verdict& verdict_;
  const ComparedFigure& figure_;
  const std::string& unit_;
};

}  // namespace

std::string verdict_text(const Comparison& comparison, const Verdict& verdict) {
  return Words(comparison, verdict).text();
}

}  // namespace clout::report
