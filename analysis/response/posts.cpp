#include "analysis/response/posts.hpp"

#include <algorithm>

#include "analysis/stats/win_probability.hpp"

namespace clout::response {

namespace {

constexpr double month = 365.25 / 12;  // days

bool belongs(const market::CampaignSpec& campaign, const StudyArm& arm, Role role) {
  if (arm.role == role) return true;
  return arm.role == Role::budget && !arm.tier && arm.budget_usd == campaign.budget_usd;
}

}  // namespace

PostsSweep posts_sweep(const ResponseStudy& response, const Observations& observations,
                       Measure measure, Role role) {
  const market::CampaignSpec& campaign = campaign_of(response);
  std::vector<std::size_t> arms;
  for (std::size_t arm = 0; arm < response.arms.size(); ++arm) {
    if (belongs(campaign, response.arms[arm], role)) arms.push_back(arm);
  }
  std::sort(arms.begin(), arms.end(), [&](std::size_t a, std::size_t b) {
    return response.arms[a].posts < response.arms[b].posts;
  });
  std::vector<std::vector<double>> profits;
  for (const std::size_t arm : arms) profits.push_back(observations.arms[arm].profit_usd());
  std::vector<stats::Contestant> contestants;
  for (const std::vector<double>& each : profits) contestants.push_back({each});
  const auto chances = stats::win_probabilities(contestants);
  PostsSweep sweep;
  bool hired = false;
  for (std::size_t n = 0; n < arms.size(); ++n) {
    const Observed& observed = observations.arms[arms[n]];
    const std::int64_t posts = response.arms[arms[n]].posts;
    sweep.points.push_back(
        {posts, static_cast<double>(posts) * month / static_cast<double>(campaign.duration_days),
         stats::mean_interval(observed.spent_usd), stats::mean_interval(observed.of(measure)),
         stats::mean_interval(profits[n]), chances[n].mean_is_best});
    hired = hired || sweep.points.back().spent.mean > 0;
    if (!sweep.best || sweep.points[n].profit.mean > sweep.points[*sweep.best].profit.mean)
      sweep.best = n;
  }
  if (!hired) sweep.best.reset();
  return sweep;
}

}  // namespace clout::response
