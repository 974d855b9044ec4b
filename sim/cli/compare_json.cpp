// A comparison for machines.
#include <boost/json/array.hpp>

#include "analysis/report/verdict.hpp"
#include "sim/cli/compare_output.hpp"
#include "sim/cli/json_number.hpp"

namespace clout::cli {

namespace {

namespace json = boost::json;
using report::Comparison;

/// Anything with value, low and high.
template <typename Estimate>
json::object estimate_json(const Estimate& estimate) {
  return {{"value", json_number(estimate.value)},
          {"low", json_number(estimate.low)},
          {"high", json_number(estimate.high)}};
}

json::object interval_json(const stats::MeanInterval& interval) {
  return {{"mean", json_number(interval.mean)},
          {"low", json_number(interval.low)},
          {"high", json_number(interval.high)},
          {"replicates", interval.count}};
}

json::object difference_json(const report::ArmFigure& arm) {
  json::object object = interval_json(arm.difference);
  object["p_value"] = json_number(arm.p_value);
  object["p_holm"] = json_number(arm.p_holm);
  object["cohens_d"] = estimate_json(arm.effect);
  object["cohens_d_paired"] = estimate_json(arm.paired_effect);
  object["pairing_gain"] = json_number(arm.pairing_gain.value);
  object["pairing_gain_low"] = json_number(arm.pairing_gain.low);
  object["pairing_gain_high"] = json_number(arm.pairing_gain.high);
  object["chance_mean_better"] = json_number(arm.beats_mean);
  object["chance_further_better"] = json_number(arm.beats_further);
  return object;
}

json::object figure_json(const report::Figure& figure, const report::ArmFigure& arm,
                         bool reference) {
  json::object object = interval_json(arm.value);
  object["unit"] = figure.unit;
  object["p10"] = estimate_json(arm.p10);
  object["median"] = estimate_json(arm.median);
  object["p90"] = estimate_json(arm.p90);
  object["chance_further_below_zero"] = json_number(arm.below_zero);
  object["chance_mean_best"] = json_number(arm.win.mean_is_best);
  object["chance_further_best"] = json_number(arm.win.wins_further);
  if (!reference) object["difference_to_reference"] = difference_json(arm);
  return object;
}

json::object arm_json(const Comparison& comparison, std::size_t position) {
  const report::ComparedArm& arm = comparison.arms[position];
  json::object hired;
  for (std::size_t tier = 0; tier < market::tiers; ++tier)
    hired[choice_names<market::Tier>[tier]] = arm.hired[tier];
  json::object figures;
  for (const report::ComparedFigure& each : comparison.figures)
    figures[each.figure.name] =
        figure_json(each.figure, each.arms[position], position == comparison.reference);
  return {{"name", arm.label},
          {"note", arm.note},
          {"study", arm.study},
          {"paired_with", arm.family},
          {"hired", std::move(hired)},
          {"spent_usd", json_number(arm.spent_usd)},
          {"left_over_usd", json_number(arm.left_over_usd)},
          {"figures", std::move(figures)}};
}

json::object study_json(const report::StudyHeading& heading) {
  const store::StudyRecord& study = heading.study;
  return {{"title", study.title},
          {"question", study.question},
          {"seed", study.seed},
          {"days", study.days},
          {"warm_up_days", study.warm_up_days},
          {"replicates", heading.replicates},
          {"planned_replicates", study.planned_replicates},
          {"accounts", study.accounts},
          {"follows", study.follows},
          {"people", static_cast<double>(study.accounts) * study.people_per_agent},
          {"graph", study.graph_origin},
          {"config_sha256", study.config_sha256},
          {"software", study.software},
          {"git_sha1", study.git_sha1}};
}

const char* name_of(report::Standing standing) {
  switch (standing) {
    case report::Standing::nothing:
      return "nothing";
    case report::Standing::one_arm:
      return "one_arm";
    case report::Standing::one_replicate:
      return "one_replicate";
    case report::Standing::same:
      return "same";
    case report::Standing::open:
      return "open";
    case report::Standing::settled:
      return "settled";
  }
  return "";
}

json::object verdict_json(const Comparison& comparison) {
  const report::Verdict verdict = report::judge(comparison);
  json::array undecided;
  for (const std::size_t arm : verdict.undecided)
    undecided.emplace_back(comparison.arms[arm].label);
  const bool open = verdict.standing == report::Standing::open;
  json::object object{{"figure", comparison.figures[comparison.judged_by].figure.name},
                      {"standing", name_of(verdict.standing)},
                      {"text", verdict.text}};
  if (verdict.standing == report::Standing::nothing) return object;
  object["best"] = comparison.arms[verdict.best].label;
  object["runner_up"] = comparison.arms[verdict.runner_up].label;
  object["lead"] = interval_json(verdict.lead);
  object["cohens_d"] = estimate_json(verdict.effect);
  object["undecided"] = std::move(undecided);
  object["replicates_needed"] =
      open && verdict.replicates ? json::value(*verdict.replicates) : json::value(nullptr);
  return object;
}

}  // namespace

json::object compare_json(const Comparison& comparison) {
  json::array studies;
  for (const report::StudyHeading& each : comparison.studies) studies.push_back(study_json(each));
  json::array arms;
  for (std::size_t arm = 0; arm < comparison.arms.size(); ++arm)
    arms.push_back(arm_json(comparison, arm));
  json::array caveats;
  for (const std::string& each : report::caveats(comparison)) caveats.emplace_back(each);
  return {{"studies", std::move(studies)},
          {"verdict", verdict_json(comparison)},
          {"reference", comparison.arms[comparison.reference].label},
          {"comparisons", comparison.comparisons()},
          {"error_rate_of_each", comparison.error_rate()},
          {"arms", std::move(arms)},
          {"caveats", std::move(caveats)}};
}

}  // namespace clout::cli
