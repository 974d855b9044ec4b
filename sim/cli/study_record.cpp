#include "sim/cli/study_record.hpp"

#include <algorithm>

namespace clout::cli {

namespace {

store::ArmRecord arm_record(const scenario::Scenario& study, const engine::Arm& arm,
                            const std::string& note) {
  store::ArmRecord record;
  record.name = arm.name;
  record.note = note;
  for (const market::BrandSpec& brand : arm.brands) {
    record.price_usd.push_back(brand.price_usd);
    record.margin.push_back(brand.margin);
  }
  for (const market::CampaignSpec& campaign : arm.campaigns) {
    const auto at = std::find_if(study.campaigns.begin(), study.campaigns.end(),
                                 [&](const auto& each) { return each.name == campaign.name; });
    record.campaigns.push_back(static_cast<std::size_t>(at - study.campaigns.begin()));
  }
  return record;
}

}  // namespace

store::StudyRecord study_record(const scenario::Scenario& study, const graph::Network& network,
                                const std::vector<engine::Arm>& arms) {
  store::StudyRecord record;
  record.title = study.headline.title;
  record.question = study.headline.question;
  record.seed = study.run.seed;
  record.days = study.run.days;
  record.warm_up_days = study.run.warm_up_days;
  record.planned_replicates = study.run.replicates;
  record.accounts = static_cast<std::int64_t>(network.graph.accounts());
  record.follows = static_cast<std::int64_t>(network.graph.follows());
  record.people_per_agent = network.people_per_agent;
  record.graph_origin = network.origin;
  record.niches = network.niches.names;
  for (const market::BrandSpec& brand : study.brands) record.brands.push_back(brand.name);
  for (const market::CampaignSpec& campaign : study.campaigns) {
    record.campaigns.push_back(
        {campaign.name, campaign.brand,
         std::string(
             choice_names<market::Objective>[static_cast<std::size_t>(campaign.objective)])});
  }
  for (std::size_t arm = 0; arm < arms.size(); ++arm)
    record.arms.push_back(arm_record(study, arms[arm], study.arms[arm].note));
  return record;
}

}  // namespace clout::cli
