// Every instruction set gives the same bits, and those are what the market's functions say of one
// view after another.
#include "sim/engine/view_kernels.hpp"

#include <algorithm>
#include <cstring>

#include "sim/engine/candidate_jumps.hpp"
#include "sim/market/relatability.hpp"
#include "sim/market/trust.hpp"
#include "sim/market/unfollow.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using engine::ViewBatch;

namespace {

constexpr std::size_t lanes = ViewBatch::lanes;

/// Fractions and whole numbers, one after another.
class Numbers {
 public:
  explicit Numbers(std::uint32_t which) : which_(which) {}
  float fraction() { return random::unit_float(word()); }
  std::int32_t below(std::uint32_t bound) {
    return static_cast<std::int32_t>(random::below(word(), bound));
  }

 private:
  std::uint32_t word() {
    return draw_block(
        random::stream_key(random::Seed{8}, random::Replicate{which_}, random::Purpose::self_test),
        0, 0, count_++)[0];
  }
  std::uint32_t which_;
  std::uint32_t count_ = 0;
};

void set_interests(ViewBatch::InterestLanes& lanes_of, std::size_t n, Numbers& draw) {
  // Few niches, so that all ways to agree and to differ occur, one niche twice included.
  lanes_of.home[n] = draw.below(3);
  lanes_of.second[n] = draw.below(3);
  lanes_of.focus[n] = 120 + draw.below(121);
}

ViewBatch random_views(std::uint32_t which) {
  Numbers draw(which);
  ViewBatch v;
  v.size = lanes;
  for (std::size_t n = 0; n < lanes; ++n) {
    v.trust[n] = draw.fraction();
    v.load[n] = 20 * draw.fraction();
    v.days[n] = draw.below(50);
    set_interests(v.viewer, n, draw);
    set_interests(v.of_author, n, draw);
    v.niche[n] = draw.below(3);
    v.appeal[n] = draw.fraction();
    v.trust_logit[n] = 6 * draw.fraction() - 3;
    v.ceiling[n] = draw.fraction();
  }
  return v;
}

void add_advertisements(ViewBatch& v, std::uint32_t which) {
  Numbers draw(1000 + which);
  for (std::size_t n = 0; n < lanes; n += 3) {
    v.recognised[n] = 1;
    v.K[n] = draw.fraction();
    v.annoyance[n] = 2 * draw.fraction();
    v.fit[n] = draw.fraction();
    v.relief[n] = draw.fraction();
    v.recognition[n] = draw.fraction();
    v.factor[n] = draw.fraction();
    v.load[n] += 1;
  }
}

market::Rates rates_of(const market::MarketSpec& market) { return {market, {}, 60}; }

market::Interests interests_of(const ViewBatch::InterestLanes& of, std::size_t n) {
  return {static_cast<NicheId>(of.home[n]), static_cast<NicheId>(of.second[n]),
          static_cast<std::uint8_t>(of.focus[n])};
}

template <typename T>
bool same_bits(const ViewBatch::Lanes<T>& a, const ViewBatch::Lanes<T>& b) {
  return std::memcmp(a.data(), b.data(), sizeof(a)) == 0;
}

void check_look(const market::Rates& rates, const ViewBatch& before, const ViewBatch& after) {
  for (std::size_t n = 0; n < lanes; ++n) {
    const market::Interests viewer = interests_of(before.viewer, n);
    const auto days = static_cast<unsigned>(before.days[n]);
    const float R =
        engine::relatability_of(rates, viewer, interests_of(before.of_author, n), before.appeal[n]);
    const float baseline =
        market::baseline_trust(before.trust_logit[n], rates.from_relatability, R);
    CHECK(after.R[n] == R);
    CHECK(after.R_used[n] == R);
    CHECK(after.baseline[n] == baseline);
    CHECK(after.interest[n] == market::interest_in(viewer, static_cast<NicheId>(before.niche[n])));
    CHECK(after.load[n] == before.load[n] * rates.load_decay.kept(days));
    CHECK(after.trust[n] ==
          (rates.trust ? market::rested(before.trust[n], baseline, rates.trust_rest.kept(days))
                       : before.trust[n]));
  }
}

void check_judge(const market::Rates& rates, const ViewBatch& v) {
  for (std::size_t n = 0; n < lanes; ++n) {
    const float after =
        v.recognised[n] != 0
            ? market::after_advertisement(v.trust[n], rates.loss, v.K[n], v.fit[n], v.relief[n])
            : market::after_gain(v.trust[n], rates.gain, v.R[n], v.ceiling[n]);
    CHECK(v.trust_after[n] == market::trust_units(after));
    CHECK(v.load_after[n] == market::load_units(v.load[n]));
    CHECK(v.engage[n] == market::engagement_chance(rates.engagement, v.trust[n], v.R_used[n],
                                                   v.interest[n], v.annoyance[n], v.recognition[n],
                                                   v.factor[n]));
    if (!rates.unfollow) continue;
    const auto days = static_cast<float>(std::max(1, v.days[n]));
    CHECK(v.leave[n] == market::leave_chance(rates.leave_base, rates.leave_from_distrust,
                                             rates.low_trust, rates.leave_from_suspicion, after,
                                             days, v.K[n]));
  }
}

}  // namespace

TEST_CASE("every view kernel gives what the market's functions say of each view") {
  market::MarketSpec plain;
  market::MarketSpec bare;
  bare.mechanism.relatability = bare.mechanism.trust = bare.mechanism.unfollow = false;
  for (const engine::ViewKernels& kernels : engine::runnable_view_kernels()) {
    INFO(kernels.name);
    for (const market::MarketSpec& market : {plain, bare}) {
      const market::Rates rates = rates_of(market);
      for (std::uint32_t which = 0; which < 20; ++which) {
        const ViewBatch before = random_views(which);
        ViewBatch views = before;
        kernels.look(rates, views);
        check_look(rates, before, views);
        add_advertisements(views, which);
        kernels.judge(rates, views);
        check_judge(rates, views);
      }
    }
  }
}

TEST_CASE("what an earlier batch left in a lane does not reach the next view there") {
  const market::Rates rates = rates_of({});
  const engine::ViewKernels& kernels = engine::runnable_view_kernels().back();
  ViewBatch fresh = random_views(1);
  ViewBatch used = fresh;
  add_advertisements(used, 2);
  used.load = fresh.load;
  for (ViewBatch* views : {&fresh, &used}) {
    kernels.look(rates, *views);
    kernels.judge(rates, *views);
  }
  CHECK(same_bits(fresh.engage, used.engage));
  CHECK(same_bits(fresh.leave, used.leave));
  CHECK(same_bits(fresh.trust_after, used.trust_after));
}

TEST_CASE("every jump kernel gives the same lengths") {
  std::array<std::uint32_t, 128> words;
  Numbers draw(5);
  for (std::uint32_t& word : words) word = static_cast<std::uint32_t>(draw.below(0xFFFFFFFF));
  words[0] = 0;
  words[2] = 0xFFFFFFFF;
  for (const float scale : {-1e6F, -100.0F, -1.5F, -0.1F}) {
    std::array<std::uint32_t, 64> expected{};
    for (std::size_t n = 0; n < expected.size(); ++n) {
      const float length = portable::log(random::open_unit_float(words[2 * n])) * scale;
      expected[n] = length >= 16384.0F ? 16384U : static_cast<std::uint32_t>(length);
    }
    for (const engine::JumpKernel kernel : engine::runnable_jump_kernels()) {
      std::array<std::uint32_t, 64> lengths{};
      kernel(words.data(), scale, lengths.data(), lengths.size());
      CHECK(lengths == expected);
    }
  }
}
