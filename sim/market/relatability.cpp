#include "sim/market/relatability.hpp"

#include "sim/random/portable_math.hpp"

namespace clout::market {

namespace {

/// (1 + F/F_c)^-exponent.
double size_factor(double followers, double scale, double exponent) {
  return portable::exp(-exponent * portable::log1p(followers / scale));
}

}  // namespace

float appeal(const RelatabilitySpec& spec, double followers, double authenticity) {
  return static_cast<float>(authenticity *
                            size_factor(followers, spec.audience_scale, spec.audience_exponent));
}

double focus_of(const RelatabilitySpec& spec, double followers, double focus) {
  return 0.5 + (focus - 0.5) * size_factor(followers, spec.audience_scale, spec.focus_exponent);
}

}  // namespace clout::market
