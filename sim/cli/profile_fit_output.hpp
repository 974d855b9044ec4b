// A platform's profile as it was fitted, for people and for machines.
#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "analysis/patterns/profile_fit.hpp"

namespace clout::cli {

/// The two settings, and the engagement of each tier beside the published one. One replicate.
std::string profile_fit_table(const patterns::ProfileFit& fit, market::PlatformProfile profile);
boost::json::object profile_fit_json(const patterns::ProfileFit& fit,
                                     market::PlatformProfile profile);

}  // namespace clout::cli
