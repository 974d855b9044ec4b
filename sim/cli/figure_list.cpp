#include "sim/cli/figure_list.hpp"

#include <fmt/format.h>

#include "analysis/report/figures.hpp"

namespace clout::cli {

namespace {

const char* name_of(report::Better better) {
  switch (better) {
    case report::Better::more:
      return "more";
    case report::Better::less:
      return "less";
    case report::Better::neither:
      break;
  }
  return "";
}

std::string row(const report::Figure& figure, const std::string& name) {
  return fmt::format("| `{}` | {} | {} | {} | {} |\n", name, figure.unit, name_of(figure.better),
                     figure.brief ? "yes" : "", figure.definition);
}

}  // namespace

std::string figure_list() {
  std::string text =
      "# Figures\n\nMade by `clout compare --figures`; [../comparing.md](../comparing.md) explains "
      "how to read them. People are agents times\npeople per agent. Brands are those that any "
      "campaign of the study advertises. Brief: shown without `--all`.\n\n"
      "| figure | unit | better | brief | is |\n|---|---|---|---|---|\n";
  const std::size_t tiers = report::tier_figures().size();
  const std::vector<report::Figure> all = report::all_figures();
  for (std::size_t i = 0; i < all.size() - tiers; ++i) text += row(all[i], all[i].name);
  text +=
      "\nOf the influencers of each tier, hired or not (`trust_end.micro`, and so on):\n\n"
      "| figure | unit | better | brief | is |\n|---|---|---|---|---|\n";
  for (std::size_t i = all.size() - tiers; i < all.size(); i += market::tiers)
    text += row(all[i], all[i].name.substr(0, all[i].name.find('.')) + ".<tier>");
  return text;
}

}  // namespace clout::cli
