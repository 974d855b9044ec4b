// Any bytes are an edge list, plain or gzip, or refused with an InputError; what is read is a valid
// graph.
#include <cstddef>
#include <cstdint>
#include <string>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/graph/edge_list.hpp"
#include "sim/parallel/for_blocks.hpp"

namespace {

void try_bytes(const std::string& bytes) {
  using namespace clout::graph;
  try {
    const Import import = read_edge_list(TextInput("fuzz", bytes), {});
    const Network& network = import.network;
    CLOUT_EXPECT(rows_are_valid(network.graph));
    CLOUT_EXPECT(network.names.empty() || network.names.size() == network.graph.accounts());
    CLOUT_EXPECT(network.graph.follows() + import.report.duplicates + import.report.self_loops ==
                 import.report.edges);
  } catch (const clout::InputError& error) {
    CLOUT_EXPECT(error.diagnostics().size() <= 21);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  // One thread: waking others costs more than a graph of a few edges.
  clout::parallel::with_threads(1, [&] { try_bytes(bytes); });
  return 0;
}
