#include "analysis/design/crossover.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/contracts.hpp"

namespace clout::design {

Crossover::Crossover(const scenario::Scenario& study) : settings_(varied_settings(study)) {
  const scenario::SweepSpec& sweep = study.sweep;
  CLOUT_EXPECT(!settings_.empty() && settings_.size() <= 2);
  const std::int64_t size = std::int64_t{1} << sweep.refine;
  for (std::size_t d = 0; d < dimensions(); ++d) {
    // Steps of whole numbers are those of real ones, rounded, as in a grid.
    if (settings_[d].dimension.scale == Scale::whole) settings_[d].dimension.scale = Scale::linear;
    last_[d] = (sweep.parameters[d].steps - 1) * size;
  }
  std::vector<Node> nodes;
  for (std::int64_t x = 0; x <= last_[0]; x += size) {
    for (std::int64_t y = 0; y <= last_[1]; y += size) {
      nodes.push_back({x, y});
      if (x < last_[0] && (dimensions() == 1 || y < last_[1])) cells_.push_back({{x, y}, size});
    }
  }
  add(std::move(nodes));
}

/// Corner 0 is the lowest; bit d of the number says whether it lies at the upper end of dimension
/// d.
Crossover::Node Crossover::corner(const Cell& cell, std::size_t number) const {
  Node node = cell.low;
  for (std::size_t d = 0; d < dimensions(); ++d) {
    if ((number >> d & 1U) != 0) node[d] += cell.size;
  }
  return node;
}

/// Points that lie on the cell's border: its corners, and those that smaller neighbours brought.
std::vector<std::size_t> Crossover::border(const Cell& cell) const {
  std::vector<std::size_t> points;
  const Node high = corner(cell, (std::size_t{1} << dimensions()) - 1);
  for (auto at = point_at_.lower_bound(cell.low); at != point_at_.end() && at->first <= high;) {
    const auto [x, y] = at->first;
    if (y < cell.low[1]) {
      at = point_at_.lower_bound({x, cell.low[1]});
    } else if (y > high[1]) {
      at = point_at_.lower_bound({x + 1, cell.low[1]});
    } else {
      points.push_back(at->second);
      ++at;
    }
  }
  return points;
}

std::vector<Crossover::Cell> Crossover::halves(const Cell& cell) const {
  const Cell half{cell.low, cell.size / 2};
  std::vector<Cell> made;
  for (std::size_t n = 0; n < std::size_t{1} << dimensions(); ++n)
    made.push_back({corner(half, n), half.size});
  return made;
}

bool Crossover::refine(std::span<const std::optional<std::size_t>> winners) {
  CLOUT_EXPECT(winners.size() == points_.size());
  std::vector<Cell> cells;
  std::vector<Node> nodes;
  for (const Cell& cell : cells_) {
    const std::vector<std::size_t> around = border(cell);
    const auto winner = winners[around.front()];
    const auto agrees = [&](std::size_t point) { return winner && winners[point] == winner; };
    if (cell.size == 1 || std::all_of(around.begin(), around.end(), agrees)) {
      cells.push_back(cell);
      continue;
    }
    for (const Cell& half : halves(cell)) {
      cells.push_back(half);
      for (std::size_t n = 0; n < std::size_t{1} << dimensions(); ++n) {
        const Node node = corner(half, n);
        if (!point_at_.contains(node)) nodes.push_back(node);
      }
    }
  }
  const bool halved = cells.size() > cells_.size();
  cells_ = std::move(cells);
  const std::size_t before = points_.size();
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  add(std::move(nodes));
  // Nodes that rounding to whole numbers made the same bring nothing, but smaller cells may.
  if (halved && points_.size() == before) return refine(winners);
  return points_.size() > before;
}

void Crossover::add(std::vector<Node> nodes) {
  Points coordinates;
  for (const Node& node : nodes) {
    coordinates.emplace_back();
    for (std::size_t d = 0; d < dimensions(); ++d)
      coordinates.back().push_back(static_cast<double>(node[d]) / static_cast<double>(last_[d]));
  }
  Points ordered;
  if (!coordinates.empty()) append_spread(ordered, std::move(coordinates));
  for (const Point& point : ordered) {
    Node node{};
    std::vector<ParameterValue> values;
    SweepPoint settings;
    for (std::size_t d = 0; d < dimensions(); ++d) {
      node[d] = std::llround(point[d] * static_cast<double>(last_[d]));
      values.push_back(setting_value(settings_[d], point[d]));
      settings.push_back({settings_[d].dimension.name, values.back()});
    }
    const auto [at, fresh] = same_.emplace(std::move(values), points_.size());
    point_at_.emplace(node, at->second);
    if (fresh) points_.push_back(std::move(settings));
  }
}

}  // namespace clout::design
