// Without influencers the model is a discrete Bass market (F. Bass, Management Science 15(5),
// 1969).
#include <cmath>
#include <vector>

#include "sim/engine/replicate.hpp"
#include "tests/engine/small_markets.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

constexpr std::size_t consumers = 400;
constexpr double p = 0.002;  // per day
constexpr double q = 0.06;
constexpr std::int64_t days = 140;
constexpr int replicates = 15;

/// Everybody follows everybody.
graph::Network complete_network() {
  std::vector<graph::Follow> follows;
  for (std::size_t i = 0; i < consumers; ++i) {
    for (std::size_t k = 0; k < consumers; ++k) {
      if (i != k) follows.push_back({account_at(i), account_at(k)});
    }
  }
  graph::Network network;
  network.graph = graph::graph_of(consumers, follows);
  network.niches.names = {"all"};
  network.niches.home.assign(consumers, NicheId{});
  return network;
}

/// Adopters speak every day, all hear it, and each time adopt with q / (N - 1).
engine::Arm bass_arm() {
  engine::Arm arm;
  arm.platform.fake_follower_share = 0;
  arm.platform.reach = {.seen_at_5k = 1, .slope = 0};
  auto& market = arm.market;
  market.mechanism.consideration = false;
  market.mechanism.attention = false;
  market.attention.online_share = 1;
  market.attention.online_spread = 0;
  market.funnel.satisfaction_mean = 1;
  market.funnel.satisfaction_spread = 0;
  market.word_of_mouth.innovation_per_day = p;
  market.word_of_mouth.imitation_per_day = q / (consumers - 1);
  market.word_of_mouth.similarity_weight = 0;
  market.word_of_mouth.buyer_post_share = 1;
  market.word_of_mouth.talk_half_life_days = 36500;
  arm.brands = {{.name = "b", .familiarity = 0}};
  return arm;
}

/// Adopters at the end of each day, mean over replicates.
std::vector<double> adopters(const engine::Arm& arm) {
  const graph::Network network = complete_network();
  const engine::RunSpec run{.days = days, .warm_up_days = 0, .replicates = 1, .seed = 3};
  std::vector<double> mean(static_cast<std::size_t>(days));
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    const auto outcome = run_replicate(network, arm, run, random::Replicate{replicate});
    double sum = 0;
    for (std::size_t day = 0; day < mean.size(); ++day) {
      sum += static_cast<double>(outcome.days[day].brand[0].first_purchases);
      mean[day] += sum / replicates;
    }
  }
  return mean;
}

/// Root mean square error over the range of the reference.
double nrmse(const std::vector<double>& ours, const std::vector<double>& theirs) {
  double squares = 0;
  for (std::size_t n = 0; n < ours.size(); ++n)
    squares += (ours[n] - theirs[n]) * (ours[n] - theirs[n]);
  return std::sqrt(squares / static_cast<double>(ours.size())) / theirs.back();
}

}  // namespace

TEST_CASE("with influencers away, the market follows Bass's curve") {
  const std::vector<double> ours = adopters(bass_arm());
  std::vector<double> analytic;
  std::vector<double> discrete;
  double adopted = 0;
  for (std::int64_t day = 1; day <= days; ++day) {
    const double e = std::exp(-(p + q) * static_cast<double>(day));
    analytic.push_back(consumers * (1 - e) / (1 + q / p * e));
    const double stay = (1 - p) * std::pow(1 - q / (consumers - 1), adopted);
    adopted += (consumers - adopted) * (1 - stay);
    discrete.push_back(adopted);
  }
  // Noise of the mean of 15 runs: about 1.5% of N; a run that does not imitate misses by 40%.
  CHECK(nrmse(ours, analytic) < 0.05);
  CHECK(nrmse(ours, discrete) < 0.03);
  std::size_t peak = 0;
  const auto window = [&](std::size_t day) { return ours[day + 7] - ours[day - 7]; };
  for (std::size_t day = 7; day + 7 < ours.size(); ++day) {
    if (peak == 0 || window(day) > window(peak)) peak = day;
  }
  CHECK(static_cast<double>(peak) == Approx(std::log(q / p) / (p + q)).margin(8));
}

TEST_CASE("without word of mouth, adoption is by innovation alone") {
  engine::Arm arm = bass_arm();
  arm.market.mechanism.word_of_mouth = false;
  const std::vector<double> ours = adopters(arm);
  std::vector<double> geometric;
  for (std::int64_t day = 1; day <= days; ++day)
    geometric.push_back(consumers * (1 - std::pow(1 - p, static_cast<double>(day))));
  CHECK(nrmse(ours, geometric) < 0.03);
}
