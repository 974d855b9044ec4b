#include <array>

#include "analysis/patterns/patterns.hpp"

namespace clout::patterns {

std::span<const Pattern> all_patterns() {
  static const std::array all = {p01(), p02(), p03(), p04(), p05(), p06(), p07(),
                                 p08(), p09(), p10(), p11(), p12(), p13(), p14(),
                                 p15(), p16(), p17(), p18(), p19(), p20(), p21(),
                                 p22(), p23(), p24(), p25(), p26(), p27(), p28()};
  return all;
}

}  // namespace clout::patterns
