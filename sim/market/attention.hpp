// Who is shown a post: the platform's reach, times the split of a consumer's attention over the
// accounts it follows. Everything here is in integers, so that a consumer's sums do not depend on
// the order in which its edges change.
#pragma once

#include <array>
#include <cstdint>

#include "sim/market/fraction.hpp"
#include "sim/market/market_spec.hpp"
#include "sim/market/platform_spec.hpp"

namespace clout::market {

/// Chance that an online follower is shown a post of an account with this audience, before
/// attention: min(1, r0 (F/5000)^-b); b is the slope, or 1 - e with an algorithmic feed, whose
/// impressions grow with F^e. followers: people.
double reach(const ReachSpec& spec, Feed feed, double followers);

/// Attention by Luce's rule: chance = reach x g(T) min(offered, budget) / sum over followees of
/// offer x g(T), g(T) = T^gamma. A trust's weight g is in 1/4096, looked up by its highest ten
/// bits.
class AttentionTable {
 public:
  static constexpr std::uint32_t one = 4096;

  /// Without the mechanism every weight is one.
  AttentionTable(const AttentionSpec& spec, bool mechanism);

  /// g(T) in 1/4096, 1 .. 4096; 0 for an edge that was left.
  std::uint32_t weight(Units trust) const noexcept { return trust == 0 ? 0U : weight_[trust >> 6]; }

 private:
  std::array<std::uint16_t, 1024> weight_;
};

/// Posts offered by an account in a day, in 1/65536: usual posts per day x reach.
constexpr std::int64_t offer_units(double posts_per_day, double reach) noexcept {
  return static_cast<std::int64_t>(posts_per_day * reach * 65536.0 + 0.5);
}

/// A consumer's attention today in 1/1024, 0 .. 65535: min(offered, budget) / sum of offer x g.
/// offered and budget: posts a day in 1/65536; weighted: the sum, in 1/65536 x 1/4096. 1024 (one)
/// for somebody to whom nothing is offered.
constexpr std::uint16_t attention_units(std::int64_t offered, std::int64_t budget,
                                        std::int64_t weighted) noexcept {
  if (weighted <= 0) return 1024;
  const std::int64_t looked_at = offered < budget ? offered : budget;
  const std::int64_t units = looked_at * (1024 * AttentionTable::one) / weighted;
  return static_cast<std::uint16_t>(units > 65535 ? 65535 : (units < 1 ? 1 : units));
}

/// An account's part in showing a post.
struct Showing {
  double candidate = 0;    ///< chance to be considered for showing, the same for all followers
  std::uint32_t kept = 0;  ///< reach / candidate in 1/2^20: what attention is multiplied by

  bool operator==(const Showing&) const = default;
};

/// largest_boost x reach, at most 1: the chance before attention thins it. With a boost of 1 and
/// attention one, every candidate is shown.
Showing showing(double reach, double largest_boost);

/// Whether a candidate is shown: with chance min(1, kept x attention x weight).
constexpr bool is_shown(std::uint32_t bits, std::uint32_t kept, std::uint16_t attention,
                        std::uint32_t weight) noexcept {
  return (std::uint64_t{bits} << 10) < std::uint64_t{attention} * weight * kept;
}

}  // namespace clout::market
