// What the machine can do at most, measured beside what is benchmarked: without these a rate says
// nothing.
#pragma once

#include <cstddef>
#include <cstdint>

namespace clout::bench {

/// Time that passed and processor time of all threads of this process, seconds.
struct Clocks {
  double wall = 0;
  double cpu = 0;

  static Clocks now();
  Clocks operator-(const Clocks& earlier) const { return {wall - earlier.wall, cpu - earlier.cpu}; }
  Clocks operator+(const Clocks& other) const { return {wall + other.wall, cpu + other.cpu}; }
};

/// Some units of work and what they took.
struct Measured {
  double units = 0;
  Clocks took;

  double per_second() const { return units / took.wall; }
  double per_cpu_second() const { return units / took.cpu; }
};

/// Keeps the compiler from leaving out work whose result nobody reads.
void keep(std::uint64_t value);

/// STREAM's triad, a[i] = b[i] + s * c[i], on all threads: bytes, counted as STREAM does (24 an
/// element; what the processor reads before it writes is not counted). elements: per array, each
/// much larger than the caches.
Measured triad(std::size_t elements);

/// Reads of 64 aligned bytes (a cache line) at unrelated places of an array, none waiting for
/// another, on all threads: reads.
Measured random_reads(std::size_t array_bytes, std::size_t reads);

/// The least that drawing a graph can cost: one Philox block of 128 bits by SIMD and one store of
/// 32 bits for each follow, one after another, on all threads: follows.
Measured draw_and_store(std::size_t follows);

/// Largest memory that this process has had in use so far, bytes.
std::size_t peak_resident_bytes();

}  // namespace clout::bench
