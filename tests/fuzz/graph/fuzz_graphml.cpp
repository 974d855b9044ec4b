// Any bytes are GraphML or refused with an InputError; what is read is a valid graph.
#include <cstddef>
#include <cstdint>
#include <string>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/graph/graphml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace clout::graph;
  try {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const Network network = read_graphml(TextInput("fuzz", bytes), {}).network;
    CLOUT_EXPECT(rows_are_valid(network.graph));
    CLOUT_EXPECT(network.names.empty() || network.names.size() == network.graph.accounts());
    CLOUT_EXPECT(network.niches.home.size() == network.graph.accounts());
  } catch (const clout::InputError& error) {
    CLOUT_EXPECT(error.diagnostics().size() <= 21);
  }
  return 0;
}
