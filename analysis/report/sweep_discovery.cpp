#include "analysis/report/sweep_discovery.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "analysis/report/figure_named.hpp"
#include "analysis/report/figure_words.hpp"
#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "sim/base/diagnostic.hpp"

namespace clout::report {

namespace {

/// A coordinate of the cases: a number or switch from its least to its greatest value, or whether a
/// setting is one of its words.
struct Coordinate {
  std::size_t setting = 0;
  std::string word;        ///< empty unless it is about a word
  std::vector<double> at;  ///< by point, in [0, 1]
};

Coordinate stretched(std::size_t setting, std::vector<double> values) {
  const auto [low, high] = std::ranges::minmax(values);
  for (double& value : values) value = high > low ? (value - low) / (high - low) : 0.5;
  return {setting, {}, std::move(values)};
}

void add_words(std::size_t setting, const std::vector<std::string>& words,
               std::vector<Coordinate>& all) {
  std::vector<std::string> distinct = words;
  std::ranges::sort(distinct);
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  for (const std::string& word : distinct) {
    Coordinate each{setting, word, {}};
    for (const std::string& here : words) each.at.push_back(here == word ? 1 : 0);
    all.push_back(std::move(each));
  }
}

std::vector<Coordinate> coordinates_of(const store::SweepRecord& sweep) {
  std::vector<Coordinate> all;
  for (std::size_t n = 0; n < sweep.settings.size(); ++n) {
    const store::SweptValues& values = sweep.settings[n].values;
    if (const auto* words = std::get_if<std::vector<std::string>>(&values)) {
      add_words(n, *words, all);
    } else if (const auto* switches = std::get_if<std::vector<std::int32_t>>(&values)) {
      all.push_back(stretched(n, {switches->begin(), switches->end()}));
    } else {
      all.push_back(stretched(n, std::get<std::vector<double>>(values)));
    }
  }
  return all;
}

/// Whether the arm has the best value, and alone; none if no arm has a value.
std::optional<bool> wins(const store::SweepRecord& sweep, const store::SweepFigure& figure,
                         double sign, std::size_t arm, std::size_t point, std::size_t replicate) {
  const auto value = [&](std::size_t each) {
    return sign * figure.values[sweep.index(point, each, replicate)];
  };
  bool defined = false;
  bool alone = !std::isnan(value(arm));
  for (std::size_t other = 0; other < sweep.study.arms.size(); ++other) {
    defined = defined || !std::isnan(value(other));
    if (other != arm && value(other) >= value(arm)) alone = false;
  }
  return defined ? std::optional(alone) : std::nullopt;
}

/// Cases that no box has yet.
struct Left {
  std::vector<std::vector<double>> points;
  std::vector<bool> interest;

  std::size_t wins() const { return static_cast<std::size_t>(std::ranges::count(interest, true)); }
};

/// The bound of a box, to follow what the setting is called. Its ends lie at or between points; the
/// points inside say where.
std::string bound_text(const store::SweepRecord& sweep, const Coordinate& coordinate, double low,
                       double high) {
  const store::SweptSetting& setting = sweep.settings[coordinate.setting];
  if (!coordinate.word.empty())
    return fmt::format("is {}{}", low > 0 ? "" : "not ", coordinate.word);
  std::size_t least = coordinate.at.size();
  std::size_t most = coordinate.at.size();
  for (std::size_t point = 0; point < coordinate.at.size(); ++point) {
    const double at = coordinate.at[point];
    if (at < low || at > high) continue;
    if (least == coordinate.at.size() || at < coordinate.at[least]) least = point;
    if (most == coordinate.at.size() || at > coordinate.at[most]) most = point;
  }
  const auto value = [&](std::size_t point) { return value_with_unit(setting, point); };
  if (least == most || value(least) == value(most)) return "is " + value(least);
  if (low > 0 && high < 1) return fmt::format("is from {} to {}", value(least), value(most));
  return low > 0 ? fmt::format("is {} or more", value(least))
                 : fmt::format("is {} or less", value(most));
}

/// The next box among the cases that are left, which it takes away; none if it is no denser than
/// they are.
std::optional<DiscoveredBox> next_box(const store::SweepRecord& sweep,
                                      const std::vector<Coordinate>& coordinates, Left& left,
                                      std::size_t all_wins) {
  if (left.wins() == 0) return std::nullopt;
  const stats::Cases cases{left.points, left.interest};
  const std::vector<stats::Box> boxes = stats::peel_boxes(cases);
  const stats::Box box = stats::paste_box(boxes[stats::balanced_box(boxes, cases)], cases);
  const stats::BoxFigures figures = stats::box_figures(box, cases);
  const double before = static_cast<double>(left.wins()) / static_cast<double>(left.points.size());
  if (figures.density <= before && before < 1) return std::nullopt;
  DiscoveredBox found{{},
                      figures.points,
                      figures.interest,
                      static_cast<double>(figures.interest) / static_cast<double>(all_wins),
                      figures.density};
  const std::vector<double> quasi_p = stats::quasi_p_values(box, cases);
  const std::vector<std::string> labels = setting_labels(sweep);
  for (std::size_t d = 0; d < coordinates.size(); ++d) {
    if (!stats::restricted(box, d)) continue;
    const std::size_t setting = coordinates[d].setting;
    const std::string bound = bound_text(sweep, coordinates[d], box.low[d], box.high[d]);
    found.restrictions.push_back({setting, sweep.settings[setting].key + " " + bound,
                                  labels[setting] + " " + bound, quasi_p[d]});
  }
  Left rest;
  for (std::size_t n = 0; n < left.points.size(); ++n) {
    bool inside = true;
    for (std::size_t d = 0; d < coordinates.size(); ++d)
      inside = inside && box.low[d] <= left.points[n][d] && left.points[n][d] <= box.high[d];
    if (inside) continue;
    rest.points.push_back(left.points[n]);
    rest.interest.push_back(left.interest[n]);
  }
  left = std::move(rest);
  return found;
}

std::string percent(double share) { return number_text(share, "share", 2); }

bool is_shown(const Discovery& found, const DiscoveredBox& box) {
  const double base = static_cast<double>(found.wins) / static_cast<double>(found.cases);
  return box.density > base && std::ranges::any_of(box.restrictions, [](const Restriction& each) {
           return each.quasi_p <= significant_quasi_p;
         });
}

std::string where(const DiscoveredBox& box) {
  std::string text;
  for (const Restriction& each : box.restrictions) {
    text += (text.empty() ? "" : " and ") + each.words;
    if (each.quasi_p > significant_quasi_p) text += " (a bound that may be luck)";
  }
  return text;
}

std::string boxes_text(const std::string& name, const Discovery& found) {
  if (!found.shows_boxes()) return " No box of the settings is shown in which it wins more often.";
  const double base = static_cast<double>(found.wins) / static_cast<double>(found.cases);
  std::string text;
  for (const DiscoveredBox& box : found.boxes) {
    if (!box.shown) continue;
    text += fmt::format(
        " {} when {}: in {} of the cases there, against {} of all; these are {} of "
        "all its wins.",
        text.empty() ? name + " wins most often" : "Of what is left, most often", where(box),
        percent(box.density), percent(base), percent(box.coverage));
  }
  return text;
}

std::string text_of(const store::SweepRecord& sweep, const Discovery& found) {
  const std::string& name = sweep.study.arms[found.arm].name;
  const std::string figure = figure_phrase(found.figure.name);
  if (found.wins == 0)
    return fmt::format("{} wins nowhere: none of {} cases by {}.", name, found.cases, figure);
  if (found.wins == found.cases)
    return fmt::format("{} wins everywhere: all of {} cases by {}.", name, found.cases, figure);
  return fmt::format("{} wins {} of {} cases ({}) by {}.", name, found.wins, found.cases,
                     percent(static_cast<double>(found.wins) / static_cast<double>(found.cases)),
                     figure) +
         boxes_text(name, found);
}

std::size_t arm_named(const store::SweepRecord& sweep, const std::string& name) {
  Diagnostic problem;
  for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm) {
    const std::string& each = sweep.study.arms[arm].name;
    if (each == name) return arm;
    problem.expected += (arm == 0 ? "one of " : ", ") + each;
  }
  problem.place.key = "--arm";
  problem.problem = fmt::format("the sweep has no arm '{}'", name);
  throw InputError(problem);
}

}  // namespace

bool Discovery::shows_boxes() const { return std::ranges::any_of(boxes, &DiscoveredBox::shown); }

Discovery discover(const store::SweepRecord& sweep, const std::string& arm, const std::string& by,
                   std::size_t most_boxes) {
  Discovery found;
  found.figure = figure_named(by.empty() ? sweep.judged_by : by);
  found.arm = arm_named(sweep, arm);
  const auto figure =
      std::ranges::find(sweep.figures, found.figure.name, &store::SweepFigure::name);
  const double sign = found.figure.better == Better::less ? -1 : 1;
  const std::vector<Coordinate> coordinates = coordinates_of(sweep);
  Left left;
  for (std::size_t point = 0; figure != sweep.figures.end() && point < sweep.points(); ++point) {
    std::vector<double> place;
    for (const Coordinate& each : coordinates) place.push_back(each.at[point]);
    for (std::size_t n = 0; n < sweep.replicates.size(); ++n) {
      const auto won = wins(sweep, *figure, sign, found.arm, point, n);
      if (!won) continue;
      left.points.push_back(place);
      left.interest.push_back(*won);
    }
  }
  found.cases = left.points.size();
  found.wins = left.wins();
  // Of an arm that always wins there is nothing to tell apart.
  while (found.wins < found.cases && found.boxes.size() < most_boxes) {
    auto box = next_box(sweep, coordinates, left, found.wins);
    if (!box) break;
    box->shown = is_shown(found, *box);
    found.boxes.push_back(std::move(*box));
  }
  found.text = text_of(sweep, found);
  return found;
}

}  // namespace clout::report
