#include "tests/bench/written_year.hpp"

#include <filesystem>
#include <stdexcept>

#include <fcntl.h>
#include <unistd.h>

#include "sim/store/outcome_writer.hpp"
#include "tests/support/temporary_folder.hpp"

namespace clout::bench {

namespace {

store::StudyRecord record_of(const graph::Network& network, std::size_t days) {
  store::StudyRecord study;
  study.title = "bench";
  study.seed = 1;
  study.days = static_cast<std::int64_t>(days);
  study.planned_replicates = 1;
  study.accounts = static_cast<std::int64_t>(network.graph.accounts());
  study.follows = static_cast<std::int64_t>(network.graph.follows());
  study.people_per_agent = network.people_per_agent;
  study.graph_origin = network.origin;
  study.brands = {"acme"};
  study.niches = network.niches.names;
  study.arms = {{.name = "bench", .price_usd = {30}, .margin = {0.5}}};
  study.config_sha256 = std::string(64, '0');
  return study;
}

/// Days that do not follow from one another: levels in the middle of what a file takes leave room
/// for their changes.
engine::Outcome outcome_of(const std::vector<engine::DayTally>& tallies, std::size_t days) {
  constexpr std::int64_t middle = std::int64_t{1} << 30U;
  engine::Outcome outcome;
  outcome.start.living.fill(middle);
  outcome.start.trust.fill(middle);
  outcome.start.stage.resize(1);
  outcome.start.stage[0].fill(middle);
  outcome.end = outcome.start;
  for (std::size_t day = 0; day < days; ++day) {
    outcome.days.push_back(tallies[day % tallies.size()]);
    apply(outcome.days.back(), outcome.end);
  }
  return outcome;
}

}  // namespace

Measured write_outcome(const graph::Network& network, const std::vector<engine::DayTally>& tallies,
                       std::size_t days) {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("outcome.h5");
  const store::StudyRecord study = record_of(network, days);
  engine::Outcome outcome = outcome_of(tallies, days);
  const Clocks start = Clocks::now();
  {
    store::OutcomeWriter writer(path, store::Start::anew);
    writer.begin(study);
    writer.add(std::move(outcome));
    writer.finish(nullptr);
  }
  const Clocks took = Clocks::now() - start;
  return {static_cast<double>(std::filesystem::file_size(path)), took};
}

Measured write_plain(std::size_t bytes) {
  const test::TemporaryFolder folder;
  const std::vector<char> content(bytes, 'c');
  const std::string path = folder.file("plain");
  const Clocks start = Clocks::now();
  const int file = open(path.c_str(), O_WRONLY | O_CREAT, 0600);
  const bool written = file >= 0 &&
                       write(file, content.data(), bytes) == static_cast<ssize_t>(bytes) &&
                       fsync(file) == 0;
  if (file >= 0) close(file);
  if (!written) throw std::runtime_error("cannot write " + path);
  return {static_cast<double>(bytes), Clocks::now() - start};
}

}  // namespace clout::bench
