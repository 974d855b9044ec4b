#include <functional>
#include <numeric>

#include "sim/store/outcome_slabs.hpp"

namespace clout::store {

using outcome_layout::Axis;

std::size_t Shape::length(Axis axis) const noexcept {
  switch (axis) {
    case Axis::arm:
      return arms;
    case Axis::replicate:
      return replicates;
    case Axis::day:
      return days;
    case Axis::tier:
      return market::tiers;
    case Axis::brand:
      return brands;
    case Axis::stage:
      return std::size(outcome_layout::stage_names);
    case Axis::niche:
      return niches;
    case Axis::campaign:
      return campaigns;
    case Axis::event:
      return events;
  }
  return 0;
}

std::vector<std::size_t> Shape::lengths(const outcome_layout::Variable& variable) const {
  std::vector<std::size_t> lengths;
  for (const Axis axis : variable.along) lengths.push_back(length(axis));
  return lengths;
}

std::size_t Shape::elements(const outcome_layout::Variable& variable) const {
  const auto all = lengths(variable);
  return std::accumulate(all.begin(), all.end(), std::size_t{1}, std::multiplies<>());
}

Shape shape_of(const StudyRecord& study, std::size_t replicates, std::size_t events) {
  return {.replicates = replicates,
          .events = events,
          .arms = study.arms.size(),
          .days = static_cast<std::size_t>(study.days),
          .brands = study.brands.size(),
          .niches = study.niches.size(),
          .campaigns = study.campaigns.size()};
}

std::size_t events_in(std::span<const engine::Outcome> outcomes) {
  std::size_t events = 0;
  for (const engine::Outcome& outcome : outcomes) {
    for (const auto& campaign : outcome.campaigns) events += campaign.calendar.size();
  }
  return events;
}

}  // namespace clout::store
