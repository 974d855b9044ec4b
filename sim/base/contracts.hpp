// Contracts: what must hold if the program itself is right. A broken contract is our bug and stops
// the program; what the user got wrong is a Diagnostic (diagnostic.hpp) instead.
#pragma once

namespace clout {

/// Prints the broken condition with its place and aborts. Called by the macros only.
[[noreturn]] void contract_broken(const char* condition, const char* file, int line) noexcept;

}  // namespace clout

// Always checked: for conditions outside hot loops.
#define CLOUT_EXPECT(condition) \
  ((condition) ? static_cast<void>(0) : ::clout::contract_broken(#condition, __FILE__, __LINE__))

// Checked in debug builds only: for conditions inside hot loops.
#ifdef NDEBUG
#define CLOUT_DEBUG_EXPECT(condition) static_cast<void>(0)
#else
#define CLOUT_DEBUG_EXPECT(condition) CLOUT_EXPECT(condition)
#endif
