// What the points of a sensitivity study are for: methods one after the other, each with points of
// its own.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clout::sensitivity {

enum class Method {
  own_settings,    ///< the study as it is: one point, always the first
  one_at_a_time,   ///< each setting alone at its ends or values
  morris,          ///< trajectories of elementary effects
  sobol,           ///< rows of a Saltelli design
  pawn,            ///< a Sobol sequence over the ranges
  variance_split,  ///< points of a Sobol sequence, each on several graphs of its own
};

/// The methods' names in options and files, in the order of the enumerators.
inline constexpr std::array<std::string_view, 6> method_names{
    "own-settings", "one-at-a-time", "morris", "sobol", "pawn", "variance-split"};

/// None if there is no such method, or it is not to be chosen (own-settings).
std::optional<Method> method_named(std::string_view name);

/// Consecutive points of a file.
struct Block {
  Method method = Method::own_settings;
  std::size_t points = 0;
  std::size_t graphs =
      1;  ///< of each point of a variance split: points / graphs differ in settings

  bool operator==(const Block&) const = default;
};

/// "own-settings:1 morris:104 variance-split:48/3": what a file says of its design.
std::string blocks_text(std::span<const Block> blocks);

/// The reverse; none if the text is of another design.
std::optional<std::vector<Block>> blocks_of(std::string_view text);

/// The block of a method with the number of its first point; none if it was not run.
struct PlacedBlock {
  Block block;
  std::size_t first = 0;
};
std::optional<PlacedBlock> find_block(std::span<const Block> blocks, Method method);

}  // namespace clout::sensitivity
