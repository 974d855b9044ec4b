#include "sim/graph/edge_list.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "sim/graph/line_reader.hpp"
#include "sim/graph/name_table.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_mark(char c) { return c == ',' || c == ';'; }

/// What one line says.
struct Row {
  std::string_view first;
  std::string_view second;
  std::size_t columns = 0;
};

/// Takes the next field off the line: up to blanks, or to one comma or semicolon with blanks around
/// it.
std::string_view take_field(std::string_view& rest) {
  std::size_t end = 0;
  while (end < rest.size() && !is_blank(rest[end]) && !is_mark(rest[end])) ++end;
  const std::string_view field = rest.substr(0, end);
  while (end < rest.size() && is_blank(rest[end])) ++end;
  if (end < rest.size() && is_mark(rest[end])) ++end;
  while (end < rest.size() && is_blank(rest[end])) ++end;
  rest.remove_prefix(end);
  return field;
}

/// A line without its leading blanks, cut at its separators. Empty fields at the end do not count
/// as columns.
Row row_of(std::string_view rest) {
  Row row;
  for (std::size_t column = 1; !rest.empty(); ++column) {
    const std::string_view field = take_field(rest);
    if (column == 1) row.first = field;
    if (column == 2) row.second = field;
    if (!field.empty() || column <= 2) row.columns = column;
  }
  return row;
}

/// The account numbers of one column; neighbouring lines often name the same account.
class Column {
 public:
  std::uint32_t number_of(std::string_view name, NameTable& table) {
    if (last_ != NameTable::unknown && table.name(last_) == name) return last_;
    last_ = table.number_of(name);
    return last_;
  }

 private:
  std::uint32_t last_ = NameTable::unknown;
};

class EdgeListParser {
 public:
  EdgeListParser(TextInput input, const EdgeOptions& options)
      : reader_(std::move(input)), options_(options), problems_(reader_.name()) {}

  Import result();

 private:
  void read_line(std::string_view line);
  void read_row(std::string_view line);
  bool is_heading(const Row& row) const;
  /// A comment named the columns, so no row needs to.
  bool columns_are_named() const { return stated_ && stated_->sure; }
  bool has_fault(const Row& row);
  void check_columns(std::size_t columns);
  void check_first_row();
  std::vector<std::string> rank_accounts();

  LineReader reader_;
  const EdgeOptions& options_;
  ProblemList problems_;
  NameTable table_;
  Column first_;
  Column second_;
  std::vector<Follow> edges_;
  std::optional<DirectionChoice> stated_;
  std::vector<std::string> notes_;
  std::size_t columns_ = 0;  // of the first row; 0 before it
  bool any_row_ = false;
  std::int64_t first_words_line_ = 0;  // line of the first row if both its names are words
  bool extra_ = false;                 // some row has more than two columns
};

bool EdgeListParser::is_heading(const Row& row) const {
  if (any_row_ || columns_are_named() || is_plain_number(row.first) || is_plain_number(row.second))
    return false;
  return stated_direction(std::string(row.first) + " " + std::string(row.second)).has_value();
}

bool EdgeListParser::has_fault(const Row& row) {
  const std::int64_t line = reader_.line_number();
  if (row.columns < 2) {
    problems_.add(line, "only one column: " + in_quotes(row.first),
                  "two account names a line, separated by a tab, spaces or a comma");
    return true;
  }
  for (const std::string_view name : {row.first, row.second}) {
    if (is_plain_number(name) && name.size() < 20) continue;
    std::string fault = fault_of_name(name);
    if (fault.empty() && name.front() == '"')
      fault = "names in quotes are not understood in edge lists";
    if (fault.empty()) continue;
    problems_.add(line, fault + (name.empty() ? "" : ": " + in_quotes(name)),
                  "an account's number or name in UTF-8");
    return true;
  }
  return false;
}

void EdgeListParser::check_columns(std::size_t columns) {
  extra_ = extra_ || columns > 2;
  if (columns_ == 0) columns_ = columns;
  if (columns == columns_ || options_.ignore_extra_columns) return;
  problems_.add(
      reader_.line_number(),
      std::to_string(columns) + " columns where the first row has " + std::to_string(columns_),
      "the same number of columns in every row",
      "--ignore-extra-columns reads the first two of each");
}

void EdgeListParser::read_row(std::string_view line) {
  const Row row = row_of(line);
  if (has_fault(row)) return;
  if (is_heading(row)) {
    any_row_ = true;
    stated_ = stated_direction(std::string(row.first) + " " + std::string(row.second));
    notes_.push_back("The first row was taken as column names: " + in_quotes(row.first) + ", " +
                     in_quotes(row.second));
    return;
  }
  if (!any_row_ && !is_plain_number(row.first) && !is_plain_number(row.second)) {
    first_words_line_ = reader_.line_number();
  }
  any_row_ = true;
  check_columns(row.columns);
  const std::uint32_t a = first_.number_of(row.first, table_);
  const std::uint32_t b = second_.number_of(row.second, table_);
  if (table_.size() > options_.most_accounts) {
    throw input_error(reader_.name(), reader_.line_number(),
                      "more than " + std::to_string(options_.most_accounts) + " accounts",
                      "a graph whose accounts can be told apart by 32-bit numbers");
  }
  edges_.push_back({AccountId{a}, AccountId{b}});
}

void EdgeListParser::read_line(std::string_view line) {
  if (line.find('\0') != std::string_view::npos) {
    problems_.add(reader_.line_number(), "a NUL byte", "text", "if it is UTF-16, save it as UTF-8");
    return;
  }
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  if (line.empty()) return;
  if (line.front() != '#' && line.front() != '%') return read_row(line);
  // A sure statement further down outweighs a reading of an earlier one.
  if (stated_ && stated_->sure) return;
  auto stated = stated_direction(line);
  if (stated && (!stated_ || stated->sure)) stated_ = std::move(stated);
}

/// Renumbers the accounts of the edges by the order of their names, which are returned in this
/// order.
std::vector<std::string> EdgeListParser::rank_accounts() {
  const std::vector<std::uint32_t> ranks = ranks_of(table_);
  for (Follow& edge : edges_)
    edge = {AccountId{ranks[index(edge.follower)]}, AccountId{ranks[index(edge.followee)]}};
  std::vector<std::string> names(ranks.size());
  for (std::uint32_t i = 0; i < ranks.size(); ++i) names[ranks[i]] = table_.name(i);
  if (are_positions(names)) names.clear();
  return names;
}

/// Two words above nothing but numbers are a heading that was not recognised, not two accounts.
void EdgeListParser::check_first_row() {
  if (first_words_line_ == 0 || columns_are_named() || table_.size() <= 2) return;
  for (std::uint32_t i = 2; i < table_.size(); ++i) {
    if (!is_plain_number(table_.name(i))) return;
  }
  problems_.add(first_words_line_,
                "column names that are not known: " + in_quotes(table_.name(0)) + ", " +
                    in_quotes(table_.name(1)),
                "follower and followee, source and target, or from and to",
                "put # before the line and say --direction");
}

Import EdgeListParser::result() {
  for (std::string_view line; reader_.next(line);) read_line(line);
  if (edges_.empty() && problems_.empty()) {
    problems_.add(0, reader_.line_number() == 0 ? "the file is empty" : "the file has no edges",
                  "two account names a line");
  }
  check_first_row();
  problems_.throw_if_any();
  Import import;
  import.report.format = "edge list";
  import.report.notes = std::move(notes_);
  if (extra_) import.report.notes.emplace_back("Columns beyond the second were ignored");
  const std::size_t accounts = table_.size();
  import.network.names = rank_accounts();
  table_ = NameTable();
  import.network.graph =
      settled_graph(accounts, std::move(edges_), options_.direction, stated_, import.report);
  import.network.niches = one_niche(accounts);
  import.network.origin = "imported from the edge list " + file_name(reader_.name()) +
                          ", read as " + std::string(name_of(import.report.direction->direction));
  return import;
}

}  // namespace

Import read_edge_list(TextInput input, const EdgeOptions& options) {
  return EdgeListParser(std::move(input), options).result();
}

}  // namespace clout::graph
