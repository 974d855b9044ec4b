// Everything that a response study says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/response/carry_over.hpp"
#include "analysis/response/curve.hpp"
#include "analysis/response/posts.hpp"

namespace clout::response {

/// The tier that a further dollar is best spent on.
struct NextDollar {
  std::optional<std::size_t>
      curve;          ///< of a tier: the greatest marginal ROI; none: no tier has one
  double chance = 0;  ///< share of resamples in which it has; NaN: there are none
  std::string text;   ///< one sentence; a second one where it is open whether that pays
};

struct Response {
  Measure measure = Measure::customers;
  std::string unit;  ///< of the outcome: "people", "purchases" or "USD"
  std::size_t replicates = 0;
  std::vector<Curve> curves;          ///< the campaign's own roster first, then tiers
  std::vector<CarryOver> carry_over;  ///< as curves, at the campaign's budget
  PostsSweep same_budget;
  PostsSweep same_roster;
  NextDollar next;
};

Response response_of(const ResponseStudy& response, const Observations& observations,
                     Measure measure);

}  // namespace clout::response
