// Elements of hand-written SVG, a line each.
#pragma once

#include <string>
#include <string_view>

namespace clout::cli {

struct SvgPoint {
  double x = 0;
  double y = 0;
};

/// A straight line. attributes: further ones, as they stand in the file: "class=\"grid\"".
std::string svg_line(SvgPoint from, SvgPoint to, std::string_view attributes);

/// One line of text on the baseline at a point. content may hold anything, it is escaped.
std::string svg_text(SvgPoint at, std::string_view content, std::string_view attributes = {});

}  // namespace clout::cli
