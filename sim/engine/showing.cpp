// Phase 3: posts go along their authors' rows. Reads the morning's state only; unseen followers are
// jumped over, not visited.
#include <algorithm>
#include <cstring>

#include "sim/engine/candidate_jumps.hpp"
#include "sim/engine/day.hpp"
#include "sim/engine/follow_edges.hpp"
#include "sim/parallel/for_blocks.hpp"
#include "sim/random/uniform.hpp"

namespace clout::engine {

namespace {

/// Positions of a row that one sequence of jumps covers.
constexpr std::uint32_t part_positions = 16384;
/// Work is cut into at most so many tasks; each has a list of exposures per block of consumers.
constexpr std::size_t most_tasks = 64;
/// Positions below which a task is not worth its lists.
constexpr std::size_t least_work = 65536;

std::size_t parts_of(std::size_t row) {
  return std::max<std::size_t>(1, parallel::block_count(row, part_positions));
}

/// A part of a post's row.
struct Unit {
  std::size_t post = 0;
  std::size_t part = 0;
};

/// Where each task begins, in the order of (post, part); the last entry is the end.
std::vector<Unit> cut(const World& world, const std::vector<Post>& posts) {
  const auto& graph = world.network->graph;
  constexpr std::size_t overhead = 64;  // a short row costs more than its positions
  std::size_t work = 0;
  for (const Post& post : posts) work += graph.audience(post.author) + overhead;
  const std::size_t per_task = std::max(least_work, work / most_tasks + 1);
  std::vector<Unit> begins;
  std::size_t full = 0;  // work of the tasks begun so far
  std::size_t done = 0;
  for (std::size_t p = 0; p < posts.size(); ++p) {
    const std::size_t row = graph.audience(posts[p].author);
    for (std::size_t part = 0; part < parts_of(row); ++part) {
      if (done >= full && begins.size() < most_tasks) {
        begins.push_back({p, part});
        full += per_task;
      }
      done += std::min<std::size_t>(part_positions, row - part * part_positions) +
              (part == 0 ? overhead : 0);
    }
  }
  begins.push_back({posts.size(), 0});
  return begins;
}

/// Shows posts to consumers and deals what is seen to their blocks. several: arms, not one.
template <bool several>
class Task {
 public:
  /// lists: of a block of consumers each.
  Task(const Siblings& siblings, market::Day day, const DayBuffers& buffers,
       std::span<std::vector<Exposure>> lists)
      : siblings_(siblings),
        world_(siblings.shared()),
        day_(day),
        posts_(buffers.posts),
        consumers_(buffers.consumers),
        lists_(lists),
        showing_(world_.draws.of(random::Purpose::showing)),
        showing_new_(world_.draws.of(random::Purpose::showing_new_follow)) {}

  void run(Unit from, Unit to) {
    for (std::size_t p = from.post; p < posts_.size() && p <= to.post; ++p) {
      const std::size_t parts = parts_of(world_.network->graph.audience(posts_[p].author));
      const std::size_t last = p == to.post ? to.part : parts;
      for (std::size_t part = p == from.post ? from.part : 0; part < last; ++part) {
        show_part(static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(part));
        // New follows come last, behind the row's last part.
        if (part + 1 == parts) show_new(static_cast<std::uint32_t>(p));
      }
    }
  }

 private:
  std::uint32_t weight(market::Units trust) const noexcept {
    return world_.rates.attention.weight(trust);
  }

  /// In which arms a candidate is shown a post. trust: that which arms have in common.
  ArmSet shown_to(const Post& post, std::uint32_t word, AccountId consumer,
                  market::Units trust) const noexcept {
    if constexpr (several)
      return post.arms & shown_in(word, post.showing.kept,
                                  siblings_.apart->attention[index(consumer)], weight(trust));
    return if_true(
        market::is_shown(word, post.showing.kept, world_.attention[index(consumer)], weight(trust)),
        only(0));
  }

  /// Without a branch, which half of all candidates would lead astray.
  static ArmSet if_true(bool is, ArmSet arms) noexcept {
    return static_cast<ArmSet>(arms & (0U - static_cast<unsigned>(is)));
  }

  /// The same by an edge of which some arm has its own state. common: what says where.
  [[gnu::noinline]] ArmSet shown_by_each(const Post& post, std::uint32_t word, AccountId consumer,
                                         const market::FollowEdgeState& common) const noexcept {
    const ArmAttention& attention = siblings_.apart->attention[index(consumer)];
    if (attention.of[0] == 0) return 0;  // offline
    PartedEdge& states = siblings_.apart->states(common);
    ArmSet arms = 0;
    for_each_arm(post.arms, [&](std::size_t arm) {
      const market::Units trust = state_of(states, siblings_.all(), common.apart, arm).trust;
      arms |= if_true(market::is_shown(word, post.showing.kept, attention.of[arm], weight(trust)),
                      only(arm));
    });
    return arms;
  }

  [[gnu::always_inline]] void prefetch(AccountId consumer) const noexcept {
    if constexpr (several) {
      __builtin_prefetch(&siblings_.apart->attention[index(consumer)]);
    } else {
      __builtin_prefetch(&world_.attention[index(consumer)]);
    }
  }

  [[gnu::always_inline]] bool parted(EdgeNumber edge) const noexcept {
    if constexpr (several) return siblings_.apart->parted(edge);
    return false;
  }

  /// Starts loading what candidates will need. first: edge of the first position, followers: there.
  [[gnu::always_inline]] void load(const Candidates& some, EdgeNumber first,
                                   const AccountId* followers) {
    std::size_t parted_edges = 0;
    for (std::size_t n = 0; n < some.count; ++n) {
      prefetch(followers[some.position[n]]);
      if constexpr (several) {
        const EdgeNumber edge = first + some.position[n];
        parted_[parted_edges] = edge;
        parted_edges += static_cast<std::size_t>(siblings_.apart->parted(edge));
      }
    }
    for (std::size_t n = 0; n < parted_edges; ++n) __builtin_prefetch(&world_.edge[parted_[n]]);
    for (std::size_t n = 0; n < parted_edges; ++n)
      __builtin_prefetch(&siblings_.apart->states(world_.edge[parted_[n]]));
  }

  void show_part(std::uint32_t p, std::uint32_t part) {
    const Post& post = posts_[p];
    const auto row = world_.network->graph.followers(post.author);
    const std::uint32_t begin = part * part_positions;
    if (begin >= row.size()) return;
    const auto positions =
        static_cast<std::uint32_t>(std::min<std::size_t>(part_positions, row.size() - begin));
    const EdgeNumber first = index(world_.network->graph.row_begin(post.author)) + begin;
    const market::Units* trust = world_.trust.data() + first;
    const AccountId* followers = row.data() + begin;
    std::uint32_t count = 0;
    const CandidateJumps jumps =
        candidate_jumps(showing_, index(post.author) | std::uint64_t{part} << 32, day_,
                        post.slot << 16, post.showing.candidate, post.jump_scale);
    for_some_candidates(jumps, positions, [&](const Candidates& some) {
      load(some, first, followers);
      for (std::size_t n = 0; n < some.count; ++n) {
        const std::uint32_t at = some.position[n];
        const EdgeNumber edge = first + at;
        const ArmSet arms =
            parted(edge) ? shown_by_each(post, some.word[n], followers[at], world_.edge[edge])
                         : shown_to(post, some.word[n], followers[at], trust[at]);
        found_[count] = Exposure(edge, arms, followers[at], p);
        count += static_cast<std::uint32_t>(arms != 0);
      }
    });
    deal(count);
  }

  void show_new(std::uint32_t p) {
    const Post& post = posts_[p];
    if (post.influencer == no_influencer) return;
    std::span<const NewFollower> left = world_.new_follows.of[post.influencer];
    while (!left.empty()) {
      const auto some = left.first(std::min(left.size(), NewCandidates::most));
      show_some_new(p, some);
      left = left.subspan(some.size());
    }
  }

  /// New followers that are candidates, some at a time: where they lie is loaded before it is
  /// looked at.
  struct NewCandidates {
    static constexpr std::size_t most = 64;
    template <typename T>
    using Each = std::array<T, most>;

    alignas(64) Each<std::uint32_t> author;
    alignas(64) Each<std::uint32_t> follower{};
    alignas(64) Each<std::uint32_t> slot;
    alignas(64) std::array<std::uint32_t, 4 * most> bits;
    Each<std::uint32_t> which;  ///< of those that are candidates
  };

  void show_some_new(std::uint32_t p, std::span<const NewFollower> some) {
    const Post& post = posts_[p];
    NewCandidates& c = new_candidates_;
    // Counters come eight at a time; what the last are is no matter.
    const std::size_t counters = (some.size() + 7) / 8 * 8;
    std::fill_n(c.author.begin(), counters, static_cast<std::uint32_t>(index(post.author)));
    std::fill_n(c.slot.begin(), counters, post.slot);
    for (std::size_t n = 0; n < some.size(); ++n)
      c.follower[n] = static_cast<std::uint32_t>(index(some[n].follower));
    const auto first = [&](const auto& each) { return std::span(each.data(), counters); };
    random::fill_scattered(showing_new_, {first(c.author), first(c.follower), day_, first(c.slot)},
                           std::span(c.bits.data(), 4 * counters));
    const random::Chance candidate(post.showing.candidate);
    std::size_t candidates = 0;
    for (std::size_t n = 0; n < some.size(); ++n) {
      if (!candidate.happens(c.bits[n])) continue;
      prefetch(some[n].follower);
      __builtin_prefetch(&world_.new_follows.edges[some[n].at]);
      c.which[candidates++] = static_cast<std::uint32_t>(n);
    }
    for (std::size_t n = 0; n < candidates; ++n)
      show_new(p, some[c.which[n]], c.bits[counters + c.which[n]]);
  }

  void show_new(std::uint32_t p, const NewFollower& each, std::uint32_t word) {
    const NewFollow& follow = world_.new_follows.edges[each.at];
    const ArmSet arms = several && follow.state.apart != 0
                            ? shown_by_each(posts_[p], word, each.follower, follow.state)
                            : shown_to(posts_[p], word, each.follower, follow.trust);
    if (arms == 0) return;
    found_[0] = Exposure(new_edge + each.at, arms, each.follower, p);
    deal(1);
  }

  void deal(std::uint32_t count) {
    for (std::uint32_t n = 0; n < count; ++n)
      lists_[consumers_.of(found_[n].consumer)].push_back(found_[n]);
  }

  const Siblings& siblings_;
  const World& world_;
  market::Day day_;
  const std::vector<Post>& posts_;
  ConsumerBlocks consumers_;
  std::span<std::vector<Exposure>> lists_;
  random::StreamKey showing_;
  random::StreamKey showing_new_;
  // One more than a part has: a candidate that is not shown is written before it is dropped.
  std::array<Exposure, part_positions + 1> found_;
  std::array<EdgeNumber, Candidates::most + 1> parted_;
  NewCandidates new_candidates_;
};

template <bool several>
void show_tasks(const Siblings& siblings, market::Day day, DayBuffers& buffers) {
  const std::vector<Unit> begins = cut(siblings.shared(), buffers.posts);
  buffers.tasks = begins.size() - 1;
  const std::size_t blocks = buffers.blocks.size();
  if (buffers.shown.size() < buffers.tasks * blocks) buffers.shown.resize(buffers.tasks * blocks);
  parallel::for_each_block(buffers.tasks, [&](std::size_t t) {
    const std::span<std::vector<Exposure>> lists(buffers.shown.data() + t * blocks, blocks);
    for (auto& list : lists) list.clear();
    Task<several>(siblings, day, buffers, lists).run(begins[t], begins[t + 1]);
  });
}

}  // namespace

void show_posts(const Siblings& siblings, market::Day day, DayBuffers& buffers) {
  if (siblings.apart == nullptr) {
    show_tasks<false>(siblings, day, buffers);
  } else {
    show_tasks<true>(siblings, day, buffers);
  }
}

}  // namespace clout::engine
