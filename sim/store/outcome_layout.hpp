// What an outcome file holds: the one place that names its variables, for writing, reading and
// docs/reference/outcome.md. Only sources of sim/store include this.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "sim/engine/tally.hpp"
#include "sim/store/hdf5.hpp"
#include "sim/store/outcome_file.hpp"
#include "sim/store/sealed_file.hpp"

namespace clout::store::outcome_layout {

using hdf5::Element;

inline constexpr Schema schema{"clout-outcome", 1, "an outcome file written by clout run"};

/// An axis, in the order of the rows of axes().
enum class Axis : std::uint8_t { arm, replicate, day, tier, brand, stage, niche, campaign, event };

/// Every axis but event has a variable of its own name with its labels, in each group that uses it.
struct AxisRow {
  const char* name;
  Element labels;
  const char* long_name;
};

std::span<const AxisRow> axes();

/// The axes whose labels are the study's own names; the config group has them all.
inline constexpr Axis named_axes[] = {Axis::arm, Axis::brand, Axis::niche, Axis::campaign};

/// What a variable holds that no member of a tally holds as it is.
enum class Special : std::uint8_t {
  // daily
  suspicion,
  follows,
  mean_trust,
  consumers,
  reached_in_niche,
  // outcome, as the engine reported it
  start_follows,
  start_mean_trust,
  start_consumers,
  hired,
  posts,
  spent,
  left_over,
  fingerprint,
  events,
  // outcome, added up for the reader
  total_impressions,
  total_reached,
  total_engagements,
  total_clicks,
  total_first_purchases,
  total_repeat_purchases,
  revenue,
  contribution,
  // events
  event_arm,
  event_replicate,
  event_campaign,
  event_day,
  event_account,
  event_tier,
  event_followers,
  event_price,
  // config
  note,
  price,
  margin,
  campaign_brand,
  objective,
  runs,
  idle,
  scenario,
  resolved,
};

/// Where the values of a variable come from.
using Source = std::variant<Special, std::int64_t engine::TierTally::*,
                            std::int64_t engine::BrandTally::*, std::int64_t engine::DayTally::*>;

struct Variable {
  const char* group;
  const char* name;
  std::vector<Axis> along;  ///< none: one value
  Element element;          ///< in the file; int8 are categories
  const char* units;
  const char* long_name;
  Source source;
  std::vector<const char*> categories;  ///< names of 0, 1, 2, ...
};

/// Names of the groups, in the order of the file.
inline constexpr const char* daily_group = "daily";
inline constexpr const char* outcome_group = "outcome";
inline constexpr const char* events_group = "events";
inline constexpr const char* config_group = "config";
inline constexpr const char* graph_group = "graph";

struct GroupRow {
  const char* name;
  const char* meaning;
};

std::span<const GroupRow> groups();

/// Of daily, outcome and events: each replicate has its part of them.
std::span<const Variable> replicate_variables();
/// Of config: one for the study.
std::span<const Variable> study_variables();

/// A root attribute that is a field of the study; the file's version, random numbers and state are
/// written beside them.
struct Attribute {
  const char* name;
  const char* meaning;
  std::variant<std::string StudyRecord::*, std::int64_t StudyRecord::*, double StudyRecord::*>
      field;
};

std::span<const Attribute> attributes();

inline constexpr const char* stage_names[] = {"unaware", "aware", "considering", "tried", "repeat"};
inline constexpr const char* objective_names[] = {"awareness", "engagement", "sales"};

}  // namespace clout::store::outcome_layout
