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
  bool shown(std::uint32_t word, std::uint16_t attention, market::Units trust,
             std::uint32_t kept) const noexcept {
    return market::is_shown(word, kept, attention, world_.rates.attention.weight(trust));
  }

  /// In which arms a candidate is shown a post. trust: that which arms share.
  ArmSet shown_in(const Post& post, std::uint32_t word, AccountId consumer, EdgeNumber edge,
                  market::Units trust) const {
    if constexpr (several) return shown_apart(post, word, consumer, edge, trust);
    return if_true(shown(word, world_.attention[index(consumer)], trust, post.showing.kept),
                   only(0));
  }

  /// Without a branch, which half of all candidates would lead astray.
  static ArmSet if_true(bool is, ArmSet arms) noexcept {
    return static_cast<ArmSet>(arms & (0U - static_cast<unsigned>(is)));
  }

  ArmSet shown_apart(const Post& post, std::uint32_t word, AccountId consumer, EdgeNumber edge,
                     market::Units trust) const {
    const AttentionMark mark = siblings_.apart->marks[index(consumer)];
    if (mark.attention() == 0) return 0;  // offline in one arm, offline in all
    const ArmSet own = post.arms & mark.own();
    if (mark.may_have(edge)) {
      constexpr std::uint32_t most = market::AttentionTable::one;  // whatever the trust is
      if (own == 0 && !market::is_shown(word, post.showing.kept, mark.attention(), most)) return 0;
      return shown_one_by_one(post, word, consumer, edge);
    }
    const bool is = shown(word, mark.attention(), trust, post.showing.kept);
    ArmSet arms = if_true(is, without(post.arms, own));
    for_each_arm(own, [&](std::size_t arm) {
      if (shown(word, attention_in(arm, consumer, mark), trust, post.showing.kept))
        arms |= only(arm);
    });
    return arms;
  }

  /// The edge may be apart.
  [[gnu::noinline]] ArmSet shown_one_by_one(const Post& post, std::uint32_t word,
                                            AccountId consumer, EdgeNumber edge) const {
    const AttentionMark mark = siblings_.apart->marks[index(consumer)];
    ArmSet arms = 0;
    for_each_arm(post.arms, [&](std::size_t arm) {
      if (shown(word, attention_in(arm, consumer, mark), trust_of(siblings_, arm, consumer, edge),
                post.showing.kept))
        arms |= only(arm);
    });
    return arms;
  }

  std::uint16_t attention_in(std::size_t arm, AccountId consumer,
                             AttentionMark mark) const noexcept {
    if ((mark.own() & only(arm)) == 0) return mark.attention();
    return siblings_.apart->attention[index(consumer) * siblings_.arms.size() + arm];
  }

  [[gnu::always_inline]] void prefetch(AccountId consumer) const noexcept {
    if constexpr (several) {
      __builtin_prefetch(&siblings_.apart->marks[index(consumer)]);
    } else {
      __builtin_prefetch(&world_.attention[index(consumer)]);
    }
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
      for (std::size_t n = 0; n < some.count; ++n) prefetch(followers[some.position[n]]);
      for (std::size_t n = 0; n < some.count; ++n) {
        const std::uint32_t at = some.position[n];
        const ArmSet arms = shown_in(post, some.word[n], followers[at], first + at, trust[at]);
        found_[count] = Exposure(first + at, arms, followers[at], p);
        count += static_cast<std::uint32_t>(arms != 0);
      }
    });
    deal(count);
  }

  void show_new(std::uint32_t p) {
    const Post& post = posts_[p];
    if (post.influencer == no_influencer) return;
    const random::Chance candidate(post.showing.candidate);
    const NewFollows& follows = world_.new_follows;
    for (const NewFollower& each : follows.of[post.influencer]) {
      const random::Block block =
          draw_block(showing_new_, pair(each.follower, post.author), day_, post.slot);
      if (!candidate.happens(block[0])) continue;
      const EdgeNumber edge = new_edge + each.at;
      const ArmSet arms =
          shown_in(post, block[1], each.follower, edge, follows.edges[each.at].trust);
      if (arms == 0) continue;
      found_[0] = Exposure(edge, arms, each.follower, p);
      deal(1);
    }
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
};

void count_deliveries(const Siblings& siblings, DayBuffers& buffers) {
  for (const Post& post : buffers.posts) {
    if (post.kind == PostKind::word_of_mouth) continue;
    for_each_arm(post.arms, [&](std::size_t arm) {
      buffers.tally.of(arm).tier[market::index(post.tier)].deliveries +=
          siblings.arms[arm].influencers[post.influencer].living;
    });
  }
}

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
  count_deliveries(siblings, buffers);
}

}  // namespace clout::engine
