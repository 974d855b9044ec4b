// A table of parameters: one row per setting, from which parser, help, schema, reference pages and sweep ranges are made.
// The default is the member's own initialiser in the spec struct, so that it stands in one place.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

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
    case Provenance::found: return "found";
    case Provenance::recalled: return "recalled";
    case Provenance::assumed: return "assumed";
    case Provenance::calibrated: return "calibrated";
  }
  return "assumed";
}

/// Everything but the value: what a row of the reference page says.
struct ParameterInfo {
  std::string_view name;  ///< key in a scenario file, with the unit in the name if it has one
  std::string_view unit;  ///< "USD", "days", "1" for pure numbers and shares
  double low;             ///< smallest allowed value
  double high;            ///< largest allowed value
  double sweep_low;       ///< plausible range, for sweeps and sensitivity; within low..high
  double sweep_high;
  Provenance provenance;
  std::string_view source;  ///< paper, page or reason
  std::string_view doc;     ///< one sentence for the user
};

/// A row bound to the member of Spec that holds the value.
template <typename Spec>
struct Parameter {
  ParameterInfo info;
  std::variant<double Spec::*, std::int64_t Spec::*, bool Spec::*> field;
};

}  // namespace clout
