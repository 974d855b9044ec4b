#include "analysis/stats/adstock.hpp"

#include "analysis/stats/mean_interval.hpp"
#include "sim/base/contracts.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::stats {

std::vector<double> adstock(std::span<const double> x, double carry) {
  std::vector<double> result;
  double stock = 0;
  for (const double each : x) {
    stock = each + carry * stock;
    result.push_back(stock);
  }
  return result;
}

AdstockFit fit_adstock(std::span<const double> x, std::span<const double> y) {
  CLOUT_EXPECT(x.size() == y.size());
  const auto predict = [&](std::span<const double> parameters) {
    std::vector<double> predicted = adstock(x, portable::logistic(parameters[0]));
    for (double& each : predicted) each = parameters[2] + parameters[1] * each;
    return predicted;
  };
  // Carries of about 0.05, 0.3, 0.7 and 0.95; gain and base are linear and found in a step or two.
  std::vector<std::vector<double>> starts;
  for (const double logit : {-3.0, -1.0, 1.0, 3.0}) starts.push_back({logit, 0, moments(y).mean});
  const LeastSquaresFit fit = least_squares(predict, y, starts);
  const FittedParameter logit = fitted(fit, 0);
  const double carry = portable::logistic(logit.value);
  AdstockFit result;
  result.carry = {carry, carry * (1 - carry) * logit.error, portable::logistic(logit.low),
                  portable::logistic(logit.high)};
  result.gain = fitted(fit, 1);
  result.base = fitted(fit, 2);
  result.half_life = portable::log(0.5) / portable::log(carry);
  result.residual = fit.residual;
  result.count = fit.count;
  return result;
}

}  // namespace clout::stats
