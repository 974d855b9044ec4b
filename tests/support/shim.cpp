#include "tests/support/catch.hpp"  // compiled so that the shim is precompiled once for all tests
