// Who wins where between the points of two settings.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace clout::report {

using MapPlace = std::array<double, 2>;  ///< each coordinate in [0, 1]

/// What is known at a point of the map.
struct MapPoint {
  MapPlace place;
  std::vector<double> means;   ///< by arm, turned so that more is better; NaN: not defined
  std::vector<double> chance;  ///< by arm: that its true mean is the best; NaN: unknown
};

/// The part of the map that an arm wins, as polygons without holes that do not overlap.
struct MapRegion {
  std::size_t arm = 0;
  bool sure = false;  ///< with a chance of at least what was asked for
  std::vector<std::vector<MapPlace>> polygons;
};

struct WinnerMap {
  std::vector<MapRegion> regions;                   ///< by arm, the sure part first; none empty
  std::vector<std::array<MapPlace, 2>> boundaries;  ///< where the two best arms have equal means
};

/// Points are joined to triangles (Delaunay), in which means and chances are taken for linear:
/// between points the map is a guess. Where several arms are equal and the best all over a triangle
/// it belongs to nobody. Fewer than three points, or all on a line, give an empty map.
WinnerMap winner_map(const std::vector<MapPoint>& points, double sure_from);

}  // namespace clout::report
