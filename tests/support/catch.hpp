// The only include of Catch2: version 2.13 (Debian 12) and version 3 alike. Precompiled, since it
// is slow to read.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
