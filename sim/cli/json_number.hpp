// Numbers in JSON, which knows no NaN.
#pragma once

#include <boost/json/fwd.hpp>

namespace clout::cli {

/// null where there is no number.
boost::json::value json_number(double value);

}  // namespace clout::cli
