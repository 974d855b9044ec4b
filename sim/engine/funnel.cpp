// Phase 7: what the day leads to. Visits consumers with something at stake, not everybody.
#include <algorithm>
#include <array>

#include "sim/engine/appraisal.hpp"
#include "sim/engine/brand_today.hpp"
#include "sim/engine/candidate_jumps.hpp"
#include "sim/engine/day.hpp"
#include "sim/engine/purchase.hpp"
#include "sim/market/word_of_mouth.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/portable_math.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

namespace {

using market::Stage;
using random::unit_float;

constexpr std::size_t consumers_per_innovation = 4096;
static_assert(ConsumerBlocks::smallest % consumers_per_innovation == 0);

class Funnel {
 public:
  Funnel(const Siblings& siblings, std::size_t arm, market::Day day, market::Day last_day,
         BlockDay& block)
      : world_(siblings.arms[arm]),
        rates_(world_.rates),
        day_(day),
        block_(block.arms[arm]),
        tally_(block.tally.of(arm)),
        purchases_(siblings, arm, day, last_day, block),
        funnel_(world_.draws.of(random::Purpose::funnel)),
        talk_(world_.draws.of(random::Purpose::experience)),
        innovation_(world_.draws.of(random::Purpose::innovation)),
        threshold_(world_.draws.of(random::Purpose::purchase_rate)) {}

  /// Marks those of a block of consumers that adopt without hearing of the brand from anybody.
  void innovate(std::size_t block) {
    const std::size_t begin = block * consumers_per_innovation;
    if (begin >= world_.accounts()) return;
    const auto count =
        static_cast<std::uint32_t>(std::min(consumers_per_innovation, world_.accounts() - begin));
    const double innovation = world_.arm->market.word_of_mouth.innovation_per_day;
    for (std::size_t b = 0; b < world_.brands(); ++b) {
      const CandidateJumps jumps =
          candidate_jumps(innovation_, block, day_, static_cast<std::uint32_t>(b) << 16, innovation,
                          jump_scale(innovation));
      for_each_candidate(jumps, count, [&](std::uint32_t at, std::uint32_t /*word*/) {
        mark_innovator(account_at(begin + at), b);
      });
    }
  }

  /// Returns whether the consumer is to be visited again tomorrow.
  bool advance(AccountId consumer) {
    std::size_t considered = 0;
    for (std::size_t b = 0; b < world_.brands(); ++b) {
      market::BrandState& brand = world_.brand_state(consumer, b);
      adopts_[b] = false;
      if (brand.stage >= Stage::tried) continue;  // knows it
      const market::BrandState today = brand_today(brand, rates_, day_);
      const float score = brand_score(today, rates_, world_.relative_price[b]);
      const auto bits = draw_block(funnel_, index(consumer), day_, static_cast<std::uint32_t>(b));
      change_awareness(brand, score, bits, b);
      adopts_[b] = adopts(consumer, brand, today, bits[3], b);
      if (brand.stage == Stage::considering && !adopts_[b]) {
        brands_[considered] = b;
        utilities_[considered++] =
            rates_.choice_intercept + score - rates_.load_on_buying * today.load;
      }
    }
    choose(consumer, considered);
    bool stays = false;
    for (std::size_t b = 0; b < world_.brands(); ++b)
      stays |= buy_and_talk(consumer, b, world_.brand_state(consumer, b));
    return stays;
  }

  /// Starts loading what advance() will need.
  [[gnu::always_inline]] void prefetch(AccountId consumer) const noexcept {
    const market::BrandState* brand = &world_.brand_state(consumer, 0);
    __builtin_prefetch(brand, 1);
    __builtin_prefetch(reinterpret_cast<const char*>(brand + 1) - 1, 1);  // often in another line
  }

 private:
  void mark_innovator(AccountId consumer, std::size_t b) {
    market::BrandState& brand = world_.brand_state(consumer, b);
    if (world_.traits[index(consumer)].activity == 0 || brand.stage >= Stage::tried) return;
    brand.marks |= market::innovates;
    market::ConsumerState& state = world_.consumer[index(consumer)];
    if (state.active) return;
    state.active = 1;
    block_.active.push_back(consumer);
  }

  void change_awareness(market::BrandState& brand, float score, const random::Block& bits,
                        std::size_t b) noexcept {
    BrandTally& tally = tally_.brand[b];
    if (!(brand.marks & market::seen_today)) {
      if (brand.stage == Stage::aware && !(brand.marks & market::familiar) &&
          unit_float(bits[0]) < rates_.forget_per_day) {
        change_stage(brand, Stage::unaware, tally);
      } else if (brand.stage == Stage::considering && unit_float(bits[1]) < rates_.lapse_per_day) {
        change_stage(brand, Stage::aware, tally);
      }
      return;
    }
    if (brand.stage == Stage::aware && rates_.consideration &&
        unit_float(bits[2]) < portable::logistic(rates_.consider_intercept + score))
      change_stage(brand, Stage::considering, tally);
  }

  bool adopts(AccountId consumer, const market::BrandState& brand, const market::BrandState& today,
              std::uint32_t bits, std::size_t b) const noexcept {
    if (brand.marks & (market::innovates | market::bought_by_click)) return true;
    const int heard = today.positive_today + today.negative_today;
    if (heard == 0) return false;
    if (rates_.threshold) {
      const auto block = draw_block(threshold_, index(consumer), 1, static_cast<std::uint32_t>(b));
      const auto z =
          static_cast<float>(portable::normal_quantile(random::open_unit_double(block[0])));
      if (today.heard_positive < rates_.threshold_mean + rates_.threshold_noise * z) return false;
    }
    return unit_float(bits) < market::adoption_chance(today.untouched, today.positive_today,
                                                      today.negative_today, rates_.negative_factor);
  }

  /// One choice among all brands considered, with the outside option.
  void choose(AccountId consumer, std::size_t considered) noexcept {
    if (considered == 0) return;
    constexpr std::uint32_t choice = 65535;
    const auto bits = draw_block(funnel_, index(consumer), day_, choice);
    const int chosen = market::choose(std::span(utilities_.data(), considered),
                                      rates_.outside_utility, unit_float(bits[0]));
    if (chosen >= 0) adopts_[brands_[static_cast<std::size_t>(chosen)]] = true;
  }

  bool buy_and_talk(AccountId consumer, std::size_t b, market::BrandState& brand) {
    if (adopts_[b]) {
      purchases_.first(consumer, b, brand);
    } else if (brand.next_purchase == day_) {
      purchases_.again(consumer, b, brand);
    }
    talk(consumer, b, brand);
    brand.marks &= market::familiar | market::reached;
    return brand.stage >= Stage::considering ||
           (brand.stage == Stage::aware && !(brand.marks & market::familiar));
  }

  void talk(AccountId consumer, std::size_t b, const market::BrandState& brand) {
    const auto number = static_cast<std::uint16_t>(b);
    if (brand.marks & market::passes_on) block_.talks.push_back({consumer, number, false});
    if (brand.stage < Stage::tried || rates_.talk_share <= 0) return;
    const auto bits =
        draw_block(talk_, index(consumer), day_, 32768U + static_cast<std::uint32_t>(b));
    const auto days = static_cast<unsigned>(day_ - brand.last_purchase);
    if (unit_float(bits[0]) < rates_.talk_share * rates_.talk_decay.kept(days))
      block_.talks.push_back({consumer, number, brand.satisfaction < 0.5F});
  }

  World& world_;
  const market::Rates& rates_;
  market::Day day_;
  ArmBlockDay& block_;
  DayTally& tally_;
  Purchases purchases_;
  random::StreamKey funnel_;
  random::StreamKey talk_;
  random::StreamKey innovation_;
  random::StreamKey threshold_;
  std::array<bool, most_brands> adopts_{};
  std::array<std::size_t, most_brands> brands_{};  ///< considered
  std::array<float, most_brands> utilities_{};     ///< of those
};

void advance_block(const Siblings& siblings, std::size_t arm, market::Day day, market::Day last_day,
                   parallel::Range range, BlockDay& block) {
  World& world = siblings.arms[arm];
  Funnel funnel(siblings, arm, day, last_day, block);
  for (std::size_t first = range.begin; first < range.end; first += consumers_per_innovation)
    funnel.innovate(first / consumers_per_innovation);
  std::vector<AccountId>& active = block.arms[arm].active;
  constexpr std::size_t ahead = 8;  // consumers between prefetch and use
  std::size_t staying = 0;
  for (std::size_t n = 0; n < active.size(); ++n) {
    if (n + ahead < active.size()) funnel.prefetch(active[n + ahead]);
    if (funnel.advance(active[n])) {
      active[staying++] = active[n];
    } else {
      world.consumer[index(active[n])].active = 0;
    }
  }
  active.resize(staying);
}

}  // namespace

void advance_funnel(const Siblings& siblings, market::Day day, market::Day last_day,
                    DayBuffers& buffers) {
  if (siblings.shared().brands() == 0) return;
  parallel::for_each_block(buffers.blocks.size(), [&](std::size_t block) {
    for (std::size_t arm = 0; arm < siblings.arms.size(); ++arm)
      advance_block(siblings, arm, day, last_day, buffers.consumers.range(block),
                    buffers.blocks[block]);
  });
}

}  // namespace clout::engine
