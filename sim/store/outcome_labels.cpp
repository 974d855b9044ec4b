#include "sim/store/outcome_labels.hpp"

#include <numeric>

namespace clout::store {

namespace {

template <typename Record>
std::vector<std::string> names_of(const std::vector<Record>& records) {
  std::vector<std::string> names;
  for (const Record& record : records) names.push_back(record.name);
  return names;
}

std::vector<std::int32_t> numbers_of(std::span<const random::Replicate> replicates) {
  std::vector<std::int32_t> numbers;
  for (const random::Replicate each : replicates)
    numbers.push_back(static_cast<std::int32_t>(each));
  return numbers;
}

}  // namespace

Slab labels_of(outcome_layout::Axis axis, const StudyRecord& study,
               std::span<const random::Replicate> replicates) {
  using outcome_layout::Axis;
  switch (axis) {
    case Axis::arm:
      return names_of(study.arms);
    case Axis::replicate:
      return numbers_of(replicates);
    case Axis::day: {
      std::vector<std::int32_t> days(static_cast<std::size_t>(study.days));
      std::iota(days.begin(), days.end(), 0);
      return days;
    }
    case Axis::tier: {
      const auto& names = choice_names<market::Tier>;
      return std::vector<std::string>(names.begin(), names.end());
    }
    case Axis::brand:
      return study.brands;
    case Axis::stage:
      return std::vector<std::string>(std::begin(outcome_layout::stage_names),
                                      std::end(outcome_layout::stage_names));
    case Axis::niche:
      return study.niches;
    case Axis::campaign:
      return names_of(study.campaigns);
    case Axis::event:
      break;
  }
  return {};
}

}  // namespace clout::store
