// "Did you mean ...?" for misspelt keys, options and names.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace clout {

/// Number of single-character insertions, deletions, replacements and swaps of neighbours that turn
/// a into b (optimal string alignment distance), case ignored for ASCII letters.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to name, the first of equals; none if even the nearest is further than a
/// third of the longer of the two names (at least 1), since a wild guess helps nobody.
std::optional<std::string> nearest_name(std::string_view name,
                                        std::span<const std::string> candidates);

}  // namespace clout
