#include "analysis/abc/prior.hpp"

#include <algorithm>

#include "sim/random/portable_math.hpp"

namespace clout::abc {

namespace {

double ratio_log(const Prior& prior) { return portable::log(prior.high / prior.low); }

}  // namespace

double value_at(const Prior& prior, double place) {
  const double value = prior.scale == Scale::logarithmic
                           ? prior.low * portable::exp(place * ratio_log(prior))
                           : prior.low + place * (prior.high - prior.low);
  return std::clamp(value, prior.low, prior.high);
}

double place_of(const Prior& prior, double value) {
  const double place = prior.scale == Scale::logarithmic
                           ? portable::log(value / prior.low) / ratio_log(prior)
                           : (value - prior.low) / (prior.high - prior.low);
  return std::clamp(place, 0.0, 1.0);
}

}  // namespace clout::abc
