// A stage: one author before its audience, and nobody who misses a post. For findings of
// experiments, which hold exposures fixed.
#pragma once

#include <cstddef>

#include "analysis/patterns/lab.hpp"

namespace clout::patterns {

/// One author of a lab's market, and its followers, on a network of their own: the author is
/// account 0 and influencer 0, followers keep their home niches, and nobody else is followed.
/// agents: how many followers the author is to have (the account with the nearest audience is
/// taken); people: F of the author, for how many people the followers stand.
graph::Network stage(const Lab& lab, std::size_t agents, double people);

/// Everybody is online every day and is shown every post, nobody leaves, nobody is fake.
void show_everything(engine::Arm& arm);

/// The arm's brands become count brands, each with an unhired campaign of its position, as alike
/// as those that influencers endorse anyway: fit and familiarity as in the background.
void endorse_ordinary_brands(engine::Arm& arm, std::size_t count);

/// Brands of the author's home niche: fit_in_niche is what they are endorsed with.
void bring_home(engine::Arm& arm, const graph::Network& stage);

/// Posts of a campaign by influencer 0, every so many days from the first on.
void plan_posts(engine::World& world, std::size_t campaign, market::Day first, std::size_t posts,
                market::Day every);

}  // namespace clout::patterns
