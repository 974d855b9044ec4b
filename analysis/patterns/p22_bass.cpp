// P22: without influencers the market is that of Bass.
#include <cmath>

#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"
#include "sim/engine/replicate.hpp"

namespace clout::patterns {

namespace {

// The published means per year, at ten days to the year: only the product of rate and time counts,
// and a day is short against both.
constexpr double p = 0.003;  ///< per day
constexpr double q = 0.038;
constexpr std::int64_t days = 150;
constexpr std::size_t runs_per_mean = 8;

graph::Network complete_network(std::size_t consumers) {
  std::vector<graph::Follow> follows;
  follows.reserve(consumers * (consumers - 1));
  for (std::size_t i = 0; i < consumers; ++i) {
    for (std::size_t k = 0; k < consumers; ++k) {
      if (i != k) follows.push_back({account_at(i), account_at(k)});
    }
  }
  graph::Network network;
  network.graph = graph::graph_of(consumers, follows);
  network.niches.names = {"all"};
  network.niches.home.assign(consumers, NicheId{});
  network.origin = "everybody follows everybody";
  return network;
}

/// Adopters speak every day, all hear it, and each time adopt with q / (N - 1).
engine::Arm bass_arm(const Lab& lab, std::size_t consumers) {
  engine::Arm arm = lab.arm();
  arm.platform.fake_follower_share = 0;
  arm.platform.reach = {.seen_at_5k = 1, .slope = 0};
  auto& market = arm.market;
  market.mechanism.feed = market::Feed::follow_graph;
  market.mechanism.contagion = market::Contagion::independent;
  market.mechanism.word_of_mouth = true;
  market.mechanism.consideration = false;
  market.mechanism.attention = false;
  market.attention.online_share = 1;
  market.attention.online_spread = 0;
  market.funnel.satisfaction_mean = 1;
  market.funnel.satisfaction_spread = 0;
  market.word_of_mouth.innovation_per_day = p;
  market.word_of_mouth.imitation_per_day = q / static_cast<double>(consumers - 1);
  market.word_of_mouth.similarity_weight = 0;
  market.word_of_mouth.buyer_post_share = 1;
  market.word_of_mouth.talk_half_life_days = 36'500;
  arm.brands[0].familiarity = 0;
  return arm;
}

/// Share of consumers that have adopted by the end of each day, mean over a few runs.
std::vector<double> adopters(const Lab& lab, const graph::Network& network, const engine::Arm& arm,
                             random::Replicate group) {
  const auto consumers = static_cast<double>(network.graph.accounts());
  std::vector<double> mean(static_cast<std::size_t>(days));
  for (std::size_t run = 0; run < runs_per_mean && !lab.stopped(); ++run) {
    const auto number = static_cast<std::uint32_t>(group) * runs_per_mean + run;
    const engine::Outcome outcome =
        run_replicate(network, arm, lab.run(days, 0),
                      random::Replicate{static_cast<std::uint32_t>(number)}, lab.stop());
    double sum = 0;
    for (std::size_t day = 0; day < outcome.days.size(); ++day) {
      sum += static_cast<double>(outcome.days[day].brand[0].first_purchases);
      mean[day] += sum / consumers / runs_per_mean;
    }
  }
  return mean;
}

double analytic(double day) {
  const double e = std::exp(-(p + q) * day);
  return (1 - e) / (1 + q / p * e);
}

/// Root mean square error over the range of the analytic curve.
double nrmse(std::span<const double> ours) {
  double squares = 0;
  for (std::size_t n = 0; n < ours.size(); ++n) {
    const double error = ours[n] - analytic(static_cast<double>(n + 1));
    squares += error * error;
  }
  return std::sqrt(squares / static_cast<double>(ours.size())) /
         analytic(static_cast<double>(days));
}

/// Day about which most adopt within 31 days: single days are noisy.
double peak(std::span<const double> ours) {
  constexpr std::size_t half = 15;
  const auto adoptions = [&](std::size_t day) { return ours[day + half] - ours[day - half]; };
  std::size_t best = half;
  for (std::size_t day = half; day + half < ours.size(); ++day) {
    if (adoptions(day) > adoptions(best)) best = day;
  }
  return static_cast<double>(best + 1);
}

Evidence measure(const Lab& lab) {
  const graph::Network network = complete_network(lab.quick() ? 150 : 400);
  const engine::Arm arm = bass_arm(lab, network.graph.accounts());
  const auto curves = lab.replicates(
      lab.seeds(6, 3), [&](random::Replicate group) { return adopters(lab, network, arm, group); });
  std::vector<double> errors;
  std::vector<double> peaks;
  for (const auto& curve : curves) {
    if (curve.empty()) continue;
    errors.push_back(nrmse(curve));
    peaks.push_back(peak(curve));
  }
  const double expected = std::log(q / p) / (p + q);
  Evidence evidence;
  evidence.readings = {
      reading_of("error against the analytic curve", "share of its range", errors, {0, 0.05}),
      reading_of("time of the peak", "days", peaks, {0.9 * expected, 1.1 * expected})};
  evidence.note =
      "No influencers: everybody follows everybody, adopters tell all others every day, and each "
      "time one is told a chance of q / (N - 1) decides. p and q are the published means per year, "
      "with ten days to the year. A count is of means over 8 runs: one run of 400 consumers is "
      "early or late by the luck of its first adopters. Adoption in whole days lags the continuous "
      "curve by about half a day.";
  return evidence;
}

}  // namespace

Pattern p22() {
  return {
      .id = "P22",
      .finding = "New products spread along the curve of Bass.",
      .source =
          "Bass 1969, Management Science 15; Sultan, Farley & Lehmann 1990, Journal of "
          "Marketing Research 27",
      .grade = "R",
      .published = "mean p = 0.03 and q = 0.38 a year over 213 applications (recalled)",
      .criterion =
          "Without influencers and with complete mixing, the mean curve of adopters is within a "
          "normalised root mean square error of 5% of the analytic Bass curve, and its peak within "
          "10% of ln(q/p) / (p + q).",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
