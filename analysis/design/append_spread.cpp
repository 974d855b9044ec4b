#include <algorithm>
#include <limits>

#include "analysis/design/design.hpp"

namespace clout::design {

namespace {

double squared_distance(const Point& a, const Point& b) {
  double sum = 0;
  for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
  return sum;
}

std::size_t nearest_to_middle(const Points& points) {
  const Point middle(points.front().size(), 0.5);
  std::vector<double> distance;
  for (const Point& point : points) distance.push_back(squared_distance(point, middle));
  return static_cast<std::size_t>(std::min_element(distance.begin(), distance.end()) -
                                  distance.begin());
}

}  // namespace

void append_spread(Points& before, Points points) {
  if (points.empty()) return;
  constexpr double taken = -1;
  std::vector<double> nearest(points.size(), std::numeric_limits<double>::infinity());
  const auto account_for = [&](const Point& added) {
    for (std::size_t i = 0; i < points.size(); ++i)
      if (nearest[i] != taken)
        nearest[i] = std::min(nearest[i], squared_distance(points[i], added));
  };
  for (const Point& point : before) account_for(point);
  std::size_t next = before.empty()
                         ? nearest_to_middle(points)
                         : static_cast<std::size_t>(
                               std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
  for (std::size_t done = 1; done <= points.size(); ++done) {
    nearest[next] = taken;
    before.push_back(points[next]);
    account_for(before.back());
    next = static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) -
                                    nearest.begin());
  }
}

}  // namespace clout::design
