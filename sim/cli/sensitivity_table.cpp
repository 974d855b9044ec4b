// Which settings decide, on a terminal.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "analysis/report/setting_words.hpp"
#include "sim/cli/sensitivity_output.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

using sensitivity::Method;
using stats::MeanInterval;

constexpr std::size_t line_width = 100;
constexpr std::size_t most_rows = 40;

/// Cells of a row; the first two columns are rank and setting.
using Row = std::vector<std::string>;

/// All columns but the setting's to the right.
std::string aligned(const std::vector<Row>& rows) {
  std::vector<std::size_t> width(rows.front().size());
  for (const Row& row : rows) {
    for (std::size_t n = 0; n < row.size(); ++n) width[n] = std::max(width[n], row[n].size());
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t n = 0; n < row.size(); ++n)
      line += n == 1 ? fmt::format("  {:<{}}", row[n], width[n])
                     : fmt::format("  {:>{}}", row[n], width[n]);
    text += line.erase(line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string share_text(const stats::Estimate& each) {
  return report::interval_text({each.value, each.low, each.high, 0}, "1");
}

class Table {
 public:
  Table(const store::SweepRecord& sweep, const sensitivity::Sensitivity& found)
      : sweep_(sweep), found_(found), unit_(found.outcome.figure.unit) {}

  std::string text() {
    heading();
    one_at_a_time();
    morris();
    sobol();
    pawn();
    split();
    return text_;
  }

 private:
  void heading() {
    const store::StudyRecord& study = sweep_.study;
    const std::size_t replicates = sweep_.replicates.size();
    text_ += wrapped(study.title, line_width) + wrapped(study.question, line_width);
    text_ += wrapped(fmt::format("{} settings, {} points ({}), {} replicate{} of {} days each, "
                                 "seed {}",
                                 found_.settings(), sweep_.points(), sweep_.design, replicates,
                                 replicates == 1 ? "" : "s", study.days, study.seed),
                     line_width);
    text_ += "\n" + wrapped(verdict_text(sweep_, found_), line_width);
    text_ += "\n" + wrapped(summary_text(sweep_, found_), line_width);
  }

  std::string number(const MeanInterval& value) const {
    return report::interval_text(value, unit_);
  }

  /// A row for each setting, most important first, of cells that a function adds.
  template <typename Cells>
  void table(Method method, const std::string& about, Row header, Cells cells) {
    const auto values = importance(found_.indices, method);
    if (values.empty()) return;
    text_ += "\n" + wrapped(about, line_width);
    std::vector<Row> rows{std::move(header)};
    const auto order = sensitivity::ranked(values);
    for (std::size_t rank = 0; rank < std::min(order.size(), most_rows); ++rank)
      cells(Row{std::to_string(rank + 1), sweep_.settings[order[rank]].key}, order[rank], rows);
    text_ += aligned(rows);
    if (order.size() > most_rows)
      text_ += fmt::format("and {} more settings: --csv and --json have all\n",
                           order.size() - most_rows);
  }

  void one_at_a_time() {
    table(Method::one_at_a_time,
          "One at a time: change of the outcome with the setting alone at that value (95% interval "
          "over replicates)",
          {"rank", "setting", "at", "changes it by", ""},
          [&](Row row, std::size_t n, std::vector<Row>& rows) {
            for (const sensitivity::Step& step : found_.indices.one_at_a_time[n]) {
              row.resize(2);
              row.push_back(report::value_text(sweep_.settings[n], step.point));
              row.push_back(number(step.change));
              row.emplace_back(step.turns ? "the mean turns its sign" : "");
              rows.push_back(row);
              row = {"", ""};
            }
          });
  }

  void morris() {
    table(Method::morris,
          "Morris: effects per whole range, anywhere in the ranges (95% interval over "
          "trajectories); deviation tells of bends and interactions",
          {"rank", "setting", "mean absolute effect", "mean effect", "deviation"},
          [&](Row row, std::size_t n, std::vector<Row>& rows) {
            const stats::ElementaryEffect& each = found_.indices.morris[n];
            row.push_back(number(each.absolute));
            row.push_back(number(each.mean));
            row.push_back(report::number_text(each.deviation, unit_));
            rows.push_back(std::move(row));
          });
  }

  void sobol() {
    table(Method::sobol,
          "Sobol: shares of the variance over the ranges (95% bootstrap interval over rows)",
          {"rank", "setting", "with interactions", "alone"},
          [&](Row row, std::size_t n, std::vector<Row>& rows) {
            row.push_back(share_text(found_.indices.sobol[n].total));
            row.push_back(share_text(found_.indices.sobol[n].first));
            rows.push_back(std::move(row));
          });
  }

  void pawn() {
    table(Method::pawn,
          fmt::format("PAWN: median distance of distributions, 0 to 1 (95% interval over "
                      "replicates); 95% of settings without effect stay below {:.2f}",
                      found_.indices.pawn_threshold),
          {"rank", "setting", "distance", ""}, [&](Row row, std::size_t n, std::vector<Row>& rows) {
            const MeanInterval& each = found_.indices.pawn[n];
            row.push_back(report::interval_text(each, "1"));
            row.emplace_back(each.mean > found_.indices.pawn_threshold ? "above" : "");
            rows.push_back(std::move(row));
          });
  }

  void split() {
    if (!found_.indices.split) return;
    const stats::VarianceSplit& split = *found_.indices.split;
    text_ += "\n" + wrapped("Variance of one run over ranges, graphs and chance (95% intervals)",
                            line_width);
    text_ += aligned({{"", "settings", share_text(split.parameters)},
                      {"", "graph", share_text(split.graph)},
                      {"", "chance", share_text(split.chance)}});
  }

  const store::SweepRecord& sweep_;
  const sensitivity::Sensitivity& found_;
  std::string unit_;
  std::string text_;
};

}  // namespace

std::string sensitivity_table(const store::SweepRecord& sweep,
                              const sensitivity::Sensitivity& found) {
  return Table(sweep, found).text();
}

}  // namespace clout::cli
