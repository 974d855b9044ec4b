#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

#include <fmt/core.h>

#include "sim/graph/name_table.hpp"
#include "sim/store/graph_file.hpp"
#include "sim/store/graph_layout.hpp"

namespace clout::store {

namespace {

using graph::FollowerGraph;
using graph::Network;
using hdf5::ColumnInfo;

class Reader {
 public:
  explicit Reader(const CheckedFile& checked)
      : path_(checked.path()), file_(open_sealed(checked, graph_layout::schema)) {}

  Network network() {
    Network network;
    network.origin =
        root("origin", [&] { return hdf5::read_text_attribute(file_.id(), "origin"); });
    network.people_per_agent = root("people_per_agent", [&] {
      return hdf5::read_real_attribute(file_.id(), "people_per_agent");
    });
    if (!(network.people_per_agent >= 1 &&
          network.people_per_agent <= graph::most_people_per_agent)) {
      refuse("people_per_agent",
             fmt::format("{} is not a number from 1 to {}", network.people_per_agent,
                         graph::most_people_per_agent));
    }
    const hdf5::Handle graph = group(graph_layout::graph_group);
    network.graph = read_graph(graph);
    read_niches(graph, network);
    read_names(graph, network);
    if (hdf5::has(file_.id(), graph_layout::influencer_group)) read_influencers(network);
    return network;
  }

 private:
  [[noreturn]] void refuse(const std::string& key, const std::string& problem) const {
    refuse_file(path_, graph_layout::schema, key, problem);
  }

  template <typename Read>
  std::invoke_result_t<Read> root(const char* attribute, Read read) const {
    try {
      return read();
    } catch (const hdf5::Failure& failure) {
      refuse(attribute, failure.what());
    }
  }

  hdf5::Handle group(const char* name) const {
    if (!hdf5::has(file_.id(), name)) refuse(name, "the group is missing");
    return root(name, [&] {
      return hdf5::Handle(H5Gopen2(file_.id(), name, H5P_DEFAULT), H5Gclose,
                          "the group cannot be opened");
    });
  }

  /// Calls use(column, length) and blames the dataset for what goes wrong.
  template <typename Use>
  std::invoke_result_t<Use, hid_t, std::size_t> with_column(const hdf5::Handle& parent,
                                                            const char* group_name,
                                                            const ColumnInfo& info, Use use) const {
    try {
      hsize_t length = 0;
      const hdf5::Handle column = hdf5::open_column(parent.id(), info, length);
      return use(column.id(), static_cast<std::size_t>(length));
    } catch (const hdf5::Failure& failure) {
      refuse(fmt::format("{}/{}", group_name, info.name), failure.what());
    }
  }

  static void check_length(std::size_t length, std::size_t wanted) {
    if (length != wanted)
      throw hdf5::Failure(
          fmt::format("the dataset has {} elements where {} belong", length, wanted));
  }

  HugeArray<std::uint64_t> read_offsets(const hdf5::Handle& graph) const {
    return with_column(
        graph, graph_layout::graph_group, graph_layout::indptr,
        [](hid_t column, std::size_t length) {
          constexpr std::size_t most = std::size_t{std::numeric_limits<std::int32_t>::max()} + 1;
          if (length < 2 || length > most)
            throw hdf5::Failure(fmt::format("{} elements where 2 to {} belong", length, most));
          HugeArray<std::uint64_t> offsets(length);
          hdf5::read_column(column, H5T_NATIVE_INT64, offsets.data(), length);
          if (offsets[0] != 0) throw hdf5::Failure("the first offset is not 0");
          if (!std::is_sorted(offsets.begin(), offsets.end()))
            throw hdf5::Failure("the offsets fall");
          return offsets;
        });
  }

  FollowerGraph read_graph(const hdf5::Handle& graph) const {
    HugeArray<std::uint64_t> offsets = read_offsets(graph);
    const std::uint64_t follows = offsets[offsets.size() - 1];
    if (follows == 0 && !hdf5::has(graph.id(), graph_layout::indices.name))
      return {std::move(offsets), HugeArray<AccountId>(0)};
    return with_column(
        graph, graph_layout::graph_group, graph_layout::indices,
        [&](hid_t column, std::size_t length) {
          check_length(length, follows);
          HugeArray<AccountId> followers(length);
          // Negative numbers become ids beyond every account, which the check of rows finds.
          hdf5::read_column(column, H5T_NATIVE_INT32, followers.data(), length);
          FollowerGraph rows(std::move(offsets), std::move(followers));
          if (!rows_are_valid(rows)) {
            throw hdf5::Failure("a row is not a rising list of other accounts' numbers");
          }
          return rows;
        });
  }

  std::vector<std::string> texts(const hdf5::Handle& parent, const char* group_name,
                                 const ColumnInfo& info, std::size_t wanted) const {
    return with_column(parent, group_name, info, [&](hid_t column, std::size_t length) {
      check_length(length, wanted);
      return hdf5::read_texts(column, length);
    });
  }

  void read_niches(const hdf5::Handle& graph, Network& network) const {
    network.niches.names =
        with_column(graph, graph_layout::graph_group, graph_layout::niche_name,
                    [](hid_t column, std::size_t length) {
                      if (length == 0 || length > std::numeric_limits<std::int16_t>::max())
                        throw hdf5::Failure("no niche or more than 32,767");
                      return hdf5::read_texts(column, length);
                    });
    const std::size_t niches = network.niches.niches();
    network.niches.home =
        with_column(graph, graph_layout::graph_group, graph_layout::home_niche,
                    [&](hid_t column, std::size_t length) {
                      check_length(length, network.graph.accounts());
                      std::vector<NicheId> home(length);
                      hdf5::read_column(column, H5T_NATIVE_INT16, home.data(), length);
                      if (std::any_of(home.begin(), home.end(),
                                      [&](NicheId each) { return index(each) >= niches; })) {
                        throw hdf5::Failure("an account's niche is not one of niche_name");
                      }
                      return home;
                    });
  }

  void read_names(const hdf5::Handle& graph, Network& network) const {
    if (!hdf5::has(graph.id(), graph_layout::account_name.name)) return;
    network.names = texts(graph, graph_layout::graph_group, graph_layout::account_name,
                          network.graph.accounts());
    graph::NameTable seen;
    for (const std::string& name : network.names) {
      const std::string key =
          fmt::format("{}/{}", graph_layout::graph_group, graph_layout::account_name.name);
      const std::string fault = graph::fault_of_name(name);
      if (!fault.empty()) refuse(key, fault);
      const std::size_t known = seen.size();
      if (seen.number_of(name) < known)
        refuse(key, fmt::format("two accounts are called '{}'", name));
    }
  }

  std::vector<double> reals(const hdf5::Handle& parent, const ColumnInfo& info, std::size_t wanted,
                            bool may_be_unknown) const {
    return with_column(
        parent, graph_layout::influencer_group, info, [&](hid_t column, std::size_t length) {
          check_length(length, wanted);
          std::vector<double> values(length);
          hdf5::read_column(column, H5T_NATIVE_DOUBLE, values.data(), length);
          const auto wrong = [&](double value) {
            return !(std::isfinite(value) && (value >= 0 || (may_be_unknown && value == -1)));
          };
          if (std::any_of(values.begin(), values.end(), wrong))
            throw hdf5::Failure("a value is negative or no number");
          return values;
        });
  }

  void read_influencers(Network& network) const {
    using namespace graph_layout;
    const hdf5::Handle parent = group(influencer_group);
    const auto accounts = with_column(
        parent, influencer_group, influencer_account, [&](hid_t column, std::size_t length) {
          std::vector<std::int32_t> numbers(length);
          hdf5::read_column(column, H5T_NATIVE_INT32, numbers.data(), length);
          const bool rising = std::adjacent_find(numbers.begin(), numbers.end(),
                                                 std::greater_equal<>()) == numbers.end();
          const bool in_range =
              numbers.empty() || (numbers.front() >= 0 && static_cast<std::size_t>(numbers.back()) <
                                                              network.graph.accounts());
          if (!rising || !in_range) throw hdf5::Failure("not a rising list of account numbers");
          return numbers;
        });
    const auto followers = reals(parent, nominal_followers, accounts.size(), false);
    const auto rates = reals(parent, engagement_rate, accounts.size(), true);
    const auto prices = reals(parent, price_per_post, accounts.size(), true);
    auto categories = texts(parent, influencer_group, category, accounts.size());
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      network.influencers.push_back({account_at(static_cast<std::size_t>(accounts[i])),
                                     followers[i], rates[i], prices[i], std::move(categories[i])});
    }
  }

  const std::string& path_;
  hdf5::Handle file_;
};

}  // namespace

Network read_graph_file(const CheckedFile& checked) {
  const hdf5::Silence silence;
  return Reader(checked).network();
}

}  // namespace clout::store
