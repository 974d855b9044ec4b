// A sweep's file and its shards, without a sweep.
#include "sim/store/sweep_file.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include <hdf5.h>

#include "sim/store/seal.hpp"
#include "sim/store/sweep_writer.hpp"
#include "tests/store/small_studies.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout;
using clout::test::complaints;
using clout::test::content_of;
using clout::test::TemporaryFolder;
using store::Start;
using store::SweepRecord;
using store::SweepWriter;

namespace {

/// A number that says which figure, point, arm and replicate it belongs to; one is undefined.
double value_of(std::size_t figure, double share, std::size_t arm, std::uint32_t replicate) {
  if (figure == 1 && arm == 1 && replicate == 0) return std::numeric_limits<double>::quiet_NaN();
  return 1000.0 * static_cast<double>(figure) + share + 10.0 * static_cast<double>(arm) +
         100.0 * replicate;
}

/// Without values: as many points and replicates as asked for.
SweepRecord plan_of(std::size_t points, std::uint32_t replicates) {
  SweepRecord sweep;
  sweep.study.title = "ein Versuch \xC3\xBC";
  sweep.study.config_sha256 = "abc";
  sweep.study.software = "clout 0";
  sweep.study.scenario = "run.seed = 1\n";
  sweep.study.resolved = "[run]\ndays = 5\n[sweep]\npoints = " + std::to_string(points) + "\n";
  sweep.study.planned_replicates = replicates;
  sweep.study.arms.resize(2);
  sweep.study.arms[0].name = "one";
  sweep.study.arms[1].name = "the other";
  sweep.design = "sobol";
  sweep.judged_by = "first";
  std::vector<double> shares;
  std::vector<std::string> words;
  std::vector<std::int32_t> switches;
  for (std::size_t n = 0; n < points; ++n) {
    shares.push_back(0.1 * static_cast<double>(n));
    words.emplace_back(n % 2 == 0 ? "micro" : "mega");
    switches.push_back(n % 2 == 0 ? 1 : 0);
  }
  sweep.settings = {{"platform.sponsored_share", "1", "Share.", shares},
                    {"campaign.a b/c.roster.tier", "1", "Tier.", words},
                    {"market.mechanism.trust", "1", "Trust.", switches}};
  sweep.figures = {{"first", "people", "the first", {}}, {"second.micro", "1", "the second", {}}};
  for (std::uint32_t n = 0; n < replicates; ++n)
    sweep.replicates.push_back(static_cast<random::Replicate>(n));
  return sweep;
}

/// Runs what is missing at so many points; returns how many replicates that were.
std::size_t run(SweepWriter& writer, std::size_t points) {
  std::size_t count = 0;
  for (std::size_t point = 0; point < points; ++point) {
    const auto finished = writer.finished(point);
    const SweepRecord& sweep = writer.sweep();
    const double share = std::get<std::vector<double>>(sweep.settings[0].values)[point];
    for (const random::Replicate each : sweep.replicates) {
      if (std::find(finished.begin(), finished.end(), each) != finished.end()) continue;
      std::vector<std::vector<double>> figures(2);
      for (std::size_t arm = 0; arm < 2; ++arm) {
        for (std::size_t figure = 0; figure < 2; ++figure)
          figures[arm].push_back(value_of(figure, share, arm, static_cast<std::uint32_t>(each)));
      }
      writer.add(point, each, figures);
      ++count;
    }
    writer.write_point(point);
  }
  return count;
}

/// What a sweep that is never interrupted writes.
std::string whole(std::size_t points, std::uint32_t replicates) {
  const TemporaryFolder folder;
  SweepWriter writer(folder.file("out.h5"), Start::anew);
  writer.begin(plan_of(points, replicates));
  run(writer, points);
  writer.finish();
  return content_of(folder.file("out.h5"));
}

}  // namespace

TEST_CASE("a sweep reads back as it was written") {
  const TemporaryFolder folder;
  SweepWriter writer(folder.file("out.h5"), Start::anew);
  writer.begin(plan_of(3, 2));
  CHECK_FALSE(writer.complete());
  CHECK(run(writer, 3) == 6);
  CHECK(writer.complete());
  writer.finish();
  SweepRecord read = store::read_sweep(folder.file("out.h5"));
  SweepRecord expected = writer.sweep();
  for (std::size_t n = 0; n < 2; ++n) {
    REQUIRE(read.figures[n].values.size() == 12);
    for (std::size_t at = 0; at < 12; ++at) {
      const double there = expected.figures[n].values[at];
      const double here = read.figures[n].values[at];
      CHECK((here == there || (std::isnan(here) && std::isnan(there))));
    }
    read.figures[n].values = expected.figures[n].values = {};
  }
  CHECK(read == expected);
}

TEST_CASE("a sweep that was cut off goes on from its points to the same bytes") {
  const TemporaryFolder folder;
  {
    SweepWriter writer(folder.file("out.h5"), Start::anew);
    writer.begin(plan_of(4, 2));
    CHECK(run(writer, 2) == 4);
  }
  const auto told = complaints([&] { SweepWriter(folder.file("out.h5"), Start::anew); });
  REQUIRE(told.size() == 1);
  CHECK(told.front().find("holds finished points of a sweep that was cut off") !=
        std::string::npos);
  SweepWriter writer(folder.file("out.h5"), Start::resume);
  writer.begin(plan_of(4, 2));
  CHECK(writer.points_finished() == 2);
  CHECK(run(writer, 4) == 4);
  writer.finish();
  CHECK(content_of(folder.file("out.h5")) == whole(4, 2));
}

TEST_CASE("more points and more replicates use what is there") {
  const TemporaryFolder folder;
  {
    SweepWriter writer(folder.file("out.h5"), Start::anew);
    writer.begin(plan_of(2, 2));
    run(writer, 2);
    writer.finish();
  }
  {
    // Cut off on the way: shards with three replicates beside an output with two.
    SweepWriter writer(folder.file("out.h5"), Start::resume);
    writer.begin(plan_of(4, 3));
    CHECK(run(writer, 1) == 1);
  }
  SweepWriter writer(folder.file("out.h5"), Start::resume);
  writer.begin(plan_of(4, 3));
  CHECK(writer.finished(0).size() == 3);
  CHECK(writer.finished(1).size() == 2);
  CHECK(run(writer, 4) == 7);
  writer.finish();
  CHECK(content_of(folder.file("out.h5")) == whole(4, 3));
}

TEST_CASE("points of another sweep are refused with what tells it apart") {
  const TemporaryFolder folder;
  {
    SweepWriter writer(folder.file("out.h5"), Start::anew);
    writer.begin(plan_of(3, 2));
    run(writer, 3);
    writer.finish();
  }
  const auto refusal = [&](const SweepRecord& plan) {
    SweepWriter writer(folder.file("out.h5"), Start::resume);
    const auto told = complaints([&] { writer.begin(plan); });
    return told.size() == 1 ? told.front() : std::to_string(told.size()) + " complaints";
  };
  SweepRecord other = plan_of(3, 2);
  other.study.config_sha256 = "def";
  other.study.resolved = "[run]\ndays = 6\n[sweep]\npoints = 9\n";
  CHECK(refusal(other).find("'days = 5' where this run has 'days = 6'") != std::string::npos);
  other = plan_of(3, 2);
  other.settings[0].key = "platform.click_through";
  CHECK(refusal(other).find("it varies platform.sponsored_share, ") != std::string::npos);
  CHECK(refusal(plan_of(2, 2)).find("has 1 points that this design does not have") !=
        std::string::npos);
  CHECK(refusal(plan_of(3, 1)).find("has 2 replicates, and 1 were asked for") != std::string::npos);
}

TEST_CASE("a sweep cut off at any byte, or changed at any, is refused with one message") {
  const TemporaryFolder folder;
  const std::string good = whole(2, 1);
  const auto refusal = [&](const std::string& bytes) {
    std::ofstream(folder.file("bad.h5"), std::ios::binary) << bytes;
    return complaints([&] { store::read_sweep(folder.file("bad.h5")); }).size();
  };
  for (std::size_t length = 0; length < good.size(); length += 997)
    CHECK(refusal(good.substr(0, length)) == 1);
  for (std::size_t at = 0; at < good.size(); at += 997) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x20);
    CHECK(refusal(bad) == 1);
  }
}

TEST_CASE("a sealed sweep without one of its datasets is refused by its name") {
  const std::string good = whole(2, 1);
  for (const std::string name :
       {"point", "arm", "replicate", "platform.sponsored_share", "first", "second.micro",
        "config/setting", "config/figure", "config/setting_variable", "config/resolved",
        "campaign.a_b_c.roster.tier"}) {
    INFO(name);
    const TemporaryFolder folder;
    const std::string path = folder.file("bad.h5");
    std::ofstream(path, std::ios::binary) << good;
    const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    REQUIRE(H5Ldelete(file, name.c_str(), H5P_DEFAULT) >= 0);
    H5Fclose(file);
    store::seal(path, path);
    const auto told = complaints([&] { store::read_sweep(path); });
    REQUIRE(told.size() == 1);
    CHECK(told.front().find(name.substr(name.find('/') + 1)) != std::string::npos);
  }
}

TEST_CASE("files of other kinds and versions are told apart") {
  const TemporaryFolder folder;
  const std::string path = folder.file("out.h5");
  std::ofstream(path, std::ios::binary) << whole(1, 1);
  const auto of_run = complaints([&] { store::OutcomeReader{path}; });
  REQUIRE(of_run.size() == 1);
  CHECK(of_run.front().find("the file holds a sweep") != std::string::npos);
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  const hid_t attribute = H5Aopen(file, "schema_version", H5P_DEFAULT);
  const std::int64_t newer = 2;
  REQUIRE(H5Awrite(attribute, H5T_NATIVE_INT64, &newer) >= 0);
  H5Aclose(attribute);
  H5Fclose(file);
  store::seal(path, path);
  const auto told = complaints([&] { store::read_sweep(path); });
  REQUIRE(told.size() == 1);
  CHECK(told.front().find("the layout has version 2 and this program reads version 1") !=
        std::string::npos);
}
