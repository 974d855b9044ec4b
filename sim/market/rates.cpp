#include "sim/market/rates.hpp"

#include "sim/random/portable_math.hpp"

namespace clout::market {

namespace {

constexpr float as_float(double x) { return static_cast<float>(x); }

/// The rate, or 0 if its mechanism is off.
constexpr float if_on(bool mechanism, double rate) { return mechanism ? as_float(rate) : 0.0F; }

/// Chance to lose in a day what has this half-life.
float lost_per_day(double half_life_days) {
  return as_float(-portable::expm1(-portable::detail::ln2 / half_life_days));
}

EngagementWeights engagement_weights(const EngagementSpec& spec) {
  return {as_float(spec.intercept), as_float(spec.from_trust), as_float(spec.from_relatability),
          as_float(spec.from_interest), as_float(spec.from_fatigue)};
}

AppraisalWeights appraisal_weights(const FunnelSpec& spec) {
  return {as_float(spec.consider_trust),    as_float(spec.consider_fit),
          as_float(spec.consider_response), as_float(spec.consider_word_of_mouth),
          as_float(spec.consider_price),    as_float(spec.consider_fatigue)};
}

}  // namespace

Rates::Rates(const MarketSpec& market, const PlatformSpec& platform, std::size_t longest_days)
    : similarity(market.relatability.interest_width),
      relatability(market.mechanism.relatability),
      neutral_relatability(as_float(market.relatability.neutral)),
      from_relatability(as_float(market.trust.from_relatability)),
      ceiling(as_float(market.trust.ceiling)),
      ceiling_kept(as_float(1 - market.trust.ceiling_loss)),
      gain(if_on(market.mechanism.trust, market.trust.gain_rate)),
      reply_gain(if_on(market.mechanism.trust && market.mechanism.reply,
                       market.trust.gain_rate * market.reply.trust_factor)),
      loss(if_on(market.mechanism.trust, market.trust.loss_rate)),
      unknown_relief(as_float(market.trust.unknown_brand_relief)),
      bad_experience(if_on(market.mechanism.trust,
                           market.trust.gain_rate * market.trust.bad_experience_factor)),
      trust(market.mechanism.trust),
      load_per_ad(if_on(market.mechanism.load, 1)),
      suspicion_scale(if_on(market.mechanism.suspicion, 1)),
      suspicion_from_load(as_float(market.suspicion.from_load)),
      suspicion_from_relatability(as_float(market.suspicion.from_relatability)),
      relatability_load(as_float(market.suspicion.relatability_load)),
      detection(as_float(market.suspicion.detection)),
      to_class(if_on(market.mechanism.spill_over, market.spill_over.to_class)),
      to_all(if_on(market.mechanism.spill_over, market.spill_over.to_all)),
      persuasion_cut(as_float(market.spill_over.persuasion_cut)),
      engagement(engagement_weights(market.engagement)),
      engagement_from_suspicion(as_float(market.engagement.from_suspicion)),
      comment_share(as_float(market.engagement.comment_share)),
      pass_on_share(if_on(market.mechanism.word_of_mouth, market.word_of_mouth.engager_post_share)),
      click_logit(logit(platform.click_through)),
      purchase_logit(logit(market.funnel.click_to_purchase)),
      load_on_clicks(as_float(market.funnel.load_on_clicks)),
      load_on_buying(as_float(market.funnel.load_on_clicks * market.funnel.load_on_buying)),
      unfollow(market.mechanism.unfollow),
      leave_base(as_float(market.unfollow.base_per_day)),
      leave_from_distrust(as_float(market.unfollow.from_distrust_per_day)),
      low_trust(as_float(market.unfollow.low_trust)),
      leave_from_suspicion(as_float(market.unfollow.from_suspicion)),
      wear_out(market.mechanism.repetition == Repetition::wear_out),
      best_exposures(as_float(market.memory.best_exposures)),
      annoyance_per_exposure(if_on(market.mechanism.fatigue, market.memory.annoyance_per_exposure)),
      wear_out_rate(as_float(market.memory.wear_out_rate)),
      restoration_after(static_cast<unsigned>(market.memory.restoration_after_days)),
      clutter_weight(if_on(market.mechanism.clutter, market.memory.clutter_weight)),
      novelty_weight(as_float(market.memory.novelty_weight)),
      ads_per_day_per_memory(
          as_float(portable::detail::ln2 / market.memory.clutter_half_life_days)),
      consideration(market.mechanism.consideration),
      awareness_per_view(as_float(market.funnel.awareness_per_view)),
      disclosed_recall(as_float(market.funnel.disclosed_recall)),
      forget_per_day(lost_per_day(market.funnel.awareness_half_life_days)),
      lapse_per_day(lost_per_day(market.funnel.consider_half_life_days)),
      consider_intercept(as_float(market.funnel.consider_intercept)),
      appraisal(appraisal_weights(market.funnel)),
      choice_intercept(as_float(market.funnel.choice_intercept)),
      outside_utility(as_float(market.funnel.outside_utility)),
      word_of_mouth(market.mechanism.word_of_mouth),
      imitation(as_float(market.word_of_mouth.imitation_per_day)),
      similarity_weight(as_float(market.word_of_mouth.similarity_weight)),
      negative_factor(as_float(market.word_of_mouth.negative_factor)),
      threshold(market.mechanism.contagion == Contagion::threshold),
      threshold_mean(as_float(market.word_of_mouth.threshold)),
      threshold_noise(as_float(market.word_of_mouth.threshold_noise)),
      talk_share(if_on(market.mechanism.word_of_mouth, market.word_of_mouth.buyer_post_share)),
      trust_rest(market.trust.half_life_days, longest_days),
      load_decay(market.load.half_life_days, longest_days),
      share_decay(market.load.share_half_life_days, longest_days),
      class_decay(market.spill_over.class_half_life_days, longest_days),
      all_decay(market.spill_over.all_half_life_days, longest_days),
      clutter_decay(market.memory.clutter_half_life_days, longest_days),
      memory_decay(market.memory.half_life_days, longest_days),
      annoyance_decay(market.memory.annoyance_half_life_days, longest_days),
      restoration(market.memory.restoration_half_life_days, longest_days),
      talk_decay(market.word_of_mouth.talk_half_life_days, longest_days),
      attention(market.attention, market.mechanism.attention),
      attention_budget(offer_units(market.attention.posts_per_day, 1)),
      largest_boost(market.mechanism.attention ? market.attention.largest_boost : 1),
      limited_attention(market.mechanism.attention) {}

}  // namespace clout::market
