// Figures about the influencers of one tier, hired or not: the whole market's, not the campaigns'.
#include <limits>

#include "analysis/report/figures.hpp"

namespace clout::report {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double units = 65535.0;  // of trust and suspicion in the engine's sums

/// The rest of a figure's row, and its formula for a tier.
struct Row {
  const char* name;
  const char* unit;
  Better better;
  const char* definition;
  double (*value)(const FigureInput&, std::size_t tier);
  bool may_be_negative = false;
};

double ratio(std::int64_t over, std::int64_t under) {
  return under > 0 ? static_cast<double>(over) / static_cast<double>(under) : unknown;
}

double people(const FigureInput& in, std::int64_t agents) {
  return static_cast<double>(agents) * in.study.people_per_agent;
}

double trust_start(const FigureInput& in, std::size_t tier) {
  return ratio(in.arm.trust_start[tier], in.arm.living_start[tier]) / units;
}

double trust_end(const FigureInput& in, std::size_t tier) {
  return ratio(in.arm.trust_end[tier], in.arm.living_end[tier]) / units;
}

using In = FigureInput;

constexpr Row rows[] = {
    {"hired", "1", Better::neither, "influencers hired",
     [](const In& in, std::size_t t) { return static_cast<double>(in.arm.hired[t]); }},
    {"trust_start", "1", Better::more, "mean trust of their followers on the first morning, 0..1",
     trust_start},
    {"trust_end", "1", Better::more, "mean trust of their followers on the last evening, 0..1",
     trust_end},
    {"trust_change", "1", Better::more, "trust_end less trust_start",
     [](const In& in, std::size_t t) { return trust_end(in, t) - trust_start(in, t); }, true},
    {"suspicion", "1", Better::less,
     "mean suspicion of sponsored posts that were recognised as such, 0..1",
     [](const In& in, std::size_t t) {
       return ratio(in.arm.tier[t].suspicion, in.arm.tier[t].recognised) / units;
     }},
    {"unfollows", "people", Better::less, "follows given up",
     [](const In& in, std::size_t t) { return people(in, in.arm.tier[t].unfollows); }},
    {"new_follows", "people", Better::more, "follows gained from accounts that were left",
     [](const In& in, std::size_t t) { return people(in, in.arm.tier[t].new_follows); }},
    {"follows_change", "share", Better::more,
     "follows on the last evening / those on the first morning, less 1",
     [](const In& in, std::size_t t) {
       return ratio(in.arm.living_end[t] - in.arm.living_start[t], in.arm.living_start[t]);
     },
     true},
    {"engagement_by_followers", "share", Better::more,
     "engagements with their posts / followers the posts were made for, all posts",
     [](const In& in, std::size_t t) {
       return ratio(in.arm.tier[t].engagements, in.arm.tier[t].deliveries);
     }},
    {"engagement_by_views", "share", Better::more,
     "engagements with their posts / views, all posts",
     [](const In& in, std::size_t t) {
       return ratio(in.arm.tier[t].engagements, in.arm.tier[t].impressions);
     }},
    {"sponsored_engagement_by_views", "share", Better::more, "the same of their sponsored posts",
     [](const In& in, std::size_t t) {
       return ratio(in.arm.tier[t].sponsored_engagements, in.arm.tier[t].sponsored_impressions);
     }},
    {"replies", "people", Better::more, "comments they answered",
     [](const In& in, std::size_t t) { return people(in, in.arm.tier[t].replies); }},
};

}  // namespace

std::vector<Figure> tier_figures() {
  std::vector<Figure> figures;
  for (const Row& row : rows) {
    for (std::size_t tier = 0; tier < market::tiers; ++tier) {
      const auto value = row.value;
      figures.push_back(
          {std::string(row.name) + "." + std::string(choice_names<market::Tier>[tier]), row.unit,
           row.better, false, row.definition, [value, tier](const FigureInput& in) {
             // A tier that the market does not have has no figures.
             return in.arm.living_start[tier] > 0 ? value(in, tier) : unknown;
           }});
    }
  }
  return figures;
}

}  // namespace clout::report
