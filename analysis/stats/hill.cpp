#include "analysis/stats/hill.hpp"

#include <algorithm>
#include <limits>

#include "analysis/stats/quantile.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::stats {

namespace {

/// x^exponent / (x^exponent + half^exponent), without overflow.
double saturation(double x, double log_half, double exponent) {
  if (x <= 0) return 0;
  return portable::logistic(exponent * (portable::log(x) - log_half));
}

/// Starts along the curve's two nonlinear parameters. Order of parameters: log half, log exponent,
/// gain, base (if fitted).
std::vector<std::vector<double>> starts(std::span<const double> x, std::span<const double> y,
                                        HillBase base) {
  std::vector<double> positive;
  std::copy_if(x.begin(), x.end(), std::back_inserter(positive), [](double v) { return v > 0; });
  CLOUT_EXPECT(!positive.empty());
  std::sort(positive.begin(), positive.end());
  const auto [least, most] = std::minmax_element(y.begin(), y.end());
  const std::size_t at_most = static_cast<std::size_t>(most - y.begin());
  const std::size_t at_least = static_cast<std::size_t>(least - y.begin());
  const bool falling = x[at_most] < x[at_least];
  std::vector<std::vector<double>> result;
  for (const double q : {0.1, 0.5, 1.0}) {
    for (const double exponent : {0.7, 1.0, 2.0, 4.0}) {
      std::vector<double> start{portable::log(quantile_of_sorted(positive, q)),
                                portable::log(exponent),
                                base == HillBase::zero ? (falling ? *least : *most)
                                                       : (falling ? -1 : 1) * (*most - *least)};
      if (base == HillBase::fitted) start.push_back(falling ? *most : *least);
      result.push_back(start);
    }
  }
  return result;
}

HillFit best_of(std::span<const double> x, std::span<const double> y, HillBase base,
                const std::vector<std::vector<double>>& from) {
  CLOUT_EXPECT(x.size() == y.size());
  const auto predict = [&](std::span<const double> parameters) {
    const double exponent = portable::exp(parameters[1]);
    const double start = base == HillBase::fitted ? parameters[3] : 0;
    std::vector<double> predicted;
    for (const double each : x)
      predicted.push_back(start + parameters[2] * saturation(each, parameters[0], exponent));
    return predicted;
  };
  const LeastSquaresFit fit = least_squares(predict, y, from);
  HillFit result;
  result.half = fitted_exp(fit, 0);
  result.exponent = fitted_exp(fit, 1);
  result.gain = fitted(fit, 2);
  if (base == HillBase::fitted) result.base = fitted(fit, 3);
  result.curve = {result.base.value, result.gain.value, result.half.value, result.exponent.value};
  result.residual = fit.residual;
  result.count = fit.count;
  return result;
}

}  // namespace

double value(const HillCurve& curve, double x) {
  return curve.base + curve.gain * saturation(x, portable::log(curve.half), curve.exponent);
}

double marginal(const HillCurve& curve, double x) {
  if (x <= 0) {
    if (curve.exponent > 1) return 0;
    if (curve.exponent == 1) return curve.gain / curve.half;
    return curve.gain * std::numeric_limits<double>::infinity();
  }
  const double share = saturation(x, portable::log(curve.half), curve.exponent);
  return curve.gain * curve.exponent * share * (1 - share) / x;
}

HillFit fit_hill(std::span<const double> x, std::span<const double> y, HillBase base) {
  return best_of(x, y, base, starts(x, y, base));
}

HillFit refit_hill(std::span<const double> x, std::span<const double> y, const HillCurve& start,
                   HillBase base) {
  std::vector<double> from{portable::log(start.half), portable::log(start.exponent), start.gain};
  if (base == HillBase::fitted) from.push_back(start.base);
  return best_of(x, y, base, {{from}});
}

}  // namespace clout::stats
