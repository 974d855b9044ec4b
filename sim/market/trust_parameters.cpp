// Rows on trust, endorsement load, suspicion and leaving. Nobody has published a decay rate of
// trust per endorsement: the rates are free. Where the patterns that the sources describe say
// something of one, it is calibrated on them (docs/calibration.md).
#include "sim/market/market_parameters.hpp"

namespace clout::market {

namespace {

using enum Provenance;

constexpr std::string_view free_rate = "free: no trust rate per endorsement has been published";

const Parameter<TrustSpec> trust_rows[] = {
    {{"baseline", "1", -10, 10, -1.5, 0.5, assumed, "mean baseline trust of about one half",
      "Intercept of baseline trust, on the logistic scale."},
     &TrustSpec::baseline},
    {{"from_relatability", "1", 0, 10, 0.5, 2.7, calibrated,
      "sign: Schouten, Janssen & Verspaget 2020; calibrated (docs/calibration.md), 90% of accepted "
      "sets: 1.7 to 2.76",
      "Weight of relatability in baseline trust."},
     &TrustSpec::from_relatability},
    {{"from_popularity", "1", 0, 2, 0, 0.15, calibrated,
      "sign: De Veirman, Cauberghe & Hudders 2017 (a popularity cue exists); calibrated "
      "(docs/calibration.md), 90% of accepted sets: 0.0052 to 0.064",
      "Weight of the logarithm of followers in baseline trust."},
     &TrustSpec::from_popularity},
    {{"from_expertise", "1", 0, 10, 0, 1, assumed, "source credibility; size free",
      "Weight of expertise in baseline trust."},
     &TrustSpec::from_expertise},
    {{"ceiling", "1", 0.01, 1, 0.8, 1, assumed, "trust is never complete",
      "Highest trust that can be gained."},
     &TrustSpec::ceiling},
    {{"gain_rate", "1", 0, 1, 0.002, 0.05, assumed, free_rate,
      "Share of the distance to the ceiling gained by one organic post at full relatability."},
     &TrustSpec::gain_rate},
    {{"loss_rate", "1", 0, 1, 0.005, 0.12, calibrated,
      "trust is lost faster than gained (Slovic 1993; contested by Zhu et al. 2023); calibrated "
      "(docs/calibration.md), 90% of accepted sets: 0.00747 to 0.135",
      "Share of trust lost by one sponsored post at full suspicion and no fit."},
     &TrustSpec::loss_rate},
    {{"bad_experience_factor", "1", 0, 20, 1, 4, assumed,
      "loss aversion about 2; ratios of 1 to 4 are in dispute",
      "Loss by a bad experience with the product, against the gain by a good one."},
     &TrustSpec::bad_experience_factor},
    {{"unknown_brand_relief", "1", 0, 1, 0, 0.6, assumed,
      "sign: smaller loss for lesser-known brands (Cheng & Zhang 2025); size free",
      "Share of the loss that a wholly unknown brand spares."},
     &TrustSpec::unknown_brand_relief},
    {{"half_life_days", "days", 1, 36500, 30, 365, assumed, free_rate,
      "Half-life of trust's return to its baseline."},
     &TrustSpec::half_life_days},
    {{"ceiling_loss", "1", 0, 1, 0, 0.3, assumed,
      "detected deception leaves a lasting mark; size free",
      "Share of the ceiling lost for good when a deception is noticed."},
     &TrustSpec::ceiling_loss},
    {{"expertise_mean", "1", 0, 1, 0.3, 0.7, assumed, "a trait without a published scale",
      "Mean expertise of accounts."},
     &TrustSpec::expertise_mean},
    {{"expertise_spread", "1", 0, 0.5, 0.1, 0.3, assumed, "a trait without a published scale",
      "Standard deviation of expertise over accounts."},
     &TrustSpec::expertise_spread},
};

const Parameter<LoadSpec> load_rows[] = {
    {{"half_life_days", "days", 0.1, 3650, 7, 60, assumed, free_rate,
      "Half-life of the count of sponsored posts seen."},
     &LoadSpec::half_life_days},
    {{"breadth_half_life_days", "days", 0.1, 3650, 30, 180, assumed, free_rate,
      "Half-life of the count of distinct brands that an account endorses."},
     &LoadSpec::breadth_half_life_days},
    {{"share_half_life_days", "days", 0.1, 3650, 14, 90, assumed, free_rate,
      "Half-life of the sponsored share of an account's posts."},
     &LoadSpec::share_half_life_days},
};

const Parameter<SuspicionSpec> suspicion_rows[] = {
    {{"intercept", "1", -20, 20, -4, 0.79, calibrated,
      "low suspicion of a disclosed, fitting, rare advertisement; calibrated "
      "(docs/calibration.md), 90% of accepted sets: -1.54 to 0.625",
      "Intercept of suspicion, on the logistic scale."},
     &SuspicionSpec::intercept},
    {{"from_share", "1", 0, 50, 1, 8, assumed,
      "audiences expect mostly organic posts (Cocker, Mardon & Daunt 2021); size free",
      "Weight of the sponsored share above the usual one."},
     &SuspicionSpec::from_share},
    {{"usual_share", "1", 0, 1, 0.02, 0.2, found, "mean sponsored share of posts 2 to 7%",
      "Sponsored share taken for normal."},
     &SuspicionSpec::usual_share},
    {{"from_breadth", "1", 0, 20, 0, 1, recalled,
      "direction: Tripp, Jensen & Carlson 1994 (1, 2, 4 products endorsed); size free",
      "Weight of ln(1 + distinct brands endorsed)."},
     &SuspicionSpec::from_breadth},
    {{"from_load", "1", 0, 20, 0, 0.5, assumed,
      "over-endorsement acts through credibility; size free",
      "Weight of each sponsored post in memory."},
     &SuspicionSpec::from_load},
    {{"from_undisclosed", "1", 0, 20, 0.5, 3, assumed,
      "hidden advertising is resented once noticed; size free",
      "Weight of a noticed undisclosed advertisement."},
     &SuspicionSpec::from_undisclosed},
    {{"detection", "1", 0, 1, 0.05, 0.6, assumed,
      "few viewers recognise an undisclosed advertisement",
      "Chance that an undisclosed advertisement is noticed."},
     &SuspicionSpec::detection},
    {{"from_audience", "1", 0, 10, 0, 0.5, assumed,
      "sign: larger loss for large audiences (Cheng & Zhang 2025); size free",
      "Weight of the logarithm of audience in suspicion of undisclosed posts."},
     &SuspicionSpec::from_audience},
    {{"audience_reference", "people", 1, 1e9, 1000, 100000, assumed, "boundary of nano and micro",
      "Audience at which size adds no suspicion."},
     &SuspicionSpec::audience_reference},
    {{"from_fit", "1", 0, 20, 0.5, 3.9, calibrated,
      "sign: Cheng & Zhang 2025, Knoll & Matthes 2017; calibrated (docs/calibration.md), 90% of "
      "accepted sets: 1.13 to 3.84",
      "Suspicion taken away by full fit of brand and account."},
     &SuspicionSpec::from_fit},
    {{"from_relatability", "1", 0, 20, 0, 5.6, calibrated,
      "sign: Schouten et al. 2020; calibrated (docs/calibration.md), 90% of accepted sets: 0.294 "
      "to 5.57",
      "Suspicion taken away by full relatability."},
     &SuspicionSpec::from_relatability},
    {{"relatability_load", "1", -10, 10, -0.5, 0.5, assumed, "optional; 0 leaves it out",
      "Interaction of relatability and load: above 0, relatable accounts are forgiven less."},
     &SuspicionSpec::relatability_load},
    {{"skepticism_spread", "1", 0, 3, 0, 1, assumed, "consumers differ in skepticism; size free",
      "Standard deviation of skepticism over consumers, on the logistic scale."},
     &SuspicionSpec::skepticism_spread},
};

const Parameter<SpillOverSpec> spill_over_rows[] = {
    {{"to_class", "1", 0, 1, 0, 0.2, assumed, "distrust of celebrities as a kind; size free",
      "Share of a post's suspicion added to that of its tier."},
     &SpillOverSpec::to_class},
    {{"to_all", "1", 0, 1, 0, 0.1, assumed, "persuasion knowledge grows with experience; size free",
      "Share of a post's suspicion added to persuasion knowledge."},
     &SpillOverSpec::to_all},
    {{"class_half_life_days", "days", 1, 36500, 14, 180, assumed, free_rate,
      "Half-life of suspicion of a tier."},
     &SpillOverSpec::class_half_life_days},
    {{"all_half_life_days", "days", 1, 36500, 60, 730, assumed, free_rate,
      "Half-life of persuasion knowledge."},
     &SpillOverSpec::all_half_life_days},
    {{"persuasion_cut", "1", 0, 0.95, 0.3, 0.7, found,
      "persuasion knowledge reaches about half of persuasion's explanatory power (Eisend & Tarrahi "
      "2022)",
      "Share of persuasion lost at full suspicion; never all of it."},
     &SpillOverSpec::persuasion_cut},
};

const Parameter<UnfollowSpec> unfollow_rows[] = {
    {{"base_per_day", "1/day", 0, 1, 0.00001, 0.001, assumed,
      "audiences turn over by a few percent a year without cause",
      "Daily chance to leave an account without cause."},
     &UnfollowSpec::base_per_day},
    {{"from_distrust_per_day", "1/day", 0, 1, 0.005, 0.1, assumed,
      "part of what a sponsored video costs (Cheng & Zhang 2025); size free",
      "Added per unit of trust below the lower limit."},
     &UnfollowSpec::from_distrust_per_day},
    {{"low_trust", "1", 0, 1, 0.1, 0.4, assumed, "below it an account is not worth the attention",
      "Trust below which leaving becomes likelier."},
     &UnfollowSpec::low_trust},
    {{"from_suspicion", "1", 0, 1, 0.0005, 0.16, calibrated,
      "a sponsored video costs 0.19% of subscribers (Cheng & Zhang 2025); calibrated "
      "(docs/calibration.md), 90% of accepted sets: 0.0234 to 0.175",
      "Added at full suspicion of a post seen."},
     &UnfollowSpec::from_suspicion},
    {{"refollow_share", "1", 0, 1, 0.3, 1, assumed, "attention seeks a new object",
      "Share of leavers that look for another account in their niches."},
     &UnfollowSpec::refollow_share},
    {{"friends_share", "1", 0, 1, 0, 0.6, assumed, "triads close; size free",
      "Share of new follows that go to an account which one of the leaver's own followers "
      "follows."},
     &UnfollowSpec::friends_share},
};

}  // namespace

std::span<const Parameter<TrustSpec>> trust_parameters() { return trust_rows; }
std::span<const Parameter<LoadSpec>> load_parameters() { return load_rows; }
std::span<const Parameter<SuspicionSpec>> suspicion_parameters() { return suspicion_rows; }
std::span<const Parameter<SpillOverSpec>> spill_over_parameters() { return spill_over_rows; }
std::span<const Parameter<UnfollowSpec>> unfollow_parameters() { return unfollow_rows; }

}  // namespace clout::market
