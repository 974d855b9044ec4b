// In which units HugeArray takes its memory.
#pragma once

#include <cstddef>

namespace clout {

/// Arrays from twice this many bytes on are whole huge pages.
inline constexpr std::size_t huge_page_bytes = std::size_t{2} << 20U;

/// What an array of so many bytes occupies once all of it is written.
constexpr std::size_t huge_array_bytes(std::size_t bytes) noexcept {
  const std::size_t unit = bytes >= 2 * huge_page_bytes ? huge_page_bytes : 64;
  return (bytes + unit - 1) / unit * unit;
}

}  // namespace clout
