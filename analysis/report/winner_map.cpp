#include "analysis/report/winner_map.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include <boost/polygon/voronoi.hpp>

namespace clout::report {

namespace {

/// Steps of the whole numbers that Boost's triangulation takes.
constexpr double grid_steps = 1 << 20;

using Triangle = std::array<std::size_t, 3>;  ///< positions among the points

/// A corner of a polygon with what is interpolated there: linear functions stay linear in clipping.
struct Corner {
  MapPlace place;
  std::vector<double> means;
  std::vector<double> chance;
};
using Polygon = std::vector<Corner>;

/// Of cells around a vertex of the Voronoi diagram: a convex polygon, cut into triangles.
std::vector<Triangle> triangles_of(const std::vector<MapPoint>& points) {
  std::map<std::array<std::int32_t, 2>, std::size_t> first_at;
  std::vector<boost::polygon::point_data<std::int32_t>> sites;
  std::vector<std::size_t> point_of;
  for (std::size_t n = 0; n < points.size(); ++n) {
    const auto x = static_cast<std::int32_t>(std::lround(points[n].place[0] * grid_steps));
    const auto y = static_cast<std::int32_t>(std::lround(points[n].place[1] * grid_steps));
    if (!first_at.emplace(std::array{x, y}, n).second) continue;
    sites.emplace_back(x, y);
    point_of.push_back(n);
  }
  boost::polygon::voronoi_diagram<double> diagram;
  boost::polygon::construct_voronoi(sites.begin(), sites.end(), &diagram);
  std::vector<Triangle> triangles;
  for (const auto& vertex : diagram.vertices()) {
    std::vector<std::size_t> around;
    const auto* const begin = vertex.incident_edge();
    const auto* edge = begin;
    do {
      around.push_back(point_of[edge->cell()->source_index()]);
      edge = edge->rot_next();
    } while (edge != begin);
    for (std::size_t n = 2; n < around.size(); ++n)
      triangles.push_back({around[0], around[n - 1], around[n]});
  }
  return triangles;
}

std::vector<double> between(const std::vector<double>& a, const std::vector<double>& b,
                            double share) {
  std::vector<double> made;
  for (std::size_t n = 0; n < a.size(); ++n) made.push_back(std::lerp(a[n], b[n], share));
  return made;
}

Corner between(const Corner& a, const Corner& b, double share) {
  return {{std::lerp(a.place[0], b.place[0], share), std::lerp(a.place[1], b.place[1], share)},
          between(a.means, b.means, share),
          between(a.chance, b.chance, share)};
}

/// The part in which a linear function is at least 0 (I. Sutherland and G. Hodgman, 1974).
template <typename Function>
Polygon clipped(const Polygon& polygon, Function value) {
  Polygon kept;
  for (std::size_t n = 0; n < polygon.size(); ++n) {
    const Corner& here = polygon[n];
    const Corner& next = polygon[(n + 1) % polygon.size()];
    const double at_here = value(here);
    const double at_next = value(next);
    if (at_here >= 0) kept.push_back(here);
    if ((at_here < 0) != (at_next < 0) && at_here != 0 && at_next != 0)
      kept.push_back(between(here, next, at_here / (at_here - at_next)));
  }
  return kept.size() < 3 ? Polygon{} : kept;
}

double area(const Polygon& polygon) {
  double twice = 0;
  for (std::size_t n = 0; n < polygon.size(); ++n) {
    const MapPlace& a = polygon[n].place;
    const MapPlace& b = polygon[(n + 1) % polygon.size()].place;
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return std::abs(twice) / 2;
}

class Drawing {
 public:
  Drawing(const std::vector<MapPoint>& points, double sure_from)
      : points_(points), sure_from_(sure_from), arms_(points.front().means.size()) {
    for (std::size_t arm = 0; arm < arms_; ++arm) {
      for (const bool sure : {true, false}) map_.regions.push_back({arm, sure, {}});
    }
  }

  void add(const Triangle& triangle) {
    Polygon polygon;
    for (const std::size_t n : triangle)
      polygon.push_back({points_[n].place, points_[n].means, points_[n].chance});
    const std::vector<std::size_t> rivals = rivals_in(polygon);
    for (const std::size_t arm : rivals) {
      if (!shared(arm, polygon)) add_region(won_by(arm, rivals, polygon), arm);
      for (const std::size_t other : rivals) {
        if (arm < other) add_boundary(arm, other, rivals, polygon);
      }
    }
  }

  WinnerMap map() {
    std::erase_if(map_.regions, [](const MapRegion& each) { return each.polygons.empty(); });
    return std::move(map_);
  }

 private:
  /// Arms that are defined at all corners; of those that are equal at all of them the first.
  std::vector<std::size_t> rivals_in(const Polygon& polygon) const {
    std::vector<std::size_t> rivals;
    for (std::size_t arm = 0; arm < arms_; ++arm) {
      const bool defined = std::ranges::none_of(
          polygon, [&](const Corner& each) { return std::isnan(each.means[arm]); });
      const bool again = std::ranges::any_of(rivals, [&](std::size_t other) {
        return std::ranges::all_of(
            polygon, [&](const Corner& each) { return each.means[arm] == each.means[other]; });
      });
      if (defined && !again) rivals.push_back(arm);
    }
    return rivals;
  }

  /// Whether another arm is equal all over the triangle: then nobody wins alone.
  bool shared(std::size_t arm, const Polygon& polygon) const {
    std::size_t equal = 0;
    for (std::size_t other = 0; other < arms_; ++other) {
      if (std::ranges::all_of(
              polygon, [&](const Corner& each) { return each.means[arm] == each.means[other]; }))
        ++equal;
    }
    return equal > 1;
  }

  static Polygon won_by(std::size_t arm, const std::vector<std::size_t>& rivals, Polygon polygon) {
    for (const std::size_t other : rivals) {
      if (other == arm) continue;
      polygon =
          clipped(polygon, [&](const Corner& each) { return each.means[arm] - each.means[other]; });
    }
    return polygon;
  }

  void add_region(const Polygon& polygon, std::size_t arm) {
    const bool known = std::ranges::none_of(
        polygon, [&](const Corner& each) { return std::isnan(each.chance[arm]); });
    const auto surplus = [&](const Corner& each) { return each.chance[arm] - sure_from_; };
    if (known) add_part(clipped(polygon, surplus), arm, true);
    add_part(known ? clipped(polygon, [&](const Corner& each) { return -surplus(each); }) : polygon,
             arm, false);
  }

  void add_part(const Polygon& polygon, std::size_t arm, bool sure) {
    constexpr double speck = 1e-9;  // of the map: what a tie at a corner leaves
    if (area(polygon) < speck) return;
    std::vector<MapPlace> outline;
    for (const Corner& each : polygon) outline.push_back(each.place);
    map_.regions[2 * arm + (sure ? 0 : 1)].polygons.push_back(std::move(outline));
  }

  /// Where two arms are equal and no other is better.
  void add_boundary(std::size_t arm, std::size_t other, const std::vector<std::size_t>& rivals,
                    const Polygon& triangle) {
    const auto lead = [&](const Corner& each) { return each.means[arm] - each.means[other]; };
    // Of what the one wins, the edge that lies on the line; the other wins on its other side.
    const Polygon won = won_by(arm, rivals, triangle);
    double most = 0;
    for (const Corner& each : triangle) most = std::max(most, std::abs(lead(each)));
    const auto on_line = [&](const Corner& each) { return std::abs(lead(each)) <= 1e-9 * most; };
    for (std::size_t n = 0; n < won.size(); ++n) {
      const Corner& a = won[n];
      const Corner& b = won[(n + 1) % won.size()];
      if (on_line(a) && on_line(b)) map_.boundaries.push_back({a.place, b.place});
    }
  }

  const std::vector<MapPoint>& points_;
  double sure_from_;
  std::size_t arms_;
  WinnerMap map_;
};

}  // namespace

WinnerMap winner_map(const std::vector<MapPoint>& points, double sure_from) {
  if (points.size() < 3) return {};
  Drawing drawing(points, sure_from);
  for (const Triangle& each : triangles_of(points)) drawing.add(each);
  return drawing.map();
}

}  // namespace clout::report
