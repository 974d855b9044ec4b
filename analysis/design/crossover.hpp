// Where the winner flips over one or two settings, found by refining a grid there and only there.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "analysis/design/sweep_points.hpp"
#include "analysis/design/varied_setting.hpp"

namespace clout::design {

/// A coarse grid whose cells are halved in each dimension where points on their border do not agree
/// on who wins. Winners alone decide, never the order in which they became known: a map that may be
/// refined further has all points of one that may not.
class Crossover {
 public:
  /// study.sweep has one or two parameters, both with ranges.
  explicit Crossover(const scenario::Scenario& study);

  /// The coarse grid in an order in which every beginning is spread, then each refinement's. No two
  /// set the same values.
  const std::vector<SweepPoint>& points() const noexcept { return points_; }

  /// Halves each cell that has two different winners on its border, or a point without one, and may
  /// be halved. winners: one for each of points(); none: nobody is sure to win. Returns whether
  /// there are new points.
  bool refine(std::span<const std::optional<std::size_t>> winners);

 private:
  /// A place on the finest grid; the second is 0 where one setting varies.
  using Node = std::array<std::int64_t, 2>;
  struct Cell {
    Node low;
    std::int64_t size;  ///< of each side, in steps of the finest grid
  };

  Node corner(const Cell& cell, std::size_t number) const;
  std::vector<std::size_t> border(const Cell& cell) const;
  std::vector<Cell> halves(const Cell& cell) const;
  void add(std::vector<Node> nodes);
  std::size_t dimensions() const noexcept { return settings_.size(); }

  std::vector<VariedSetting> settings_;
  Node last_{};  ///< of the finest grid
  std::vector<Cell> cells_;
  std::map<Node, std::size_t> point_at_;                     ///< points of nodes that were needed
  std::map<std::vector<ParameterValue>, std::size_t> same_;  ///< by values: nodes may share a point
  std::vector<SweepPoint> points_;
};

}  // namespace clout::design
