#include "sim/cli/profile_fit_output.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "sim/cli/json_number.hpp"

namespace clout::cli {

namespace {

std::string_view name_of(market::PlatformProfile profile) {
  return choice_names<market::PlatformProfile>[static_cast<std::size_t>(profile)];
}

}  // namespace

std::string profile_fit_table(const patterns::ProfileFit& fit, market::PlatformProfile profile) {
  std::string text = fmt::format(
      "{}: platform.reach.slope {:.4g}, market.engagement.intercept {:.4g}, after {} evaluations\n",
      name_of(profile), fit.slope, fit.intercept, fit.evaluations);
  text += fmt::format("{:<8} {:>10} {:>10} {:>8}\n", "tier", "published", "ours", "ratio");
  for (std::size_t tier = 0; tier < patterns::table_tiers; ++tier) {
    text += fmt::format("{:<8} {:>9.2f}% {:>9.2f}% {:>8.3f}\n", choice_names<market::Tier>[tier],
                        100 * fit.published[tier], 100 * fit.reproduced[tier],
                        fit.reproduced[tier] / fit.published[tier]);
  }
  return text + "Engagements per post in % of followers, one replicate.\n";
}

boost::json::object profile_fit_json(const patterns::ProfileFit& fit,
                                     market::PlatformProfile profile) {
  boost::json::array tiers;
  for (std::size_t tier = 0; tier < patterns::table_tiers; ++tier) {
    tiers.push_back(boost::json::object{{"tier", choice_names<market::Tier>[tier]},
                                        {"published", fit.published[tier]},
                                        {"reproduced", json_number(fit.reproduced[tier])}});
  }
  return {{"platform", name_of(profile)},
          {"platform.reach.slope", json_number(fit.slope)},
          {"market.engagement.intercept", json_number(fit.intercept)},
          {"evaluations", fit.evaluations},
          {"tiers", std::move(tiers)}};
}

}  // namespace clout::cli
