// What is believed of a parameter before the data speak: anything in a range, alike.
#pragma once

#include <string>

namespace clout::abc {

enum class Scale { linear, logarithmic };

/// Uniform from low to high on its scale. low < high; both above 0 if logarithmic.
struct Prior {
  std::string name;
  double low = 0;
  double high = 1;
  Scale scale = Scale::linear;
};

/// Value at a place from 0 (low) to 1 (high); never outside of the range.
double value_at(const Prior& prior, double place);

/// Place of a value of the range: 0 at low, 1 at high.
double place_of(const Prior& prior, double value);

}  // namespace clout::abc
