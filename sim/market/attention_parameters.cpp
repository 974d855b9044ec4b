// Rows on which mechanisms act, who sees a post and who is relatable.
#include "sim/market/market_parameters.hpp"

namespace clout::market {

namespace {

using enum Provenance;

constexpr std::string_view switchable =
    "every mechanism can be switched off, to see what it contributes";

const Parameter<MechanismSpec> mechanism_rows[] = {
    {{"feed", "1", 0, 0, 0, 0, assumed,
      "rival forms: Tian, Dew & Iyengar 2024 for the algorithmic feed",
      "How posts find viewers: along follow edges, or by an algorithm that spreads them nearly "
      "evenly."},
     choice<&MechanismSpec::feed>},
    {{"endorsement", "1", 0, 0, 0, 0, assumed,
      "rival forms: sign and shape of over-endorsement are contested",
      "What a large sponsored share does to engagement: monotone harm, or recognition that turns "
      "it into a U."},
     choice<&MechanismSpec::endorsement>},
    {{"repetition", "1", 0, 0, 0, 0, assumed,
      "rival forms: Schmidt & Eisend 2015 (parabola), Naik, Mantrala & Sawyer 1998 (wear_out)",
      "How repeated exposures act: a parabola in their number, or quality that wears out and "
      "recovers in pauses."},
     choice<&MechanismSpec::repetition>},
    {{"contagion", "1", 0, 0, 0, 0, assumed, "rival forms: Bass-like or complex contagion",
      "How word of mouth is adopted: from each contact alone, or once a threshold of contacts has "
      "spoken."},
     choice<&MechanismSpec::contagion>},
    {{"attention", "1", 0, 0, 0, 0, assumed, switchable, "Limited attention, split by trust."},
     &MechanismSpec::attention},
    {{"trust", "1", 0, 0, 0, 0, assumed, switchable,
      "Gain, loss and recovery of trust; off freezes it at its baseline."},
     &MechanismSpec::trust},
    {{"load", "1", 0, 0, 0, 0, assumed, switchable,
      "Endorsement load, breadth and share of an account."},
     &MechanismSpec::load},
    {{"suspicion", "1", 0, 0, 0, 0, assumed, switchable, "Suspicion of sponsored posts."},
     &MechanismSpec::suspicion},
    {{"spill_over", "1", 0, 0, 0, 0, assumed, switchable,
      "Suspicion that spreads to a class of accounts and to all."},
     &MechanismSpec::spill_over},
    {{"fatigue", "1", 0, 0, 0, 0, assumed, switchable, "Annoyance by repetition of one brand."},
     &MechanismSpec::fatigue},
    {{"clutter", "1", 0, 0, 0, 0, assumed, switchable,
      "Weaker response the more advertising a consumer sees in total."},
     &MechanismSpec::clutter},
    {{"unfollow", "1", 0, 0, 0, 0, assumed, switchable,
      "Consumers leave accounts and look for others."},
     &MechanismSpec::unfollow},
    {{"reply", "1", 0, 0, 0, 0, assumed, switchable,
      "Influencers answer comments, which strengthens the tie."},
     &MechanismSpec::reply},
    {{"relatability", "1", 0, 0, 0, 0, assumed, switchable,
      "Relatability differs between accounts; off makes all equally relatable."},
     &MechanismSpec::relatability},
    {{"word_of_mouth", "1", 0, 0, 0, 0, assumed, switchable,
      "Buyers and engagers tell their followers."},
     &MechanismSpec::word_of_mouth},
    {{"consideration", "1", 0, 0, 0, 0, assumed, switchable,
      "Advertising leads to purchases by consideration, choice and clicks; off leaves innovation "
      "and imitation, a Bass market."},
     &MechanismSpec::consideration},
};

const Parameter<AttentionSpec> attention_rows[] = {
    {{"online_share", "1", 0, 1, 0.4, 0.8, assumed,
      "daily users are 50 to 70% of monthly ones on large platforms",
      "Mean chance that a consumer is online on a day."},
     &AttentionSpec::online_share},
    {{"online_spread", "1", 0, 0.5, 0.1, 0.3, assumed, "consumers differ; no published figure used",
      "Standard deviation over consumers of the chance to be online."},
     &AttentionSpec::online_spread},
    {{"posts_per_day", "posts/day", 1, 1000, 20, 150, assumed,
      "half an hour a day at half a minute per post",
      "Posts that a consumer looks at on a day online."},
     &AttentionSpec::posts_per_day},
    {{"trust_exponent", "1", 0, 5, 0, 2, assumed, "Luce's choice rule; 0 ignores trust",
      "Exponent of trust in the split of attention over the accounts followed."},
     &AttentionSpec::trust_exponent},
    {{"largest_boost", "1", 1, 16, 1, 4, assumed, "a bound: attention cannot conjure views",
      "Most that attention can multiply the chance to be shown a post."},
     &AttentionSpec::largest_boost},
};

const Parameter<RelatabilitySpec> relatability_rows[] = {
    {{"interest_width", "1", 0.01, 10, 0.2, 1, assumed,
      "interests are weights over niches, distances 0 to 1.4",
      "Distance of interests at which relatability has fallen to 61%."},
     &RelatabilitySpec::interest_width},
    {{"audience_scale", "people", 1, 1e9, 3200, 200000, calibrated,
      "where audiences stop being personal; calibrated (docs/calibration.md), 90% of accepted "
      "sets: 3190 to 29500",
      "Audience from which relatability falls with size."},
     &RelatabilitySpec::audience_scale},
    {{"audience_exponent", "1", 0, 2, 0, 0.54, calibrated,
      "0 makes large accounts as relatable as small ones; calibrated (docs/calibration.md), 90% of "
      "accepted sets: 0.0621 to 0.525",
      "How fast relatability falls with audience."},
     &RelatabilitySpec::audience_exponent},
    {{"authenticity_mean", "1", 0, 1, 0.5, 0.9, assumed, "a trait without a published scale",
      "Mean authenticity of accounts."},
     &RelatabilitySpec::authenticity_mean},
    {{"authenticity_spread", "1", 0, 0.5, 0.05, 0.25, assumed, "a trait without a published scale",
      "Standard deviation of authenticity over accounts."},
     &RelatabilitySpec::authenticity_spread},
    {{"neutral", "1", 0, 1, 0.2, 0.6, assumed,
      "the authenticity channel is hedonic only (Park et al. 2021); value ours",
      "Relatability of everybody if the mechanism is off, and what counts for utilitarian "
      "products."},
     &RelatabilitySpec::neutral},
    {{"focus_mean", "1", 0.5, 1, 0.6, 0.9, assumed,
      "interests have a first and a second niche; shares ours",
      "Mean weight of the home niche in interests; the rest is a second niche."},
     &RelatabilitySpec::focus_mean},
    {{"focus_spread", "1", 0, 0.5, 0.05, 0.2, assumed,
      "accounts differ in focus; no published scale",
      "Standard deviation of that weight over accounts."},
     &RelatabilitySpec::focus_spread},
    {{"focus_exponent", "1", 0, 2, 0, 0.5, assumed,
      "large accounts speak to more than one niche; size free",
      "How fast focus falls towards one half with audience beyond audience_scale."},
     &RelatabilitySpec::focus_exponent},
};

}  // namespace

std::span<const Parameter<MechanismSpec>> mechanism_parameters() { return mechanism_rows; }
std::span<const Parameter<AttentionSpec>> attention_parameters() { return attention_rows; }
std::span<const Parameter<RelatabilitySpec>> relatability_parameters() { return relatability_rows; }

}  // namespace clout::market
