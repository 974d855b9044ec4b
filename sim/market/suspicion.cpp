#include "sim/market/suspicion.hpp"

#include <algorithm>

namespace clout::market {

float suspicion_logit(const SuspicionSpec& spec, const EndorsementContext& post) {
  double logit = spec.intercept + spec.from_share * (post.share - spec.usual_share) +
                 spec.from_breadth * portable::log1p(post.breadth) - spec.from_fit * post.fit;
  if (post.undisclosed) {
    logit +=
        spec.from_undisclosed +
        spec.from_audience * portable::log(std::max(post.followers, 1.0) / spec.audience_reference);
  }
  return static_cast<float>(logit);
}

}  // namespace clout::market
