// Ids carry structure: a niche is a contiguous range of ids, and within it ids fall in popularity.
// So home niche and popularity rank of an account need no storage.
//
//   | planted accounts | ranked accounts, most followed first | unfollowed accounts |   per niche
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/ids.hpp"
#include "sim/graph/graph_spec.hpp"

namespace clout::graph {

/// Ranges of one niche. All positions are account indices.
struct NicheRange {
  std::uint32_t begin = 0;       ///< first account; planted accounts come first
  std::uint32_t ranked = 0;      ///< first account with a popularity rank
  std::uint32_t unfollowed = 0;  ///< first account that nobody follows
  std::uint32_t end = 0;

  std::uint32_t size() const noexcept { return end - begin; }
  std::uint32_t ranks() const noexcept { return unfollowed - ranked; }
};

/// Where each niche lies, and which niche an account is in. Sizes are proportional to
/// (k+1)^-exponent, rounded so that they add up; the number of niches is cut to the number of
/// accounts.
class NicheLayout {
 public:
  explicit NicheLayout(const GraphSpec& spec);

  std::size_t niches() const noexcept { return ranges_.size(); }
  std::size_t accounts() const noexcept { return ranges_.back().end; }
  const NicheRange& operator[](std::size_t niche) const noexcept { return ranges_[niche]; }

  /// Home niche of an account, by one look-up and rarely more than one step.
  std::size_t niche_of(std::uint32_t account) const noexcept {
    std::size_t niche = first_guess_[account >> shift_];
    while (account >= ranges_[niche].end) ++niche;
    return niche;
  }

  /// Account of each planted celebrity, in the order of the spec.
  const std::vector<std::uint32_t>& celebrities() const noexcept { return celebrities_; }

  /// Account of each planted influencer, in the order of the spec: spread over niches by their
  /// sizes.
  const std::vector<std::uint32_t>& influencers() const noexcept { return influencers_; }

 private:
  void place_celebrities(const GraphSpec& spec);
  void place_influencers(const GraphSpec& spec);
  /// The niche itself, or the next one with room for a planted account; may be without, if all are.
  std::size_t with_room(std::size_t niche) const noexcept;

  std::vector<NicheRange> ranges_;
  std::vector<std::uint32_t> celebrities_;
  std::vector<std::uint32_t> influencers_;
  std::vector<std::uint16_t> first_guess_;
  unsigned shift_ = 0;
};

/// Names the generator gives its niches: "niche-1" is the largest.
std::vector<std::string> niche_names(std::size_t niches);

}  // namespace clout::graph
