// The settings of how consumers attend, trust, engage, remember, buy and talk. Symbols in brackets
// are those of the model's description; ranges and sources stand in the tables that
// market_parameters.hpp declares.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/base/parameter.hpp"

namespace clout::market {

/// How a post finds its viewers.
enum class Feed { follow_graph, algorithmic };
/// What sponsored posts do to engagement: nothing but load, or in addition a U-shaped recognition
/// effect.
enum class Endorsement { monotone, recognition };
/// How repeated exposures act: a parabola in their number, or quality that wears out and is
/// restored in pauses.
enum class Repetition { parabola, wear_out };
/// How word of mouth is adopted: each contact alone, or only once enough contacts have spoken.
enum class Contagion { independent, threshold };

/// Which mechanisms act at all, and which of two rival forms.
struct MechanismSpec {
  Feed feed = Feed::follow_graph;
  Endorsement endorsement = Endorsement::monotone;
  Repetition repetition = Repetition::parabola;
  Contagion contagion = Contagion::independent;
  bool attention = true;
  bool trust = true;
  bool load = true;
  bool suspicion = true;
  bool spill_over = true;
  bool fatigue = true;
  bool clutter = true;
  bool unfollow = true;
  bool reply = true;
  bool relatability = true;
  bool word_of_mouth = true;
  bool consideration = true;

  bool operator==(const MechanismSpec&) const = default;
};

/// The daily budget of attention and how it is split over the accounts followed.
struct AttentionSpec {
  double online_share = 0.65;  ///< mean chance to be online on a day
  double online_spread = 0.2;  ///< standard deviation of that chance over consumers
  double posts_per_day = 60;   ///< posts looked at on a day online, before they are split
  double trust_exponent = 1;   ///< [gamma] of trust in Luce's rule
  double largest_boost = 2;    ///< most that attention can add to reach, as a factor

  bool operator==(const AttentionSpec&) const = default;
};

/// Similarity of a consumer with an influencer: R = exp(-d^2 / 2 width^2) (1 + F/F_c)^-rho
/// authenticity.
struct RelatabilitySpec {
  double interest_width = 0.5;     ///< [sigma]
  double audience_scale = 8'000;   ///< [F_c] people
  double audience_exponent = 0.3;  ///< [rho]
  double authenticity_mean = 0.7;  ///< [a_k]
  double authenticity_spread = 0.15;
  double neutral = 0.4;      ///< everybody's without the mechanism, and for utilitarian products
  double focus_mean = 0.75;  ///< weight of the home niche in an account's interests
  double focus_spread = 0.12;
  double focus_exponent = 0.25;  ///< how focus narrows to one half with audience

  bool operator==(const RelatabilitySpec&) const = default;
};

/// Trust of a follower in the account followed.
struct TrustSpec {
  double baseline = -0.4;             ///< [a0]
  double from_relatability = 2;       ///< [a_R]
  double from_popularity = 0.004;     ///< [a_pop] per ln follower
  double from_expertise = 0.4;        ///< [a_exp]
  double ceiling = 0.95;              ///< [C]
  double gain_rate = 0.01;            ///< [eta_plus]
  double loss_rate = 0.04;            ///< [eta_minus]
  double bad_experience_factor = 2;   ///< [lambda]
  double unknown_brand_relief = 0.3;  ///< [d_unknown]
  double half_life_days = 90;         ///< back to the baseline
  double ceiling_loss = 0.1;          ///< of the ceiling, at a detected deception
  double expertise_mean = 0.5;
  double expertise_spread = 0.2;

  bool operator==(const TrustSpec&) const = default;
};

/// Endorsement load, breadth and share of a follow edge.
struct LoadSpec {
  double half_life_days = 14;          ///< [h_L]
  double breadth_half_life_days = 60;  ///< [N_k]
  double share_half_life_days = 30;    ///< [s_k]

  bool operator==(const LoadSpec&) const = default;
};

/// Suspicion of a sponsored post: a logistic of these terms.
struct SuspicionSpec {
  double intercept = -1.4;             ///< [k0]
  double from_share = 4;               ///< [k_s]
  double usual_share = 0.05;           ///< [s0]
  double from_breadth = 0.4;           ///< [k_N] per ln(1 + brands)
  double from_load = 0.1;              ///< [k_L] per endorsement
  double from_undisclosed = 1.5;       ///< [k_u]
  double detection = 0.3;              ///< chance that an undisclosed advertisement is noticed
  double from_audience = 0.2;          ///< [k_F] per ln(F / reference), undisclosed posts only
  double audience_reference = 10'000;  ///< [F0] people
  double from_fit = 1.8;               ///< [k_fit]
  double from_relatability = 3;        ///< [k_R]
  double relatability_load = 0;        ///< R x load interaction
  double skepticism_spread = 0.5;      ///< over consumers, on the logistic scale

  bool operator==(const SuspicionSpec&) const = default;
};

/// Suspicion that outlives its post: of a class of accounts, and of advertising as such.
struct SpillOverSpec {
  double to_class = 0.05;  ///< share of a post's suspicion added to its tier's
  double to_all = 0.02;    ///< share added to persuasion knowledge
  double class_half_life_days = 60;
  double all_half_life_days = 180;
  double persuasion_cut = 0.5;  ///< of persuasion at full suspicion

  bool operator==(const SpillOverSpec&) const = default;
};

/// Likes and comments per view.
struct EngagementSpec {
  double intercept = -2.45;          ///< [b0]
  double from_trust = 1.5;           ///< [b_T]
  double from_relatability = 0.8;    ///< [b_R]
  double from_interest = 0.6;        ///< [b_I]
  double from_fatigue = 1;           ///< [b_f]
  double from_suspicion = 1;         ///< [w_K] share of persuasion's cut that engagement takes
  double sponsored_floor = 0.11;     ///< [m0]
  double sponsored_scale = 185'000;  ///< [F_s] people
  double sponsored_steepness = 2.2;  ///< [kappa]
  double custom_content_factor = 3;  ///< on the scale, for customised content
  double unknown_brand_factor = 2;   ///< on the scale, for brands that nobody knows
  double recognition = 0.8;          ///< [g_rec]
  double comment_share = 0.05;       ///< of engagements

  bool operator==(const EngagementSpec&) const = default;
};

/// Answers to comments.
struct ReplySpec {
  double replies_per_day = 30;  ///< [C_k]
  double trust_factor = 3;      ///< gain of an answered follower against an organic post's

  bool operator==(const ReplySpec&) const = default;
};

/// Daily hazard of leaving an account: base + from_distrust max(0, low_trust - T) + from_suspicion
/// K.
struct UnfollowSpec {
  double base_per_day = 0.0001;         ///< [u0]
  double from_distrust_per_day = 0.02;  ///< [u1]
  double low_trust = 0.25;              ///< [T_low]
  double from_suspicion = 0.08;         ///< [u2]
  double refollow_share = 0.7;          ///< of those that leave look for another account
  double friends_share = 0.3;           ///< of those take one that a friend follows

  bool operator==(const UnfollowSpec&) const = default;
};

/// Memory of a brand, annoyance by it, and tiredness of advertising.
struct MemorySpec {
  double best_exposures = 7;  ///< [n*]
  double half_life_days = 21;
  double annoyance_per_exposure = 0.05;
  double annoyance_half_life_days = 7;
  double wear_out_rate = 0.05;              ///< of ad quality per exposure (rival form)
  double restoration_half_life_days = 21;   ///< of ad quality in pauses (rival form)
  std::int64_t restoration_after_days = 3;  ///< gap between exposures that is no pause yet
  double clutter_weight = 0.1;              ///< response lost per ln(1 + advertisements a day)
  double novelty_weight = 0.5;              ///< share of clutter that a fresh creative escapes
  double clutter_half_life_days = 3;        ///< of the count of advertisements seen

  bool operator==(const MemorySpec&) const = default;
};

/// From unaware to repeat buyer.
struct FunnelSpec {
  double awareness_per_view = 0.15;
  double awareness_half_life_days = 28;
  double consider_intercept = -3;
  double consider_trust = 3.5;
  double consider_fit = 2.2;
  double consider_response = 0.4;
  double consider_price = 0.5;
  double consider_word_of_mouth = 1;
  double choice_intercept = -5.6;
  double outside_utility = 0;
  double load_on_buying = 0.05;  ///< as a share of its weight on clicks
  double repeat_mean_days = 180;
  double repeat_shape = 0.8;  ///< of the gamma over consumers
  double satisfaction_mean = 0.75;
  double satisfaction_spread = 0.15;
  double click_to_purchase = 0.02;
  double susceptibility_spread = 0.3;  ///< over consumers, around 1
  double disclosed_recall = 1.2;       ///< factor on awareness
  double consider_half_life_days = 7;
  double consider_fatigue = 1;
  double load_on_clicks = 0.1;

  bool operator==(const FunnelSpec&) const = default;
};

/// What buyers and engagers tell their followers.
struct WordOfMouthSpec {
  double innovation_per_day = 0.0005;  ///< [p] per day
  double imitation_per_day = 0.12;     ///< [q] per contact and day
  double similarity_weight = 0.5;
  double negative_factor = 1.5;
  double buyer_post_share = 0.05;
  double engager_post_share = 0.01;
  double talk_half_life_days = 7;
  double threshold = 2;          ///< contacts (rival form)
  double threshold_noise = 0.5;  ///< contacts (rival form)

  bool operator==(const WordOfMouthSpec&) const = default;
};

struct MarketSpec {
  MechanismSpec mechanism;
  AttentionSpec attention;
  RelatabilitySpec relatability;
  TrustSpec trust;
  LoadSpec load;
  SuspicionSpec suspicion;
  SpillOverSpec spill_over;
  EngagementSpec engagement;
  ReplySpec reply;
  UnfollowSpec unfollow;
  MemorySpec memory;
  FunnelSpec funnel;
  WordOfMouthSpec word_of_mouth;

  bool operator==(const MarketSpec&) const = default;
};

}  // namespace clout::market

namespace clout {

template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::Feed>{"follow_graph",
                                                                            "algorithmic"};
template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::Endorsement>{"monotone",
                                                                                   "recognition"};
template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::Repetition>{"parabola",
                                                                                  "wear_out"};
template <>
inline constexpr std::array<std::string_view, 2> choice_names<market::Contagion>{"independent",
                                                                                 "threshold"};

}  // namespace clout
