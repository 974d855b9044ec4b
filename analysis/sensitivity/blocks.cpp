#include "analysis/sensitivity/blocks.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace clout::sensitivity {

namespace {

std::optional<std::size_t> count_of(std::string_view text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count == 0) return std::nullopt;
  return count;
}

std::optional<Block> block_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto* const name =
      std::find(method_names.begin(), method_names.end(), text.substr(0, colon));
  if (name == method_names.end()) return std::nullopt;
  std::string_view numbers = text.substr(colon + 1);
  const std::size_t slash = numbers.find('/');
  const auto graphs = slash == std::string_view::npos ? 1 : count_of(numbers.substr(slash + 1));
  const auto points = count_of(numbers.substr(0, slash));
  if (!points || !graphs) return std::nullopt;
  return Block{static_cast<Method>(name - method_names.begin()), *points, *graphs};
}

}  // namespace

std::optional<Method> method_named(std::string_view name) {
  const auto* const at = std::find(method_names.begin() + 1, method_names.end(), name);
  if (at == method_names.end()) return std::nullopt;
  return static_cast<Method>(at - method_names.begin());
}

std::string blocks_text(std::span<const Block> blocks) {
  std::string text;
  for (const Block& each : blocks) {
    text += fmt::format("{}{}:{}", text.empty() ? "" : " ",
                        method_names[static_cast<std::size_t>(each.method)], each.points);
    if (each.graphs > 1) text += fmt::format("/{}", each.graphs);
  }
  return text;
}

std::optional<std::vector<Block>> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const auto block = block_of(text.substr(0, blank));
    if (!block) return std::nullopt;
    blocks.push_back(*block);
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  if (blocks.empty() || blocks.front() != Block{Method::own_settings, 1, 1}) return std::nullopt;
  return blocks;
}

std::optional<PlacedBlock> find_block(std::span<const Block> blocks, Method method) {
  std::size_t first = 0;
  for (const Block& each : blocks) {
    if (each.method == method) return PlacedBlock{each, first};
    first += each.points;
  }
  return std::nullopt;
}

}  // namespace clout::sensitivity
