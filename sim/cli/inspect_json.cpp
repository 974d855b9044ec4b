// What is in a file, for machines.
#include <boost/json.hpp>

#include "sim/cli/inspect_output.hpp"

namespace clout::cli {

namespace {

namespace json = boost::json;

json::array datasets_json(const store::FileContents& contents) {
  json::array datasets;
  for (const store::DatasetInfo& each : contents.datasets) {
    datasets.push_back({{"path", each.path},
                        {"type", each.type},
                        {"shape", json::array(each.shape.begin(), each.shape.end())},
                        {"units", each.units},
                        {"long_name", each.long_name}});
  }
  return datasets;
}

json::array texts_json(const std::vector<std::string>& texts) {
  return json::array(texts.begin(), texts.end());
}

json::array arms_json(const store::StudyRecord& study) {
  json::array arms;
  for (const store::ArmRecord& each : study.arms) {
    json::array campaigns;
    for (const std::size_t campaign : each.campaigns)
      campaigns.emplace_back(study.campaigns[campaign].name);
    arms.push_back({{"name", each.name}, {"note", each.note}, {"campaigns", std::move(campaigns)}});
  }
  return arms;
}

json::array campaigns_json(const store::StudyRecord& study) {
  json::array campaigns;
  for (const store::CampaignRecord& each : study.campaigns)
    campaigns.push_back(
        {{"name", each.name}, {"brand", each.brand}, {"objective", each.objective}});
  return campaigns;
}

}  // namespace

std::string outcome_json(const store::FileContents& contents, const store::OutcomeReader& reader) {
  const store::StudyRecord& study = reader.study();
  json::array replicates;
  for (const random::Replicate each : reader.replicates())
    replicates.push_back(static_cast<std::uint32_t>(each));
  return json::serialize(json::object{{"file", reader.path()},
                                      {"holds", "outcomes"},
                                      {"bytes", contents.bytes},
                                      {"title", study.title},
                                      {"question", study.question},
                                      {"replicates", std::move(replicates)},
                                      {"planned_replicates", study.planned_replicates},
                                      {"days", study.days},
                                      {"warm_up_days", study.warm_up_days},
                                      {"seed", study.seed},
                                      {"accounts", study.accounts},
                                      {"follows", study.follows},
                                      {"people_per_agent", study.people_per_agent},
                                      {"graph", study.graph_origin},
                                      {"brands", texts_json(study.brands)},
                                      {"niches", texts_json(study.niches)},
                                      {"campaigns", campaigns_json(study)},
                                      {"arms", arms_json(study)},
                                      {"config_sha256", study.config_sha256},
                                      {"software", study.software},
                                      {"git_sha1", study.git_sha1},
                                      {"datasets", datasets_json(contents)}}) +
         "\n";
}

std::string sweep_file_json(const std::string& path, const store::FileContents& contents,
                            const store::SweepRecord& sweep) {
  const store::StudyRecord& study = sweep.study;
  return json::serialize(json::object{{"file", path},
                                      {"holds", "sweep"},
                                      {"bytes", contents.bytes},
                                      {"title", study.title},
                                      {"question", study.question},
                                      {"design", sweep.design},
                                      {"points", sweep.points()},
                                      {"settings", texts_json(setting_keys(sweep))},
                                      {"arms", texts_json(arm_names(sweep))},
                                      {"replicates", sweep.replicates.size()},
                                      {"days", study.days},
                                      {"warm_up_days", study.warm_up_days},
                                      {"seed", study.seed},
                                      {"judged_by", sweep.judged_by},
                                      {"config_sha256", study.config_sha256},
                                      {"software", study.software},
                                      {"git_sha1", study.git_sha1},
                                      {"datasets", datasets_json(contents)}}) +
         "\n";
}

std::string graph_json(const std::string& path, const store::FileContents& contents,
                       const graph::Network& network) {
  return json::serialize(json::object{{"file", path},
                                      {"holds", "graph"},
                                      {"bytes", contents.bytes},
                                      {"origin", network.origin},
                                      {"accounts", network.graph.accounts()},
                                      {"follows", network.graph.follows()},
                                      {"people_per_agent", network.people_per_agent},
                                      {"niches", texts_json(network.niches.names)},
                                      {"influencers", network.influencers.size()},
                                      {"datasets", datasets_json(contents)}}) +
         "\n";
}

}  // namespace clout::cli
