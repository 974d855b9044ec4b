// The specification made ready for the days: single precision, decay tables, and mechanisms that
// are switched off as rates of zero.
#pragma once

#include "sim/market/attention.hpp"
#include "sim/market/decay.hpp"
#include "sim/market/engagement.hpp"
#include "sim/market/funnel.hpp"
#include "sim/market/interests.hpp"
#include "sim/market/market_spec.hpp"
#include "sim/market/platform_spec.hpp"

namespace clout::market {

/// Names and units are those of the specification's fields.
struct Rates {
  Rates(const MarketSpec& market, const PlatformSpec& platform, std::size_t longest_days);

  // Relatability and trust.
  SimilarityTable similarity;
  bool relatability;  ///< else everybody's is neutral
  float neutral_relatability;
  float from_relatability;
  float ceiling;
  float ceiling_kept;  ///< by a noticed deception
  float gain;
  float reply_gain;
  float loss;
  float unknown_relief;
  float bad_experience;  ///< lambda x gain
  bool trust;            ///< else trust stays at its baseline

  // Load and suspicion.
  float load_per_ad;      ///< 0 without the mechanism
  float suspicion_scale;  ///< 0 without the mechanism
  float suspicion_from_load;
  float suspicion_from_relatability;
  float relatability_load;
  float detection;
  float to_class;
  float to_all;
  float persuasion_cut;

  // Engagement and clicks.
  EngagementWeights engagement;
  float engagement_from_suspicion;
  float comment_share;
  float pass_on_share;
  float click_logit;
  float purchase_logit;  ///< of a click
  float load_on_clicks;
  float load_on_buying;  ///< already times load_on_clicks

  // Leaving.
  bool unfollow;
  float leave_base;
  float leave_from_distrust;
  float low_trust;
  float leave_from_suspicion;

  // Memory.
  bool wear_out;
  float best_exposures;
  float annoyance_per_exposure;
  float wear_out_rate;
  unsigned restoration_after;  ///< days
  float clutter_weight;
  float novelty_weight;
  float
      ads_per_day_per_memory;  ///< ln 2 / half-life: a steady stream's rate from its decayed count

  // Funnel.
  bool consideration;
  float awareness_per_view;
  float disclosed_recall;
  float forget_per_day;
  float lapse_per_day;
  float consider_intercept;
  AppraisalWeights appraisal;
  float choice_intercept;
  float outside_utility;

  // Word of mouth.
  bool word_of_mouth;
  float imitation;
  float similarity_weight;
  float negative_factor;
  bool threshold;
  float threshold_mean;
  float threshold_noise;
  float talk_share;

  DecayTable trust_rest;
  DecayTable load_decay;
  DecayTable share_decay;
  DecayTable class_decay;
  DecayTable all_decay;
  DecayTable clutter_decay;
  DecayTable memory_decay;
  DecayTable annoyance_decay;
  DecayTable restoration;
  DecayTable talk_decay;

  AttentionTable attention;
  std::int64_t attention_budget;  ///< posts a day, 1/65536; unlimited without the mechanism
  double largest_boost;           ///< 1 without the mechanism
  bool limited_attention;
};

}  // namespace clout::market
