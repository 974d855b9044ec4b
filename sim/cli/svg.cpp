#include "sim/cli/svg.hpp"

#include <fmt/format.h>

#include "sim/cli/xml_text.hpp"

namespace clout::cli {

std::string svg_line(SvgPoint from, SvgPoint to, std::string_view attributes) {
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", from.x,
                     from.y, to.x, to.y, attributes);
}

std::string svg_text(SvgPoint at, std::string_view content, std::string_view attributes) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\"{}{}>{}</text>\n", at.x, at.y,
                     attributes.empty() ? "" : " ", attributes, xml_text(content));
}

}  // namespace clout::cli
