#include "analysis/stats/prim.hpp"

#include <algorithm>
#include <optional>

#include <boost/math/distributions/binomial.hpp>

#include "sim/base/contracts.hpp"

namespace clout::stats {

namespace {

enum class Side { low, high };

bool inside(const Box& box, const std::vector<double>& point) {
  for (std::size_t d = 0; d < point.size(); ++d)
    if (point[d] < box.low[d] || point[d] > box.high[d]) return false;
  return true;
}

Box whole_space(std::size_t dimensions) {
  return {std::vector<double>(dimensions, 0.0), std::vector<double>(dimensions, 1.0)};
}

Box without_restriction(Box box, std::size_t dimension) {
  box.low[dimension] = 0;
  box.high[dimension] = 1;
  return box;
}

/// Coordinates in one dimension of the points in a box, from the side inwards.
std::vector<double> from_side(const Box& box, const Cases& cases, std::size_t dimension,
                              Side side) {
  std::vector<double> values;
  for (const std::vector<double>& point : cases.points)
    if (inside(box, point)) values.push_back(point[dimension]);
  std::sort(values.begin(), values.end());
  if (side == Side::high) std::reverse(values.begin(), values.end());
  return values;
}

std::size_t step_size(double share, std::size_t points) {
  return std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(points)));
}

void set_end(Box& box, std::size_t dimension, Side side, double value) {
  (side == Side::low ? box.low : box.high)[dimension] = value;
}

/// The box less a share of its points at one end; none if all have the same value there. The new
/// end is halfway between the last point outside and the first inside.
std::optional<Box> peeled(const Box& box, const Cases& cases, std::size_t dimension, Side side,
                          double share) {
  const std::vector<double> values = from_side(box, cases, dimension, side);
  if (values.empty()) return std::nullopt;
  const double last_out = values[step_size(share, values.size()) - 1];
  const auto first_in = std::find_if(values.begin(), values.end(), [&](double value) {
    return side == Side::low ? value > last_out : value < last_out;
  });
  if (first_in == values.end()) return std::nullopt;
  Box smaller = box;
  set_end(smaller, dimension, side, (last_out + *first_in) / 2);
  return smaller;
}

/// The box with a share more of points at one end; none if there is nothing beyond it.
std::optional<Box> widened(const Box& box, const Cases& cases, std::size_t dimension, Side side,
                           double share) {
  Box beyond = box;  // what lies outside at this end and inside in all other respects
  set_end(beyond, dimension, side, side == Side::low ? 0 : 1);
  std::vector<double> values = from_side(beyond, cases, dimension, side);
  std::reverse(values.begin(), values.end());  // now the nearest to the box come first
  const double end = side == Side::low ? box.low[dimension] : box.high[dimension];
  std::erase_if(values,
                [&](double value) { return side == Side::low ? value >= end : value <= end; });
  if (values.empty()) return std::nullopt;
  const std::size_t inside_now = box_figures(box, cases).points;
  const std::size_t step = std::min(step_size(share, inside_now), values.size());
  const double last_in = values[step - 1];
  const auto first_out = std::find_if(values.begin(), values.end(), [&](double value) {
    return side == Side::low ? value < last_in : value > last_in;
  });
  const double edge = side == Side::low ? 0 : 1;
  Box wider = box;
  set_end(wider, dimension, side, first_out == values.end() ? edge : (last_in + *first_out) / 2);
  return wider;
}

using Change = std::optional<Box> (*)(const Box&, const Cases&, std::size_t, Side, double);

/// Of the changes at all ends the one that leaves the densest box, of equally dense ones the
/// largest; the first among equals. None smaller than least_points.
std::optional<Box> best_change(Change change, const Box& box, const Cases& cases, double share,
                               double least_points) {
  std::optional<Box> best;
  BoxFigures of_best;
  for (std::size_t d = 0; d < box.low.size(); ++d) {
    for (const Side side : {Side::low, Side::high}) {
      const std::optional<Box> candidate = change(box, cases, d, side, share);
      if (!candidate) continue;
      const BoxFigures of = box_figures(*candidate, cases);
      if (static_cast<double>(of.points) < least_points) continue;
      const bool better = !best || of.density > of_best.density ||
                          (of.density == of_best.density && of.points > of_best.points);
      if (!better) continue;
      best = candidate;
      of_best = of;
    }
  }
  return best;
}

}  // namespace

bool restricted(const Box& box, std::size_t dimension) {
  return box.low[dimension] > 0 || box.high[dimension] < 1;
}

BoxFigures box_figures(const Box& box, const Cases& cases) {
  BoxFigures result;
  double all = 0;
  for (std::size_t i = 0; i < cases.points.size(); ++i) {
    all += cases.interest[i];
    if (!inside(box, cases.points[i])) continue;
    ++result.points;
    result.interest += cases.interest[i];
  }
  CLOUT_EXPECT(all > 0);
  const auto interest = static_cast<double>(result.interest);
  const auto points = static_cast<double>(result.points);
  result.coverage = interest / all;
  result.density = points > 0 ? interest / points : 0;
  result.mass = points / static_cast<double>(cases.points.size());
  return result;
}

std::vector<Box> peel_boxes(const Cases& cases, const PrimSettings& settings) {
  CLOUT_EXPECT(!cases.points.empty() && cases.points.size() == cases.interest.size());
  CLOUT_EXPECT(settings.peel > 0 && settings.peel < 1);
  const double least = settings.least_mass * static_cast<double>(cases.points.size());
  std::vector<Box> boxes{whole_space(cases.points.front().size())};
  while (box_figures(boxes.back(), cases).density < 1) {
    const auto next = best_change(peeled, boxes.back(), cases, settings.peel, least);
    if (!next) break;
    boxes.push_back(*next);
  }
  return boxes;
}

Box paste_box(Box box, const Cases& cases, const PrimSettings& settings) {
  for (;;) {
    const auto wider = best_change(widened, box, cases, settings.peel, 0);
    if (!wider) return box;
    const BoxFigures now = box_figures(box, cases);
    const BoxFigures then = box_figures(*wider, cases);
    if (then.density < now.density || then.points == now.points) return box;
    box = *wider;
  }
}

std::size_t balanced_box(std::span<const Box> boxes, const Cases& cases) {
  CLOUT_EXPECT(!boxes.empty());
  std::vector<double> balance;
  for (const Box& box : boxes) {
    const BoxFigures of = box_figures(box, cases);
    balance.push_back(of.interest == 0 ? 0
                                       : 2 * of.coverage * of.density / (of.coverage + of.density));
  }
  return static_cast<std::size_t>(std::max_element(balance.begin(), balance.end()) -
                                  balance.begin());
}

std::vector<double> quasi_p_values(const Box& box, const Cases& cases) {
  const BoxFigures of = box_figures(box, cases);
  std::vector<double> result(box.low.size(), 1.0);
  if (of.interest == 0) return result;
  for (std::size_t d = 0; d < box.low.size(); ++d) {
    if (!restricted(box, d)) continue;
    const double chance = box_figures(without_restriction(box, d), cases).density;
    if (chance >= 1) continue;  // nothing was left to gain by the restriction
    const boost::math::binomial by_luck(static_cast<double>(of.points), chance);
    result[d] =
        boost::math::cdf(boost::math::complement(by_luck, static_cast<double>(of.interest) - 1));
  }
  return result;
}

}  // namespace clout::stats
