// A figure with its 95% interval, where it is not a mean.
#pragma once

namespace clout::stats {

struct Estimate {
  double value = 0;
  double low = 0;
  double high = 0;
};

}  // namespace clout::stats
