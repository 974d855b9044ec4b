#include "sim/cli/refuse_option.hpp"

#include "sim/base/diagnostic.hpp"

namespace clout::cli {

void refuse_option(const std::string& option, const std::string& problem,
                   const std::string& expected) {
  Diagnostic diagnostic;
  diagnostic.place.key = option;
  diagnostic.problem = problem;
  diagnostic.expected = expected;
  throw InputError(diagnostic);
}

}  // namespace clout::cli
