#include "sim/cli/stopping_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "analysis/report/figure_named.hpp"
#include "analysis/report/number_text.hpp"
#include "sim/cli/json_number.hpp"
#include "sim/cli/refuse_option.hpp"

namespace clout::cli {

namespace {

using Kind = report::StoppingGoal::Kind;

constexpr const char* option = "--until";

std::string trimmed(std::string text) {
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

/// Takes a beginning away if the text has it.
bool take(std::string& text, const std::string& beginning) {
  if (!text.starts_with(beginning)) return false;
  text = trimmed(text.substr(beginning.size()));
  return true;
}

stats::WantedPrecision read_precision(std::string text) {
  const std::string whole = text;
  stats::WantedPrecision wanted;
  if (text.ends_with('%')) {
    wanted.relative = true;
    text.pop_back();
    text = trimmed(text);
  }
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, wanted.half_width);
  if (error != std::errc() || rest != end || !std::isfinite(wanted.half_width) ||
      wanted.half_width <= 0)
    refuse_option(option, "'" + whole + "' is no precision",
                  "a number above 0 in the figure's unit, or one with %, of the mean");
  if (wanted.relative) wanted.half_width /= 100;
  return wanted;
}

report::StoppingGoal winner_goal(const std::string& by, const store::StudyRecord& study) {
  const std::string name = by.empty() ? report::main_figure(study) : by;
  report::StoppingGoal goal{Kind::winner, report::figure_named(name, option), {}};
  if (study.arms.size() < 2)
    refuse_option(option, "the study has one arm, which has nothing to win", "two arms or more");
  if (goal.figure.better == report::Better::neither)
    refuse_option(option, "neither more nor less of " + name + " is better",
                  "a figure that an arm can win by");
  return goal;
}

const char* kind_name(Kind kind) {
  switch (kind) {
    case Kind::arms:
      return "arms";
    case Kind::differences:
      return "differences";
    case Kind::winner:
      return "winner";
  }
  return "";
}

/// Half-width as a share of the mean; nothing is no share of nothing.
double relative_width(const report::ArmPrecision& arm) {
  return arm.half_width == 0 ? 0 : arm.half_width / std::abs(arm.mean);
}

/// The arm that is farthest from what was asked for.
const report::ArmPrecision& widest(const StoppedRun& run) {
  const auto width = [&](const report::ArmPrecision& arm) {
    return run.goal.wanted.relative ? relative_width(arm) : arm.half_width;
  };
  return *std::max_element(run.look.arms.begin(), run.look.arms.end(),
                           [&](const auto& a, const auto& b) { return width(a) < width(b); });
}

std::string width_text(const StoppedRun& run, const report::ArmPrecision& arm) {
  const std::string& unit = run.goal.figure.unit;
  const std::string text = report::number_text(arm.half_width, unit, 2) + report::unit_text(unit);
  if (!run.goal.wanted.relative) return text;
  return fmt::format("{}, {} of the mean", text,
                     report::number_text(relative_width(arm), "share", 2));
}

std::string wanted_text(const report::StoppingGoal& goal) {
  if (goal.wanted.relative)
    return report::number_text(goal.wanted.half_width, "share") + " of the mean";
  return report::number_text(goal.wanted.half_width, goal.figure.unit) +
         report::unit_text(goal.figure.unit);
}

std::string precision_text(const StoppedRun& run, const store::StudyRecord& study) {
  const bool differences = run.goal.kind == Kind::differences;
  const report::ArmPrecision& arm = widest(run);
  return fmt::format("{}{} is {}known within {} for every arm; widest is {}, +- {}",
                     differences ? "the difference in " : "", run.goal.figure.name,
                     run.look.reached ? "" : "not ", wanted_text(run.goal),
                     study.arms[arm.arm].name, width_text(run, arm));
}

std::string winner_text(const StoppedRun& run, const store::StudyRecord& study) {
  if (!run.look.winner)
    return fmt::format("it is not known at 95% which arm is best in {}", run.goal.figure.name);
  return fmt::format("{} is the best in {}, at 95% for all looks and arms together",
                     study.arms[*run.look.winner].name, run.goal.figure.name);
}

}  // namespace

report::StoppingGoal read_stopping_goal(const std::string& text, const store::StudyRecord& study) {
  constexpr const char* forms =
      "'roi +- 0.05', 'first_purchases +- 5%', 'difference in roi +- 0.05', 'winner' or 'winner by "
      "profit'";
  std::string rest = trimmed(text);
  if (rest == "winner") return winner_goal("", study);
  if (take(rest, "winner by ")) return winner_goal(rest, study);
  const bool differences = take(rest, "difference in ");
  for (const std::string sign : {"+-", "±"}) {
    const std::size_t at = rest.find(sign);
    if (at == std::string::npos) continue;
    if (differences && study.arms.size() < 2)
      refuse_option(option, "the study has one arm, so that there are no differences",
                    "two arms or more");
    return {differences ? Kind::differences : Kind::arms,
            report::figure_named(trimmed(rest.substr(0, at)), option),
            read_precision(trimmed(rest.substr(at + sign.size())))};
  }
  refuse_option(option, "'" + text + "' is no goal", forms);
}

std::string stopping_text(const StoppedRun& run, const store::StudyRecord& study) {
  const std::string head = fmt::format("{} {} replicates (pilot {}, at most {}): ",
                                       run.look.reached ? "Enough:" : "Not enough:", run.replicates,
                                       run.pilot, run.most);
  if (!run.look.possible) {
    return head + fmt::format("{} is not defined for {}", run.goal.figure.name,
                              run.goal.kind == Kind::arms ? "any arm" : "two arms");
  }
  return head +
         (run.goal.kind == Kind::winner ? winner_text(run, study) : precision_text(run, study));
}

boost::json::object stopping_json(const StoppedRun& run, const store::StudyRecord& study) {
  boost::json::object object{{"goal", kind_name(run.goal.kind)},
                             {"figure", run.goal.figure.name},
                             {"reached", run.look.reached},
                             {"replicates", run.replicates},
                             {"pilot", run.pilot},
                             {"at_most", run.most},
                             {"text", stopping_text(run, study)}};
  if (run.goal.kind == Kind::winner) {
    object["winner"] = run.look.winner ? boost::json::value(study.arms[*run.look.winner].name)
                                       : boost::json::value(nullptr);
    return object;
  }
  object["wanted_half_width"] = run.goal.wanted.half_width;
  object["relative"] = run.goal.wanted.relative;
  boost::json::array arms;
  for (const report::ArmPrecision& arm : run.look.arms) {
    arms.push_back({{"arm", study.arms[arm.arm].name},
                    {"mean", json_number(arm.mean)},
                    {"half_width", json_number(arm.half_width)},
                    {"enough", arm.enough}});
  }
  object["arms"] = std::move(arms);
  return object;
}

}  // namespace clout::cli
