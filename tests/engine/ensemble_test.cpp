// What an ensemble reports where something fails.
#include "sim/engine/ensemble.hpp"

#include <map>
#include <stdexcept>

#include "sim/parallel/for_blocks.hpp"
#include "tests/engine/small_markets.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::engine;

TEST_CASE("where one market fails, those that are reported all the same are whole") {
  const graph::Network network = tests::small_network(4000, 41);
  const std::vector<Arm> arms{tests::busy_arm()};
  const RunSpec run{.days = 2, .warm_up_days = 0, .replicates = 4, .seed = 4};
  std::map<random::Replicate, Outcome> whole;
  const auto keep = [](auto& outcomes) {
    return [&](Outcome&& each) { outcomes.emplace(each.replicate, std::move(each)); };
  };
  parallel::with_threads(2, [&] {
    REQUIRE(run_ensemble(network, arms, run, {}, {keep(whole), {}}));
    for (std::int64_t day = 1; day <= 8; ++day) {
      std::map<random::Replicate, Outcome> reported;
      const auto fail = [&](const EnsembleProgress& progress) {
        if (progress.days_done == day) throw std::runtime_error("full");
      };
      CHECK_THROWS_AS(run_ensemble(network, arms, run, {}, {keep(reported), fail}),
                      std::runtime_error);
      for (const auto& [replicate, outcome] : reported) CHECK(outcome == whole.at(replicate));
    }
  });
}
