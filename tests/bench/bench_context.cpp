// Names the machine in the output of every Google Benchmark binary.
#include <benchmark/benchmark.h>

#include "tests/bench/machine.hpp"

namespace {

[[maybe_unused]] const bool named = [] {
  for (const auto& [what, is] : clout::bench::machine()) benchmark::AddCustomContext(what, is);
  return true;
}();

}  // namespace
