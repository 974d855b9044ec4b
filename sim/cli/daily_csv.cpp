#include "sim/cli/daily_csv.hpp"

#include <fstream>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/csv_field.hpp"

namespace clout::cli {

namespace {

using engine::BrandTally;
using engine::TierTally;

constexpr std::pair<const char*, std::int64_t TierTally::*> tier_counts[] = {
    {"posts", &TierTally::posts},
    {"sponsored_posts", &TierTally::sponsored_posts},
    {"deliveries", &TierTally::deliveries},
    {"impressions", &TierTally::impressions},
    {"sponsored_impressions", &TierTally::sponsored_impressions},
    {"engagements", &TierTally::engagements},
    {"sponsored_engagements", &TierTally::sponsored_engagements},
    {"comments", &TierTally::comments},
    {"replies", &TierTally::replies},
    {"unfollows", &TierTally::unfollows},
    {"new_follows", &TierTally::new_follows},
};

constexpr std::pair<const char*, std::int64_t BrandTally::*> brand_counts[] = {
    {"impressions", &BrandTally::impressions},
    {"reached", &BrandTally::reached},
    {"engagements", &BrandTally::engagements},
    {"clicks", &BrandTally::clicks},
    {"talks", &BrandTally::talks},
    {"heard", &BrandTally::heard},
    {"heard_negative", &BrandTally::heard_negative},
    {"first_purchases", &BrandTally::first_purchases},
    {"repeat_purchases", &BrandTally::repeat_purchases},
};

constexpr const char* stage_names[] = {"unaware", "aware", "considering", "tried", "repeat"};

class Writer {
 public:
  Writer(std::ostream& out, const store::StudyRecord& study, const engine::Outcome& outcome)
      : out_(out), study_(study), outcome_(outcome), levels_(outcome.start) {}

  void write() {
    for (std::size_t day = 0; day < outcome_.days.size(); ++day) {
      prefix_ = fmt::format("{},{},{}", csv_field(study_.arms[outcome_.arm].name),
                            static_cast<std::uint32_t>(outcome_.replicate), day);
      tiers(outcome_.days[day]);
      brands(outcome_.days[day]);
    }
  }

 private:
  void row(const char* of, const std::string& name, const char* measure, const std::string& value) {
    out_ << prefix_ << ',' << of << ',' << name << ',' << measure << ',' << value << '\n';
  }

  void tiers(const engine::DayTally& day) {
    for (std::size_t tier = 0; tier < market::tiers; ++tier) {
      const TierTally& tally = day.tier[tier];
      levels_.living[tier] += tally.living_change;
      levels_.trust[tier] += tally.trust_change;
      if (levels_.living[tier] == 0) continue;
      const std::string name(choice_names<market::Tier>[tier]);
      for (const auto& [measure, count] : tier_counts)
        row("tier", name, measure, std::to_string(tally.*count));
      row("tier", name, "follows", std::to_string(levels_.living[tier]));
      row("tier", name, "mean_trust",
          fmt::format("{:.6f}", static_cast<double>(levels_.trust[tier]) / 65535.0 /
                                    static_cast<double>(levels_.living[tier])));
    }
  }

  void brands(const engine::DayTally& day) {
    for (std::size_t b = 0; b < day.brand.size(); ++b) {
      const std::string name = csv_field(study_.brands[b]);
      for (const auto& [measure, count] : brand_counts)
        row("brand", name, measure, std::to_string(day.brand[b].*count));
      for (std::size_t stage = 0; stage < levels_.stage[b].size(); ++stage) {
        levels_.stage[b][stage] += day.brand[b].stage_change[stage];
        row("brand", name, stage_names[stage], std::to_string(levels_.stage[b][stage]));
      }
    }
  }

  std::ostream& out_;
  const store::StudyRecord& study_;
  const engine::Outcome& outcome_;
  engine::Levels levels_;
  std::string prefix_;
};

}  // namespace

void write_daily_csv(const std::string& path, const store::OutcomeReader& outcomes) {
  NewFile file(path);
  {
    std::ofstream out(file.temporary());
    out << "arm,replicate,day,of,name,measure,value\n";
    for (std::size_t position = 0; position < outcomes.replicates().size(); ++position) {
      for (const engine::Outcome& outcome : outcomes.replicate(position))
        Writer(out, outcomes.study(), outcome).write();
    }
    out.flush();
    if (!out) {
      Diagnostic problem;
      problem.place.file = path;
      problem.problem = "the file cannot be written in full";
      problem.expected = "a disk with room for it";
      throw InputError(problem);
    }
  }
  file.commit();
}

}  // namespace clout::cli
