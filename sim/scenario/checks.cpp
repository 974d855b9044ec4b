#include "sim/scenario/checks.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <set>

#include <fmt/format.h>

#include "sim/scenario/layout.hpp"

namespace clout::scenario {

namespace {

using market::CampaignSpec;
using market::RosterRule;
using market::Tier;

template <typename Spec>
std::set<std::string> names_in(const std::vector<Spec>& items) {
  std::set<std::string> names;
  for (const Spec& item : items) names.insert(item.name);
  return names;
}

/// The generator calls its niches niche-1 (the largest) to niche-K.
bool is_niche_of(std::int64_t niches, std::string_view name) {
  constexpr std::string_view prefix = "niche-";
  if (!name.starts_with(prefix)) return false;
  const std::string_view digits = name.substr(prefix.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() && digits.front() != '0' &&
         number >= 1 && number <= niches;
}

class Checker {
 public:
  Checker(const Scenario& scenario, const Places& places, Findings& findings, std::string where)
      : scenario_(scenario),
        places_(places),
        findings_(findings),
        where_(std::move(where)),
        brands_(names_in(scenario.brands)),
        campaigns_(names_in(scenario.campaigns)) {}

  /// One finding, at the first of keys that was written, unless holds or one of keys has no usable
  /// value.
  void require(bool holds, const std::vector<std::string>& keys, const std::string& problem,
               const std::string& expected, const std::string& suggestion = "") {
    if (holds || std::any_of(keys.begin(), keys.end(),
                             [&](const auto& key) { return findings_.spoilt(key); }))
      return;
    const auto written = std::find_if(keys.begin(), keys.end(),
                                      [&](const auto& key) { return places_.written(key); });
    const std::string& key = written == keys.end() ? keys.front() : *written;
    findings_.add(places_.of(key), problem + where_, expected, suggestion);
  }

  void reference(const std::string& key, const std::string& list,
                 const std::set<std::string>& names, const std::string& name) {
    if (names.contains(name) || !findings_.worth_suggesting()) return;
    const std::vector<std::string> known(names.begin(), names.end());
    const std::string suggestion = did_you_mean(name, known);
    std::string expected;
    if (known.empty()) {
      expected = "a [[" + list + "]] of that name";
    } else if (suggestion.empty() && known.size() <= 12) {
      expected = one_of(known);
    }
    require(false, {key, list}, "no " + list + " is named " + in_quotes(name), expected,
            suggestion);
  }

  /// Niches of a graph file are known only once it is read.
  void niche(const std::string& key, const std::string& name) {
    if (name.empty() || !scenario_.graph_source.file.empty()) return;
    const std::int64_t niches = scenario_.graph.niches;
    require(is_niche_of(niches, name), {key, "graph.niches"},
            "no niche is named " + in_quotes(name),
            fmt::format("niche-1 (the largest) to niche-{}, or empty", niches));
  }

  void graph_settings() {
    const auto& graph = scenario_.graph;
    std::vector<Diagnostic> wrong = check(scenario_.graph_source, graph);
    if (scenario_.graph_source.file.empty()) {
      const std::vector<Diagnostic> of_generator = graph::check(graph);
      wrong.insert(wrong.end(), of_generator.begin(), of_generator.end());
    }
    for (const Diagnostic& each : wrong)
      require(false, {each.place.key, "graph"}, each.problem, each.expected, each.suggestion);
    for (const auto& celebrity : graph.celebrities) {
      niche("graph.celebrity." + celebrity.name + ".niche", celebrity.niche);
    }
  }

  void tiers() {
    const auto& tiers = scenario_.platform.tiers;
    const std::pair<const char*, double> bounds[] = {
        {"nano_from", tiers.nano_from}, {"micro_from", tiers.micro_from},
        {"mid_from", tiers.mid_from},   {"macro_from", tiers.macro_from},
        {"mega_from", tiers.mega_from}, {"celebrity_from", tiers.celebrity_from}};
    for (std::size_t i = 1; i < std::size(bounds); ++i) {
      const auto& [below, from] = bounds[i - 1];
      const auto& [name, to] = bounds[i];
      require(from < to,
              {fmt::format("platform.tiers.{}", name), fmt::format("platform.tiers.{}", below)},
              fmt::format("{} is {}, which is not above {} ({})", name, to, below, from),
              "ascending bounds");
    }
  }

  void campaign(const CampaignSpec& each) {
    const std::string key = "campaign." + each.name + ".";
    reference(key + "brand", "brand", brands_, each.brand);
    const auto end = each.start_days + each.duration_days;
    require(end <= scenario_.run.days, {key + "duration_days", key + "start_days", "run.days"},
            fmt::format("the campaign ends on day {}, the run on day {}", end, scenario_.run.days),
            fmt::format("start and duration within {} days", scenario_.run.days));
    require(each.production_cost_usd <= each.budget_usd,
            {key + "production_cost_usd", key + "budget_usd"},
            fmt::format("production costs {} USD, more than the budget of {} USD",
                        each.production_cost_usd, each.budget_usd),
            "a budget that leaves something for posts");
    roster(each, key + "roster.");
  }

  void roster(const CampaignSpec& each, const std::string& key) {
    const auto& roster = each.roster;
    if (roster.rule == RosterRule::tier) hireable(roster.tier, {key + "tier", key + "rule"});
    if (roster.rule != RosterRule::mix) return;
    const auto shares = market::budget_shares(roster);
    double sum = 0;
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < std::size(shares); ++i) {
      keys.push_back(fmt::format("{}{}_share", key, choice_names<Tier>[i]));
      if (shares[i] > 0) hireable(static_cast<Tier>(i), {keys.back()});
      sum += shares[i];
    }
    keys.push_back(key + "rule");
    require(std::abs(sum - 1) < 1e-6, keys,
            fmt::format("the tiers' shares of a mix add up to {:.6g}", sum), "1");
  }

  /// Somebody of this tier can exist.
  void hireable(Tier tier, const std::vector<std::string>& keys) {
    const auto& platform = scenario_.platform;
    const bool wide = platform.tiers.micro == market::MicroDefinition::wide;
    std::vector<std::string> involved = keys;
    involved.emplace_back("platform.tiers.micro");
    require(!(wide && tier == Tier::nano), involved,
            "hires nano-influencers, whom the wide definition of micro leaves none of",
            "tier micro, or platform.tiers.micro = \"narrow\"");
    if (!scenario_.graph_source.file.empty()) return;
    const double from = smallest_audience(tier);
    const graph::GraphSpec graph = graph::resolved(scenario_.graph);
    double largest = graph.largest_audience_share;
    for (const auto& celebrity : graph.celebrities)
      largest = std::max(largest, celebrity.audience_share);
    const double people = largest * static_cast<double>(graph.accounts) * graph.people_per_agent;
    involved = keys;
    involved.insert(involved.end(),
                    {"graph.accounts", "graph.people_per_agent", "graph.largest_audience_share",
                     "graph.stars", "graph.celebrity"});
    require(people >= from, involved,
            fmt::format("hires {} accounts ({:.0f} people or more), but the largest audience in "
                        "this graph is {:.0f}",
                        choice_names<Tier>[static_cast<std::size_t>(tier)], from, people),
            "a larger graph.accounts or people_per_agent, or a [[graph.celebrity]]");
  }

  double smallest_audience(Tier tier) const {
    const auto& tiers = scenario_.platform.tiers;
    switch (tier) {
      case Tier::nano:
        return tiers.nano_from;
      case Tier::micro:
        return tiers.micro == market::MicroDefinition::wide ? tiers.nano_from : tiers.micro_from;
      case Tier::mid:
        return tiers.mid_from;
      case Tier::macro:
        return tiers.macro_from;
      case Tier::mega:
        return tiers.mega_from;
      case Tier::celebrity:
        return tiers.celebrity_from;
    }
    return tiers.nano_from;
  }

  void arms() {
    for (const auto& arm : scenario_.arms) {
      const std::string key = "arm." + arm.name + ".campaigns";
      std::set<std::string> seen;
      for (const std::string& name : arm.campaigns) {
        reference(key, "campaign", campaigns_, name);
        require(seen.insert(name).second, {key}, "names campaign " + in_quotes(name) + " twice",
                "each once");
      }
    }
  }

 private:
  const Scenario& scenario_;
  const Places& places_;
  Findings& findings_;
  std::string where_;
  std::set<std::string> brands_;
  std::set<std::string> campaigns_;
};

}  // namespace

void check_scenario(const Scenario& scenario, const Places& places, Findings& findings,
                    const std::string& where) {
  Checker checker(scenario, places, findings, where);
  checker.graph_settings();
  checker.tiers();
  for (const auto& brand : scenario.brands)
    checker.niche("brand." + brand.name + ".niche", brand.niche);
  for (const auto& campaign : scenario.campaigns) checker.campaign(campaign);
  checker.arms();
}

}  // namespace clout::scenario
