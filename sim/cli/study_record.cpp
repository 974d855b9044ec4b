#include "sim/cli/study_record.hpp"

#include <algorithm>

#include "sim/base/ordinary_file.hpp"
#include "sim/cli/version.hpp"
#include "sim/scenario/describe.hpp"
#include "sim/scenario/source_text.hpp"
#include "sim/store/sha256.hpp"

namespace clout::cli {

namespace {

store::ArmRecord arm_record(const scenario::Scenario& study, std::size_t number,
                            const engine::Arm& arm) {
  store::ArmRecord record;
  record.name = arm.name;
  record.note = study.arms[number].note;
  for (const market::BrandSpec& brand : arm.brands) {
    record.price_usd.push_back(brand.price_usd);
    record.margin.push_back(brand.margin);
  }
  for (std::size_t n = 0; n < study.campaigns.size(); ++n) {
    const auto same = [&](const auto& running) { return running.name == study.campaigns[n].name; };
    if (std::any_of(arm.campaigns.begin(), arm.campaigns.end(), same))
      record.campaigns.push_back(n);
  }
  return record;
}

/// Position of the first arm in which nobody advertises and everything else is as in this one.
std::int64_t idle_beside(const engine::Arm& arm, const std::vector<engine::Arm>& arms) {
  const auto at = std::find_if(arms.begin(), arms.end(), [&](const engine::Arm& other) {
    return other.campaigns.empty() && other.market == arm.market &&
           other.platform == arm.platform && other.brands == arm.brands;
  });
  return at == arms.end() ? -1 : at - arms.begin();
}

/// What the figures need of study and arms, without texts and graph.
store::StudyRecord arms_record(const scenario::Scenario& study,
                               const std::vector<engine::Arm>& arms) {
  store::StudyRecord record;
  record.title = study.headline.title;
  record.question = study.headline.question;
  record.seed = study.run.seed;
  record.days = study.run.days;
  record.warm_up_days = study.run.warm_up_days;
  record.planned_replicates = study.run.replicates;
  for (const market::BrandSpec& brand : study.brands) record.brands.push_back(brand.name);
  for (const market::CampaignSpec& campaign : study.campaigns) {
    const auto objective =
        choice_names<market::Objective>[static_cast<std::size_t>(campaign.objective)];
    record.campaigns.push_back({campaign.name, campaign.brand, std::string(objective)});
  }
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    record.arms.push_back(arm_record(study, arm, arms[arm]));
    record.arms.back().idle = idle_beside(arms[arm], arms);
  }
  return record;
}

void add_graph(const graph::Network& network, store::StudyRecord& record) {
  record.accounts = static_cast<std::int64_t>(network.graph.accounts());
  record.follows = static_cast<std::int64_t>(network.graph.follows());
  record.people_per_agent = network.people_per_agent;
  record.graph_origin = network.origin;
  record.niches = network.niches.names;
}

void add_texts(const std::string& path, const scenario::Scenario& study,
               store::StudyRecord& record) {
  refuse_pipe_or_device(path);  // its text has gone into the settings
  record.scenario = scenario::read_source(path);
  record.resolved = scenario::resolved_toml(study);
  record.config_sha256 = config_sha256(study);
  record.software = software_name();
  record.git_sha1 = git_hash();
}

}  // namespace

std::string config_sha256(scenario::Scenario study) {
  study.run.replicates = 1;
  study.sweep = {};
  std::string decisive = scenario::resolved_toml(study);
  for (const scenario::FileSetting& setting : scenario::graph_file_settings()) {
    const std::string& name = study.graph_source.*setting.name;
    if (!scenario::names_file(name)) continue;
    const std::string file = path_of(study.graph_source, name);
    refuse_pipe_or_device(file);  // the hash would take what the graph is to be read from
    decisive += store::sha256_of_file(file) + '\n';
  }
  return store::sha256_of_text(decisive);
}

store::StudyRecord study_record(const std::string& path, const scenario::Scenario& study,
                                const std::vector<engine::Arm>& arms,
                                const graph::Network& network) {
  store::StudyRecord record = arms_record(study, arms);
  add_graph(network, record);
  add_texts(path, study, record);
  return record;
}

store::StudyRecord sweep_record(const std::string& path, const scenario::Scenario& study,
                                const std::vector<engine::Arm>& arms) {
  store::StudyRecord record = arms_record(study, arms);
  add_texts(path, study, record);
  return record;
}

store::StudyRecord point_record(const scenario::Scenario& point,
                                const std::vector<engine::Arm>& arms,
                                const graph::Network& network) {
  store::StudyRecord record = arms_record(point, arms);
  add_graph(network, record);
  return record;
}

}  // namespace clout::cli
