#include "sim/base/huge_array.hpp"

#include <cstdlib>
#include <limits>
#include <new>

#include <sys/mman.h>

#include "sim/base/huge_page.hpp"

namespace clout::detail {

void* allocate_huge(std::size_t bytes) {
  if (bytes > std::numeric_limits<std::size_t>::max() - huge_page_bytes) throw std::bad_alloc();
  const bool huge = bytes >= 2 * huge_page_bytes;
  const std::size_t alignment = huge ? huge_page_bytes : 64;
  const std::size_t rounded = huge_array_bytes(bytes);
  void* memory = std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded);
  if (memory == nullptr) throw std::bad_alloc();
  // Only advice: where the system has no huge pages, small ones serve.
  if (huge) static_cast<void>(madvise(memory, rounded, MADV_HUGEPAGE));
  return memory;
}

void FreeHuge::operator()(void* memory) const noexcept { std::free(memory); }

}  // namespace clout::detail
