// Charts of a sweep's file as a picture of its own.
#pragma once

#include <span>
#include <string>

#include "sim/cli/sweep_chart.hpp"

namespace clout::cli {

/// An SVG file with its colours: title and text, then the charts with their captions, side by side
/// where there are several, then what they were made from. Charts without a picture are left out.
std::string chart_picture(const std::string& title, const std::string& text,
                          std::span<const SweepChart> charts, const store::SweepRecord& sweep);

}  // namespace clout::cli
