// P06: disclosure is recognised and remembered, costs credibility, and hardly moves purchases.
#include "analysis/patterns/followers.hpp"
#include "analysis/patterns/minds.hpp"
#include "analysis/patterns/over_seeds.hpp"
#include "analysis/patterns/patterns.hpp"
#include "analysis/patterns/stage.hpp"

namespace clout::patterns {

namespace {

constexpr std::size_t consumers = 344;  // of a study: 12,721 in 37
constexpr std::size_t studies = 37;
constexpr market::Day asked = 1;       // morning after the one post
constexpr market::Day bought_by = 28;  // four weeks to buy

struct Answers {
  double trust = 0;
  double aware = 0;      ///< share of followers
  double intention = 0;  ///< mean chance to consider
  double bought = 0;     ///< share of followers
};

Answers answers(const Lab& lab, const graph::Network& network, market::Disclosure disclosure,
                random::Replicate replicate) {
  engine::Arm arm = lab.arm();
  endorse_ordinary_brands(arm, 1);
  show_everything(arm);
  arm.campaigns[0].disclosure = disclosure;
  engine::World world = make_world(network, arm, lab.run(bought_by, 0), replicate);
  plan_post(world, 0, 0, 0);
  const auto followers = followers_of(world, 0);
  engine::DayTally sum = run_days(world, 0, asked);
  Answers result{.trust = mean_trust(world, 0, asked),
                 .aware = aware_share(world, followers, 0),
                 .intention = mean_of(world, followers, 0, asked, intention)};
  sum.add(run_days(world, asked, bought_by));
  result.bought =
      static_cast<double>(sum.brand[0].first_purchases) / static_cast<double>(followers.size());
  return result;
}

Evidence measure(const Lab& lab) {
  const graph::Network network = stage(lab, consumers, 100'000);
  // Disclosed less undisclosed.
  const auto seeds = lab.replicates(lab.seeds(studies, 10), [&](random::Replicate replicate) {
    const Answers marked = answers(lab, network, market::Disclosure::disclosed, replicate);
    const Answers hidden = answers(lab, network, market::Disclosure::undisclosed, replicate);
    return Answers{.trust = marked.trust - hidden.trust,
                   .aware = marked.aware - hidden.aware,
                   .intention = marked.intention - hidden.intention,
                   .bought = marked.bought - hidden.bought};
  });
  const std::string share = "share of followers";
  return {
      .readings = {over_seeds(seeds, &Answers::trust, "trust, disclosed less undisclosed", "1",
                              {.high = 0}, Rule::interval_inside),
                   over_seeds(seeds, &Answers::aware, "aware of the brand, the same", share,
                              {.low = 0}, Rule::interval_inside),
                   over_seeds(seeds, &Answers::bought, "buyers, the same", share,
                              {.low = 0, .high = 0}, Rule::interval_meets),
                   over_seeds(seeds, &Answers::intention, "purchase intention, the same", "1")},
      .note =
          "Each seed is a study as large as those of the meta-analysis on average, 344 consumers, "
          "and a full run has as many studies; both groups of a seed are the same people, so "
          "the interval is, if anything, narrower than theirs. As in most of these "
          "experiments one post is seen once, by an influencer of 100,000 people. Credibility "
          "is trust and recall is awareness next morning; purchases are counted over four "
          "weeks, and intention is shown beside them. Some notice a hidden advertisement all "
          "the same and distrust it the more, the larger the account: which way trust goes "
          "depends on how many they are."};
}

}  // namespace

Pattern p06() {
  return {
      .id = "P06",
      .finding =
          "Disclosure raises recognition and persuasion knowledge and lowers credibility; "
          "purchases do not change significantly.",
      .source = "Liu & Zhao (meta-analysis); Eisend, van Reijmersdal, Boerman & Tarrahi 2020",
      .grade = "A",
      .published =
          "recall and persuasion knowledge up, credibility down, purchase not significant (37 "
          "studies, N = 12,721)",
      .criterion =
          "Disclosed against undisclosed: trust falls and awareness rises, both with their 95% "
          "intervals, and the 95% interval of the difference in buyers includes 0, over 37 studies "
          "of 344 consumers.",
      .calibrated_on = false,
      .measure = measure,
  };
}

}  // namespace clout::patterns
