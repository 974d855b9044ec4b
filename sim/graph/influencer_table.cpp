#include "sim/graph/influencer_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <span>
#include <utility>

#include "sim/base/nearest_name.hpp"
#include "sim/graph/csv_table.hpp"
#include "sim/graph/import.hpp"
#include "sim/graph/name_table.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

constexpr double most_followers = 1e11;
constexpr double most_price = 1e9;
/// Real tables list accounts with hundreds of engagements per follower; beyond this lies a slip of
/// columns or units.
constexpr double most_rate = 1000;

constexpr std::array<std::string_view, 4> followers_names{"followers", "follower_count",
                                                          "subscribers", "audience"};
constexpr std::array<std::string_view, 1> rate_names{"engagement_rate"};
constexpr std::array<std::string_view, 1> percent_names{"engagement_rate_percent"};
constexpr std::array<std::string_view, 2> engagements_names{"engagements_per_post", "engagements"};
constexpr std::array<std::string_view, 4> price_names{"price_per_post_usd", "price_per_post",
                                                      "price_usd", "price"};
constexpr std::array<std::string_view, 3> category_names{"category", "niche", "topic"};
constexpr std::array<std::string_view, 7> name_names{"name",   "account", "username", "user",
                                                     "handle", "channel", "id"};
constexpr std::array<std::string_view, 1> platform_names{"platform"};

struct Columns {
  explicit Columns(const CsvTable& table)
      : followers(table.column(followers_names)),
        rate(table.column(rate_names)),
        percent(table.column(percent_names)),
        engagements(table.column(engagements_names)),
        price(table.column(price_names)),
        category(table.column(category_names)),
        name(table.column(name_names)),
        platform(table.column(platform_names)) {}

  std::size_t followers, rate, percent, engagements, price, category, name, platform;

  std::array<std::size_t, 8> all() const {
    return {followers, rate, percent, engagements, price, category, name, platform};
  }
};

void check_columns(const CsvTable& table, const Columns& columns, const std::string& platform) {
  if (columns.followers == CsvTable::none) {
    const std::vector<std::string> known(followers_names.begin(), followers_names.end());
    std::string suggestion;
    for (const std::string& field : table.heading.fields) {
      if (nearest_name(field, known)) suggestion = "is " + in_quotes(field) + " meant?";
    }
    throw input_error(table.file, table.heading.line, "no column 'followers'",
                      "a heading with followers, follower_count, subscribers or audience",
                      std::move(suggestion));
  }
  const int ways = (columns.rate != CsvTable::none ? 1 : 0) +
                   (columns.percent != CsvTable::none ? 1 : 0) +
                   (columns.engagements != CsvTable::none ? 1 : 0);
  if (ways > 1) {
    throw input_error(table.file, table.heading.line, "engagement in more than one column",
                      "one of engagement_rate, engagement_rate_percent, engagements_per_post");
  }
  if (!platform.empty() && columns.platform == CsvTable::none) {
    throw input_error(table.file, table.heading.line,
                      "no column 'platform' to choose " + in_quotes(platform) + " by", {},
                      "leave out --platform");
  }
}

class RowReader {
 public:
  RowReader(const CsvTable& table, const Columns& columns)
      : table_(table), columns_(columns), problems_(table.file) {}

  InfluencerRow read(const CsvRow& row) {
    InfluencerRow out;
    out.line = row.line;
    out.name = text(row, columns_.name);
    out.category = text(row, columns_.category);
    out.followers = number(row, columns_.followers, most_followers, 1);
    if (out.followers < 0)
      problems_.add(row.line, column_name(columns_.followers) + ": empty",
                    "the number of followers");
    out.price_per_post_usd = number(row, columns_.price, most_price, 1);
    out.engagement_rate = rate(row, out.followers);
    for (const std::string* word : {&out.name, &out.category}) {
      if (const std::string fault = fault_of_name(*word); !word->empty() && !fault.empty())
        problems_.add(row.line, fault + ": " + in_quotes(*word));
    }
    return out;
  }

  ProblemList& problems() { return problems_; }

 private:
  std::string column_name(std::size_t column) const { return table_.heading.fields[column]; }

  static std::string text(const CsvRow& row, std::size_t column) {
    return column == CsvTable::none ? std::string() : row.fields[column];
  }

  /// The field times unit, -1 if it is empty or wrong (which is noted).
  double number(const CsvRow& row, std::size_t column, double most, double unit) {
    if (column == CsvTable::none || row.fields[column].empty()) return -1;
    const std::string& field = row.fields[column];
    double value = -1;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    const bool whole = error == std::errc{} && end == field.data() + field.size();
    if (whole && value >= 0 && value * unit <= most) return value * unit;
    problems_.add(
        row.line, column_name(column) + ": " + in_quotes(field),
        "a number from 0 to " + std::to_string(static_cast<std::int64_t>(most / unit)) +
            ", without separators and signs",
        field.find_first_of(",$%") == std::string::npos ? "" : "write 1234.5, not $1,234.50");
    return std::isnan(value) ? 0 : std::max(value, 0.0);
  }

  double rate(const CsvRow& row, double followers) {
    if (columns_.rate != CsvTable::none) return number(row, columns_.rate, most_rate, 1);
    if (columns_.percent != CsvTable::none) return number(row, columns_.percent, most_rate, 0.01);
    const double engagements = number(row, columns_.engagements, most_followers, 1);
    return engagements < 0 || followers <= 0 ? -1 : engagements / followers;
  }

  const CsvTable& table_;
  const Columns& columns_;
  ProblemList problems_;
};

std::vector<std::string> ignored_columns(const CsvTable& table, const Columns& columns) {
  std::string ignored;
  const auto used = columns.all();
  for (std::size_t i = 0; i < table.heading.fields.size(); ++i) {
    if (std::find(used.begin(), used.end(), i) != used.end()) continue;
    ignored += (ignored.empty() ? "" : ", ") + in_quotes(table.heading.fields[i]);
  }
  if (ignored.empty()) return {};
  return {"Columns of " + file_name(table.file) + " that were not read: " + ignored};
}

}  // namespace

InfluencerTable read_influencer_table(TextInput input, const std::string& platform) {
  const CsvTable csv = read_csv(std::move(input));
  const Columns columns(csv);
  check_columns(csv, columns, platform);
  InfluencerTable table{
      csv.file, columns.name != CsvTable::none, {}, ignored_columns(csv, columns)};
  RowReader reader(csv, columns);
  NameTable names;
  for (const CsvRow& row : csv.rows) {
    if (!platform.empty() &&
        plain_column_name(row.fields[columns.platform]) != plain_column_name(platform))
      continue;
    table.rows.push_back(reader.read(row));
    const std::string& name = table.rows.back().name;
    if (name.empty()) {
      if (table.has_names)
        reader.problems().add(row.line, "a row without a name", "a name, or no column of names");
    } else if (const std::size_t known = names.size(); names.number_of(name) < known) {
      reader.problems().add(row.line, "the account " + in_quotes(name) + " is listed twice",
                            "one row for each account");
    }
  }
  if (table.rows.empty()) {
    reader.problems().add(0, "no row has the platform " + in_quotes(platform),
                          "a platform that the table lists");
  }
  reader.problems().throw_if_any();
  const auto beyond =
      std::count_if(table.rows.begin(), table.rows.end(),
                    [](const InfluencerRow& row) { return row.engagement_rate > 1; });
  if (beyond > 0) {
    table.notes.push_back(std::to_string(beyond) + " rows of " + file_name(table.file) +
                          " state more engagements per post than followers");
  }
  return table;
}

}  // namespace clout::graph
