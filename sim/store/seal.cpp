#include "sim/store/seal.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <vector>

#include "sim/base/ordinary_file.hpp"
#include "sim/graph/problem_list.hpp"
#include "sim/store/sha256.hpp"

namespace clout::store {

namespace {

constexpr std::string_view label = "\nclout-outcome sha256 ";
constexpr std::size_t digits = 64;
constexpr std::size_t line_bytes = label.size() + digits + 1;

/// The last bytes of the file; empty if it is shorter.
std::string last_line(std::ifstream& file, std::uint64_t size) {
  if (size < line_bytes) return {};
  std::string line(line_bytes, '\0');
  file.seekg(static_cast<std::streamoff>(size - line_bytes));
  file.read(line.data(), static_cast<std::streamsize>(line.size()));
  file.seekg(0);
  return line;
}

std::string digest_of_first(std::ifstream& file, std::uint64_t bytes) {
  std::vector<char> piece(std::size_t{1} << 20U);
  Sha256 sum;
  while (bytes > 0) {
    const std::uint64_t wanted = std::min<std::uint64_t>(bytes, piece.size());
    if (!file.read(piece.data(), static_cast<std::streamsize>(wanted))) return {};
    sum.add({piece.data(), wanted});
    bytes -= wanted;
  }
  return sum.hex();
}

}  // namespace

void seal(const std::string& path, const std::string& named) {
  const std::string digest = sha256_of_file(path);
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file << label << digest << '\n';
  file.close();
  if (!file) {
    throw graph::input_error(named, 0, "the disk is full or cannot be written",
                             "a place with enough room");
  }
}

Seal check_seal(const std::string& path) {
  if (is_pipe_or_device(path)) return Seal::missing;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (!file || size < 0) return Seal::missing;
  const auto bytes = static_cast<std::uint64_t>(size);
  const std::string line = last_line(file, bytes);
  if (!line.starts_with(label) || !line.ends_with('\n')) return Seal::missing;
  const std::string digest = line.substr(label.size(), digits);
  return digest_of_first(file, bytes - line_bytes) == digest ? Seal::holds : Seal::broken;
}

}  // namespace clout::store
