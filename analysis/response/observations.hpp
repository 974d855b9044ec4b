// What each arm of a response study brought beyond the arm without a campaign.
#pragma once

#include <span>
#include <vector>

#include "analysis/response/response_study.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::response {

/// What a curve may be of.
enum class Measure { customers, purchases, contribution };

/// One arm less the arm without a campaign in the same replicate; a value for each replicate.
struct Observed {
  std::vector<double> customers;         ///< people: first purchases
  std::vector<double> purchases;         ///< all purchases
  std::vector<double> contribution_usd;  ///< margin of them, before the campaign's cost
  std::vector<double> spent_usd;         ///< what the campaign cost
  std::vector<std::vector<double>> customers_by_week;  ///< by (replicate, whole week of the run)
  std::vector<std::vector<double>>
      spent_by_week;  ///< cost in the weeks of its posts, by their price

  const std::vector<double>& of(Measure measure) const;
  /// contribution_usd less spent_usd.
  std::vector<double> profit_usd() const;
};

struct Observations {
  std::vector<Observed> arms;  ///< as in ResponseStudy::arms; of the idle arm all is 0
  std::size_t replicates = 0;
};

/// Adds a replicate: the outcomes of all arms, in their order.
void add_replicate(Observations& observations, const ResponseStudy& response,
                   const store::StudyRecord& record, std::span<const engine::Outcome> outcomes);

/// All replicates of an outcome file of this study.
Observations observe(const ResponseStudy& response, const store::OutcomeReader& reader);

}  // namespace clout::response

namespace clout {

template <>
inline constexpr std::array<std::string_view, 3> choice_names<response::Measure>{
    "customers", "purchases", "contribution"};

}  // namespace clout
