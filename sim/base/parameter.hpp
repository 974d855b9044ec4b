// A table of parameters: one row per setting, from which parser, help, schema, reference pages and
// sweep ranges are made. The default is the member's own initialiser in the spec struct, so that it
// stands in one place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace clout {

/// Where a default comes from.
enum class Provenance {
  found,       ///< read in the named source
  recalled,    ///< known from the named source, not read again
  assumed,     ///< our choice, with the reason as source
  calibrated,  ///< fitted to published patterns
};

/// "found", "recalled", "assumed", "calibrated".
constexpr std::string_view name_of(Provenance provenance) noexcept {
  switch (provenance) {
    case Provenance::found:
      return "found";
    case Provenance::recalled:
      return "recalled";
    case Provenance::assumed:
      return "assumed";
    case Provenance::calibrated:
      return "calibrated";
  }
  return "assumed";
}

/// Everything but the value: what a row of the reference page says. The ranges mean nothing for
/// switches, choices, text and lists; they are 0 there.
struct ParameterInfo {
  std::string_view name;  ///< key in a scenario file, with the unit in the name if it has one
  std::string_view unit;  ///< "USD", "days", "1" for pure numbers and shares
  double low;             ///< smallest allowed value
  double high;            ///< largest allowed value
  double sweep_low;       ///< plausible range, for sweeps and sensitivity; 0 and 0: never swept
  double sweep_high;
  Provenance provenance;
  std::string_view source;  ///< paper, page or reason
  std::string_view doc;     ///< one sentence for the user
};

/// The words a scenario file uses for the enumerators of Enum, in their order. Specialised beside
/// each enum.
template <typename Enum>
inline constexpr std::span<const std::string_view> choice_names{};

/// A member of Spec that is one of a few named alternatives.
template <typename Spec>
struct ChoiceField {
  std::span<const std::string_view> names;
  std::size_t (*get)(const Spec&);
  void (*set)(Spec&, std::size_t);
};

/// The choice field of an enum member: choice<&BrandSpec::product>.
template <auto Member>
inline constexpr auto choice = []<typename Spec, typename Enum>(Enum Spec::*) {
  return ChoiceField<Spec>{
      choice_names<Enum>, [](const Spec& spec) { return static_cast<std::size_t>(spec.*Member); },
      [](Spec& spec, std::size_t position) { spec.*Member = static_cast<Enum>(position); }};
}(Member);

/// A row bound to the member of Spec that holds the value.
template <typename Spec>
struct Parameter {
  ParameterInfo info;
  std::variant<double Spec::*, std::int64_t Spec::*, bool Spec::*, std::string Spec::*,
               std::vector<std::string> Spec::*, ChoiceField<Spec>>
      field;
};

/// Any parameter's value apart from its Spec; a choice is its name.
using ParameterValue =
    std::variant<double, std::int64_t, bool, std::string, std::vector<std::string>>;

}  // namespace clout
