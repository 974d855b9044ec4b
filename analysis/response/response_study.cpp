#include "analysis/response/response_study.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "analysis/design/design.hpp"
#include "sim/base/diagnostic.hpp"

namespace clout::response {

namespace {

using market::CampaignSpec;
using market::Tier;

std::string tier_name(Tier tier) { return std::string(choice_names<Tier>[market::index(tier)]); }

const CampaignSpec& named(const scenario::Scenario& study, const std::string& name) {
  const auto found = std::find_if(study.campaigns.begin(), study.campaigns.end(),
                                  [&](const CampaignSpec& each) { return each.name == name; });
  if (found != study.campaigns.end()) return *found;
  Diagnostic problem;
  problem.place.key = "--campaign";
  problem.problem = fmt::format("the study has no campaign '{}'", name);
  std::string names;
  for (const CampaignSpec& each : study.campaigns) names += (names.empty() ? "" : ", ") + each.name;
  problem.expected = names.empty() ? "a study with a [[campaign]]" : "one of: " + names;
  throw InputError(problem);
}

void require_budget(const CampaignSpec& campaign) {
  if (campaign.budget_usd > 0) return;
  Diagnostic problem;
  problem.place.key = fmt::format("campaign.{}.budget_usd", campaign.name);
  problem.problem = "is 0, and a curve over budgets is around the campaign's own";
  problem.expected = "a budget above 0";
  throw InputError(problem);
}

/// Each arm would say it, once for every tier.
void require_more_than_production(const CampaignSpec& campaign, const Plan& plan) {
  const double least = plan.low * campaign.budget_usd;
  if (campaign.production_cost_usd <= least) return;
  Diagnostic problem;
  problem.place.key = fmt::format("campaign.{}.budget_usd", campaign.name);
  problem.problem =
      fmt::format("the least budget, {:.6g} USD, does not pay the production of {:.6g} USD", least,
                  campaign.production_cost_usd);
  problem.expected = "budgets that leave something for posts";
  problem.suggestion = "a larger --from";
  throw InputError(problem);
}

/// The grid and the campaign's own budget, ascending.
std::vector<double> budgets_of(const CampaignSpec& campaign, const Plan& plan) {
  const design::Dimension range{"budget",
                                design::Scale::log,
                                plan.low * campaign.budget_usd,
                                plan.high * campaign.budget_usd,
                                {}};
  std::set<double> budgets{campaign.budget_usd};
  for (std::size_t step = 0; step < plan.steps; ++step) {
    const double at = design::step_coordinate(range, step, plan.steps);
    const double budget = std::get<double>(design::value_at(range, at));
    // A step that meets the campaign's own budget up to rounding is no further point.
    if (std::abs(budget / campaign.budget_usd - 1) > 1e-9) budgets.insert(budget);
  }
  return {budgets.begin(), budgets.end()};
}

class Builder {
 public:
  Builder(const scenario::Scenario& study, const Plan& plan) : plan_(plan) {
    campaign_ = named(study, plan.campaign);
    require_budget(campaign_);
    require_more_than_production(campaign_, plan);
    made_.study = study;
    made_.study.campaigns = {campaign_};
    made_.study.sweep = {};
    made_.study.arms.clear();
    add("nothing", {Role::idle, {}, 0, 0}, {});
  }

  ResponseStudy build() {
    made_.tiers = tiers();
    budget_arms();
    posts_arms();
    made_.study = with_values(made_.study, {}, "");
    return made_;
  }

 private:
  std::string key(const char* field) const {
    return fmt::format("campaign.{}.{}", campaign_.name, field);
  }

  engine::ArmSpec arm(const std::string& name, std::vector<engine::Setting> settings) const {
    engine::ArmSpec made;
    made.name = name;
    made.settings = std::move(settings);
    return made;
  }

  void add(const std::string& name, const StudyArm& about, std::vector<engine::Setting> settings) {
    made_.arms.push_back(about);
    made_.study.arms.push_back(arm(name, std::move(settings)));
    if (about.role != Role::idle) made_.study.arms.back().campaigns = {campaign_.name};
  }

  std::vector<engine::Setting> all_to(Tier tier) const {
    return {{key("roster.rule"), std::string("tier")},
            {key("roster.tier"), tier_name(tier)},
            {key("roster.influencers"), std::int64_t{0}}};
  }

  bool can_exist(Tier tier) const {
    try {
      with_values(made_.study, all_to(tier), "");
      return true;
    } catch (const InputError&) {
      return false;
    }
  }

  std::vector<Tier> tiers() const {
    // Said once here, or each arm of the tier would say it.
    for (const Tier tier : plan_.tiers) with_values(made_.study, all_to(tier), "");
    if (!plan_.tiers.empty()) return plan_.tiers;
    std::vector<Tier> possible;
    for (std::size_t n = 0; n < market::tiers; ++n) {
      if (can_exist(static_cast<Tier>(n))) possible.push_back(static_cast<Tier>(n));
    }
    return possible;
  }

  void budget_arms() {
    const std::vector<double> budgets = budgets_of(campaign_, plan_);
    const std::int64_t posts = campaign_.posts_per_influencer;
    for (std::size_t n = 0; n < budgets.size(); ++n) {
      const engine::Setting budget{key("budget_usd"), budgets[n]};
      add(fmt::format("own roster, budget {}", n), {Role::budget, {}, budgets[n], posts}, {budget});
      for (const Tier tier : made_.tiers) {
        if (is_own_tier(campaign_, tier)) continue;
        std::vector<engine::Setting> settings = all_to(tier);
        settings.push_back(budget);
        add(fmt::format("{}, budget {}", tier_name(tier), n),
            {Role::budget, tier, budgets[n], posts}, std::move(settings));
      }
    }
  }

  /// The campaign's own number has its arm already: the own budget on the curve.
  void posts_arms() {
    for (const std::int64_t posts :
         std::set<std::int64_t>(plan_.posts.begin(), plan_.posts.end())) {
      if (posts == campaign_.posts_per_influencer) continue;
      const engine::Setting setting{key("posts_per_influencer"), posts};
      add(fmt::format("{} posts, same budget", posts),
          {Role::same_budget, {}, campaign_.budget_usd, posts}, {setting});
      const double scale =
          static_cast<double>(posts) / static_cast<double>(campaign_.posts_per_influencer);
      const double production = campaign_.production_cost_usd;
      const double budget = production + scale * (campaign_.budget_usd - production);
      add(fmt::format("{} posts, same roster", posts), {Role::same_roster, {}, budget, posts},
          {setting,
           {key("budget_usd"), budget},
           {key("fixed_cost_per_influencer_usd"),
            scale * campaign_.fixed_cost_per_influencer_usd}});
    }
  }

  const Plan& plan_;
  CampaignSpec campaign_;
  ResponseStudy made_;
};

}  // namespace

ResponseStudy response_study(const scenario::Scenario& study, const Plan& plan) {
  return Builder(study, plan).build();
}

const CampaignSpec& campaign_of(const ResponseStudy& response) {
  return response.study.campaigns.front();
}

bool is_own_tier(const CampaignSpec& campaign, Tier tier) {
  return campaign.roster.rule == market::RosterRule::tier && campaign.roster.tier == tier &&
         campaign.roster.influencers == 0;
}

double true_cost_usd(const CampaignSpec& campaign, const StudyArm& arm, double spent_usd,
                     double hired) {
  if (arm.role != Role::same_roster) return spent_usd;
  const double scale =
      static_cast<double>(arm.posts) / static_cast<double>(campaign.posts_per_influencer);
  return spent_usd - hired * campaign.fixed_cost_per_influencer_usd * (scale - 1);
}

}  // namespace clout::response
