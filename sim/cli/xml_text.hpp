// Text that came from a user, inside XML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clout::cli {

/// The text as XML 1.0 can hold it, between tags and in attributes: & < > " escaped, and U+FFFD in
/// place of what XML does not have (control characters) or is not UTF-8.
std::string xml_text(std::string_view text);

/// At most so many columns of text, the last an ellipsis if some of it is missing. A letter takes
/// one column, an ideograph two. Not escaped.
std::string cut_text(std::string_view text, std::size_t columns);

}  // namespace clout::cli
