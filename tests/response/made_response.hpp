// Response studies whose outcomes are made up, so that what is found can be held against them.
#pragma once

#include <functional>

#include "analysis/response/response.hpp"

namespace clout::tests {

/// The template's study, whose campaign "spring" costs 50,000 USD and hires micro-influencers.
inline response::ResponseStudy made_study(const response::Plan& plan) {
  response::Plan asked = plan;
  asked.campaign = "spring";
  return response::response_study(scenario::example_scenario(), asked);
}

/// Contribution in USD of an arm by what is spent.
using Contribution = std::function<double(const response::StudyArm& arm, double spent)>;

/// Four replicates in which each arm spends its budget and its contribution is off by these shares;
/// a customer for each 10 USD.
inline response::Observations made_observations(const response::ResponseStudy& study,
                                                const Contribution& contribution,
                                                const std::vector<double>& off = {0, 0, 0, 0}) {
  response::Observations made;
  made.replicates = off.size();
  for (const response::StudyArm& arm : study.arms) {
    response::Observed& observed = made.arms.emplace_back();
    for (const double share : off) {
      const double spent = arm.role == response::Role::idle ? 0 : arm.budget_usd;
      observed.spent_usd.push_back(spent);
      observed.contribution_usd.push_back((1 + share) * contribution(arm, spent));
      observed.customers.push_back(observed.contribution_usd.back() / 10);
      observed.purchases.push_back(observed.customers.back());
      observed.customers_by_week.push_back(std::vector<double>(8, observed.customers.back() / 8));
      observed.spent_by_week.push_back(std::vector<double>(8, spent / 8));
    }
  }
  return made;
}

}  // namespace clout::tests
