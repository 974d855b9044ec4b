#include "tests/support/real_graphs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <zlib.h>

namespace clout::tests {

namespace {

const std::string root = CLOUT_SOURCE_DIR;

std::string unpacked(const std::string& path) {
  const gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw std::runtime_error("cannot open " + path);
  std::string text;
  std::array<char, 1 << 16> buffer{};
  int got = 0;
  while ((got = gzread(file, buffer.data(), buffer.size())) > 0)
    text.append(buffer.data(), static_cast<std::size_t>(got));
  gzclose(file);
  if (got < 0) throw std::runtime_error("cannot unpack " + path);
  return text;
}

struct Pair {
  std::uint32_t first;
  std::uint32_t second;
};

std::vector<Pair> pairs_in(const std::string& text) {
  std::vector<Pair> pairs;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    Pair pair{};
    const char* const end = line.data() + line.size();
    const auto first = std::from_chars(line.data(), end, pair.first);
    if (first.ptr == end) throw std::runtime_error("no second column in " + line);
    const auto second = std::from_chars(first.ptr + 1, end, pair.second);
    if (first.ec != std::errc{} || second.ec != std::errc{})
      throw std::runtime_error("no two numbers in " + line);
    pairs.push_back(pair);
  }
  return pairs;
}

RealGraph read(const std::string& name, bool first_follows) {
  const std::vector<Pair> pairs =
      pairs_in(unpacked(root + "/scenarios/data/graphs/" + name + ".txt.gz"));
  std::vector<std::uint32_t> labels;
  for (const Pair& pair : pairs) {
    labels.push_back(pair.first);
    labels.push_back(pair.second);
  }
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  const auto number = [&](std::uint32_t label) {
    return account_at(static_cast<std::size_t>(
        std::lower_bound(labels.begin(), labels.end(), label) - labels.begin()));
  };
  std::vector<graph::Follow> follows;
  for (const Pair& pair : pairs) {
    const AccountId first = number(pair.first);
    const AccountId second = number(pair.second);
    follows.push_back(first_follows ? graph::Follow{first, second} : graph::Follow{second, first});
  }
  RealGraph result{name, graph_of(labels.size(), follows), {}};
  result.followees = transpose(result.followers);
  return result;
}

}  // namespace

const std::vector<RealGraph>& real_graphs() {
  static const std::vector<RealGraph> graphs = [] {
    std::vector<RealGraph> all;
    all.push_back(read("soc-Epinions1", true));
    all.push_back(read("wiki-Vote", true));
    all.push_back(read("twitter-topic-a", false));
    all.push_back(read("twitter-topic-b", false));
    return all;
  }();
  return graphs;
}

std::string reference_json() {
  std::ifstream file(root + "/tests/reference/graphs.json");
  if (!file) throw std::runtime_error("tests/reference/graphs.json is missing");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace clout::tests
