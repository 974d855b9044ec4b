#include <algorithm>
#include <string>
#include <vector>

#include <Random123/philox.h>

#include "tests/random/battery.hpp"
#include "tests/random/goodness.hpp"
#include "tests/support/catch.hpp"

using namespace clout::random;
using namespace clout::testing;

namespace {

constexpr std::size_t steps = 1 << 16;

Block draw_of(const FullKey& k) {
  const StreamKey key = stream_key(Seed{k.seed}, Replicate{k.replicate}, Purpose{k.purpose});
  return draw_block(key, k.entity, k.time, k.index);
}

// ---- planted defects ----

// Four rounds of the ten.
Block few_rounds(const FullKey& k) {
  const StreamKey key = stream_key(Seed{k.seed}, Replicate{k.replicate}, Purpose{k.purpose});
  const auto words =
      r123::Philox4x32_R<4>()({{static_cast<std::uint32_t>(k.entity),
                                static_cast<std::uint32_t>(k.entity >> 32), k.time, k.index}},
                              {{key.low, key.high}});
  return {words[0], words[1], words[2], words[3]};
}

Block seed_arithmetic(const FullKey& k) {
  const std::uint64_t sum = k.seed + k.replicate + k.purpose;
  return draw_block({static_cast<std::uint32_t>(sum), static_cast<std::uint32_t>(sum >> 32)},
                    k.entity, k.time, k.index);
}

Block lost_high_half(const FullKey& k) {
  FullKey cut = k;
  cut.entity &= 0xffffffff;
  return draw_of(cut);
}

Block time_and_index_added(const FullKey& k) {
  FullKey merged = k;
  merged.entity += k.time;
  merged.time = 0;
  return draw_of(merged);
}

Block linear_mixer(const FullKey& k) {
  std::uint64_t state = k.seed * 31 + k.entity * 43 + k.index;
  for (const std::uint64_t part : {k.replicate, k.purpose, k.time}) state = state * 37 + part;
  Block block{};
  for (std::uint32_t& word : block) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    word = static_cast<std::uint32_t>(state >> 32);
  }
  return block;
}

// Philox itself, but one bit is forced in one draw of 16: the bias of a careless mask.
Block slightly_biased(const FullKey& k) {
  Block block = draw_of(k);
  if ((block[1] & 15) == 0) block[0] |= 1;
  return block;
}

// Names of the walks on which the battery alarms.
std::vector<std::string> alarms(const DrawFunction& draw) {
  std::vector<std::string> walks;
  for (const Walk& walk : key_walks()) {
    const auto findings = run_battery(walk_blocks(draw, walk, steps));
    const bool alarmed = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.p < alarm_level;
    });
    if (alarmed) walks.push_back(walk.name);
  }
  return walks;
}

bool has(const std::vector<std::string>& walks, const std::string& name) {
  return std::find(walks.begin(), walks.end(), name) != walks.end();
}

}  // namespace

TEST_CASE("neighbouring keys give independent draws, along every part of the key") {
  // False alarm: 14 walks of 47 tests at 1e-9 each, 7e-7 in all.
  std::vector<double> p_values;
  for (const Walk& walk : key_walks()) {
    for (const Finding& finding : run_battery(walk_blocks(draw_of, walk, steps))) {
      INFO(walk.name << ": " << finding.test << ", p = " << finding.p);
      CHECK(finding.p >= alarm_level);
      const bool discrete =
          finding.test.starts_with("repeated") || finding.test.starts_with("birthday");
      if (!discrete) p_values.push_back(finding.p);
    }
  }
  // A mis-scaled statistic would be blind, and would crowd its p-values at one end.
  CHECK(kolmogorov_p(p_values, [](double p) { return p; }) >= alarm_level);
}

TEST_CASE("the battery finds planted defects") {
  const auto weak =
      alarms(few_rounds);  // the counter's words; keys are still mixed by all ten rounds
  CHECK((has(weak, "index") && has(weak, "entity") && has(weak, "entity, high half") &&
         has(weak, "time")));
  CHECK(alarms(linear_mixer).size() == key_walks().size());
  CHECK(alarms(slightly_biased).size() == key_walks().size());

  const auto sums = alarms(seed_arithmetic);
  CHECK(has(sums, "seed up, replicate down"));
  CHECK(has(sums, "replicate up, purpose down"));

  CHECK(alarms(lost_high_half) == std::vector<std::string>{"entity, high half"});
  CHECK(alarms(time_and_index_added) == std::vector<std::string>{"entity up, time down"});
}
