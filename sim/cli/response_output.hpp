// Response curves for reading and for machines.
#pragma once

#include <string>
#include <vector>

#include <boost/json/fwd.hpp>

#include "analysis/response/response.hpp"
#include "sim/store/outcome_file.hpp"

namespace clout::cli {

/// Response curves with the study they are of.
struct TitledResponse {
  store::StudyRecord study;
  market::CampaignSpec campaign;
  response::Response response;
};

/// The sentence, then tables: money at the campaign's budget, fits, posts per influencer.
std::string response_table(const TitledResponse& titled);

/// Everything; null where a number is not defined.
boost::json::object response_json(const TitledResponse& titled);

/// A row for each quantity of each point, fit, week and number of posts.
std::string response_csv(const TitledResponse& titled);

/// SVG on white, 900 wide: curves with bands and fits. repeat: the command that makes it again.
std::string response_plot(const TitledResponse& titled, const std::string& repeat);

/// "incremental customers", as on an axis.
std::string outcome_words(response::Measure measure);

}  // namespace clout::cli
