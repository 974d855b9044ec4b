// Verdicts on patterns of the literature in each form they are printed in.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <boost/json/fwd.hpp>

#include "analysis/patterns/validation.hpp"

namespace clout::cli {

/// What was validated and how, to stand above the verdicts.
struct ValidationHeading {
  std::string parameters;  ///< "the defaults", or the scenario's file
  std::string command;     ///< what to type to get it again
  std::string version;     ///< of the software
  patterns::Effort effort = patterns::Effort::full;
  std::int64_t seed = 1;
};

/// "26 of 28 patterns hold; P16 and P20 do not."
std::string validation_summary(std::span<const patterns::Verdict> verdicts);

/// "0.12% (0.10% .. 0.14%), 8 seeds"
std::string reading_text(const patterns::Reading& reading);
/// "0.05% to 0.5%", "above 0", "0.4 or less, whole interval", "shown only".
std::string band_text(const patterns::Reading& reading);

std::string validation_table(std::span<const patterns::Verdict> verdicts,
                             const ValidationHeading& heading, bool color);
std::string validation_markdown(std::span<const patterns::Verdict> verdicts,
                                const ValidationHeading& heading);
/// One page without outside references.
std::string validation_html(std::span<const patterns::Verdict> verdicts,
                            const ValidationHeading& heading);
boost::json::object validation_json(std::span<const patterns::Verdict> verdicts,
                                    const ValidationHeading& heading);

}  // namespace clout::cli
