// A sweep for machines.
#include <boost/json/array.hpp>

#include "analysis/report/setting_words.hpp"
#include "sim/cli/json_number.hpp"
#include "sim/cli/sweep_output.hpp"
#include "sim/cli/swept_value.hpp"

namespace clout::cli {

namespace {

namespace json = boost::json;

json::object figure_json(const store::SweepRecord& sweep, const store::SweepFigure& figure,
                         std::size_t point, std::size_t arm) {
  const std::vector<double> values = report::replicates_of(sweep, figure, point, arm);
  const stats::MeanInterval interval = stats::mean_interval(values);
  json::array each;
  for (const double value : values) each.push_back(json_number(value));
  return {{"mean", json_number(interval.mean)},
          {"low", json_number(interval.low)},
          {"high", json_number(interval.high)},
          {"replicates", interval.count},
          {"values", std::move(each)}};
}

json::object point_json(const store::SweepRecord& sweep, const report::PointSummary& summary,
                        std::size_t point) {
  json::object settings;
  for (const store::SweptSetting& each : sweep.settings)
    settings[each.key] = swept_value_json(each, point);
  json::array arms;
  for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm) {
    json::object figures;
    for (const store::SweepFigure& figure : sweep.figures)
      figures[figure.name] = figure_json(sweep, figure, point, arm);
    arms.push_back({{"name", sweep.study.arms[arm].name},
                    {"chance_mean_best", json_number(summary.chance[arm])},
                    {"figures", std::move(figures)}});
  }
  json::value best = nullptr;
  if (summary.best) best = sweep.study.arms[*summary.best].name;
  return {{"point", point},
          {"settings", std::move(settings)},
          {"best", std::move(best)},
          {"settled", summary.settled()},
          {"arms", std::move(arms)}};
}

json::array flips_json(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  json::array flips;
  for (const report::Flip& each : sweep_flips(sweep, summary)) {
    flips.push_back({{"from", sweep.study.arms[each.below].name},
                     {"to", sweep.study.arms[each.above].name},
                     {"at", json_number(each.at.at.value)},
                     {"low", json_number(each.at.at.low)},
                     {"high", json_number(each.at.at.high)},
                     {"absent_share", each.at.absent}});
  }
  return flips;
}

}  // namespace

json::object sweep_json(const store::SweepRecord& sweep, const report::SweepSummary& summary) {
  const store::StudyRecord& study = sweep.study;
  json::array settings;
  for (const store::SweptSetting& each : sweep.settings)
    settings.push_back({{"key", each.key},
                        {"label", report::setting_label(each.key)},
                        {"unit", each.unit},
                        {"shown_unit", report::shown_unit(each)},
                        {"meaning", each.meaning}});
  json::object units;
  for (const store::SweepFigure& each : sweep.figures) units[each.name] = each.unit;
  json::array points;
  for (std::size_t point = 0; point < summary.points.size(); ++point)
    points.push_back(point_json(sweep, summary.points[point], point));
  return {{"title", study.title},
          {"question", study.question},
          {"design", sweep.design},
          {"figure", summary.figure.name},
          {"summary", summary.text},
          {"flips", flips_json(sweep, summary)},
          {"settled_from_chance", report::settled_chance},
          {"seed", study.seed},
          {"days", study.days},
          {"warm_up_days", study.warm_up_days},
          {"replicates", sweep.replicates.size()},
          {"settings", std::move(settings)},
          {"figure_units", std::move(units)},
          {"points", std::move(points)},
          {"config_sha256", study.config_sha256},
          {"software", study.software},
          {"git_sha1", study.git_sha1}};
}

}  // namespace clout::cli
