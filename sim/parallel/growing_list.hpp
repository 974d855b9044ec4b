// A list that several threads add to at once, and whose elements stay where they are.
#pragma once

#include <tbb/concurrent_vector.h>

#include "sim/base/huge_array.hpp"

namespace clout::parallel {

/// grow_by(n) is safe beside others of its kind and beside reading what is there.
template <typename T>
using GrowingList = tbb::concurrent_vector<T, HugeAllocator<T>>;

}  // namespace clout::parallel
