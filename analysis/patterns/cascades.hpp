// Who adopted by whom: trees of adoption, read off what was posted and shown day by day.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/patterns/usual_market.hpp"

namespace clout::patterns {

/// Of the arm's first brand. The parent of an adopter is the adopter whose praise it was shown on
/// the day on which it first bought, the first by account if there were several; without one it
/// begins a cascade.
class Cascades {
 public:
  explicit Cascades(std::size_t accounts);

  /// To be called at the end of every day from the first on.
  void record(const GoingMarket& going, market::Day day);

  /// How a cascade grew.
  struct Cascade {
    market::Day begun = 0;
    std::uint32_t size = 1;               ///< adopters
    std::uint32_t depth = 0;              ///< steps from its first adopter to the furthest
    std::uint32_t largest_broadcast = 0;  ///< most adoptions that one adopter caused
  };
  /// Of the cascades begun before a day, in no telling order, what they came to by now.
  std::vector<Cascade> begun_before(market::Day day) const;

  /// Mean number of adoptions caused by now by those who adopted before a day; 0 if nobody did.
  double caused_per_adopter(market::Day before) const;

 private:
  static constexpr std::uint32_t nobody = 0xFFFFFFFF;
  struct Adopter {
    market::Day day = market::never;
    std::uint32_t first = nobody;  ///< account that began the cascade
    std::uint32_t depth = 0;
    std::uint32_t caused = 0;
  };

  void note_praise(const GoingMarket& going);

  std::vector<Adopter> adopters_;       ///< per account
  std::vector<std::uint32_t> praised_;  ///< per account: author shown today
};

/// Share of cascades that end within one step of their first adopter. NaN without cascades.
double shallow_share(const std::vector<Cascades::Cascade>& cascades);

/// Pearson's correlation of size and largest broadcast. NaN if all are of one size.
double size_by_broadcast(const std::vector<Cascades::Cascade>& cascades);

}  // namespace clout::patterns
