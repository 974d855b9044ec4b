// Any bytes are a scenario that reads back from its resolved form, or an InputError. The bytes are
// up to three files that may extend each other, separated by a line "#---"; a first line "#set
// key=value" is an override.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/diagnostic.hpp"
#include "sim/scenario/describe.hpp"
#include "sim/scenario/json.hpp"

namespace {

using clout::Diagnostic;
using clout::InputError;
using clout::scenario::Override;
using clout::scenario::Scenario;

std::vector<std::string> split(std::string_view bytes) {
  constexpr std::string_view mark = "\n#---\n";
  std::vector<std::string> files;
  while (files.size() < 2) {
    const std::size_t at = bytes.find(mark);
    if (at == std::string_view::npos) break;
    files.emplace_back(bytes.substr(0, at));
    bytes.remove_prefix(at + mark.size());
  }
  files.emplace_back(bytes);
  return files;
}

std::vector<Override> overrides_in(const std::string& text) {
  constexpr std::string_view mark = "#set ";
  if (!text.starts_with(mark)) return {};
  return {clout::scenario::parse_override(text.substr(mark.size(), text.find('\n') - mark.size()))};
}

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void must_read_back(const Scenario& scenario) {
  try {
    const auto nothing = [](const std::string&) -> std::string {
      fail("a resolved file extends nothing");
    };
    const std::string resolved = clout::scenario::resolved_toml(scenario);
    if (clout::scenario::read_scenario_text(resolved, "resolved.toml", nothing) != scenario)
      fail("reads back differently");
  } catch (const InputError& error) {
    fail(error.what());
  }
  clout::scenario::summary(scenario);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> files = split({reinterpret_cast<const char*>(data), size});
  const auto read_file = [&](const std::string& path) {
    if (path == "0.toml") return files[0];
    if (path == "1.toml" && files.size() > 1) return files[1];
    if (path == "2.toml" && files.size() > 2) return files[2];
    Diagnostic missing;
    missing.place.file = path;
    missing.problem = "is not there";
    throw InputError(missing);
  };
  try {
    must_read_back(
        clout::scenario::read_scenario_text(files[0], "0.toml", read_file, overrides_in(files[0])));
  } catch (const InputError& error) {
    if (error.diagnostics().empty()) fail("an error without a diagnostic");
  }
  return 0;
}
