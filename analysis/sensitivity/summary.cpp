#include "analysis/sensitivity/summary.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "analysis/sensitivity/points.hpp"
#include "analysis/sensitivity/weights.hpp"
#include "sim/base/diagnostic.hpp"

namespace clout::sensitivity {

namespace {

constexpr std::size_t most_named = 3;

[[noreturn]] void refuse(const std::string& path, const std::string& problem) {
  Diagnostic diagnostic;
  diagnostic.place.file = path;
  diagnostic.problem = problem;
  diagnostic.expected = "a file of clout sensitivity";
  throw InputError(diagnostic);
}

scenario::Scenario study_of(const store::SweepRecord& sweep) {
  const auto no_base = [](const std::string&) { return std::string(); };
  return scenario::read_scenario_text(sweep.study.resolved, "config/resolved", no_base);
}

class Words {
 public:
  Words(const store::SweepRecord& sweep, const Sensitivity& found)
      : sweep_(sweep),
        found_(found),
        labels_(report::setting_labels(sweep)),
        unit_(found.outcome.figure.unit) {}

  std::vector<std::string> parts() const {
    std::vector<std::string> parts{
        fmt::format("{} is {} at the study's own settings.", report::capital(found_.outcome.text),
                    report::interval_text(found_.indices.own, unit_) + report::unit_text(unit_))};
    for (const std::string& each : {one_at_a_time(), morris(), sobol(), pawn(), split()}) {
      if (!each.empty()) parts.push_back(each);
    }
    if (sweep_.replicates.size() < 2) parts.emplace_back("One replicate says nothing of chance.");
    return parts;
  }

 private:
  std::string leaders(Method method) const {
    const auto values = importance(found_.indices, method);
    std::string names;
    for (const std::size_t n : ranked(values)) {
      if (!(values[n] > 0)) break;
      names += (names.empty() ? "" : ", ") + labels_[n];
      if (static_cast<std::size_t>(std::count(names.begin(), names.end(), ',')) + 1 == most_named)
        break;
    }
    return names;
  }

  std::string one_at_a_time() const {
    const auto& all = found_.indices.one_at_a_time;
    if (all.empty()) return {};
    const std::string names = leaders(Method::one_at_a_time);
    if (names.empty()) return "One at a time, no setting moves it at all.";
    const auto clear =
        static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const auto& steps) {
          return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
            return step.change.low > 0 || step.change.high < 0;
          });
        }));
    return fmt::format(
               "One at a time, {} move{} it most; {} of {} settings move{} it by more than chance "
               "explains (95%, each by itself).",
               names, names.find(',') == std::string::npos ? "s" : "", clear, all.size(),
               clear == 1 ? "s" : "") +
           turns();
  }

  static bool holds_zero(const stats::MeanInterval& each) {
    return std::isnan(each.low) || (each.low <= 0 && each.high >= 0);
  }

  /// Steps at which the mean has the other sign than at the study's own settings.
  std::string turning(bool open) const {
    std::string places;
    for (std::size_t n = 0; n < found_.indices.one_at_a_time.size(); ++n) {
      for (const Step& step : found_.indices.one_at_a_time[n]) {
        if (!step.turns || holds_zero(stats::mean_interval(found_.outcome.at(step.point))) != open)
          continue;
        places += fmt::format("{}{} = {}", places.empty() ? "" : "; ", labels_[n],
                              report::value_with_unit(sweep_.settings[n], step.point));
      }
    }
    return places;
  }

  /// A sign that is open where the study stands cannot be said to turn, nor to stay.
  std::string turns() const {
    if (!found_.outcome.less) return {};
    if (std::isnan(found_.indices.own.low))
      return " Its sign at the study's own settings is open with one replicate.";
    if (holds_zero(found_.indices.own))
      return " Its sign is open at the study's own settings, where the interval holds 0: nothing "
             "is said to turn it.";
    const std::string shown = turning(false);
    const std::string open = turning(true);
    if (shown.empty() && open.empty())
      return " None of them alone turns its sign at the values that were tried.";
    std::string text;
    if (!shown.empty()) text += fmt::format(" Its sign turns, each alone, at {}.", shown);
    if (!open.empty())
      text += fmt::format(" It may turn, the interval there holding 0, at {}.", open);
    return text;
  }

  std::string morris() const {
    if (found_.indices.morris.empty()) return {};
    const std::string names = leaders(Method::morris);
    if (names.empty()) return "By Morris' trajectories no setting moves it at all.";
    return fmt::format("By Morris' mean absolute effect over the ranges: {}.", names);
  }

  std::string sobol() const {
    if (found_.indices.sobol.empty()) return {};
    const std::string names = leaders(Method::sobol);
    if (names.empty()) return "It does not vary over the Saltelli design.";
    double first = 0;
    for (const auto& each : found_.indices.sobol) first += each.first.value;
    return fmt::format(
        "Of its variance over the ranges most is due to {} (Sobol, with interactions); the "
        "settings alone, without interactions, explain {:.0f}%.",
        names, 100 * std::clamp(first, 0.0, 1.0));
  }

  std::string pawn() const {
    const auto& all = found_.indices.pawn;
    if (all.empty()) return {};
    const auto above = std::count_if(all.begin(), all.end(), [&](const auto& each) {
      return each.mean > found_.indices.pawn_threshold;
    });
    return fmt::format(
        "{} of {} settings move{} its distribution by more than luck does (PAWN), {} first.", above,
        all.size(), above == 1 ? "s" : "", leaders(Method::pawn));
  }

  std::string split() const {
    if (!found_.indices.split) return {};
    const auto& split = *found_.indices.split;
    return fmt::format(
        "Of the variance of one run, {} is due to the settings, {} to the graph, {} to chance.",
        report::number_text(split.parameters.value, "share", 2),
        report::number_text(split.graph.value, "share", 2),
        report::number_text(split.chance.value, "share", 2));
  }

  const store::SweepRecord& sweep_;
  const Sensitivity& found_;
  std::vector<std::string> labels_;  ///< of the settings
  std::string unit_;
};

}  // namespace

Sensitivity sensitivity_of(const std::string& path, const store::SweepRecord& sweep,
                           const OutcomeChoice& choice) {
  const auto blocks = blocks_of(sweep.design);
  if (!blocks) refuse(path, "holds a sweep of another design (" + sweep.design + ")");
  std::size_t points = 0;
  for (const Block& each : *blocks) points += each.points;
  scenario::Scenario study = study_of(sweep);
  const std::size_t settings = study.sweep.parameters.size();
  if (points != sweep.points() || settings == 0 || settings > sweep.settings.size())
    refuse(path, "has other points than its design says");
  Sensitivity found{*blocks, std::move(study), outcome_of(sweep, choice), {}};
  found.indices = indices_of(found.outcome, found.blocks, coordinates_of(found.study, sweep),
                             random::Seed{static_cast<std::uint64_t>(sweep.study.seed)});
  return found;
}

std::vector<std::string> summary_parts(const store::SweepRecord& sweep, const Sensitivity& found) {
  return Words(sweep, found).parts();
}

std::string summary_text(const store::SweepRecord& sweep, const Sensitivity& found) {
  return fmt::format("{}", fmt::join(summary_parts(sweep, found), " "));
}

std::string verdict_text(const store::SweepRecord& sweep, const Sensitivity& found) {
  const auto weights = weights_of(found.indices);
  if (!weights) {
    return found.indices.split
               ? "Only the variance was split: nothing says which settings decide " +
                     found.outcome.text + "."
               : "No setting moves " + found.outcome.text + " at all.";
  }
  const std::vector<std::string> labels = report::setting_labels(sweep);
  const auto names = [&](const std::vector<std::size_t>& settings) {
    std::string text;
    for (std::size_t n = 0; n < settings.size(); ++n)
      text += (n == 0 ? "" : n + 1 == settings.size() ? " and " : ", ") + labels[settings[n]];
    return text;
  };
  std::string text =
      weights->deciding.empty()
          ? fmt::format("None of {} settings is shown to decide {}", found.settings(),
                        found.outcome.text)
          : fmt::format("{} decide{} {}", report::capital(names(weights->deciding)),
                        weights->deciding.size() == 1 ? "s" : "", found.outcome.text);
  if (!weights->idle.empty())
    text += fmt::format("; {} of {} settings hardly matter{}", weights->idle.size(),
                        found.settings(), weights->idle.size() == 1 ? "s" : "");
  return text + ".";
}

}  // namespace clout::sensitivity
