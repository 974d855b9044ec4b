#include "sim/graph/csv_table.hpp"

#include <algorithm>
#include <cctype>
#include <new>
#include <utility>

#include <boost/locale/utf.hpp>
#include <csv.h>

#include "sim/graph/line_reader.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

char separator_of(std::string_view heading) {
  char best = ',';
  for (const char candidate : {';', '\t'}) {
    if (std::count(heading.begin(), heading.end(), candidate) >
        std::count(heading.begin(), heading.end(), best)) {
      best = candidate;
    }
  }
  return best;
}

bool is_utf8(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const auto letter = boost::locale::utf::utf_traits<char>::decode(at, end);
    if (letter == boost::locale::utf::illegal || letter == boost::locale::utf::incomplete)
      return false;
  }
  return true;
}

/// libcsv with its memory owned. It is fed line by line, so that rows know their line.
class CsvParser {
 public:
  explicit CsvParser(LineReader reader) : reader_(std::move(reader)), problems_(reader_.name()) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  }
  ~CsvParser() { csv_free(&parser_); }
  CsvParser(const CsvParser&) = delete;
  CsvParser& operator=(const CsvParser&) = delete;

  CsvTable result();

 private:
  static void take_field(void* text, std::size_t size, void* self);
  static void take_row(int end, void* self);
  void feed(std::string_view line);
  void check_line(std::string_view line) const;
  [[noreturn]] void refuse_quotes();
  void keep_row();

  LineReader reader_;
  ProblemList problems_;
  csv_parser parser_{};
  CsvTable table_;
  CsvRow row_;
};

void CsvParser::take_field(void* text, std::size_t size, void* self) {
  static_cast<CsvParser*>(self)->row_.fields.emplace_back(static_cast<const char*>(text), size);
}

void CsvParser::take_row(int /*end*/, void* self) { static_cast<CsvParser*>(self)->keep_row(); }

void CsvParser::keep_row() {
  CsvRow row = std::exchange(row_, CsvRow{});
  if (table_.heading.line == 0) {
    table_.heading = std::move(row);
    return;
  }
  if (row.fields.size() != table_.heading.fields.size()) {
    problems_.add(row.line,
                  std::to_string(row.fields.size()) + " columns where the heading has " +
                      std::to_string(table_.heading.fields.size()),
                  "as many fields as the heading names");
    return;
  }
  table_.rows.push_back(std::move(row));
}

void CsvParser::check_line(std::string_view line) const {
  if (line.find('\0') != std::string_view::npos) {
    throw input_error(reader_.name(), reader_.line_number(), "a NUL byte", "text",
                      "if it is UTF-16, save it as UTF-8");
  }
  if (!is_utf8(line))
    throw input_error(reader_.name(), reader_.line_number(), "the line is not UTF-8",
                      "text in UTF-8");
}

void CsvParser::refuse_quotes() {
  if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
  throw input_error(reader_.name(), row_.line, "quotes that do not enclose a whole field",
                    "\"...\" around the field, quotes inside it doubled");
}

void CsvParser::feed(std::string_view line) {
  check_line(line);
  if (row_.line == 0) {
    // Blank lines between rows are none of them.
    if (line.find_first_not_of(' ') == std::string_view::npos) return;
    row_.line = reader_.line_number();
  }
  for (const std::string_view part : {line, std::string_view("\n")}) {
    if (csv_parse(&parser_, part.data(), part.size(), take_field, take_row, this) != part.size())
      refuse_quotes();
  }
}

CsvTable CsvParser::result() {
  bool first = true;
  for (std::string_view line; reader_.next(line);) {
    if (first && line.empty()) continue;
    if (std::exchange(first, false))
      csv_set_delim(&parser_, static_cast<unsigned char>(separator_of(line)));
    feed(line);
  }
  if (csv_fini(&parser_, take_field, take_row, this) != 0) refuse_quotes();
  if (problems_.empty() && table_.rows.empty()) {
    problems_.add(
        0,
        table_.heading.line == 0 ? "the file is empty" : "the table has no rows below its heading",
        "a heading row and one row for each account");
  }
  problems_.throw_if_any();
  table_.file = reader_.name();
  return std::move(table_);
}

}  // namespace

std::string plain_column_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == ' ' || c == '_' || c == '-') continue;
    plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return plain;
}

std::size_t CsvTable::column(std::span<const std::string_view> names) const {
  std::size_t found = none;
  for (std::size_t i = 0; i < heading.fields.size(); ++i) {
    const std::string own = plain_column_name(heading.fields[i]);
    if (std::none_of(names.begin(), names.end(),
                     [&](auto name) { return plain_column_name(name) == own; }))
      continue;
    if (found != none) {
      throw input_error(file, heading.line,
                        "the columns " + in_quotes(heading.fields[found]) + " and " +
                            in_quotes(heading.fields[i]) + " say the same",
                        "one of them");
    }
    found = i;
  }
  return found;
}

CsvTable read_csv(TextInput input) { return CsvParser(LineReader(std::move(input))).result(); }

}  // namespace clout::graph
