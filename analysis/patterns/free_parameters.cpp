#include "analysis/patterns/free_parameters.hpp"

#include "sim/base/contracts.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::patterns {

namespace {

constexpr bool linear = false;
constexpr bool logarithmic = true;

constexpr FreeParameter table[] = {
    {"platform.reach.slope", 0.02, 0.5, linear, 0.07},
    {"market.engagement.intercept", -4.5, -0.5, linear, -2.45},
    {"market.engagement.sponsored_floor", 0.05, 0.4, linear, 0.11},
    {"market.engagement.sponsored_scale", 1e5, 3e6, logarithmic, 185000},
    {"market.engagement.sponsored_steepness", 0.5, 4, linear, 2.2},
    {"market.relatability.audience_exponent", 0, 0.6, linear, 0.3},
    {"market.relatability.audience_scale", 3e3, 2e5, logarithmic, 8000},
    {"market.trust.from_relatability", 0.5, 3, linear, 2},
    {"market.trust.from_popularity", 0, 0.1, linear, 0.004},
    {"market.trust.loss_rate", 0.005, 0.2, logarithmic, 0.04},
    {"market.suspicion.intercept", -4, 1, linear, -1.4},
    {"market.suspicion.from_fit", 0.5, 4, linear, 1.8},
    {"market.suspicion.from_relatability", 0, 6, linear, 3},
    {"market.unfollow.from_suspicion", 0.0005, 0.2, logarithmic, 0.08},
    {"market.memory.best_exposures", 3, 16, linear, 7},
    {"market.memory.annoyance_per_exposure", 0, 0.3, linear, 0.05},
    {"market.funnel.consider_trust", 1, 5, linear, 3.5},
    {"market.funnel.choice_intercept", -7, -3, linear, -5.6},
    {"market.funnel.awareness_half_life_days", 10, 60, linear, 28},
    {"market.funnel.consider_half_life_days", 3, 30, linear, 7},
    {"market.funnel.repeat_mean_days", 20, 180, logarithmic, 180},
    {"market.word_of_mouth.innovation_per_day", 1e-5, 1e-3, logarithmic, 0.0005},
    {"market.word_of_mouth.imitation_per_day", 1e-3, 0.3, logarithmic, 0.12},
};

constexpr GivenSetting given[] = {
    {"platform.reach.seen_at_5k", 0.2, "close to 16% at 30,000 followers with a slope near 0.1"},
    {"market.engagement.from_suspicion", 1,
     "suspicion takes from liking what it takes from persuasion"},
    {"market.funnel.consider_fit", 2.2,
     "one exposure's effect runs from d = .9 at full fit to well below 0 (Knoll & Matthes 2017)"},
};

/// The field of a key of the table, which is always one of the scenario's.
scenario::Field field_of(const scenario::Layout& layout, std::string_view key) {
  scenario::Findings findings;
  const auto located = scenario::locate(layout, std::string(key), {}, findings);
  CLOUT_EXPECT(located && located->field.type == scenario::FieldType::number);
  return located->field;
}

}  // namespace

std::span<const FreeParameter> free_parameters() { return table; }

std::span<const GivenSetting> given_settings() { return given; }

scenario::Scenario with_given(const scenario::Scenario& study) {
  scenario::Scenario changed = study;
  const scenario::Layout layout = scenario::layout_of(changed);
  for (const GivenSetting& each : given) field_of(layout, each.key).set(each.value);
  return changed;
}

std::vector<double> values_of(const scenario::Scenario& study,
                              std::span<const FreeParameter> parameters) {
  scenario::Scenario copy = study;
  const scenario::Layout layout = scenario::layout_of(copy);
  std::vector<double> values;
  for (const FreeParameter& each : parameters)
    values.push_back(std::get<double>(field_of(layout, each.key).get()));
  return values;
}

scenario::Scenario with_values(const scenario::Scenario& study,
                               std::span<const FreeParameter> parameters,
                               std::span<const double> values) {
  CLOUT_EXPECT(values.size() == parameters.size());
  scenario::Scenario changed = study;
  const scenario::Layout layout = scenario::layout_of(changed);
  for (std::size_t i = 0; i < values.size(); ++i)
    field_of(layout, parameters[i].key).set(values[i]);
  return changed;
}

}  // namespace clout::patterns
