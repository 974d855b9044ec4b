// Graphs and tables that a scenario names: where they lie, and what contradicts them.
#include <filesystem>

#include "tests/scenario/scenario_files.hpp"
#include "tests/support/catch.hpp"

using clout::scenario::path_of;
using clout::test::errors;
using clout::test::Files;
using clout::test::read;

namespace {

const std::string seeded = "run.seed = 1\n";

std::string graph_path(const Files& files, const std::string& name) {
  const auto source = read(files, name).graph_source;
  return path_of(source, source.file);
}

}  // namespace

TEST_CASE("a graph lies where the file that names it says, not where the program runs") {
  CHECK(graph_path({{"s.toml", seeded + "graph.file = \"g.h5\""}}, "s.toml") == "g.h5");
  CHECK(graph_path({{"a/s.toml", seeded + "graph.file = \"data/g.h5\""}}, "a/s.toml") ==
        "a/data/g.h5");
  CHECK(graph_path({{"/a/s.toml", seeded + "graph.file = \"../g.h5\""}}, "/a/s.toml") == "/g.h5");
  CHECK(graph_path({{"a/s.toml", seeded + "graph.file = \"/g.h5\""}}, "a/s.toml") == "/g.h5");
}

TEST_CASE("a graph that a base names lies in the base's folder") {
  const std::string base = seeded + "[graph]\nfile = \"g.h5\"\nniche_table = \"n.csv\"";
  const auto variant = [&](const std::string& path, const std::string& base_path,
                           const std::string& extends) {
    return graph_path({{path, "extends = \"" + extends + "\""}, {base_path, base}}, path);
  };
  CHECK(variant("v.toml", "sub/b.toml", "sub/b.toml") == "sub/g.h5");
  CHECK(variant("one/v.toml", "two/b.toml", "../two/b.toml") == "two/g.h5");
  CHECK(variant("one/v.toml", "b.toml", "../b.toml") == "g.h5");
  CHECK(variant("one/v.toml", "/two/b.toml", "/two/b.toml") == "/two/g.h5");
  CHECK(variant("/one/v.toml", "/two/b.toml", "../two/b.toml") == "/two/g.h5");
  // The variant's own name stays its own, and --set counts as the scenario's file.
  const Files both{{"one/v.toml", "extends = \"../two/b.toml\"\ngraph.file = \"mine.h5\""},
                   {"two/b.toml", base}};
  CHECK(graph_path(both, "one/v.toml") == "one/mine.h5");
  CHECK(read(both, "one/v.toml").graph_source.niche_table == "../two/n.csv");
  CHECK(read(both, "one/v.toml", {{"graph.file", "set.h5"}}).graph_source.file == "set.h5");
}

TEST_CASE("whole paths name the same files from every folder, and change no other setting") {
  const std::string here = std::filesystem::current_path().string();
  const auto source =
      read({{"a/s.toml", seeded + "[graph]\nfile = \"../g.h5\"\nniche_table = "
                                  "\"communities\"\ninfluencer_table = \"/i.csv\""}},
           "a/s.toml")
          .graph_source;
  const auto whole = found_anywhere(source);
  CHECK(whole.file == here + "/g.h5");
  CHECK(whole.influencer_table == "/i.csv");
  CHECK(whole.niche_table == "communities");
  CHECK(whole.folder.empty());
  CHECK(path_of(whole, whole.file) == here + "/" + path_of(source, source.file));
}

TEST_CASE("the word communities is no file") {
  const Files files{{"one/v.toml", "extends = \"../b.toml\""},
                    {"b.toml", seeded + "[graph]\nfile = \"g.h5\"\nniche_table = \"communities\""}};
  CHECK(read(files, "one/v.toml").graph_source.niche_table == "communities");
}

TEST_CASE("settings of a generated graph beside a file are errors, all but people_per_agent") {
  CHECK(errors(seeded + "[graph]\nfile = \"g.h5\"\naccounts = 500\nstars = 4\n"
                        "people_per_agent = 30\n[[graph.celebrity]]\nname = \"x\"\n") ==
        "s.toml:4:12: graph.accounts: is for a graph that is generated, but graph.file reads one; "
        "leave out one of the two\n"
        "s.toml:7:1: graph.celebrity: is for a graph that is generated, but graph.file reads one; "
        "leave out one of the two");
}

TEST_CASE("settings of a graph that is read need a file") {
  CHECK(
      errors(seeded + "[graph]\ndirection = \"follower-followee\"\nniche_table = \"n.csv\"") ==
      "s.toml:3:13: graph.direction: is for a graph that is read, but this one is generated; name "
      "graph.file\n"
      "s.toml:4:15: graph.niche_table: is for a graph that is read, but this one is generated; "
      "name graph.file");
}

TEST_CASE("what to take from an influencer table needs a table") {
  const std::string found =
      errors(seeded + "[graph]\ninfluencer_platform = \"x\"\ninfluencer_count = 5\nprice_seed = 0");
  for (const char* key :
       {"s.toml:3:23: graph.influencer_platform: ", "s.toml:4:20: graph.influencer_count: ",
        "s.toml:5:14: graph.price_seed: "})
    CHECK(found.find(key) != std::string::npos);
  CHECK(errors(seeded + "[graph]\ninfluencer_table = \"i.csv\"\ninfluencer_count = 5\nprice_seed "
                        "= 0") == "");
}

TEST_CASE("an account stands for one person at least") {
  CHECK(errors(seeded + "graph.people_per_agent = 0.5") ==
        "s.toml:2:26: graph.people_per_agent: an account stands for one person at least; 0 chooses "
        "by size, or by the table");
}

TEST_CASE("a NUL byte in a file name is an error, not the end of the name") {
  CHECK(errors(seeded + "graph.file = \"g\\u0000.h5\"").find("graph.file: holds a NUL byte") !=
        std::string::npos);
}

TEST_CASE("directions are the words of graph import") {
  CHECK(read(seeded + "[graph]\nfile = \"g\"\ndirection = \"followee-follower\"")
            .graph_source.direction == clout::scenario::EdgeDirection::followee_follower);
  CHECK(errors(seeded + "[graph]\nfile = \"g\"\ndirection = \"sideways\"")
            .find("expected automatic, follower-followee or followee-follower") !=
        std::string::npos);
}
