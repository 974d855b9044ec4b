// The tables behind a scenario's [market.*] sections: unit, ranges, provenance and one sentence for
// every setting.
#pragma once

#include <span>

#include "sim/base/parameter.hpp"
#include "sim/market/market_spec.hpp"

namespace clout::market {

std::span<const Parameter<MechanismSpec>> mechanism_parameters();
std::span<const Parameter<AttentionSpec>> attention_parameters();
std::span<const Parameter<RelatabilitySpec>> relatability_parameters();
std::span<const Parameter<TrustSpec>> trust_parameters();
std::span<const Parameter<LoadSpec>> load_parameters();
std::span<const Parameter<SuspicionSpec>> suspicion_parameters();
std::span<const Parameter<SpillOverSpec>> spill_over_parameters();
std::span<const Parameter<EngagementSpec>> engagement_parameters();
std::span<const Parameter<ReplySpec>> reply_parameters();
std::span<const Parameter<UnfollowSpec>> unfollow_parameters();
std::span<const Parameter<MemorySpec>> memory_parameters();
std::span<const Parameter<FunnelSpec>> funnel_parameters();
std::span<const Parameter<WordOfMouthSpec>> word_of_mouth_parameters();

}  // namespace clout::market
