// A sweep as a table for R, pandas and spreadsheets.
#include <fstream>

#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/cli/csv_field.hpp"
#include "sim/cli/sweep_output.hpp"
#include "sim/cli/swept_value.hpp"

namespace clout::cli {

namespace {

/// What all rows of a point begin with.
std::string point_fields(const store::SweepRecord& sweep, std::size_t point) {
  std::string fields = std::to_string(point);
  for (const store::SweptSetting& setting : sweep.settings)
    fields += "," + swept_value_field(setting, point);
  return fields;
}

}  // namespace

void write_sweep_rows(const store::SweepRecord& sweep, std::ostream& out) {
  out << "point";
  for (const store::SweptSetting& setting : sweep.settings) out << ',' << csv_field(setting.key);
  out << ",arm,replicate,figure,value\n";
  for (std::size_t point = 0; point < sweep.points(); ++point) {
    const std::string begin = point_fields(sweep, point);
    for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm) {
      const std::string with_arm = begin + "," + csv_field(sweep.study.arms[arm].name) + ",";
      for (std::size_t n = 0; n < sweep.replicates.size(); ++n) {
        const std::string row =
            with_arm + std::to_string(static_cast<std::uint32_t>(sweep.replicates[n])) + ",";
        for (const store::SweepFigure& figure : sweep.figures) {
          out << row << csv_field(figure.name) << ','
              << csv_field(figure.values[sweep.index(point, arm, n)]) << '\n';
        }
      }
    }
  }
}

void write_sweep_csv(const std::string& path, const store::SweepRecord& sweep) {
  NewFile file(path);
  std::ofstream out(file.temporary(), std::ios::binary);
  write_sweep_rows(sweep, out);
  out.close();
  if (!out) {
    Diagnostic problem;
    problem.place.file = path;
    problem.problem = "cannot be written in full";
    throw InputError(problem);
  }
  file.commit();
}

}  // namespace clout::cli
