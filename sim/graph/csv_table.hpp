// Tables with a heading row: CSV as in RFC 4180, also with tabs or semicolons, plain or gzip.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/graph/text_input.hpp"

namespace clout::graph {

struct CsvRow {
  std::int64_t line = 0;  ///< where the row begins, from 1
  std::vector<std::string> fields;
};

struct CsvTable {
  std::string file;
  CsvRow heading;
  std::vector<CsvRow> rows;  ///< each with as many fields as the heading

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  /// Position of the column whose name is one of these (case, spaces, '-' and '_' do not matter),
  /// or none. Throws InputError if two columns qualify.
  std::size_t column(std::span<const std::string_view> names) const;
};

/// Blanks around fields are dropped unless quoted. The separator is the one of tab, semicolon and
/// comma that the heading has most of. Throws InputError with file and line for stray quotes, rows
/// of another length than the heading, NUL bytes, text that is not UTF-8, and a file without rows.
CsvTable read_csv(TextInput input);

/// Small letters, without spaces, '-' and '_': "Engagement Rate" and engagement_rate are the same
/// column.
std::string plain_column_name(std::string_view name);

}  // namespace clout::graph
