// What a reader who does not know the figures' names calls them.
#pragma once

#include <string>
#include <string_view>

#include "analysis/report/figures.hpp"

namespace clout::report {

struct FigureWords {
  std::string title;  ///< "Return on spend"; the name spelled out where there is no better one
  std::string explanation;  ///< the unit, and what is counted, in words; empty: none
};
FigureWords figure_words(const std::string& name);

/// The title within a sentence: "return on spend".
std::string figure_phrase(const std::string& name);

/// With its first letter, if it is one of the small ASCII letters, as a capital.
std::string capital(std::string_view text);

/// What the best arm has: "the most customers won", "the highest profit", "the lowest cost of
/// views".
std::string superlative(const Figure& figure);

}  // namespace clout::report
