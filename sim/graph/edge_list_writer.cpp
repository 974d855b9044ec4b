#include <charconv>
#include <string_view>

#include <fcntl.h>
#include <zlib.h>

#include "sim/base/new_file.hpp"
#include "sim/graph/edge_list.hpp"
#include "sim/graph/name_table.hpp"
#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

/// Plain or gzip text. zlib's own writer: without a name or time in its header, so equal graphs
/// give equal bytes.
class TextOutput {
 public:
  TextOutput(const NewFile& file, bool compress)
      : path_(file.path()), file_(gzopen(file.temporary().c_str(), compress ? "wb6" : "wbT")) {
    if (file_ == nullptr) refuse();
    gzbuffer(file_, 1U << 18U);
  }
  ~TextOutput() {
    if (file_ != nullptr) gzclose(file_);
  }
  TextOutput(const TextOutput&) = delete;
  TextOutput& operator=(const TextOutput&) = delete;

  void write(std::string_view text) {
    if (gzwrite(file_, text.data(), static_cast<unsigned>(text.size())) !=
        static_cast<int>(text.size()))
      refuse();
  }
  void close() {
    if (gzclose(std::exchange(file_, nullptr)) != Z_OK) refuse();
  }

 private:
  [[noreturn]] void refuse() const { throw input_error(path_, 0, "cannot be written to the disk"); }

  std::string path_;
  gzFile file_;
};

/// Whether read_edge_list would read the name back as one field.
bool fits_a_field(std::string_view name) {
  return fault_of_name(name).empty() && name.find_first_of(" \t,;") == std::string_view::npos &&
         name.front() != '#' && name.front() != '%' && name.front() != '"';
}

void check_names(const Network& network, const std::string& path) {
  ProblemList problems(path);
  for (const std::string& name : network.names) {
    if (fits_a_field(name)) continue;
    problems.add(0, "an edge list cannot hold the account name " + in_quotes(name),
                 "names without blanks, commas, semicolons and a leading #, % or quote",
                 "export to GraphML or HDF5");
  }
  problems.throw_if_any();
}

void append_name(std::string& text, const Network& network, AccountId account) {
  if (!network.names.empty()) {
    text += network.names[index(account)];
    return;
  }
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof digits, index(account)).ptr;
  text.append(digits, end);
}

std::size_t accounts_without_follows(const FollowerGraph& graph) {
  std::vector<bool> seen(graph.accounts());
  for (const AccountId follower : graph.rows()) seen[index(follower)] = true;
  std::size_t silent = 0;
  for (std::size_t i = 0; i < seen.size(); ++i)
    silent += !seen[i] && graph.audience(account_at(i)) == 0 ? 1U : 0U;
  return silent;
}

std::vector<std::string> losses(const Network& network) {
  std::vector<std::string> lost;
  const std::size_t silent = accounts_without_follows(network.graph);
  if (silent > 0) {
    lost.push_back("An edge list cannot hold the " + std::to_string(silent) +
                   " accounts that neither follow nor are followed");
  }
  if (network.niches.niches() > 1) lost.emplace_back("An edge list cannot hold the niches");
  if (!network.influencers.empty()) lost.emplace_back("An edge list cannot hold the influencers");
  if (network.people_per_agent != 1)
    lost.emplace_back("An edge list cannot hold the people per agent");
  return lost;
}

}  // namespace

std::vector<std::string> write_edge_list(const Network& network, const std::string& path) {
  check_names(network, path);
  NewFile file(path);
  TextOutput output(file, path.ends_with(".gz"));
  std::string text = "# accounts " + std::to_string(network.graph.accounts()) + ", follows " +
                     std::to_string(network.graph.follows()) + "\n# follower\tfollowee\n";
  constexpr std::size_t piece = std::size_t{1} << 18U;
  for (std::size_t i = 0; i < network.graph.accounts(); ++i) {
    for (const AccountId follower : network.graph.followers(account_at(i))) {
      append_name(text, network, follower);
      text += '\t';
      append_name(text, network, account_at(i));
      text += '\n';
      if (text.size() < piece) continue;
      output.write(text);
      text.clear();
    }
  }
  output.write(text);
  output.close();
  file.commit();
  return losses(network);
}

}  // namespace clout::graph
