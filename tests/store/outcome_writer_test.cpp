// The writer beside a running study, without one.
#include "sim/store/outcome_writer.hpp"

#include <filesystem>

#include "sim/store/shard.hpp"
#include "tests/store/small_studies.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout;
using clout::test::complaints;
using clout::test::content_of;
using clout::test::random_outcomes;
using clout::test::TemporaryFolder;
using store::OutcomeWriter;
using store::Start;

namespace {

/// A study of so many replicates.
store::StudyRecord study_of(std::int64_t replicates) {
  store::StudyRecord study = test::small_study({});
  study.planned_replicates = replicates;
  return study;
}

/// Hands over these replicates.
void add(OutcomeWriter& writer, const store::StudyRecord& study,
         const std::vector<std::uint32_t>& replicates) {
  for (const std::uint32_t replicate : replicates) {
    for (engine::Outcome& outcome : random_outcomes(study, replicate))
      writer.add(std::move(outcome));
  }
}

/// Replicates that a new writer would not run again.
std::vector<random::Replicate> finished(const std::string& path, const store::StudyRecord& study) {
  OutcomeWriter writer(path, Start::resume);
  writer.begin(study);
  return writer.finished();
}

/// What a run of so many replicates writes that is never interrupted.
std::string whole(std::uint32_t replicates) {
  const TemporaryFolder folder;
  const store::StudyRecord study = study_of(replicates);
  OutcomeWriter writer(folder.file("out.h5"), Start::anew);
  writer.begin(study);
  for (std::uint32_t n = 0; n < replicates; ++n) add(writer, study, {n});
  CHECK(writer.finish(nullptr) == replicates);
  CHECK_FALSE(writer.failed().stop_requested());
  return content_of(folder.file("out.h5"));
}

}  // namespace

TEST_CASE(
    "a writer that ends before its study keeps what it was given, in any order of replicates") {
  const TemporaryFolder folder;
  const std::string path = folder.file("out.h5");
  const store::StudyRecord study = study_of(9);
  {
    OutcomeWriter writer(path, Start::anew);
    writer.begin(study);
    add(writer, study, {0, 1, 2, 5, 7, 8});
  }
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(finished(path, study).size() == 6);
  {
    OutcomeWriter writer(path, Start::resume);
    writer.begin(study);
    add(writer, study, {3, 4});
    CHECK(writer.finish(nullptr) == 8);
  }
  CHECK(store::OutcomeReader(path).replicates().size() == 8);
  CHECK(std::filesystem::exists(path + ".parts"));
  OutcomeWriter writer(path, Start::resume);
  writer.begin(study);
  add(writer, study, {6});
  CHECK(writer.finish(nullptr) == 9);
  CHECK(content_of(path) == whole(9));
}

TEST_CASE("a part that is a copy of another, or of an output, is refused by what it holds") {
  const TemporaryFolder folder;
  const std::string path = folder.file("out.h5");
  const auto part = [&](const std::string& name) {
    return path + ".parts/replicate-" + name + ".h5";
  };
  const store::StudyRecord study = study_of(9);
  {
    OutcomeWriter writer(path, Start::anew);
    writer.begin(study);
    add(writer, study, {0, 1, 2});
    CHECK(writer.finish(nullptr) == 3);
  }
  const auto copied = [&](const std::string& from, const std::string& name) {
    std::filesystem::copy_file(from, part(name), std::filesystem::copy_options::overwrite_existing);
    const auto lines = complaints([&] { finished(path, study); });
    std::filesystem::remove(part(name));
    return lines;
  };
  const std::string advice = "; delete this file to run its replicate again";
  CHECK(copied(part("000002"), "000001") ==
        std::vector{part("000001") + ": holds replicate 2, not 1" + advice});
  CHECK(copied(path, "000010") ==
        std::vector{part("000010") + ": holds 3 replicates, not 10" + advice});
  CHECK(copied(part("000000"), "") ==
        std::vector{part("") + ": holds replicate 0, not ''" + advice});
  std::filesystem::remove(path);
  CHECK(finished(path, study) == std::vector{random::Replicate{0}, random::Replicate{2}});
}

TEST_CASE("a replicate of which an arm is missing is not kept") {
  const TemporaryFolder folder;
  const store::StudyRecord study = study_of(3);
  OutcomeWriter writer(folder.file("out.h5"), Start::anew);
  writer.begin(study);
  writer.add(std::move(random_outcomes(study, 0)[0]));
  add(writer, study, {1});
  writer.add(std::move(random_outcomes(study, 2)[1]));
  CHECK(writer.finish(nullptr) == 1);
  const store::OutcomeReader reader(folder.file("out.h5"));
  CHECK(reader.replicates() == std::vector{random::Replicate{1}});
  CHECK(reader.replicate(0) == random_outcomes(study, 1));
}

TEST_CASE("nothing finished leaves nothing behind, and an older output as it was") {
  const TemporaryFolder folder;
  const std::string path = folder.file("out.h5", "old");
  {
    OutcomeWriter writer(path, Start::anew);
    writer.begin(study_of(2));
    CHECK(writer.finish(nullptr) == 0);
  }
  CHECK(content_of(path) == "old");
  CHECK_FALSE(std::filesystem::exists(path + ".parts"));
}

TEST_CASE("a replicate that cannot be written asks the study to stop and is reported at its end") {
  const TemporaryFolder folder;
  const std::string path = folder.file("out.h5");
  const store::StudyRecord study = study_of(9);
  {
    OutcomeWriter writer(path, Start::anew);
    writer.begin(study);
    // A folder where the shard's file belongs.
    std::filesystem::create_directory(path + ".parts/replicate-000001.h5");
    add(writer, study, {0, 1, 2, 3, 4, 5, 6, 7, 8});
    const auto lines = complaints([&] { writer.finish(nullptr); });
    CHECK(writer.failed().stop_requested());
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().find("replicate-000001.h5: is a folder") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(path));
  }
  std::filesystem::remove(path + ".parts/replicate-000001.h5");
  CHECK(finished(path, study).size() == 1);
}
