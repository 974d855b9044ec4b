#include "analysis/patterns/free_parameters.hpp"

#include "sim/base/contracts.hpp"
#include "sim/scenario/layout.hpp"

namespace clout::patterns {

namespace {

constexpr bool linear = false;
constexpr bool logarithmic = true;

constexpr FreeParameter table[] = {
    {"platform.reach.slope", 0.02, 0.5, linear},
    {"market.engagement.intercept", -4.5, -0.5, linear},
    {"market.engagement.sponsored_floor", 0.05, 0.4, linear},
    {"market.engagement.sponsored_scale", 1e5, 3e6, logarithmic},
    {"market.engagement.sponsored_steepness", 0.5, 3, linear},
    {"market.relatability.audience_exponent", 0, 0.6, linear},
    {"market.trust.from_relatability", 0.5, 3, linear},
    {"market.trust.from_popularity", 0, 0.1, linear},
    {"market.trust.loss_rate", 0.005, 0.2, logarithmic},
    {"market.suspicion.intercept", -4, 0, linear},
    {"market.suspicion.from_fit", 0.5, 4, linear},
    {"market.suspicion.from_relatability", 0, 4, linear},
    {"market.unfollow.from_suspicion", 0.0005, 0.2, logarithmic},
    {"market.memory.best_exposures", 3, 16, linear},
    {"market.memory.annoyance_per_exposure", 0, 0.3, linear},
    {"market.funnel.consider_trust", 1, 5, linear},
    {"market.funnel.choice_intercept", -7, -3, linear},
    {"market.funnel.awareness_half_life_days", 10, 60, linear},
    {"market.funnel.consider_half_life_days", 3, 30, linear},
    {"market.funnel.repeat_mean_days", 20, 180, logarithmic},
    {"market.word_of_mouth.innovation_per_day", 1e-5, 5e-3, logarithmic},
    {"market.word_of_mouth.imitation_per_day", 1e-3, 0.3, logarithmic},
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
