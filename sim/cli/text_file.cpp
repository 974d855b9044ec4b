#include "sim/cli/text_file.hpp"

#include <fstream>

#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"

namespace clout::cli {

void write_text_file(const std::string& path, std::string_view text) {
  NewFile file(path);
  std::ofstream out(file.temporary(), std::ios::binary);
  out << text;
  out.close();
  if (!out) {
    Diagnostic problem;
    problem.place.file = path;
    problem.problem = "cannot be written to the disk";
    problem.expected = "a disk with room for it";
    throw InputError(problem);
  }
  file.commit();
}

}  // namespace clout::cli
