// What is written comes back; equal runs are equal bytes, however their replicates were kept.
#include "sim/store/outcome_file.hpp"

#include <limits>

#include <hdf5.h>
#include <unistd.h>

#include "sim/store/outcome_reference.hpp"
#include "sim/store/shard.hpp"
#include "tests/store/small_studies.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout;
using clout::test::complaints;
using clout::test::content_of;
using clout::test::random_outcomes;
using clout::test::small_study;
using clout::test::TemporaryFolder;
using store::Shard;
using store::StudyRecord;

namespace {

/// A shard of one replicate in the folder.
Shard shard(const TemporaryFolder& folder, const StudyRecord& study, std::uint32_t replicate) {
  return write_shard(folder.file(std::to_string(replicate) + ".h5"), study,
                     random_outcomes(study, replicate));
}

/// Replicates 0 .. count-1 in one file.
std::string merged(const TemporaryFolder& folder, const StudyRecord& study, std::uint32_t count) {
  std::vector<Shard> shards;
  for (std::uint32_t n = 0; n < count; ++n) shards.push_back(shard(folder, study, n));
  merge_shards(folder.file("out.h5"), study, shards, nullptr);
  return folder.file("out.h5");
}

}  // namespace

TEST_CASE("a study and its outcomes come back from their file as they were, of any shape") {
  const TemporaryFolder folder;
  for (const test::StudySize& size :
       {test::StudySize{},
        {.arms = 1, .brands = 1, .niches = 1, .campaigns = 0, .days = 1},
        {.arms = 3, .brands = 2, .niches = 40, .campaigns = 3, .days = 50},
        {.arms = 2, .brands = 1, .niches = 2, .campaigns = 1, .days = 400},
        {.arms = 1, .brands = 0, .niches = 1, .campaigns = 0, .days = 2}}) {
    const StudyRecord study = small_study(size);
    const store::OutcomeReader reader(merged(folder, study, 3));
    CHECK(reader.study() == study);
    REQUIRE(reader.replicates().size() == 3);
    for (std::uint32_t n = 0; n < 3; ++n) {
      CHECK(reader.replicates()[n] == static_cast<random::Replicate>(n));
      CHECK(reader.replicate(n) == random_outcomes(study, n));
    }
  }
  CHECK(H5Fget_obj_count(static_cast<hid_t>(H5F_OBJ_ALL), H5F_OBJ_ALL) == 0);
}

TEST_CASE("the same replicates give the same bytes from shards and from an earlier, shorter file") {
  const TemporaryFolder folder;
  const StudyRecord study = small_study({.days = 60});
  const std::string whole = content_of(merged(folder, study, 4));
  ::sleep(1);  // a clock time in the file would now differ
  StudyRecord shorter = study;
  shorter.planned_replicates = 2;
  merge_shards(folder.file("first.h5"), shorter,
               std::vector{shard(folder, shorter, 0), shard(folder, shorter, 1)}, nullptr);
  std::vector<Shard> shards = read_shards(folder.file("first.h5"), study, {});
  REQUIRE(shards.size() == 2);
  shards.push_back(shard(folder, study, 2));
  shards.push_back(shard(folder, study, 3));
  merge_shards(folder.file("second.h5"), study, shards, nullptr);
  CHECK(content_of(folder.file("second.h5")) == whole);
  shards.pop_back();
  merge_shards(folder.file("third.h5"), study, shards, nullptr);
  CHECK(content_of(folder.file("third.h5")) != whole);
}

TEST_CASE("a count beyond 32 bits is refused by its name, and no file is left") {
  const TemporaryFolder folder;
  const StudyRecord study = small_study({});
  auto outcomes = random_outcomes(study, 0);
  outcomes[1].days[2].tier[3].impressions = std::int64_t{1} << 31;
  const auto lines = complaints([&] { write_shard(folder.file("a.h5"), study, outcomes); });
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().find("daily/tier_impressions: 2147483648 does not fit") != std::string::npos);
  CHECK(folder.names().empty());
}

TEST_CASE("shards of another configuration or program are told from this run's by what differs") {
  const TemporaryFolder folder;
  const StudyRecord study = small_study({});
  const std::string path = merged(folder, study, 1);
  const auto refusal = [&](const StudyRecord& other) {
    const auto lines = complaints([&] { read_shards(path, other, {"", "do something"}); });
    return lines.size() == 1 ? lines.front().substr(path.size()) : "";
  };
  StudyRecord other = study;
  other.planned_replicates = 99;
  other.resolved = "[run]\ndays = 5\nreplicates = 99\n";
  CHECK(refusal(other).empty());
  other.config_sha256 = std::string(64, 'b');
  other.resolved = "[run]\ndays = 7\nreplicates = 99\n";
  CHECK(refusal(other) ==
        ": belongs to another run: it has 'days = 5' where this run has 'days = 7'; do something");
  other.resolved = study.resolved;
  CHECK(refusal(other).find("a file that the graph is made from has other contents now") !=
        std::string::npos);
  other = study;
  other.git_sha1 = "ba9876543210";
  CHECK(refusal(other).find("clout test (git 0123456789ab) wrote it and this is clout test (git "
                            "ba9876543210)") != std::string::npos);
}

TEST_CASE("the committed page on outcome files is what the layout table says") {
  // Written by: clout run --layout > docs/reference/outcome.md
  CHECK(content_of(CLOUT_SOURCE_DIR "/docs/reference/outcome.md") ==
        store::outcome_reference_markdown());
}
