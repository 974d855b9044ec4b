// How to get the points of a sweep's file again, and their numbers as files, for a page.
#pragma once

#include <string>

#include "sim/store/sweep_file.hpp"

namespace clout::cli {

struct SweepRepeat {
  std::string page;       ///< what a user types to get the page again
  std::string inspect;    ///< and to get the scenario: "clout inspect sweep.h5 --config"
  std::string run;        ///< and the points, from again.toml: "clout sweep again.toml"
  std::string figure;     ///< of the points that are given as CSV
  std::string downloads;  ///< HTML of further files, may be empty
};

/// HTML. Throws nothing: a figure that the file does not have gives a CSV without it.
std::string sweep_repeat_html(const store::SweepRecord& sweep, const SweepRepeat& repeat);

}  // namespace clout::cli
