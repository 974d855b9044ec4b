#include "tests/bench/push_workload.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <span>

#include <fmt/format.h>

#include "sim/base/diagnostic.hpp"
#include "sim/engine/candidate_jumps.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/philox.hpp"
#include "tests/bench/bounds.hpp"

namespace clout::bench {

namespace {

using market::Units;

constexpr random::StreamKey key =
    random::stream_key(random::Seed{1}, random::Replicate{0}, random::Purpose::self_test);
constexpr std::size_t part_positions = 16384;
constexpr auto start_units = static_cast<Units>(first_trust * 65535);
constexpr auto seen_units = static_cast<std::uint32_t>(seen_above * 65535);
constexpr unsigned lost_bits = 10;  // kept_trust
static_assert(part_positions <= engine::longest_jump);

/// A part of the row of one post.
struct Part {
  std::size_t begin = 0;
  std::uint32_t size = 0;
};

std::vector<Part> parts_of(const graph::FollowerGraph& graph, std::span<const AccountId> authors) {
  std::vector<Part> parts;
  for (const AccountId author : authors) {
    const std::size_t begin = index(graph.row_begin(author));
    const std::size_t size = graph.audience(author);
    for (std::size_t from = 0; from < size; from += part_positions)
      parts.push_back(
          {begin + from, static_cast<std::uint32_t>(std::min(part_positions, size - from))});
  }
  return parts;
}

/// 16 bits of a draw times trust, without a branch: this becomes SIMD.
std::int64_t push_each(const Part& part, std::uint32_t day, std::span<Units> trust) {
  std::array<std::uint32_t, 4096> words;
  std::uint32_t seen = 0;
  for (std::size_t from = 0; from < part.size; from += words.size()) {
    const std::size_t count = std::min<std::size_t>(words.size(), part.size - from);
    random::fill_indices(key, part.begin + from, day, 0,
                         std::span(words.data(), (count + 3) / 4 * 4));
    Units* const of = trust.data() + part.begin + from;
    for (std::size_t n = 0; n < count; ++n) {
      const std::uint32_t sees = (words[n] >> 16) * of[n] > seen_units << 16 ? 1U : 0U;
      of[n] = static_cast<Units>(of[n] - sees * (of[n] >> lost_bits));
      seen += sees;
    }
  }
  return seen;
}

/// Nobody's chance is above that of the trust at the start; of those jumped to, as many see the
/// post as their own trust lets: (1 - seen_above / trust) / (1 - seen_above / first_trust).
std::int64_t push_jumping(const Part& part, std::uint32_t day, std::span<Units> trust) {
  constexpr double chance = 1 - seen_above / first_trust;
  static const float scale = engine::jump_scale(chance);
  const engine::CandidateJumps jumps =
      engine::candidate_jumps(key, part.begin, day, 0, chance, scale);
  std::int64_t seen = 0;
  Units* const of = trust.data() + part.begin;
  engine::for_each_candidate(jumps, part.size, [&](std::uint32_t at, std::uint32_t word) {
    const auto share = static_cast<float>(chance / 4294967296.0) * static_cast<float>(word);
    const auto trusted = static_cast<float>(of[at]);
    const bool sees = trusted - static_cast<float>(seen_units) > share * trusted;
    of[at] = static_cast<Units>(of[at] - (sees ? of[at] >> lost_bits : 0));
    seen += sees ? 1 : 0;
  });
  return seen;
}

template <typename Element>
void write(const std::string& path, std::span<const Element> elements) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(elements.data()),
             static_cast<std::streamsize>(elements.size_bytes()));
  file.close();
  if (!file)
    throw InputError({.place = {.file = path},
                      .problem = "cannot be written",
                      .expected = "a folder with room for the graph"});
}

}  // namespace

std::vector<std::vector<AccountId>> push_posts(const graph::FollowerGraph& graph,
                                               const PushSize& size) {
  const auto accounts = graph.accounts();
  const std::size_t wanted = size.posts > 0 ? static_cast<std::size_t>(size.posts)
                                            : std::max<std::size_t>(1, accounts / 1000);
  std::vector<AccountId> large(accounts);
  for (std::size_t i = 0; i < accounts; ++i) large[i] = account_at(i);
  std::stable_sort(large.begin(), large.end(),
                   [&](AccountId a, AccountId b) { return graph.audience(a) > graph.audience(b); });
  large.resize(accounts / 100);
  if (wanted > large.size())
    throw InputError(
        {.place = {.key = "--posts"},
         .problem = fmt::format("{} posts a day", wanted),
         .expected = fmt::format("at most {}, a hundredth of the accounts", large.size())});
  std::vector<std::vector<AccountId>> posts;
  for (std::int64_t day = 0; day < size.days; ++day) {
    for (std::size_t n = 0; n < wanted; ++n) {
      const std::uint32_t word = draw_block(key, n, static_cast<std::uint32_t>(day), 1)[0];
      std::swap(large[n], large[n + (std::uint64_t{word} * (large.size() - n) >> 32)]);
    }
    posts.emplace_back(large.begin(), large.begin() + static_cast<std::ptrdiff_t>(wanted));
  }
  return posts;
}

void write_push(const graph::FollowerGraph& graph, const std::vector<std::vector<AccountId>>& posts,
                const std::string& folder) {
  std::error_code ignored;  // if it cannot be made, no file can be written
  std::filesystem::create_directories(folder, ignored);
  write(folder + "/offsets.u64", graph.offsets());
  write(folder + "/rows.u32", graph.rows());
  std::vector<AccountId> flat;
  for (const auto& day : posts) flat.insert(flat.end(), day.begin(), day.end());
  write(folder + "/posts.u32", std::span<const AccountId>(flat));
}

Pushed push(const graph::FollowerGraph& graph, const std::vector<std::vector<AccountId>>& posts,
            PushWay way) {
  HugeArray<Units> trust(graph.follows());
  std::fill(trust.begin(), trust.end(), start_units);
  Pushed all;
  const Clocks start = Clocks::now();
  for (std::uint32_t day = 0; day < posts.size(); ++day) {
    const std::vector<Part> parts = parts_of(graph, posts[day]);
    constexpr std::size_t parts_per_block = 16;
    std::vector<Pushed> blocks(parallel::block_count(parts.size(), parts_per_block));
    parallel::for_blocks(
        parts.size(), parts_per_block, [&](parallel::Range range, std::size_t block) {
          Pushed pushed;
          for (std::size_t p = range.begin; p < range.end; ++p) {
            pushed.deliveries += parts[p].size;
            pushed.seen += way == PushWay::each ? push_each(parts[p], day, trust.span())
                                                : push_jumping(parts[p], day, trust.span());
          }
          blocks[block] = pushed;
        });
    for (const Pushed& block : blocks) all += block;
  }
  all.seconds = (Clocks::now() - start).wall;
  return all;
}

}  // namespace clout::bench
