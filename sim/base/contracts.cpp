#include "sim/base/contracts.hpp"

#include <cstdio>
#include <cstdlib>

namespace clout {

void contract_broken(const char* condition, const char* file, int line) noexcept {
  std::fprintf(stderr, "clout: internal error: '%s' does not hold (%s:%d); please report this\n",
               condition, file, line);
  std::abort();
}

}  // namespace clout
