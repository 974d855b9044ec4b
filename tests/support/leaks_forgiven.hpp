// For tests that hand damaged files to HDF5.
#pragma once

// GCC and clang say in different ways that AddressSanitizer, and with it LeakSanitizer, is on.
#if defined(__SANITIZE_ADDRESS__)
#define CLOUT_LEAKS_ARE_FOUND 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CLOUT_LEAKS_ARE_FOUND 1
#endif
#endif
#ifdef CLOUT_LEAKS_ARE_FOUND
#include <sanitizer/lsan_interface.h>
#endif

namespace clout::test {

/// While it lives leaks are forgiven: HDF5 1.10 itself leaks when it gives up on a damaged file.
class LeaksForgiven {
 public:
#ifdef CLOUT_LEAKS_ARE_FOUND
  LeaksForgiven() { __lsan_disable(); }
  ~LeaksForgiven() { __lsan_enable(); }
#else
  LeaksForgiven() {}
  ~LeaksForgiven() {}
#endif
  LeaksForgiven(const LeaksForgiven&) = delete;
  LeaksForgiven& operator=(const LeaksForgiven&) = delete;
};

}  // namespace clout::test
