#include "sim/graph/niche_layout.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "sim/base/diagnostic.hpp"
#include "sim/base/nearest_name.hpp"
#include "sim/random/portable_math.hpp"

namespace clout::graph {

namespace {

/// Sizes proportional to the weights that add up to total, every one at least 1 (largest remainder,
/// first of equals).
std::vector<std::uint32_t> apportioned(const std::vector<double>& weights, std::uint32_t total) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  const double spare = total - static_cast<double>(weights.size());
  std::vector<std::uint32_t> sizes;
  std::vector<std::pair<double, std::size_t>> remainders;
  std::uint32_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double share = spare * weights[i] / sum;
    sizes.push_back(1 + static_cast<std::uint32_t>(share));
    given += sizes.back();
    remainders.emplace_back(-(share - static_cast<std::uint32_t>(share)), i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; given < total; ++i, ++given)
    ++sizes[remainders[i % remainders.size()].second];
  return sizes;
}

std::size_t niche_named(const std::string& name, std::size_t number_in_list, std::size_t niches) {
  if (name.empty()) return number_in_list % niches;
  const std::vector<std::string> names = niche_names(niches);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const auto near = nearest_name(name, names);
  throw InputError(Diagnostic{.place = {.key = "graph.celebrity"},
                              .problem = "no niche is called '" + name + "'",
                              .expected = names.front() + " to " + names.back(),
                              .suggestion = near ? "did you mean '" + *near + "'?" : ""});
}

}  // namespace

std::vector<std::string> niche_names(std::size_t niches) {
  std::vector<std::string> names;
  for (std::size_t k = 1; k <= niches; ++k) names.push_back("niche-" + std::to_string(k));
  return names;
}

NicheLayout::NicheLayout(const GraphSpec& spec) {
  const auto accounts = static_cast<std::uint32_t>(spec.accounts);
  const auto niches = static_cast<std::size_t>(std::min(spec.niches, spec.accounts));
  std::vector<double> weights;
  for (std::size_t k = 0; k < niches; ++k) {
    weights.push_back(
        portable::exp(-spec.niche_size_exponent * portable::log(static_cast<double>(k + 1))));
  }
  std::uint32_t begin = 0;
  for (const std::uint32_t size : apportioned(weights, accounts)) {
    const auto unfollowed =
        static_cast<std::uint32_t>(static_cast<double>(size) * spec.unfollowed_share);
    ranges_.push_back({begin, begin, begin + size - unfollowed, begin + size});
    begin += size;
  }
  place_celebrities(spec);
  // One first guess per 2^shift accounts: at most 4096 entries, first-level cache.
  while ((accounts >> shift_) >= 4096) ++shift_;
  std::size_t niche = 0;
  for (std::uint64_t account = 0; account < accounts; account += std::uint64_t{1} << shift_) {
    while (account >= ranges_[niche].end) ++niche;
    first_guess_.push_back(static_cast<std::uint16_t>(niche));
  }
  place_influencers(spec);
}

std::size_t NicheLayout::with_room(std::size_t niche) const noexcept {
  for (std::size_t tried = 1; ranges_[niche].ranks() < 2 && tried < ranges_.size(); ++tried)
    niche = (niche + 1) % ranges_.size();
  return niche;
}

void NicheLayout::place_influencers(const GraphSpec& spec) {
  // Multiples of the golden ratio are spread evenly over the accounts, whatever their number.
  constexpr std::uint32_t golden = 2654435769U;
  for (std::uint32_t i = 0; i < spec.influencers.size(); ++i) {
    const auto place = (std::uint64_t{golden * (i + 1)} * accounts()) >> 32U;
    NicheRange& range = ranges_[with_room(niche_of(static_cast<std::uint32_t>(place)))];
    if (range.ranks() < 2) {
      throw InputError(Diagnostic{.place = {.key = "graph.influencer_count"},
                                  .problem = "the graph has no room for " +
                                             std::to_string(spec.influencers.size()) +
                                             " planted influencers",
                                  .expected = "fewer influencers or more accounts"});
    }
    influencers_.push_back(range.ranked++);
  }
}

void NicheLayout::place_celebrities(const GraphSpec& spec) {
  for (const CelebritySpec& celebrity : spec.celebrities) {
    std::size_t niche = niche_named(celebrity.niche, celebrities_.size(), ranges_.size());
    if (celebrity.niche.empty()) niche = with_room(niche);
    NicheRange& range = ranges_[niche];
    if (range.ranks() < 2) {
      throw InputError(
          Diagnostic{.place = {.key = "graph.celebrity"},
                     .problem = "the niche of '" + celebrity.name + "' has no room for it",
                     .expected = "fewer celebrities or more accounts"});
    }
    celebrities_.push_back(range.ranked++);
  }
}

}  // namespace clout::graph
