#include "sim/graph/circles.hpp"

#include <algorithm>
#include <utility>

#include "sim/random/philox.hpp"
#include "sim/random/uniform.hpp"

namespace clout::graph {

namespace {

constexpr std::uint32_t most_seats = 128;

}  // namespace

std::size_t seats_for(std::size_t circle_size, const NicheLayout& layout) {
  std::size_t seats = circle_size;
  for (std::size_t niche = 0; niche < layout.niches(); ++niche) {
    while (seats > 2 && layout[niche].ranks() < seats) seats = std::max<std::size_t>(2, seats / 2);
  }
  return seats;
}

Circles::Circles(const NicheLayout& layout, TieChances chances, random::Seed seed)
    : layout_(layout),
      chances_(std::move(chances)),
      tie_key_(stream_key(seed, random::Replicate{0}, random::Purpose::circle_tie)) {
  const auto seats = static_cast<std::uint32_t>(chances_.seats());
  const auto seating = stream_key(seed, random::Replicate{0}, random::Purpose::circle_seating);
  for (std::size_t niche = 0; niche < layout.niches(); ++niche) {
    auto& of_niche = niches_.emplace_back();
    for (std::size_t layer = 0; layer < TieChances::layers; ++layer) {
      const double members = TieChances::layer_share[layer] * layout[niche].ranks();
      of_niche[layer].circles = static_cast<std::uint32_t>(members) / seats;
      for (std::uint32_t seat = 0; seat < seats && of_niche[layer].circles > 0; ++seat) {
        const auto draw = draw_block(seating, niche, static_cast<std::uint32_t>(layer), seat);
        of_niche[layer].rotation.push_back(random::below(draw[0], of_niche[layer].circles));
      }
    }
  }
}

void Circles::append_ties(std::size_t niche, std::uint32_t rank,
                          std::vector<std::uint32_t>& accounts) const {
  for (std::size_t layer = 0; layer < TieChances::layers; ++layer) {
    // Layers are nested: who is not in this one is in no later one.
    const std::uint64_t members = std::uint64_t{niches_[niche][layer].circles} * chances_.seats();
    if (rank >= members) return;
    append_layer_ties(layer, niche, rank, accounts);
  }
}

void Circles::append_layer_ties(std::size_t layer, std::size_t niche, std::uint32_t rank,
                                std::vector<std::uint32_t>& out) const {
  const Layer& here = niches_[niche][layer];
  const std::uint32_t seat = rank / here.circles;
  const std::uint32_t turned = rank % here.circles + here.circles - here.rotation[seat];
  const std::uint32_t circle = turned >= here.circles ? turned - here.circles : turned;
  const std::uint64_t entity =
      (std::uint64_t{niche} << 40U) | (std::uint64_t{layer} << 32U) | circle;
  const std::uint32_t* const threshold = chances_.thresholds(layer, seat);
  const std::uint32_t first = layout_[niche].ranked;
  const auto seats = static_cast<std::uint32_t>(chances_.seats());
  for (std::uint32_t mate = 0; mate < seats; ++mate) {
    const std::uint32_t pair = std::min(seat, mate) * most_seats + std::max(seat, mate);
    if (draw_block(tie_key_, entity, 0, pair)[0] >= threshold[mate]) continue;
    const std::uint32_t sum = circle + here.rotation[mate];
    out.push_back(first + mate * here.circles + (sum >= here.circles ? sum - here.circles : sum));
  }
}

}  // namespace clout::graph
