// P17: where an algorithm deals out posts, impressions hardly grow with the following.
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/patterns/least_squares.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/reading_of.hpp"

namespace clout::patterns {

namespace {

constexpr market::Day warm_up_days = 14;
constexpr double split_at = 100'000;  ///< followers

struct Audience {
  std::int64_t posts = 0;
  std::int64_t impressions = 0;
};

/// Posts of each influencer and how often they were seen, over some weeks.
std::vector<Audience> count_views(engine::World& world, market::Day days) {
  std::vector<Audience> counts(world.influencers.size());
  run_days(world, 0, warm_up_days);
  run_days(world, warm_up_days, warm_up_days + days,
           [&](market::Day, const engine::DayBuffers& buffers) {
             const auto routine = [](const engine::Post& post) {
               return post.kind != engine::PostKind::word_of_mouth;
             };
             for (const engine::Post& post : buffers.posts) {
               if (routine(post)) ++counts[post.influencer].posts;
             }
             // Lists beyond the day's tasks are those of earlier days.
             const std::size_t lists = buffers.tasks * buffers.blocks.size();
             for (const auto& list : std::span(buffers.shown).first(lists)) {
               for (const engine::Exposure& seen : list) {
                 const engine::Post& post = buffers.posts[seen.post];
                 if (routine(post)) ++counts[post.influencer].impressions;
               }
             }
           });
  return counts;
}

/// Accounts of about the same following pooled, in equal steps of its logarithm: small accounts
/// have posts that nobody sees.
class Ladder {
 public:
  void add(double followers, const Audience& counts) {
    Step& step =
        steps_[std::min(steps_.size() - 1,
                        static_cast<std::size_t>(std::max(0.0, 2 * std::log(followers / 1000))))];
    step.log_followers += static_cast<double>(counts.posts) * std::log(followers);
    step.counts.posts += counts.posts;
    step.counts.impressions += counts.impressions;
  }

  /// Slope of ln impressions per post on ln followers over the steps.
  double elasticity() const {
    std::vector<double> x;
    std::vector<double> y;
    for (const Step& step : steps_) {
      if (step.counts.impressions == 0) continue;
      const auto posts = static_cast<double>(step.counts.posts);
      x.push_back(step.log_followers / posts);
      y.push_back(std::log(static_cast<double>(step.counts.impressions) / posts));
    }
    return slope(x, y);
  }

 private:
  struct Step {
    double log_followers = 0;  ///< sum over posts
    Audience counts;
  };
  std::array<Step, 20> steps_{};
};

struct Elasticities {
  double all = 0;
  double small = 0;  ///< below split_at
  double large = 0;
};

Elasticities elasticities(const engine::World& world, std::span<const Audience> counts) {
  Ladder all;
  Ladder small;
  Ladder large;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    const double followers = world.influencers[k].followers;
    all.add(followers, counts[k]);
    (followers < split_at ? small : large).add(followers, counts[k]);
  }
  return {all.elasticity(), small.elasticity(), large.elasticity()};
}

Evidence measure(const Lab& lab) {
  engine::Arm arm = lab.arm_on(market::PlatformProfile::tiktok);
  arm.market.mechanism.feed = market::Feed::algorithmic;
  const auto days = static_cast<market::Day>(lab.quick() ? 14 : 56);
  const engine::RunSpec run = lab.run(days, warm_up_days);
  const auto found = lab.replicates(lab.seeds(10, 3), [&](random::Replicate replicate) {
    engine::World world = make_world(lab.market(), arm, run, replicate);
    return elasticities(world, count_views(world, days));
  });
  std::vector<double> all;
  std::vector<double> small;
  std::vector<double> large;
  for (const Elasticities& each : found) {
    all.push_back(each.all);
    small.push_back(each.small);
    large.push_back(each.large);
  }
  constexpr double any = std::numeric_limits<double>::infinity();
  Evidence evidence;
  evidence.readings = {
      reading_of("elasticity of impressions to followers", "1", all, {0.05, 0.3}),
      reading_of("the same below 100,000 followers", "1", small, {0, any}, Rule::interval_inside),
      reading_of("the same from 100,000 followers on", "1", large, {0, any},
                 Rule::interval_inside)};
  evidence.note =
      "The form of the feed has this elasticity as a setting "
      "(platform.reach.impressions_exponent); "
      "what is tested is what bounds on reach, limited attention and people who follow several "
      "accounts leave of it. Impressions per post are pooled over accounts of about the same "
      "following, 1,000 to 5 million.";
  return evidence;
}

}  // namespace

Pattern p17() {
  return {
      .id = "P17",
      .finding = "Where an algorithm deals out posts, impressions grow little with followers.",
      .source = "Tian, Dew & Iyengar 2024, Journal of Marketing Research",
      .grade = "A",
      .published = "follower elasticity of impressions always above 0, 0.10 in the mean (TikTok)",
      .criterion =
          "With the algorithmic feed, the slope of ln impressions per post on ln followers is 0.05 "
          "to 0.3, and it is above 0 with its whole interval both below and from 100,000 "
          "followers on.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
