// A row of any parameter table, bound to the object whose member it is, without that object's type.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/findings.hpp"

namespace clout::scenario {

enum class FieldType { number, whole_number, truth, text, names, choice };

struct Field {
  ParameterInfo info;
  FieldType type;
  std::span<const std::string_view> choices;  ///< of type choice
  std::function<ParameterValue()> get;
  /// value must be of the field's type and allowed.
  std::function<void(const ParameterValue&)> set;
};

/// The fields of an object, in the order of its table. object must outlive them.
template <typename Spec>
std::vector<Field> fields_of(Spec& object, std::span<const Parameter<Spec>> table);

/// The value of a field as a file or option gives it; none, and a finding at place, if it cannot be
/// used. unit_needed: the value is text with a unit ("10 USD"), since the key names none.
std::optional<ParameterValue> value_from(const Node& node, const Field& field, bool unit_needed,
                                         const Place& place, Findings& findings);

/// "a number from 0 to 1", "hedonic or utilitarian": what a field allows.
std::string allowed_values(const Field& field);

/// The value as TOML writes it. Numbers are the shortest that read back to the same bits.
std::string toml_text(const ParameterValue& value);

/// A number as toml_text writes it.
std::string toml_text(double number);

/// A basic TOML string, quoted and escaped.
std::string toml_quoted(std::string_view text);

namespace detail {

template <typename Spec, typename Member>
struct Binding {
  Spec* object;
  Member member;

  FieldType type() const {
    if constexpr (std::is_same_v<Member, double Spec::*>) return FieldType::number;
    if constexpr (std::is_same_v<Member, std::int64_t Spec::*>) return FieldType::whole_number;
    if constexpr (std::is_same_v<Member, bool Spec::*>) return FieldType::truth;
    if constexpr (std::is_same_v<Member, std::string Spec::*>) return FieldType::text;
    return FieldType::names;
  }
  std::span<const std::string_view> choices() const { return {}; }
  ParameterValue get() const { return object->*member; }
  void set(const ParameterValue& value) const {
    object->*member = std::get<std::remove_reference_t<decltype(object->*member)>>(value);
  }
};

template <typename Spec>
struct Binding<Spec, ChoiceField<Spec>> {
  Spec* object;
  ChoiceField<Spec> member;

  FieldType type() const { return FieldType::choice; }
  std::span<const std::string_view> choices() const { return member.names; }
  ParameterValue get() const { return std::string(member.names[member.get(*object)]); }
  void set(const ParameterValue& value) const {
    const auto& name = std::get<std::string>(value);
    for (std::size_t i = 0; i < member.names.size(); ++i) {
      if (member.names[i] == name) member.set(*object, i);
    }
  }
};

}  // namespace detail

template <typename Spec>
std::vector<Field> fields_of(Spec& object, std::span<const Parameter<Spec>> table) {
  std::vector<Field> fields;
  for (const Parameter<Spec>& row : table) {
    std::visit(
        [&]<typename Member>(const Member& member) {
          const detail::Binding<Spec, Member> bound{&object, member};
          fields.push_back({row.info, bound.type(), bound.choices(),
                            [bound] { return bound.get(); },
                            [bound](const ParameterValue& value) { bound.set(value); }});
        },
        row.field);
  }
  return fields;
}

}  // namespace clout::scenario
