#include "analysis/report/figure_words.hpp"

#include <algorithm>
#include <cctype>

namespace clout::report {

namespace {

struct Words {
  const char* figure;
  const char* title;
  const char* explanation;
};
constexpr Words all_words[] = {
    {"first_purchases", "New customers", "people who bought for the first time"},
    {"incremental_customers", "Customers won",
     "people who bought for the first time, more than without a campaign"},
    {"impressions", "Views", "of the campaigns' posts, repeated ones included"},
    {"reached", "People reached", "people who saw a post of the campaigns"},
    {"engagements", "Engagements", "people's reactions to the campaigns' posts"},
    {"engagement_rate", "Engagement", "engagements per view of a campaign's post, in %"},
    {"frequency", "Repetition", "views per person reached"},
    {"profit", "Profit", "US dollars, beyond the arm without campaigns and after costs"},
    {"roi", "Return on spend", "profit per dollar spent, in %; above 0 it pays"},
    {"cost_per_thousand", "Cost of views", "US dollars per 1,000 views"},
    {"cost_per_engagement", "Cost of response", "US dollars per engagement"},
    {"cost_per_customer", "Cost of customers", "US dollars per customer won"},
};

/// "trust_end.micro" to "Trust end micro".
std::string spelled_out(std::string name) {
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
  return capital(name);
}

}  // namespace

std::string capital(std::string_view text) {
  std::string same(text);
  if (!same.empty() && same[0] >= 'a' && same[0] <= 'z')
    same[0] = static_cast<char>(same[0] - 'a' + 'A');
  return same;
}

FigureWords figure_words(const std::string& name) {
  for (const Words& words : all_words) {
    if (name == words.figure) return {words.title, words.explanation};
  }
  return {spelled_out(name), ""};
}

std::string figure_phrase(const std::string& name) {
  std::string phrase = figure_words(name).title;
  phrase[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(phrase[0])));
  return phrase;
}

std::string superlative(const Figure& figure) {
  const bool less = figure.better == Better::less;
  const bool counted = figure.unit == "people";
  return std::string(counted ? (less ? "the fewest " : "the most ")
                             : (less ? "the lowest " : "the highest ")) +
         figure_phrase(figure.name);
}

}  // namespace clout::report
