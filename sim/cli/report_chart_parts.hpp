// Pieces that several charts of a report share. Only sources of report_chart_* include this.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "sim/cli/plot_axis.hpp"
#include "sim/cli/report_chart.hpp"
#include "sim/cli/svg.hpp"

namespace clout::cli::chart_parts {

inline constexpr double label_room = 112;       // left of rows
inline constexpr double wide_label_room = 226;  // where labels are phrases
inline constexpr double letter_width = 7;       // of the labels, on average
inline constexpr double number_room = 62;       // right of rows
inline constexpr double row_height = 24;

/// A place on the value axis, in pixels.
using Place = std::function<double(double)>;

/// The whole picture: height in pixels; body is what stands in it.
std::string drawing(const ChartHead& head, double height, const std::string& body);

/// Horizontal value axis below rows from top to bottom: grid, ticks, title.
std::string value_axis(const PlotAxis& axis, const ChartHead& head, double top, double bottom,
                       const Place& x_of);

/// Where values lie between the room of labels and number_room.
Place between_rooms(const PlotAxis& axis, double labels = label_room);

/// The name of a row, cut to its room, whole when pointed at.
std::string row_label(const std::string& label, double y, double room = label_room);

/// A whisker from low to high at a height, nothing if the interval is not known.
std::string whisker(const stats::MeanInterval& value, double y, const Place& x_of);

/// "13.8k people (11.4k .. 16.2k)"
std::string spoken(const stats::MeanInterval& value, const std::string& unit);

}  // namespace clout::cli::chart_parts
