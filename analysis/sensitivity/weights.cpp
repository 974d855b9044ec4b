#include "analysis/sensitivity/weights.hpp"

#include <algorithm>
#include <cmath>

namespace clout::sensitivity {

namespace {

/// Over the whole ranges first, then at the study's own settings only.
constexpr Method by_worth[] = {Method::sobol, Method::morris, Method::pawn, Method::one_at_a_time};

/// Whether a setting is shown to have an effect at all.
bool clear(const Indices& indices, Method method, std::size_t n) {
  switch (method) {
    case Method::one_at_a_time:
      return std::ranges::any_of(indices.one_at_a_time[n], [](const Step& step) {
        return step.change.low > 0 || step.change.high < 0;
      });
    case Method::morris:
      return indices.morris[n].absolute.low > 0;
    case Method::sobol:
      return indices.sobol[n].total.low > 0;
    case Method::pawn:
      return indices.pawn[n].mean > indices.pawn_threshold;
    case Method::own_settings:
    case Method::variance_split:
      break;
  }
  return false;
}

/// The largest importance that the intervals leave open; NaN if there is none.
double upper_end(const Indices& indices, Method method, std::size_t n) {
  if (method == Method::morris) return indices.morris[n].absolute.high;
  if (method == Method::sobol) return indices.sobol[n].total.high;
  if (method == Method::pawn) return indices.pawn[n].high;
  double most = 0;
  for (const Step& step : indices.one_at_a_time[n]) {
    const double end = std::max(std::abs(step.change.low), std::abs(step.change.high));
    // std::max would lose a NaN.
    if (!(end <= most)) most = end;
  }
  return most;
}

}  // namespace

std::optional<Weights> weights_of(const Indices& indices) {
  for (const Method method : by_worth) {
    const std::vector<double> values = importance(indices, method);
    if (values.empty()) continue;
    const std::vector<std::size_t> order = ranked(values);
    const double largest = values[order.front()];
    if (!(largest > 0)) return std::nullopt;
    Weights weights;
    weights.method = method;
    for (const std::size_t n : order) {
      if (values[n] >= deciding_share * largest && clear(indices, method, n))
        weights.deciding.push_back(n);
      if (values[n] <= idle_share * largest &&
          upper_end(indices, method, n) < deciding_share * largest)
        weights.idle.push_back(n);
    }
    return weights;
  }
  return std::nullopt;
}

}  // namespace clout::sensitivity
