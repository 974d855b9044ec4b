// Response curves as one long table, for marketing-mix models in R, pandas and spreadsheets.
#include <limits>

#include "sim/cli/csv_field.hpp"
#include "sim/cli/response_output.hpp"

namespace clout::cli {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// What a row is about; NaN: not of one budget, number of posts or week.
struct About {
  std::string kind;
  std::string roster;
  double budget_usd = none;
  double posts = none;
  double week = none;
};

class Rows {
 public:
  explicit Rows(const TitledResponse& titled) : all_(titled.response) {
    replicates_ = std::to_string(all_.replicates);
    outcome_ = "incremental_" +
               std::string(choice_names<response::Measure>[static_cast<std::size_t>(all_.measure)]);
  }

  std::string text() {
    text_ =
        "kind,roster,budget_usd,posts_per_influencer,week,quantity,unit,value,low,high,"
        "standard_error,replicates\n";
    for (std::size_t n = 0; n < all_.curves.size(); ++n) {
      curve(all_.curves[n]);
      carry_over(all_.curves[n], all_.carry_over[n]);
    }
    posts("posts_same_budget", all_.same_budget);
    posts("posts_same_roster", all_.same_roster);
    return text_;
  }

 private:
  void add(const About& about, const char* quantity, const std::string& unit,
           const stats::Estimate& value, double error = none) {
    text_ += about.kind + "," + csv_field(about.roster) + "," + csv_field(about.budget_usd) + "," +
             csv_field(about.posts) + "," + csv_field(about.week) + "," + quantity + "," + unit +
             "," + csv_field(value.value) + "," + csv_field(value.low) + "," +
             csv_field(value.high) + "," + csv_field(error) + "," + replicates_ + "\n";
  }

  void add(const About& about, const char* quantity, const std::string& unit,
           const stats::MeanInterval& value) {
    add(about, quantity, unit, stats::Estimate{value.mean, value.low, value.high});
  }

  void curve(const response::Curve& curve) {
    for (const response::CurvePoint& point : curve.points) {
      const About about{"curve", curve.name, point.budget_usd};
      add(about, "spent", "USD", point.spent);
      add(about, outcome_.c_str(), all_.unit, point.outcome);
      add(about, "profit", "USD", point.profit);
    }
    const About now{"money", curve.name, curve.points[curve.present].budget_usd};
    add(now, "marginal_roi", "share", curve.money.marginal_roi);
    add(now, "next_step_roi", "share", curve.money.next_step_roi);
    add(now, "saturation", "USD", curve.money.saturation_usd);
    if (!curve.fitted) return;
    const About hill{"hill", curve.name};
    add(hill, "level", all_.unit, curve.fitted->gain, curve.fitted->fit.gain.error);
    add(hill, "half", "USD", curve.fitted->half, curve.fitted->fit.half.error);
    add(hill, "exponent", "1", curve.fitted->exponent, curve.fitted->fit.exponent.error);
  }

  void carry_over(const response::Curve& curve, const response::CarryOver& carry) {
    for (std::size_t week = 0; week < carry.customers.size(); ++week) {
      const About about{"week", curve.name, curve.points[curve.present].budget_usd, none,
                        static_cast<double>(week)};
      add(about, "spent", "USD", carry.spent[week]);
      add(about, "incremental_customers", "people", carry.customers[week]);
    }
    if (!carry.fit) return;
    const About about{"adstock", curve.name, curve.points[curve.present].budget_usd};
    add(about, "carry", "share", carry.carry, carry.fit->carry.error);
    add(about, "half_life", "weeks", stats::Estimate{carry.fit->half_life, none, none});
    add(about, "gain", "people per USD", stats::Estimate{carry.fit->gain.value, none, none},
        carry.fit->gain.error);
    add(about, "base", "people a week", stats::Estimate{carry.fit->base.value, none, none},
        carry.fit->base.error);
  }

  void posts(const char* kind, const response::PostsSweep& sweep) {
    for (const response::PostsPoint& point : sweep.points) {
      const About about{kind, "own roster", none, static_cast<double>(point.posts)};
      add(about, "spent", "USD", point.spent);
      add(about, outcome_.c_str(), all_.unit, point.outcome);
      add(about, "profit", "USD", point.profit);
      add(about, "chance_best", "share", stats::Estimate{point.chance_best, none, none});
    }
  }

  const response::Response& all_;
  std::string replicates_;
  std::string outcome_;
  std::string text_;
};

}  // namespace

std::string response_csv(const TitledResponse& titled) { return Rows(titled).text(); }

}  // namespace clout::cli
