// The config group as arrays.
#include <algorithm>

#include "sim/base/contracts.hpp"
#include "sim/store/outcome_slabs.hpp"

namespace clout::store {

namespace {

using outcome_layout::Special;

template <typename Item, typename Field>
auto each(const std::vector<Item>& items, Field Item::*field) {
  std::vector<Field> values;
  for (const Item& item : items) values.push_back(item.*field);
  return values;
}

std::vector<double> by_brand(const std::vector<ArmRecord>& arms,
                             std::vector<double> ArmRecord::*field) {
  std::vector<double> values;
  for (const ArmRecord& arm : arms)
    values.insert(values.end(), (arm.*field).begin(), (arm.*field).end());
  return values;
}

std::vector<std::int32_t> objectives(const StudyRecord& study) {
  std::vector<std::int32_t> numbers;
  for (const CampaignRecord& campaign : study.campaigns) {
    const auto* const at = std::find(std::begin(outcome_layout::objective_names),
                                     std::end(outcome_layout::objective_names), campaign.objective);
    CLOUT_EXPECT(at != std::end(outcome_layout::objective_names));
    numbers.push_back(static_cast<std::int32_t>(at - outcome_layout::objective_names));
  }
  return numbers;
}

std::vector<std::int32_t> runs(const StudyRecord& study) {
  std::vector<std::int32_t> flags;
  for (const ArmRecord& arm : study.arms) {
    CLOUT_EXPECT(std::is_sorted(arm.campaigns.begin(), arm.campaigns.end()));
    for (std::size_t campaign = 0; campaign < study.campaigns.size(); ++campaign)
      flags.push_back(std::binary_search(arm.campaigns.begin(), arm.campaigns.end(), campaign));
  }
  return flags;
}

std::vector<std::int32_t> idle_arms(const StudyRecord& study) {
  std::vector<std::int32_t> positions;
  for (const ArmRecord& arm : study.arms) positions.push_back(static_cast<std::int32_t>(arm.idle));
  return positions;
}

Slab slab_of(const StudyRecord& study, Special special) {
  switch (special) {
    case Special::note:
      return each(study.arms, &ArmRecord::note);
    case Special::price:
      return by_brand(study.arms, &ArmRecord::price_usd);
    case Special::margin:
      return by_brand(study.arms, &ArmRecord::margin);
    case Special::campaign_brand:
      return each(study.campaigns, &CampaignRecord::brand);
    case Special::objective:
      return objectives(study);
    case Special::runs:
      return runs(study);
    case Special::idle:
      return idle_arms(study);
    case Special::scenario:
      return std::vector{study.scenario};
    case Special::resolved:
      return std::vector{study.resolved};
    default:
      CLOUT_EXPECT(false);
      return {};
  }
}

void set_by_brand(const Slab& slab, std::size_t brands, std::vector<double> ArmRecord::*field,
                  std::vector<ArmRecord>& arms) {
  const auto& values = std::get<std::vector<double>>(slab);
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(arm * brands);
    (arms[arm].*field).assign(begin, begin + static_cast<std::ptrdiff_t>(brands));
  }
}

void set_objectives(const Slab& slab, StudyRecord& study) {
  const auto& numbers = std::get<std::vector<std::int32_t>>(slab);
  for (std::size_t n = 0; n < study.campaigns.size(); ++n) {
    const auto number = static_cast<std::size_t>(numbers[n]);
    if (number >= std::size(outcome_layout::objective_names))
      throw hdf5::Failure("config/objective: a value that has no meaning");
    study.campaigns[n].objective = outcome_layout::objective_names[number];
  }
}

void set_runs(const Slab& slab, StudyRecord& study) {
  const auto& flags = std::get<std::vector<std::int32_t>>(slab);
  for (std::size_t n = 0; n < flags.size(); ++n) {
    const std::size_t campaigns = study.campaigns.size();
    if (flags[n] != 0) study.arms[n / campaigns].campaigns.push_back(n % campaigns);
  }
}

void set_idle_arms(const Slab& slab, StudyRecord& study) {
  const auto& positions = std::get<std::vector<std::int32_t>>(slab);
  for (std::size_t n = 0; n < study.arms.size(); ++n) {
    if (positions[n] < -1 || positions[n] >= static_cast<std::int32_t>(study.arms.size()))
      throw hdf5::Failure("config/idle_arm: no such arm");
    study.arms[n].idle = positions[n];
  }
}

void set(const Slab& slab, Special special, StudyRecord& study) {
  const auto text = [&](std::size_t n) { return std::get<std::vector<std::string>>(slab)[n]; };
  switch (special) {
    case Special::note:
      for (std::size_t n = 0; n < study.arms.size(); ++n) study.arms[n].note = text(n);
      return;
    case Special::price:
      return set_by_brand(slab, study.brands.size(), &ArmRecord::price_usd, study.arms);
    case Special::margin:
      return set_by_brand(slab, study.brands.size(), &ArmRecord::margin, study.arms);
    case Special::campaign_brand:
      for (std::size_t n = 0; n < study.campaigns.size(); ++n) study.campaigns[n].brand = text(n);
      return;
    case Special::objective:
      return set_objectives(slab, study);
    case Special::runs:
      return set_runs(slab, study);
    case Special::idle:
      return set_idle_arms(slab, study);
    case Special::scenario:
      study.scenario = text(0);
      return;
    case Special::resolved:
      study.resolved = text(0);
      return;
    default:
      CLOUT_EXPECT(false);
  }
}

}  // namespace

Slabs encode_study(const StudyRecord& study) {
  Slabs slabs;
  for (const auto& variable : outcome_layout::study_variables())
    slabs.push_back(slab_of(study, std::get<Special>(variable.source)));
  return slabs;
}

void decode_study(const Slabs& slabs, StudyRecord& study) {
  const auto variables = outcome_layout::study_variables();
  for (std::size_t n = 0; n < variables.size(); ++n)
    set(slabs[n], std::get<Special>(variables[n].source), study);
}

}  // namespace clout::store
