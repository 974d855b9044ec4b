#include "analysis/patterns/cascades.hpp"

#include <algorithm>
#include <cmath>

namespace clout::patterns {

Cascades::Cascades(std::size_t accounts) : adopters_(accounts), praised_(accounts) {}

void Cascades::note_praise(const GoingMarket& going) {
  std::ranges::fill(praised_, nobody);
  const engine::DayBuffers& today = going.buffers;
  for (std::size_t list = 0; list < today.tasks * today.blocks.size(); ++list) {
    for (const engine::Exposure& exposure : today.shown[list]) {
      const engine::Post& post = today.posts[exposure.post];
      if (post.kind != engine::PostKind::word_of_mouth || post.negative || post.brand != 0)
        continue;
      const auto author = static_cast<std::uint32_t>(index(post.author));
      if (adopters_[author].day == market::never) continue;
      std::uint32_t& heard = praised_[index(exposure.consumer)];
      heard = std::min(heard, author);
    }
  }
}

void Cascades::record(const GoingMarket& going, market::Day day) {
  note_praise(going);
  // Today's adopters become parents only tomorrow: nobody passes on what was shown today.
  for (std::size_t i = 0; i < adopters_.size(); ++i) {
    const market::BrandState& brand = going.world.brand_state(account_at(i), 0);
    if (brand.stage < market::Stage::tried || adopters_[i].day != market::never) continue;
    Adopter& adopter = adopters_[i];
    adopter.day = day;
    adopter.first = static_cast<std::uint32_t>(i);
    if (praised_[i] == nobody) continue;
    Adopter& parent = adopters_[praised_[i]];
    ++parent.caused;
    adopter.first = parent.first;
    adopter.depth = parent.depth + 1;
  }
}

std::vector<Cascades::Cascade> Cascades::begun_before(market::Day day) const {
  std::vector<Cascade> by_first(adopters_.size());
  for (std::size_t i = 0; i < adopters_.size(); ++i) {
    const Adopter& adopter = adopters_[i];
    if (adopter.day == market::never) continue;
    Cascade& cascade = by_first[adopter.first];
    if (adopter.first == i) {
      cascade.begun = adopter.day;
    } else {
      ++cascade.size;
    }
    cascade.depth = std::max(cascade.depth, adopter.depth);
    cascade.largest_broadcast = std::max(cascade.largest_broadcast, adopter.caused);
  }
  std::vector<Cascade> begun;
  for (std::size_t i = 0; i < adopters_.size(); ++i) {
    if (adopters_[i].first == i && adopters_[i].day < day) begun.push_back(by_first[i]);
  }
  return begun;
}

double Cascades::caused_per_adopter(market::Day before) const {
  double caused = 0;
  double adopters = 0;
  for (const Adopter& adopter : adopters_) {
    if (adopter.day >= before) continue;  // never is the largest day
    caused += adopter.caused;
    ++adopters;
  }
  return adopters > 0 ? caused / adopters : 0;
}

double shallow_share(const std::vector<Cascades::Cascade>& cascades) {
  const auto shallow = std::ranges::count_if(
      cascades, [](const Cascades::Cascade& each) { return each.depth <= 1; });
  return static_cast<double>(shallow) / static_cast<double>(cascades.size());
}

double size_by_broadcast(const std::vector<Cascades::Cascade>& cascades) {
  double size = 0;
  double broadcast = 0;
  const auto count = static_cast<double>(cascades.size());
  for (const auto& each : cascades) {
    size += each.size / count;
    broadcast += each.largest_broadcast / count;
  }
  double sizes = 0;
  double broadcasts = 0;
  double products = 0;
  for (const auto& each : cascades) {
    const double x = each.size - size;
    const double y = each.largest_broadcast - broadcast;
    sizes += x * x;
    broadcasts += y * y;
    products += x * y;
  }
  return products / std::sqrt(sizes * broadcasts);
}

}  // namespace clout::patterns
