#include "sim/store/graph_file.hpp"

#include <cmath>
#include <random>

#include <hdf5.h>
#include <unistd.h>

#include "sim/store/network_file.hpp"
#include "sim/store/seal.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using clout::account_at;
using clout::graph::Network;
using clout::store::read_graph_file;
using clout::store::write_graph_file;
using clout::test::complaints;
using clout::test::content_of;
using clout::test::TemporaryFolder;

namespace {

const clout::store::GraphFileOptions options{1, "clout test"};

/// "\nclout-outcome sha256 ", 64 digits and a line end.
constexpr std::size_t seal_bytes = 87;

std::string refusal(const std::string& path) {
  const auto lines = complaints([&] { read_graph_file(path); });
  return lines.size() == 1 ? lines.front().substr(path.size())
                           : std::to_string(lines.size()) + " complaints";
}

/// A good file with one thing done to it.
class Damaged {
 public:
  Damaged() : path_(folder_.file("g.h5")) {
    write_graph_file(clout::test::random_network(3, true, 3, true), path_, options);
    file_ = H5Fopen(path_.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  }
  ~Damaged() {
    if (file_ >= 0) H5Fclose(file_);
  }
  Damaged(const Damaged&) = delete;
  Damaged& operator=(const Damaged&) = delete;

  void remove(const char* name) { REQUIRE(H5Ldelete(file_, name, H5P_DEFAULT) >= 0); }

  /// Overwrites element 0 .. count-1 of an integer dataset.
  void set(const char* name, std::vector<std::int64_t> values) {
    const hid_t dataset = H5Dopen2(file_, name, H5P_DEFAULT);
    const hid_t space = H5Dget_space(dataset);
    const hsize_t begin = 0;
    const hsize_t count = values.size();
    const hid_t memory = H5Screate_simple(1, &count, nullptr);
    REQUIRE(H5Sselect_hyperslab(space, H5S_SELECT_SET, &begin, nullptr, &count, nullptr) >= 0);
    REQUIRE(H5Dwrite(dataset, H5T_NATIVE_INT64, memory, space, H5P_DEFAULT, values.data()) >= 0);
    H5Sclose(memory);
    H5Sclose(space);
    H5Dclose(dataset);
  }

  void replace(const char* name, hid_t type, std::vector<hsize_t> shape) {
    remove(name);
    const hid_t space = H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
    const hid_t dataset =
        H5Dcreate2(file_, name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    REQUIRE(dataset >= 0);
    H5Dclose(dataset);
    H5Sclose(space);
  }

  void set_version(std::int64_t version) {
    const hid_t attribute = H5Aopen(file_, "schema_version", H5P_DEFAULT);
    REQUIRE(H5Awrite(attribute, H5T_NATIVE_INT64, &version) >= 0);
    H5Aclose(attribute);
  }

  void set_people_per_agent(double people) {
    const hid_t attribute = H5Aopen(file_, "people_per_agent", H5P_DEFAULT);
    REQUIRE(H5Awrite(attribute, H5T_NATIVE_DOUBLE, &people) >= 0);
    H5Aclose(attribute);
  }

  std::string refused() {
    H5Fclose(file_);
    file_ = -1;
    return refusal(path_);
  }

 private:
  TemporaryFolder folder_;
  std::string path_;
  hid_t file_ = -1;
};

}  // namespace

TEST_CASE("a network comes back from its file as it was, at every level of compression") {
  const TemporaryFolder folder;
  const std::string path = folder.file("g.h5");
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const Network network =
        clout::test::random_network(seed, seed % 2 == 0, 1 + seed % 5, seed % 3 == 0);
    write_graph_file(network, path, {static_cast<int>(seed % 10), "clout test"});
    const Network back = read_graph_file(path);
    REQUIRE(clout::test::same_graph(back.graph, network.graph));
    REQUIRE(back.niches.names == network.niches.names);
    REQUIRE(back.niches.home == network.niches.home);
    REQUIRE(back.names == network.names);
    REQUIRE(back.people_per_agent == network.people_per_agent);
    REQUIRE(back.origin == network.origin);
    REQUIRE(std::equal(back.influencers.begin(), back.influencers.end(),
                       network.influencers.begin(), network.influencers.end(),
                       clout::test::same_profile));
  }
  CHECK(H5Fget_obj_count(static_cast<hid_t>(H5F_OBJ_ALL), H5F_OBJ_ALL) ==
        0);  // everything is closed
}

TEST_CASE("equal networks give equal bytes, other networks other bytes") {
  const TemporaryFolder folder;
  write_graph_file(clout::test::random_network(3, true, 3, true), folder.file("a.h5"), options);
  ::sleep(1);  // a clock time in the file would now differ
  write_graph_file(clout::test::random_network(3, true, 3, true), folder.file("b.h5"), options);
  write_graph_file(clout::test::random_network(4, true, 3, true), folder.file("c.h5"), options);
  CHECK(content_of(folder.file("a.h5")) == content_of(folder.file("b.h5")));
  CHECK(content_of(folder.file("a.h5")) != content_of(folder.file("c.h5")));
}

TEST_CASE("rows longer than a chunk and a piece of writing come back") {
  constexpr std::size_t accounts = 6'000'000;
  std::vector<clout::graph::Follow> follows;
  for (std::size_t i = 1; i < accounts; ++i) follows.push_back(clout::test::follow(i, 0));
  Network network;
  network.graph = graph_of(accounts, follows);
  network.niches = clout::graph::one_niche(accounts);
  const TemporaryFolder folder;
  write_graph_file(network, folder.file("g.h5"), options);
  CHECK(clout::test::same_graph(read_graph_file(folder.file("g.h5")).graph, network.graph));
}

TEST_CASE(
    "a graph without follows is stored, one without accounts is refused and leaves the old file") {
  const TemporaryFolder folder;
  Network network;
  const std::string path = folder.file("g.h5", "old");
  CHECK(complaints([&] { write_graph_file(network, path, options); }).size() == 1);
  CHECK(content_of(path) == "old");
  network.graph = clout::graph::graph_of(3, {});
  network.niches = clout::graph::one_niche(3);
  write_graph_file(network, path, options);
  CHECK(read_graph_file(path).graph.accounts() == 3);
  CHECK(folder.names() == std::vector<std::string>{"g.h5"});
}

TEST_CASE("files that are not ours are refused for what they are") {
  const TemporaryFolder folder;
  CHECK(refusal(folder.file("no.h5")).find(": cannot be opened: No such file") == 0);
  CHECK(refusal(folder.file("text.h5", "hello")).find(": the file is not HDF5") == 0);
  const std::string other = folder.file("other.h5");
  H5Fclose(H5Fcreate(other.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
  CHECK(refusal(other).find(
            ": schema_name: the attribute is missing, so clout did not write this file") == 0);
}

TEST_CASE("a graph file cut off anywhere but before its seal is refused with one message") {
  const TemporaryFolder folder;
  const std::string path = folder.file("g.h5");
  write_graph_file(clout::test::random_network(3, true, 3, true), path, options);
  const std::string whole = content_of(path);
  for (std::size_t length = 8; length < whole.size() - seal_bytes; length += 211) {
    INFO(length);
    CHECK(refusal(folder.file("cut.h5", whole.substr(0, length))).find(": ") == 0);
  }
  for (std::size_t missing = 1; missing < seal_bytes; ++missing) {
    INFO(missing);
    CHECK(refusal(folder.file("cut.h5", whole.substr(0, whole.size() - missing)))
              .find(": the checksum at the end is damaged") == 0);
  }
}

TEST_CASE("a bit flipped anywhere in a graph file is refused with one message") {
  const TemporaryFolder folder;
  const std::string path = folder.file("g.h5");
  write_graph_file(clout::test::random_network(3, false, 2, false), path, options);
  const std::string whole = content_of(path);
  std::mt19937 engine(12);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    // All eight where the seal stands, which is what says that the rest is right.
    const bool in_seal = at >= whole.size() - seal_bytes;
    for (unsigned n = 0; n < (in_seal ? 8U : 1U); ++n) {
      const unsigned bit = in_seal ? n : static_cast<unsigned>(engine() % 8);
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      INFO(at << " of " << whole.size() << ", bit " << bit);
      REQUIRE(refusal(folder.file("changed.h5", changed)).find(": the ") == 0);
    }
  }
}

TEST_CASE("a graph file without a seal is read, as other programs and older versions write it") {
  const TemporaryFolder folder;
  const std::string path = folder.file("g.h5");
  const Network network = clout::test::random_network(3, true, 3, true);
  write_graph_file(network, path, options);
  const std::string whole = content_of(path);
  const std::string bare = whole.substr(0, whole.size() - seal_bytes);
  const std::string unsealed = folder.file("bare.h5", bare);
  CHECK(clout::test::same_graph(read_graph_file(unsealed).graph, network.graph));
  clout::store::seal(unsealed, unsealed);
  CHECK(content_of(unsealed) == whole);
}

TEST_CASE("people per agent are 1 to a thousand million") {
  for (const double people : {1e300, 1.1e9, 0.5, -1.0, std::nan("")}) {
    Damaged file;
    file.set_people_per_agent(people);
    const std::string refused = file.refused();
    INFO(refused);
    CHECK(refused.find(": people_per_agent: ") == 0);
    CHECK(refused.find(" is not a number from 1 to 1000000000") != std::string::npos);
  }
}

TEST_CASE("a newer layout is refused as such") {
  Damaged file;
  file.set_version(2);
  CHECK(file.refused().find(": schema_version: the layout has version 2 and this program reads "
                            "version 1; a newer clout reads it") == 0);
}

TEST_CASE("each missing dataset is named") {
  for (const char* name :
       {"graph/indptr", "graph/indices", "graph/home_niche", "graph/niche_name",
        "influencers/account_number", "influencers/nominal_followers", "influencers/category"}) {
    Damaged file;
    file.remove(name);
    CHECK(file.refused().find(std::string(": ") + name + ": the dataset is missing") == 0);
  }
  Damaged file;
  file.remove("graph");
  CHECK(file.refused().find(": graph: the group is missing") == 0);
}

TEST_CASE("offsets, rows, niches and influencers that cannot be right are named") {
  const auto refused = [](const char* name, std::vector<std::int64_t> values) {
    Damaged file;
    file.set(name, std::move(values));
    return file.refused();
  };
  CHECK(refused("graph/indptr", {1}).find(": graph/indptr: the first offset is not 0") == 0);
  CHECK(refused("graph/indptr", {0, 5, 2}).find(": graph/indptr: the offsets fall") == 0);
  CHECK(refused("graph/indptr", {0, -5}).find(": graph/indptr: the offsets fall") == 0);
  const std::size_t accounts = clout::test::random_network(3, true, 3, true).graph.accounts();
  CHECK(refused("graph/indptr", std::vector<std::int64_t>(accounts + 1, 0))
            .find(": graph/indices: the dataset has ") == 0);
  CHECK(refused("graph/indices", {7, 7}).find(": graph/indices: a row is not a rising list") == 0);
  CHECK(refused("graph/indices", {-1}).find(": graph/indices: a row is not a rising list") == 0);
  CHECK(refused("graph/home_niche", {3})
            .find(": graph/home_niche: an account's niche is not one of niche_name") == 0);
  CHECK(refused("graph/home_niche", {-1}).find(": graph/home_niche: an account's niche") == 0);
  CHECK(refused("influencers/account_number", {5, 5})
            .find(": influencers/account_number: not a rising list") == 0);
  CHECK(refused("influencers/nominal_followers", {-1})
            .find(": influencers/nominal_followers: a value is negative") == 0);
}

TEST_CASE("datasets of another type, shape or length are named") {
  const auto refused = [](const char* name, hid_t type, std::vector<hsize_t> shape) {
    Damaged file;
    file.replace(name, type, std::move(shape));
    return file.refused();
  };
  CHECK(refused("graph/indices", H5T_STD_I64LE, {10})
            .find(": graph/indices: the dataset has another type") == 0);
  CHECK(refused("graph/indices", H5T_STD_I32LE, {10})
            .find(": graph/indices: the dataset has 10 elements where") == 0);
  CHECK(refused("graph/indices", H5T_STD_I32LE, {5, 2})
            .find(": graph/indices: the dataset does not have one dimension") == 0);
  CHECK(refused("graph/indptr", H5T_STD_I64LE, {1000'000'000})
            .find(": graph/indptr: the dataset claims more elements") == 0);
  CHECK(refused("graph/home_niche", H5T_STD_I16LE, {1})
            .find(": graph/home_niche: the dataset has 1 elements where") == 0);
}

TEST_CASE("a file's content says how it is read, its ending how it is written") {
  const TemporaryFolder folder;
  const Network network = clout::test::random_network(6, false, 1, false);
  for (const char* name : {"a.h5", "a.nc", "a.graphml", "a.txt", "a.csv.gz"}) {
    write_network(network, folder.file(name), options);
    std::filesystem::rename(folder.file(name), folder.file("nameless"));
    CHECK(clout::test::same_graph(clout::store::read_network(folder.file("nameless")).network.graph,
                                  network.graph));
  }
  CHECK(complaints([&] { write_network(network, folder.file("a.doc"), options); }).size() == 1);
}
