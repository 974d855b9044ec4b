// A study, resolved: every setting with its value, every reference checked. What a scenario file
// means.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/run_spec.hpp"
#include "sim/graph/graph_spec.hpp"
#include "sim/market/brand_spec.hpp"
#include "sim/market/campaign_spec.hpp"
#include "sim/market/market_spec.hpp"
#include "sim/market/platform_spec.hpp"
#include "sim/scenario/graph_source.hpp"
#include "sim/scenario/sweep_spec.hpp"

namespace clout::scenario {

/// What the study is called and asks.
struct Headline {
  std::string title;
  std::string question;

  bool operator==(const Headline&) const = default;
};

struct Scenario {
  Headline headline;
  engine::RunSpec run;
  GraphSource graph_source;
  graph::GraphSpec graph;
  market::PlatformSpec platform;
  market::MarketSpec market;
  std::vector<market::BrandSpec> brands;
  std::vector<market::CampaignSpec> campaigns;
  std::vector<engine::ArmSpec>
      arms;  ///< at least one; a file without arms has one, "all", in which all campaigns run
  SweepSpec sweep;

  bool operator==(const Scenario&) const = default;
};

/// What one arm simulates: the scenario with the arm's settings, and only the campaigns that run in
/// it.
struct ResolvedArm {
  std::string name;
  market::PlatformSpec platform;
  market::MarketSpec market;
  std::vector<market::BrandSpec> brands;
  std::vector<market::CampaignSpec> campaigns;
};

/// A setting given on the command line.
struct Override {
  std::string key;    ///< dotted path
  std::string value;  ///< as in a file; quotes around text may be left out
};

/// Splits "key=value". Throws InputError that names the option --set.
Override parse_override(const std::string& text);

/// How the text of a file is found; throws InputError if it cannot be read.
using ReadFile = std::function<std::string(const std::string& path)>;

/// Reads a scenario file and the files it extends, applies overrides, and checks everything.
/// Throws one InputError with all that is wrong, in the order of files (this one first, then its
/// bases) and lines.
Scenario read_scenario(const std::string& path, std::span<const Override> overrides = {});

/// The same for a text that stands for the file path; bases are read by read_file. Does not touch
/// the disk itself.
Scenario read_scenario_text(const std::string& text, const std::string& path,
                            const ReadFile& read_file, std::span<const Override> overrides = {});

/// Every file that the scenario comes from: the one at path, those it extends, and those that its
/// settings name. None may be replaced by what is made of it. Throws InputError if one of the
/// first two kinds cannot be read any more.
std::vector<std::string> files_of(const std::string& path, const Scenario& scenario);

/// The arm at a position of scenario.arms, of a scenario that read_scenario returned.
ResolvedArm resolve_arm(const Scenario& scenario, std::size_t arm);

/// The scenario with other values of some settings, located by their keys, and without its sweep.
/// An arm's own settings still win. Throws InputError if the values contradict other settings;
/// where is added to each problem: " at point 3".
Scenario with_values(const Scenario& scenario, std::span<const engine::Setting> settings,
                     const std::string& where);

/// The scenario that the template writes: the default of every setting, and one example of each
/// thing that is listed.
Scenario example_scenario();

}  // namespace clout::scenario
