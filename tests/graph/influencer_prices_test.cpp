#include "sim/graph/influencer_prices.hpp"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

using namespace clout::graph;
using clout::account_at;
using clout::random::Seed;

namespace {

/// count influencers with 1,000 followers each and no price.
Network unpriced(std::size_t count) {
  Network network;
  for (std::size_t i = 0; i < count; ++i)
    network.influencers.push_back({account_at(i), 1000, -1, -1, ""});
  return network;
}

}  // namespace

TEST_CASE(
    "only unknown prices are drawn, in proportion to the followers, and the seed decides them") {
  Network network = unpriced(4);
  network.influencers[1].price_per_post_usd = 7;
  network.influencers[2].nominal_followers = 0;
  network.influencers[3].nominal_followers = 2000;
  Network doubled;
  doubled.influencers = network.influencers;
  for (auto& each : doubled.influencers) each.nominal_followers *= 2;
  CHECK(draw_unknown_prices(network, {}, Seed{5}) == 2);
  CHECK(draw_unknown_prices(doubled, {}, Seed{5}) == 2);
  CHECK(network.influencers[1].price_per_post_usd == 7);
  CHECK(network.influencers[2].price_per_post_usd == -1);
  for (const std::size_t i : {std::size_t{0}, std::size_t{3}}) {
    CHECK(network.influencers[i].price_per_post_usd > 0);
    CHECK(doubled.influencers[i].price_per_post_usd ==
          2 * network.influencers[i].price_per_post_usd);
  }
  Network other = unpriced(1);
  draw_unknown_prices(other, {}, Seed{6});
  CHECK(other.influencers[0].price_per_post_usd != network.influencers[0].price_per_post_usd);
}

TEST_CASE("an account's price does not depend on who else is an influencer") {
  Network many = unpriced(50);
  Network one;
  one.influencers = {many.influencers[17]};
  draw_unknown_prices(many, {}, Seed{1});
  draw_unknown_prices(one, {}, Seed{1});
  CHECK(one.influencers[0].price_per_post_usd == many.influencers[17].price_per_post_usd);
}

// Kolmogorov-Smirnov at 40,000 draws; the bound is passed by chance with probability 1e-6 (2 exp(-2
// n d^2)). The seed is fixed, so the verdict is, too.
TEST_CASE("prices per 1,000 followers are log-normal with median 10 and deviation 0.8") {
  constexpr std::size_t count = 40'000;
  Network network = unpriced(count);
  draw_unknown_prices(network, {}, Seed{20});
  std::vector<double> prices;
  for (const auto& each : network.influencers) prices.push_back(each.price_per_post_usd);
  std::sort(prices.begin(), prices.end());
  double distance = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double expected = 0.5 * std::erfc(-(std::log(prices[i] / 10) / 0.8) / std::sqrt(2.0));
    distance = std::max({distance, std::abs(expected - static_cast<double>(i) / count),
                         std::abs(expected - static_cast<double>(i + 1) / count)});
  }
  CHECK(distance < std::sqrt(std::log(2 / 1e-6) / (2.0 * count)));
}
