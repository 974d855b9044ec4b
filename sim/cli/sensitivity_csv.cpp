// Which settings decide, for R, pandas and spreadsheets.
#include <limits>

#include <fmt/format.h>

#include "sim/cli/csv_field.hpp"
#include "sim/cli/sensitivity_output.hpp"
#include "sim/cli/swept_value.hpp"

namespace clout::cli {

namespace {

using sensitivity::Method;

class Csv {
 public:
  Csv(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found)
      : sweep_(sweep), of_(found.indices) {
    text_ = "method,rank,setting,measure,at,value,low,high,turns_sign\n";
    one_at_a_time();
    others();
  }

  std::string text() const { return text_; }

 private:
  struct Measure {
    std::string name;
    std::string at;  ///< the setting's value that it is about, as a field
    double value = 0, low = 0, high = 0;
    std::string turns;
  };

  static Measure measure(const char* name, const stats::MeanInterval& each) {
    return {name, "", each.mean, each.low, each.high, ""};
  }
  static Measure measure(const char* name, const stats::Estimate& each) {
    return {name, "", each.value, each.low, each.high, ""};
  }

  void row(Method method, const std::string& rank, const std::string& setting,
           const Measure& each) {
    text_ += fmt::format("{},{},{},{},{},{},{},{},{}\n",
                         sensitivity::method_names[static_cast<std::size_t>(method)], rank,
                         csv_field(setting), each.name, each.at, csv_field(each.value),
                         csv_field(each.low), csv_field(each.high), each.turns);
  }

  template <typename Measures>
  void by_rank(Method method, Measures measures) {
    std::size_t rank = 0;
    for (const std::size_t n : sensitivity::ranked(importance(of_, method))) {
      ++rank;
      for (const Measure& each : measures(n))
        row(method, std::to_string(rank), sweep_.settings[n].key, each);
    }
  }

  void one_at_a_time() {
    row(Method::own_settings, "", "", measure("outcome", of_.own));
    by_rank(Method::one_at_a_time, [&](std::size_t n) {
      std::vector<Measure> all;
      for (const sensitivity::Step& step : of_.one_at_a_time[n]) {
        Measure each = measure("change", step.change);
        each.at = swept_value_field(sweep_.settings[n], step.point);
        each.turns = step.turns ? "yes" : "no";
        all.push_back(std::move(each));
      }
      return all;
    });
  }

  void others() {
    by_rank(Method::morris, [&](std::size_t n) {
      const stats::ElementaryEffect& each = of_.morris[n];
      const double none = std::numeric_limits<double>::quiet_NaN();
      return std::vector<Measure>{measure("mean_absolute", each.absolute),
                                  measure("mean", each.mean),
                                  {"deviation", "", each.deviation, none, none, ""}};
    });
    by_rank(Method::sobol, [&](std::size_t n) {
      return std::vector<Measure>{measure("total", of_.sobol[n].total),
                                  measure("first", of_.sobol[n].first)};
    });
    by_rank(Method::pawn,
            [&](std::size_t n) { return std::vector<Measure>{measure("median", of_.pawn[n])}; });
    if (!of_.split) return;
    row(Method::variance_split, "", "", measure("settings", of_.split->parameters));
    row(Method::variance_split, "", "", measure("graph", of_.split->graph));
    row(Method::variance_split, "", "", measure("chance", of_.split->chance));
  }

  const store::SweepRecord& sweep_;
  const sensitivity::Indices& of_;
  std::string text_;
};

}  // namespace

std::string sensitivity_csv(const store::SweepRecord& sweep,
                            const sensitivity::Sensitivity& found) {
  return Csv(sweep, found).text();
}

}  // namespace clout::cli
