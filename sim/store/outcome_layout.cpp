#include "sim/store/outcome_layout.hpp"

namespace clout::store::outcome_layout {

namespace {

using engine::BrandTally;
using engine::DayTally;
using engine::TierTally;
using enum Axis;
using enum Element;

const std::vector<Axis> by_tier{arm, replicate, day, tier};
const std::vector<Axis> by_brand{arm, replicate, day, brand};
const std::vector<Axis> by_day{arm, replicate, day};
const std::vector<Axis> total{arm, replicate, brand};
const std::vector<Axis> of_campaign{arm, replicate, campaign};

Variable tier_count(const char* name, std::int64_t TierTally::*count, const char* long_name) {
  return {daily_group, name, by_tier, int32, "1", long_name, count, {}};
}

Variable brand_count(const char* name, std::int64_t BrandTally::*count, const char* long_name) {
  return {daily_group, name, by_brand, int32, "1", long_name, count, {}};
}

Variable total_of(const char* name, Special special, const char* units, const char* long_name) {
  return {outcome_group, name, total, real, units, long_name, special, {}};
}

Variable column(const char* name, Element element, Special special, const char* units,
                const char* long_name) {
  return {events_group, name, {event}, element, units, long_name, special, {}};
}

std::vector<const char*> tier_names() {
  std::vector<const char*> names;
  for (const auto name : choice_names<market::Tier>) names.push_back(name.data());
  return names;
}

const AxisRow axis_rows[] = {
    {"arm", text, "name of the arm"},
    {"replicate", int32, "number of the replicate"},
    {"day", int32, "day of the run, 0 first, without the warm-up"},
    {"tier", text, "class of influencers by audience"},
    {"brand", text, "name of the brand"},
    {"stage", text, "where a consumer stands with a brand"},
    {"niche", text, "name of the niche"},
    {"campaign", text, "name of the campaign"},
    {"event", int32, "one post of a campaign"},
};

const GroupRow group_rows[] = {
    {daily_group,
     "Counts of agents for every day. Times the attribute people_per_agent they are people."},
    {outcome_group,
     "What each market came to. Sums over the days are in people and US dollars; levels at the "
     "start, which the daily levels continue, in agents."},
    {events_group, "The posts of campaigns, one row each: by replicate, arm, campaign and day."},
    {config_group, "What was asked for."},
    {graph_group, "The follower graph, if the run was asked for it (--with-graph)."},
};

const Variable replicate_rows[] = {
    tier_count("tier_posts", &TierTally::posts,
               "posts of influencers, organic and sponsored, without word of mouth"),
    tier_count("tier_sponsored_posts", &TierTally::sponsored_posts,
               "sponsored posts, of campaigns and others"),
    tier_count("tier_deliveries", &TierTally::deliveries, "follows that the posts covered"),
    tier_count("tier_impressions", &TierTally::impressions, "posts seen"),
    tier_count("tier_sponsored_impressions", &TierTally::sponsored_impressions,
               "sponsored posts seen"),
    tier_count("tier_engagements", &TierTally::engagements, "likes and comments"),
    tier_count("tier_sponsored_engagements", &TierTally::sponsored_engagements,
               "likes and comments on sponsored posts"),
    tier_count("tier_comments", &TierTally::comments, "comments"),
    tier_count("tier_replies", &TierTally::replies, "comments that were answered"),
    tier_count("tier_unfollows", &TierTally::unfollows, "follows given up"),
    tier_count("tier_new_follows", &TierTally::new_follows,
               "follows gained from accounts that were left"),
    tier_count("tier_recognised", &TierTally::recognised,
               "sponsored posts seen and known for advertising"),
    {daily_group, "tier_suspicion", by_tier, real, "1",
     "suspicion, 0 to 1, summed over sponsored posts recognised", Special::suspicion},
    {daily_group, "tier_follows", by_tier, int32, "1", "follows at the end of the day",
     Special::follows},
    {daily_group, "tier_mean_trust", by_tier, real, "1",
     "mean trust of followers at the end of the day, 0 to 1; NaN if nobody follows",
     Special::mean_trust},
    brand_count("brand_impressions", &BrandTally::impressions, "posts of its campaigns seen"),
    brand_count("brand_reached", &BrandTally::reached,
                "consumers that saw its advertising for the first time"),
    brand_count("brand_engagements", &BrandTally::engagements,
                "likes and comments on posts of its campaigns"),
    brand_count("brand_clicks", &BrandTally::clicks, "clicks on posts of its campaigns"),
    brand_count("brand_heard", &BrandTally::heard, "word of mouth heard"),
    brand_count("brand_heard_negative", &BrandTally::heard_negative,
                "negative word of mouth heard"),
    brand_count("brand_talks", &BrandTally::talks, "posts of word of mouth made"),
    brand_count("brand_first_purchases", &BrandTally::first_purchases, "first purchases"),
    brand_count("brand_repeat_purchases", &BrandTally::repeat_purchases,
                "purchases after the first"),
    {daily_group,
     "brand_consumers",
     {arm, replicate, day, brand, stage},
     int32,
     "1",
     "consumers by stage at the end of the day",
     Special::consumers},
    {daily_group,
     "brand_reached_in_niche",
     {arm, replicate, day, brand, niche},
     int32,
     "1",
     "consumers that saw its advertising for the first time, by home niche",
     Special::reached_in_niche},
    {daily_group, "leavers", by_day, int32, "1", "follows given up, of all tiers",
     &DayTally::leavers},
    {daily_group, "movers", by_day, int32, "1", "of those that found another account",
     &DayTally::movers},

    total_of("impressions", Special::total_impressions, "people",
             "posts of its campaigns seen, in the run"),
    total_of("reached", Special::total_reached, "people", "people that saw its advertising"),
    total_of("engagements", Special::total_engagements, "people",
             "likes and comments on posts of its campaigns"),
    total_of("clicks", Special::total_clicks, "people", "clicks on posts of its campaigns"),
    total_of("first_purchases", Special::total_first_purchases, "people", "first purchases"),
    total_of("repeat_purchases", Special::total_repeat_purchases, "people",
             "purchases after the first"),
    total_of("revenue_usd", Special::revenue, "USD",
             "purchases times price, also of those that no campaign made"),
    total_of("contribution_usd", Special::contribution, "USD",
             "revenue times margin, before the cost of campaigns"),
    {outcome_group,
     "hired",
     {arm, replicate, campaign, tier},
     int32,
     "1",
     "influencers hired",
     Special::hired},
    {outcome_group, "posts", of_campaign, int32, "1", "posts made within the run", Special::posts},
    {outcome_group, "spent_usd", of_campaign, real, "USD",
     "cost of the campaign; 0 where it does not run", Special::spent},
    {outcome_group, "left_over_usd", of_campaign, real, "USD", "budget that was not spent",
     Special::left_over},
    {outcome_group,
     "start_follows",
     {arm, replicate, tier},
     int32,
     "1",
     "follows on the morning of day 0",
     Special::start_follows},
    {outcome_group,
     "start_mean_trust",
     {arm, replicate, tier},
     real,
     "1",
     "mean trust of followers on the morning of day 0, 0 to 1; NaN if nobody follows",
     Special::start_mean_trust},
    {outcome_group,
     "start_consumers",
     {arm, replicate, brand, stage},
     int32,
     "1",
     "consumers by stage on the morning of day 0",
     Special::start_consumers},
    {outcome_group,
     "fingerprint",
     {arm, replicate},
     text,
     "1",
     "64 bits of the final state, hexadecimal: equal runs have equal ones",
     Special::fingerprint},
    {outcome_group,
     "events",
     {replicate},
     int32,
     "1",
     "rows of the group events that belong to the replicate",
     Special::events},

    column("arm", int32, Special::event_arm, "1", "position in config/arm"),
    column("replicate", int32, Special::event_replicate, "1", "number of the replicate"),
    column("campaign", int32, Special::event_campaign, "1", "position in config/campaign"),
    column("day", int32, Special::event_day, "1", "day of the run, 0 first"),
    column("account", int32, Special::event_account, "1", "account number of the author"),
    {events_group,
     "tier",
     {event},
     int8,
     "1",
     "tier of the author",
     Special::event_tier,
     tier_names()},
    column("followers", real, Special::event_followers, "people",
           "followers of the author at the start"),
    column("price_usd", real, Special::event_price, "USD", "price of the post"),
};

const Variable study_rows[] = {
    {config_group, "note", {arm}, text, "1", "what the arm stands for", Special::note},
    {config_group, "price_usd", {arm, brand}, real, "USD", "price of the product", Special::price},
    {config_group,
     "margin",
     {arm, brand},
     real,
     "1",
     "share of the price that is earned",
     Special::margin},
    {config_group,
     "campaign_brand",
     {campaign},
     text,
     "1",
     "brand of the campaign",
     Special::campaign_brand},
    {config_group,
     "objective",
     {campaign},
     int8,
     "1",
     "what the campaign is for",
     Special::objective,
     {std::begin(objective_names), std::end(objective_names)}},
    {config_group,
     "runs",
     {arm, campaign},
     int8,
     "1",
     "whether the campaign runs in the arm",
     Special::runs,
     {"no", "yes"}},
    {config_group,
     "idle_arm",
     {arm},
     int32,
     "1",
     "position of the arm without campaigns in the same market, against which this one is "
     "measured; "
     "-1: there is none",
     Special::idle},
    {config_group, "scenario", {}, text, "1", "the scenario file's text", Special::scenario},
    {config_group,
     "resolved",
     {},
     text,
     "1",
     "every setting with its value, as a scenario that reads back to the same",
     Special::resolved},
};

const Attribute attribute_rows[] = {
    {"title", "title of the study", &StudyRecord::title},
    {"question", "what the study asks", &StudyRecord::question},
    {"software", "what wrote the file", &StudyRecord::software},
    {"git_sha1", "commit that it was built from", &StudyRecord::git_sha1},
    {"seed", "seed of all random draws", &StudyRecord::seed},
    {"config_sha256",
     "SHA-256 of what decides the numbers: config/resolved without the number of replicates, and "
     "the graph if it came from a file",
     &StudyRecord::config_sha256},
    {"days", "days of the run", &StudyRecord::days},
    {"warm_up_days", "days simulated before day 0", &StudyRecord::warm_up_days},
    {"planned_replicates", "replicates that were asked for", &StudyRecord::planned_replicates},
    {"accounts", "accounts of the follower graph", &StudyRecord::accounts},
    {"follows", "follows of the graph", &StudyRecord::follows},
    {"people_per_agent", "people that an account stands for", &StudyRecord::people_per_agent},
    {"graph_origin", "how the graph came to be", &StudyRecord::graph_origin},
};

}  // namespace

std::span<const AxisRow> axes() { return axis_rows; }

std::span<const GroupRow> groups() { return group_rows; }

std::span<const Variable> replicate_variables() { return replicate_rows; }

std::span<const Variable> study_variables() { return study_rows; }

std::span<const Attribute> attributes() { return attribute_rows; }

}  // namespace clout::store::outcome_layout
