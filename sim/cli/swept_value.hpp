// A setting's value at a point of a sweep, for machines.
#pragma once

#include <string>

#include <boost/json/fwd.hpp>

#include "sim/store/sweep_file.hpp"

namespace clout::cli {

/// A number, a word, or true and false.
boost::json::value swept_value_json(const store::SweptSetting& setting, std::size_t point);

/// The same as a field of a CSV file; switches are yes and no.
std::string swept_value_field(const store::SweptSetting& setting, std::size_t point);

}  // namespace clout::cli
