#include "tests/bench/bare_push.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "sim/parallel/for_blocks.hpp"
#include "sim/random/philox.hpp"

namespace clout::bench {

namespace {

constexpr random::StreamKey key =
    random::stream_key(random::Seed{1}, random::Replicate{0}, random::Purpose::self_test);

std::uint64_t push_one_by_one(std::size_t begin, std::span<const market::Units> trust) {
  std::uint64_t sum = 0;
  for (std::size_t n = 0; n < trust.size(); ++n)
    sum += std::uint64_t{draw_block(key, begin + n, 0, 0)[0]} * trust[n] >> 16;
  return sum;
}

std::uint64_t push_by_simd(std::size_t begin, std::span<const market::Units> trust) {
  std::array<std::uint32_t, 4096> words;
  std::uint64_t sum = 0;
  for (std::size_t from = 0; from < trust.size(); from += words.size()) {
    const std::size_t count = std::min(words.size(), trust.size() - from);
    random::fill_indices(key, begin + from, 0, 0, std::span(words.data(), (count + 3) / 4 * 4));
    for (std::size_t n = 0; n < count; ++n) sum += std::uint64_t{words[n]} * trust[from + n] >> 16;
  }
  return sum;
}

}  // namespace

Measured bare_push(const graph::FollowerGraph& graph, std::span<const market::Units> trust,
                   std::span<const AccountId> authors, Draws draws) {
  constexpr std::size_t posts_per_block = 256;
  std::vector<std::uint64_t> sums(parallel::block_count(authors.size(), posts_per_block));
  double deliveries = 0;
  for (const AccountId author : authors) deliveries += static_cast<double>(graph.audience(author));
  const Clocks start = Clocks::now();
  parallel::for_blocks(
      authors.size(), posts_per_block, [&](parallel::Range range, std::size_t block) {
        std::uint64_t sum = 0;
        for (std::size_t p = range.begin; p < range.end; ++p) {
          const std::size_t begin = index(graph.row_begin(authors[p]));
          const auto row = trust.subspan(begin, graph.audience(authors[p]));
          sum += draws == Draws::by_simd ? push_by_simd(begin, row) : push_one_by_one(begin, row);
        }
        sums[block] = sum;
      });
  const Measured measured{deliveries, Clocks::now() - start};
  keep(std::accumulate(sums.begin(), sums.end(), std::uint64_t{0}));
  return measured;
}

}  // namespace clout::bench
