// Which settings decide, for machines.
#include <boost/json/array.hpp>

#include "analysis/report/setting_words.hpp"
#include "analysis/sensitivity/weights.hpp"
#include "sim/cli/json_number.hpp"
#include "sim/cli/sensitivity_output.hpp"
#include "sim/cli/swept_value.hpp"

namespace clout::cli {

namespace {

namespace json = boost::json;
using sensitivity::Method;

json::object interval_json(const stats::MeanInterval& each) {
  return {{"mean", json_number(each.mean)},
          {"low", json_number(each.low)},
          {"high", json_number(each.high)},
          {"count", each.count}};
}

json::object estimate_json(const stats::Estimate& each) {
  return {{"value", json_number(each.value)},
          {"low", json_number(each.low)},
          {"high", json_number(each.high)}};
}

/// An object for each setting by rank, which a function fills; null if the method was not run.
template <typename Fill>
json::value by_rank(const store::SweepRecord& sweep, const sensitivity::Indices& indices,
                    Method method, Fill fill) {
  const auto values = importance(indices, method);
  if (values.empty()) return nullptr;
  json::array all;
  for (const std::size_t n : sensitivity::ranked(values)) {
    json::object made{{"rank", all.size() + 1}, {"key", sweep.settings[n].key}};
    fill(n, made);
    all.push_back(std::move(made));
  }
  return all;
}

json::array steps_json(const store::SweepRecord& sweep, const std::vector<sensitivity::Step>& steps,
                       std::size_t setting) {
  json::array all;
  for (const sensitivity::Step& each : steps) {
    all.push_back({{"value", swept_value_json(sweep.settings[setting], each.point)},
                   {"point", each.point},
                   {"change", interval_json(each.change)},
                   {"turns_sign", each.turns}});
  }
  return all;
}

json::array keys_json(const store::SweepRecord& sweep, const std::vector<std::size_t>& settings) {
  json::array keys;
  for (const std::size_t n : settings) keys.push_back(json::value(sweep.settings[n].key));
  return keys;
}

json::value split_json(const sensitivity::Indices& indices) {
  if (!indices.split) return nullptr;
  return json::object{{"settings", estimate_json(indices.split->parameters)},
                      {"graph", estimate_json(indices.split->graph)},
                      {"chance", estimate_json(indices.split->chance)},
                      {"variance", json_number(indices.split->variance)}};
}

}  // namespace

json::object sensitivity_json(const store::SweepRecord& sweep,
                              const sensitivity::Sensitivity& found) {
  const store::StudyRecord& study = sweep.study;
  const sensitivity::Indices& of = found.indices;
  json::array settings;
  for (std::size_t n = 0; n < found.settings(); ++n) {
    const store::SweptSetting& each = sweep.settings[n];
    settings.push_back({{"key", each.key},
                        {"label", report::setting_label(each.key)},
                        {"unit", each.unit},
                        {"meaning", each.meaning},
                        {"own", swept_value_json(each, 0)}});
  }
  json::value less = nullptr;
  if (found.outcome.less) less = study.arms[*found.outcome.less].name;
  json::object made{{"title", study.title},
                    {"question", study.question},
                    {"design", sweep.design},
                    {"points", sweep.points()},
                    {"replicates", sweep.replicates.size()},
                    {"seed", study.seed},
                    {"days", study.days},
                    {"figure", found.outcome.figure.name},
                    {"unit", found.outcome.figure.unit},
                    {"arm", study.arms[found.outcome.arm].name},
                    {"less", std::move(less)},
                    {"verdict", verdict_text(sweep, found)},
                    {"summary", summary_text(sweep, found)},
                    {"own", interval_json(of.own)},
                    {"settings", std::move(settings)}};
  const auto weights = weights_of(of);
  made["deciding"] = keys_json(sweep, weights ? weights->deciding : std::vector<std::size_t>{});
  made["idle"] = keys_json(sweep, weights ? weights->idle : std::vector<std::size_t>{});
  made["one_at_a_time"] =
      by_rank(sweep, of, Method::one_at_a_time, [&](std::size_t n, json::object& each) {
        each["steps"] = steps_json(sweep, of.one_at_a_time[n], n);
      });
  made["morris"] = by_rank(sweep, of, Method::morris, [&](std::size_t n, json::object& each) {
    each["mean_absolute"] = interval_json(of.morris[n].absolute);
    each["mean"] = interval_json(of.morris[n].mean);
    each["deviation"] = json_number(of.morris[n].deviation);
  });
  made["sobol"] = by_rank(sweep, of, Method::sobol, [&](std::size_t n, json::object& each) {
    each["first"] = estimate_json(of.sobol[n].first);
    each["total"] = estimate_json(of.sobol[n].total);
  });
  made["pawn"] = by_rank(sweep, of, Method::pawn, [&](std::size_t n, json::object& each) {
    each["median"] = interval_json(of.pawn[n]);
    each["threshold"] = json_number(of.pawn_threshold);
  });
  made["variance_split"] = split_json(of);
  made["config_sha256"] = study.config_sha256;
  made["software"] = study.software;
  made["git_sha1"] = study.git_sha1;
  return made;
}

}  // namespace clout::cli
