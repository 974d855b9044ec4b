#include "sim/cli/json_number.hpp"

#include <cmath>

#include <boost/json.hpp>

namespace clout::cli {

boost::json::value json_number(double value) {
  return std::isfinite(value) ? boost::json::value(value) : boost::json::value(nullptr);
}

}  // namespace clout::cli
