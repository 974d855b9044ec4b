// Arrays of gigabytes: not zeroed (whoever fills a page first touches it), aligned to huge pages
// and asking for them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

namespace clout {

namespace detail {

/// Aligned to 2 MiB from 4 MiB upwards, to 64 bytes below; throws std::bad_alloc.
void* allocate_huge(std::size_t bytes);
struct FreeHuge {
  void operator()(void* memory) const noexcept;
};

}  // namespace detail

/// The same for containers that grow.
template <typename T>
struct HugeAllocator {
  using value_type = T;

  HugeAllocator() = default;
  template <typename U>
  explicit(false) HugeAllocator(const HugeAllocator<U>& /*other*/) noexcept {}

  T* allocate(std::size_t size) { return static_cast<T*>(detail::allocate_huge(size * sizeof(T))); }
  void deallocate(T* memory, std::size_t /*size*/) noexcept { detail::FreeHuge{}(memory); }
  bool operator==(const HugeAllocator&) const = default;
};

/// Fixed-size array of trivial elements whose values are unspecified until written. Movable; copied
/// only where that is said.
template <typename T>
class HugeArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  HugeArray() = default;
  explicit HugeArray(std::size_t size)
      : memory_(static_cast<T*>(detail::allocate_huge(size * sizeof(T)))), size_(size) {}
  explicit HugeArray(const HugeArray& other) : HugeArray(other.size_) {
    std::copy_n(other.data(), size_, data());
  }
  HugeArray(HugeArray&& other) noexcept
      : memory_(std::move(other.memory_)), size_(std::exchange(other.size_, 0)) {}
  HugeArray& operator=(HugeArray&& other) noexcept {
    memory_ = std::move(other.memory_);
    size_ = std::exchange(other.size_, 0);
    return *this;
  }

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  T* data() noexcept { return memory_.get(); }
  const T* data() const noexcept { return memory_.get(); }
  T& operator[](std::size_t i) noexcept { return memory_.get()[i]; }
  const T& operator[](std::size_t i) const noexcept { return memory_.get()[i]; }
  T* begin() noexcept { return data(); }
  T* end() noexcept { return data() + size_; }
  const T* begin() const noexcept { return data(); }
  const T* end() const noexcept { return data() + size_; }
  std::span<T> span() noexcept { return {data(), size_}; }
  std::span<const T> span() const noexcept { return {data(), size_}; }

 private:
  std::unique_ptr<T, detail::FreeHuge> memory_;
  std::size_t size_ = 0;
};

}  // namespace clout
