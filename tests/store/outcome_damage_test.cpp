// Files that are no outcome files, or no longer: one clear message each.
#include <cmath>
#include <random>

#include <hdf5.h>

#include "sim/store/graph_file.hpp"
#include "sim/store/outcome_slabs.hpp"
#include "sim/store/seal.hpp"
#include "sim/store/shard.hpp"
#include "tests/store/small_studies.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/leaks_forgiven.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout;
using clout::test::complaints;
using clout::test::content_of;
using clout::test::TemporaryFolder;

namespace {

/// Reads all that the reader can read.
void read_all(const std::string& path) {
  const store::OutcomeReader reader(path);
  for (std::size_t n = 0; n < reader.replicates().size(); ++n) reader.replicate(n);
}

/// What the reader says of the file, behind its name.
std::string refusal(const std::string& path) {
  const auto lines = complaints([&] { read_all(path); });
  if (lines.size() != 1) return std::to_string(lines.size()) + " complaints";
  return lines.front().starts_with(path) ? lines.front().substr(path.size()) : lines.front();
}

std::string good_file(const TemporaryFolder& folder) {
  const store::StudyRecord study = test::small_study({});
  std::vector<store::Shard> shards;
  for (std::uint32_t n = 0; n < 2; ++n)
    shards.push_back(
        write_shard(folder.file(std::to_string(n)), study, test::random_outcomes(study, n)));
  merge_shards(folder.file("good.h5"), study, shards, nullptr);
  return folder.file("good.h5");
}

/// A good file with one thing done to it, and sealed again.
class Altered {
 public:
  Altered() : path_(good_file(folder_)) {
    file_ = H5Fopen(path_.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  }
  ~Altered() {
    if (file_ >= 0) H5Fclose(file_);
  }
  Altered(const Altered&) = delete;
  Altered& operator=(const Altered&) = delete;

  void remove(const std::string& name) {
    REQUIRE(H5Ldelete(file_, name.c_str(), H5P_DEFAULT) >= 0);
  }

  void replace(const std::string& name, hid_t type, std::vector<hsize_t> shape) {
    remove(name);
    const hid_t space = H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
    H5Dclose(H5Dcreate2(file_, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    H5Sclose(space);
  }

  void fill(const std::string& name, std::int64_t value) {
    const hid_t dataset = H5Dopen2(file_, name.c_str(), H5P_DEFAULT);
    const hid_t space = H5Dget_space(dataset);
    const std::vector<std::int64_t> values(
        static_cast<std::size_t>(H5Sget_simple_extent_npoints(space)), value);
    REQUIRE(H5Dwrite(dataset, H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0);
    H5Sclose(space);
    H5Dclose(dataset);
  }

  void set(const char* attribute_name, std::int64_t value) {
    const hid_t attribute = H5Aopen(file_, attribute_name, H5P_DEFAULT);
    REQUIRE(H5Awrite(attribute, H5T_NATIVE_INT64, &value) >= 0);
    H5Aclose(attribute);
  }

  void remove_attribute(const char* name) { REQUIRE(H5Adelete(file_, name) >= 0); }

  std::string refused() {
    close();
    store::seal(path_, path_);
    return refusal(path_);
  }

  std::string refused_unsealed() {
    close();
    return refusal(path_);
  }

 private:
  void close() {
    H5Fclose(file_);
    file_ = -1;
  }

  TemporaryFolder folder_;
  std::string path_;
  hid_t file_ = -1;
};

std::vector<std::string> datasets_of(const std::string& path) {
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
  std::vector<std::string> names;
  H5Ovisit(
      file, H5_INDEX_NAME, H5_ITER_INC,
      [](hid_t, const char* name, const H5O_info_t* info, void* list) {
        if (info->type == H5O_TYPE_DATASET)
          static_cast<std::vector<std::string>*>(list)->emplace_back(name);
        return herr_t{0};
      },
      &names);
  H5Fclose(file);
  return names;
}

/// Labels that the reader takes from elsewhere; they are there for other programs.
bool is_a_label_for_others(const std::string& name) {
  const std::string group = name.substr(0, name.find('/'));
  const std::string last = name.substr(name.find('/') + 1);
  if (name == "outcome/replicate" || group == "config") return false;
  for (const char* axis :
       {"arm", "replicate", "day", "tier", "brand", "stage", "niche", "campaign", "event"}) {
    if (last == axis && !(group == "events" && last != "event")) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("files that are no outcome files are refused for what they are") {
  const TemporaryFolder folder;
  CHECK(refusal(folder.file("no.h5")).find(": cannot be opened: No such file") == 0);
  CHECK(refusal(folder.file("empty.h5", "")).find(": the file is not HDF5") == 0);
  CHECK(refusal(folder.file("text.h5", "hello")).find(": the file is not HDF5") == 0);
  CHECK(refusal(folder.file("")).find(": is a folder") != std::string::npos);
  const std::string other = folder.file("other.h5");
  H5Fclose(H5Fcreate(other.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
  CHECK(refusal(other).find(": schema_name: the attribute is missing, so clout did not") == 0);
  const std::string graph = folder.file("graph.h5");
  store::write_graph_file(test::random_network(3, true, 3, true), graph, {1, "clout test"});
  CHECK(refusal(graph).find(": the file holds a follower graph (expected an outcome file") == 0);
}

TEST_CASE("a newer layout of outcome files is refused as such") {
  Altered file;
  file.set("schema_version", 2);
  CHECK(file.refused().find(": schema_version: the layout has version 2 and this program reads "
                            "version 1; a newer clout reads it") == 0);
}

TEST_CASE("a file that another program wrote into is refused as such") {
  Altered file;
  file.set("days", 4);
  CHECK(file.refused_unsealed().find(": the checksum at the end is missing") == 0);
}

TEST_CASE("an outcome file cut off anywhere is refused with one message") {
  const TemporaryFolder folder;
  const std::string whole = content_of(good_file(folder));
  for (std::size_t length = 0; length < whole.size(); length += 997) {
    INFO(length);
    CHECK(refusal(folder.file("cut.h5", whole.substr(0, length))).starts_with(": "));
  }
  for (std::size_t missing = 1; missing < 87; ++missing) {
    INFO(missing);
    CHECK(refusal(folder.file("cut.h5", whole.substr(0, whole.size() - missing)))
              .starts_with(": the checksum at the end is missing"));
  }
}

TEST_CASE("a bit flipped anywhere is refused with one message") {
  const test::LeaksForgiven hdf5_leaks;
  const TemporaryFolder folder;
  const std::string whole = content_of(good_file(folder));
  std::mt19937 engine(5);
  for (int i = 0; i < 400; ++i) {
    std::string changed = whole;
    const std::size_t at =
        i < 100 ? changed.size() - 100 + static_cast<std::size_t>(i) : engine() % changed.size();
    changed[at] = static_cast<char>(changed[at] ^ (1 << (engine() % 8)));
    INFO(at);
    CHECK(refusal(folder.file("changed.h5", changed)).starts_with(": "));
  }
}

TEST_CASE(
    "whatever numbers stand in a replicate's arrays, they are refused or taken, never a crash") {
  // Not done with HDF5's own structures: HDF5 1.10 crashes on some that are made up. Ours are read
  // only once the checksum of the whole file has held.
  const store::StudyRecord study = test::small_study({});
  const store::Slabs good = encode_replicate(study, test::random_outcomes(study, 0));
  std::mt19937 engine(12);
  const auto any_count = [&] { return static_cast<std::int32_t>(engine()) >> (engine() % 32); };
  std::size_t taken = 0;
  std::size_t refused = 0;
  for (int i = 0; i < 3000; ++i) {
    store::Slabs slabs = good;
    store::Slab& slab = slabs[engine() % slabs.size()];
    if (auto* counts = std::get_if<std::vector<std::int32_t>>(&slab); counts && !counts->empty())
      (*counts)[engine() % counts->size()] = any_count();
    if (auto* numbers = std::get_if<std::vector<double>>(&slab); numbers && !numbers->empty()) {
      const double odd[] = {-1e300, 1e300, 0.0, std::nan(""), 1e18, -0.5};
      (*numbers)[engine() % numbers->size()] = odd[engine() % std::size(odd)];
    }
    if (auto* texts = std::get_if<std::vector<std::string>>(&slab))
      (*texts)[engine() % texts->size()] = i % 2 ? "0" : "no number";
    try {
      decode_replicate(study, random::Replicate{0}, slabs);
      ++taken;
    } catch (const store::hdf5::Failure&) {
      ++refused;
    }
  }
  CHECK(taken > 100);
  CHECK(refused > 100);
}

TEST_CASE("each dataset that is missing, or of another type or shape, is named") {
  const TemporaryFolder folder;
  std::size_t tried = 0;
  for (const std::string& name : datasets_of(good_file(folder))) {
    if (is_a_label_for_others(name)) continue;
    INFO(name);
    ++tried;
    Altered without;
    without.remove(name);
    const std::string missing = without.refused();
    // A study may have none of these; then it is what lies along them that is wrong.
    const bool may_be_missing =
        name == "config/niche" || name == "config/campaign" || name == "config/brand";
    CHECK(missing.find(may_be_missing ? ": " : ": " + name + ": the dataset is missing") == 0);
    Altered retyped;
    retyped.replace(name, H5T_STD_I16LE, {3});
    CHECK(retyped.refused().find(": " + name + ": the dataset has another type") == 0);
  }
  CHECK(tried > 60);
  Altered reshaped;
  reshaped.replace("daily/leavers", H5T_STD_I32LE, {2, 2, 4});
  CHECK(reshaped.refused().find(": daily/leavers: the dataset has another shape") == 0);
  Altered huge;
  huge.replace("config/arm", H5T_STD_I32LE, {hsize_t{1} << 40U});
  CHECK(huge.refused().find(": config/arm: the dataset has another type") == 0);
}

TEST_CASE("each attribute that is missing is named") {
  for (const char* name :
       {"schema_version", "title", "seed", "config_sha256", "people_per_agent"}) {
    Altered file;
    file.remove_attribute(name);
    CHECK(file.refused().find(std::string(": ") + name + ": the attribute is missing") == 0);
  }
}

TEST_CASE("numbers that no run has are refused by their variable") {
  const auto refused = [](const char* name, std::int64_t value) {
    Altered file;
    file.fill(name, value);
    return file.refused();
  };
  CHECK(refused("events/arm", 7).find(": events/arm: 7 is none of 0 to 1") == 0);
  CHECK(refused("events/campaign", -1).find(": events/campaign: -1 is none of 0 to 1") == 0);
  CHECK(refused("events/tier", 6).find(": events/tier: 6 is none of 0 to 5") == 0);
  CHECK(refused("config/objective", 3).find(": config/objective: a value that has no") == 0);
  CHECK(refused("outcome/replicate", 1).find(": outcome/replicate: the numbers do not rise") == 0);
  CHECK(refused("outcome/events", -1).find(": outcome/events: a value is negative") == 0);
  Altered days;
  days.set("days", -1);
  CHECK(days.refused().find(": days: -1 cannot be") == 0);
}
