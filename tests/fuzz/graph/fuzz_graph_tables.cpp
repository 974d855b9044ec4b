// Any bytes are a table of niches and of influencers or refused with an InputError; the first byte
// says which is tried.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/graph/import.hpp"
#include "sim/graph/influencer_table.hpp"
#include "sim/graph/niche_file.hpp"

namespace {

using namespace clout::graph;

Network small_network() {
  const std::vector<Follow> follows{{clout::AccountId{1}, clout::AccountId{0}},
                                    {clout::AccountId{2}, clout::AccountId{0}}};
  return {graph_of(3, follows), one_niche(3), {"a", "b", "7"}, {}, 1, ""};
}

void try_niches(const std::string& bytes, Network& network) {
  const NicheFile file = read_niche_file(TextInput("fuzz", bytes), network);
  for (const clout::NicheId home : file.niches.home)
    CLOUT_EXPECT(index(home) < file.niches.niches());
}

void try_influencers(const std::string& bytes, Network& network) {
  const InfluencerTable table = read_influencer_table(TextInput("fuzz", bytes), "");
  apply_influencer_table(network, table, {2});
  CLOUT_EXPECT(!network.influencers.empty());
  for (const InfluencerProfile& each : network.influencers) {
    CLOUT_EXPECT(index(each.account) < 3 && each.nominal_followers >= 0 &&
                 std::isfinite(each.engagement_rate));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  Network network = small_network();
  try {
    data[0] % 2 == 0 ? try_niches(bytes, network) : try_influencers(bytes, network);
  } catch (const clout::InputError& error) {
    CLOUT_EXPECT(error.diagnostics().size() <= 21);
  }
  return 0;
}
