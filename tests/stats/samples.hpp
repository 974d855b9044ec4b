// Samples that the tests of statistics share with tests/reference/stats/figures.R, and normal
// draws.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/random/distributions.hpp"

namespace clout::tests {

inline const std::vector<double> sample_a{10.1, 12.4, 9.7, 14.2, 11.0, 13.3};
inline const std::vector<double> sample_b{9.2, 10.9, 9.9, 12.0, 10.1, 11.2};
inline const std::vector<double> sample_c{8.4, 15.1, 11.8, 9.9};

/// Independent standard normals; number tells samples apart.
inline std::vector<double> normals(std::size_t count, std::uint64_t number) {
  const auto key =
      random::stream_key(random::Seed{7}, random::Replicate{0}, random::Purpose::self_test);
  random::KeyedEngine engine(key, number, 0);
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(random::normal(engine.bits64()));
  return values;
}

}  // namespace clout::tests
