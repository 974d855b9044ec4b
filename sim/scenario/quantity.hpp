// Numbers with units: "20000 USD", "2.5k", "6 weeks", "15 %".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clout::scenario {

/// A unit that a setting accepts, and how many of the setting's own unit it is.
struct Unit {
  std::string_view name;
  double factor;
};

/// The units in which a setting of this unit may be written, its own first. Empty for plain numbers
/// of unknown unit.
const std::vector<Unit>& units_for(std::string_view unit);

/// A number as written, before its unit is looked at.
struct Quantity {
  double number;     ///< k and M (thousand, million) applied
  std::string unit;  ///< empty if none was written
};

/// Strictly: sign, digits, fraction, exponent, then k or M, then a unit; spaces only before the
/// unit. None if the text is anything else.
std::optional<Quantity> parse_quantity(std::string_view text);

/// What the name of a setting in this unit ends with: "_usd"; empty if units of this kind are not
/// part of names.
std::string_view suffix_for(std::string_view unit);

/// The name without its unit, under which a value must carry the unit itself: "price" for
/// "price_usd"; empty if none.
std::string_view stem_of(std::string_view name, std::string_view unit);

}  // namespace clout::scenario
