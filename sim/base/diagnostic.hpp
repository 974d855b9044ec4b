// What is wrong with something the user gave us: a file, a key, a flag. Problem, place, what would
// be right.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace clout {

/// Where the trouble lies. Empty or zero fields are unknown and are not printed.
struct Place {
  std::string file;
  int line = 0;     ///< 1-based
  int column = 0;   ///< 1-based
  std::string key;  ///< dotted path of a setting, name of a column or of a command-line option

  bool operator==(const Place&) const = default;
};

/// One thing wrong with the input. All parts are phrases without a closing full stop.
struct Diagnostic {
  Place place;
  std::string problem;     ///< what is wrong: "unknown key 'buget'"
  std::string expected;    ///< what is allowed: "a number from 0 to 1" (may be empty)
  std::string suggestion;  ///< what to do: "did you mean 'budget'?" (may be empty)

  bool operator==(const Diagnostic&) const = default;
};

/// "file:line:column: key: problem (expected ...); suggestion", unknown parts left out.
std::string to_string(const Diagnostic& diagnostic);

/// Input that cannot be used, with everything that was found wrong with it. The command line turns
/// it into one message per diagnostic and exit code 2.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Diagnostic diagnostic);
  /// diagnostics must not be empty.
  explicit InputError(std::vector<Diagnostic> diagnostics);

  const std::vector<Diagnostic>& diagnostics() const noexcept { return diagnostics_; }

  /// The same, with what to do in place of the first one's suggestion: who catches it may know.
  InputError with_suggestion(std::string suggestion) const;

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace clout
