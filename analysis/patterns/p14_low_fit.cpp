// P14: a celebrity who does not fit does the brand harm.
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"

namespace clout::patterns {

namespace {

constexpr std::array fits = {0.0, 0.25, 0.5, 0.75, 1.0};
constexpr market::Day warm_up_days = 28;

engine::InfluencerIndex most_followed(const engine::World& world) {
  engine::InfluencerIndex best = 0;
  for (engine::InfluencerIndex k = 0; k < world.influencers.size(); ++k) {
    if (world.influencers[k].followers > world.influencers[best].followers) best = k;
  }
  return best;
}

/// Accounts that have seen the brand's advertising.
std::vector<AccountId> reached(const engine::World& world) {
  std::vector<AccountId> all;
  for (std::size_t i = 0; i < world.accounts(); ++i) {
    if (world.brand_state(account_at(i), 0).marks & market::reached) all.push_back(account_at(i));
  }
  return all;
}

struct Attitudes {
  double mean = 0;
  double variance = 0;
};

Attitudes attitudes(const engine::World& world, std::span<const AccountId> consumers) {
  std::vector<double> values;
  for (const AccountId consumer : consumers)
    values.push_back(static_cast<double>(attitude(world, consumer, 0, warm_up_days)));
  const stats::Moments moments = stats::moments(values);
  return {moments.mean, moments.deviation * moments.deviation};
}

/// d of one post by the most followed account against no post, on the evening of the day, over
/// those who saw it. An attitude acts through a logistic draw, whose variance of pi^2 / 3 is what
/// consumers differ by beside their scores (the usual conversion of log odds to d).
double effect(const Lab& lab, double fit, random::Replicate replicate) {
  engine::Arm arm = lab.arm();
  arm.brands[0].fit_in_niche = fit;
  arm.brands[0].fit_elsewhere = fit;
  arm.campaigns = {unhired_campaign()};
  engine::World without = make_world(lab.market(), arm, lab.run(1, warm_up_days), replicate);
  run_days(without, 0, warm_up_days);
  engine::World with(without);
  plan_post(with, 0, most_followed(with), warm_up_days);
  run_days(without, warm_up_days, warm_up_days + 1);
  run_days(with, warm_up_days, warm_up_days + 1);
  const std::vector<AccountId> viewers = reached(with);
  const Attitudes after = attitudes(with, viewers);
  const Attitudes instead = attitudes(without, viewers);
  constexpr double logistic = std::numbers::pi * std::numbers::pi / 3;
  return (after.mean - instead.mean) /
         std::sqrt(logistic + (after.variance + instead.variance) / 2);
}

Evidence measure(const Lab& lab) {
  Evidence evidence;
  for (const double fit : fits) {
    const auto effects = lab.replicates(
        lab.seeds(16, 3), [&](random::Replicate replicate) { return effect(lab, fit, replicate); });
    Reading reading = reading_of(fmt::format("effect on attitude at fit {}", fit), "d", effects);
    reading.rule = Rule::interval_inside;
    if (fit == fits.front()) reading.band = {-0.96, -0.05};
    if (fit == fits.back()) reading.band = {0.05, 0.90};
    evidence.readings.push_back(std::move(reading));
  }
  evidence.note =
      "One post by the most followed account of the market (5 million), seen once, against the "
      "same "
      "consumers without it: most of the experiments show an advertisement once. Between 0 and 1 "
      "effects are shown, not judged. More exposures raise the attitude whatever the fit, since "
      "the "
      "response to exposure is added to it. The weight of fit was set so that its whole range "
      "spans "
      "the published range of effects; this pattern tests that the sign turns, not the span.";
  return evidence;
}

}  // namespace

Pattern p14() {
  return {
      .id = "P14",
      .finding =
          "A celebrity endorsement helps or harms the brand depending on how well the celebrity "
          "fits.",
      .source = "Knoll & Matthes 2017, Journal of the Academy of Marketing Science 45",
      .grade = "A",
      .published = "effects on attitudes from d = .90 to d = -.96 by fit and type (46 studies)",
      .criterion =
          "Against no advertising, the effect of a celebrity's post on the attitude to the brand "
          "is "
          "negative at fit 0 (d from -0.96 to -0.05) and positive at fit 1 (d from 0.05 to 0.90), "
          "each with its whole interval.",
      .calibrated_on = true,
      .measure = measure,
  };
}

}  // namespace clout::patterns
