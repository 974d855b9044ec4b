// What a random draw is for. A draw is a pure function of its key and counter: nothing depends on
// the order of execution.
#pragma once

#include <cstdint>

namespace clout::random {

/// Chosen by the user; the same seed gives the same bits.
enum class Seed : std::uint64_t {};

/// Number of a repetition of the whole experiment, from 0.
enum class Replicate : std::uint32_t {};

/// What a draw decides. Values are part of the results: never renumber, only append.
enum class Purpose : std::uint32_t {
  self_test = 0,
  account_traits = 1,     ///< entity: account
  account_interests = 2,  ///< entity: account
  base_follow = 3,        ///< entity: account, index: number of the follow
  copied_follow = 4,      ///< entity: account, index: number of the follow
  circle_tie = 5,         ///< entity: circle, index: pair of seats
  circle_seating = 6,     ///< entity: niche and layer
  celebrity_follow = 7,   ///< entity: celebrity
  import_price = 8,       ///< entity: account
  sampling = 9,           ///< statistics on samples; entity: which statistic
  communities = 10,       ///< order of visits in community detection
  // The market. A pair is consumer << 32 | author; time is the day from the start of the warm-up.
  market_traits = 11,       ///< entity: account
  familiarity = 12,         ///< entity: account, index: brand
  posting = 13,             ///< entity: account, time, index: 0 how many, 1 + n the n-th post
  campaign_phase = 14,      ///< entity: account, index: hash of the campaign's name
  online = 15,              ///< entity: four accounts, time
  showing = 16,             ///< entity: author | part of its row << 32, time, index: slot << 16 | n
  showing_new_follow = 17,  ///< entity: pair, time, index: slot
  reaction = 18,            ///< entity: pair, time, index: slot
  brand_reaction = 19,      ///< entity: pair, time, index: slot
  reply = 20,               ///< entity: pair, time, index: slot
  refollow = 21,            ///< entity: pair, time, index: attempt
  innovation = 22,          ///< entity: block of consumers, time, index: brand << 16 | n
  funnel = 23,              ///< entity: consumer, time, index: brand, choice: 65535
  experience = 24,          ///< entity: consumer, time, index: brand
  purchase_rate = 25,       ///< entity: consumer, index: brand
  planted_follow = 26,      ///< entity: planted influencer << 1 | 1 beyond its niche
  // Analysis.
  win_probability = 27,  ///< entity: number of the draw, time: arms that are paired
  // Calibration. entity: wave << 32 | number in it.
  calibration_prior = 28,  ///< index: parameter
  calibration_start = 29,
  calibration_move = 30,
  // Experiments.
  latin_hypercube = 40,    ///< entity: dimension, time: doubling
  sobol_shift = 41,        ///< entity: dimension
  sobol_scramble = 42,     ///< entity: dimension << 32 | digits before, time: digit
  morris_trajectory = 43,  ///< entity: number of the candidate
  bootstrap = 44,          ///< entity: number of the resample, index: position in it
  dummy_parameter = 45,    ///< coordinates without effect; entity: which dummy
  variance_pivot = 46,     ///< entity: number of the draw
};

/// Philox key of all draws of one purpose in one replicate. Made by stream_key() (philox.hpp).
struct StreamKey {
  std::uint32_t low;
  std::uint32_t high;
};

}  // namespace clout::random
