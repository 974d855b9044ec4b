#include "tests/scenario/scenario_files.hpp"

namespace clout::test {

scenario::Scenario read(const Files& files, const std::string& name,
                        const std::vector<scenario::Override>& overrides) {
  const auto read_file = [&](const std::string& path) {
    if (const auto file = files.find(path); file != files.end()) return file->second;
    throw InputError(Diagnostic{{path}, "cannot be opened: No such file or directory", "", ""});
  };
  return scenario::read_scenario_text(read_file(name), name, read_file, overrides);
}

scenario::Scenario read(const std::string& text, const std::vector<scenario::Override>& overrides) {
  return read({{"s.toml", text}}, "s.toml", overrides);
}

std::string errors(const Files& files, const std::string& name,
                   const std::vector<scenario::Override>& overrides) {
  try {
    read(files, name, overrides);
    return "";
  } catch (const InputError& error) {
    return error.what();
  }
}

std::string errors(const std::string& text, const std::vector<scenario::Override>& overrides) {
  return errors({{"s.toml", text}}, "s.toml", overrides);
}

}  // namespace clout::test
