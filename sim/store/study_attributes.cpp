#include "sim/store/study_attributes.hpp"

#include <type_traits>

namespace clout::store {

void write_attributes(hid_t file, const Schema& schema, const std::string& state,
                      std::span<const outcome_layout::Attribute> attributes,
                      const StudyRecord& study) {
  const auto write = [&](const char* name, const auto& value) {
    hdf5::write_attribute(file, name, value);
  };
  write("Conventions", std::string("CF-1.11"));
  write("schema_name", std::string(schema.name));
  write("schema_version", schema.version);
  write("rng", std::string("Philox4x32-10"));
  write("state", state);
  for (const outcome_layout::Attribute& attribute : attributes)
    std::visit([&](auto field) { write(attribute.name, study.*field); }, attribute.field);
}

void read_attributes(hid_t file, const std::string& path, const Schema& schema,
                     std::span<const outcome_layout::Attribute> attributes, StudyRecord& study) {
  const auto read = [&](const char* name, auto field) {
    using Value = std::decay_t<decltype(study.*field)>;
    if constexpr (std::is_same_v<Value, std::string>)
      study.*field = hdf5::read_text_attribute(file, name);
    else if constexpr (std::is_same_v<Value, double>)
      study.*field = hdf5::read_real_attribute(file, name);
    else
      study.*field = hdf5::read_integer_attribute(file, name);
  };
  for (const outcome_layout::Attribute& attribute : attributes) {
    try {
      std::visit([&](auto field) { read(attribute.name, field); }, attribute.field);
    } catch (const hdf5::Failure& failure) {
      refuse_file(path, schema, attribute.name, failure.what());
    }
  }
}

}  // namespace clout::store
