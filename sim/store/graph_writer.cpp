#include <algorithm>
#include <limits>
#include <type_traits>

#include <fmt/core.h>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/store/graph_file.hpp"
#include "sim/store/graph_layout.hpp"
#include "sim/store/sealed_file.hpp"

namespace clout::store {

namespace {

using graph::InfluencerProfile;
using graph::Network;

constexpr std::size_t most_accounts = std::numeric_limits<std::int32_t>::max();
constexpr std::size_t most_niches = std::numeric_limits<std::int16_t>::max();

[[noreturn]] void refuse(const std::string& path, std::string problem, std::string expected) {
  Diagnostic diagnostic;
  diagnostic.place.file = path;
  diagnostic.problem = std::move(problem);
  diagnostic.expected = std::move(expected);
  throw InputError(std::move(diagnostic));
}

void check_texts(const std::vector<std::string>& texts, const char* what, const std::string& path) {
  for (const std::string& text : texts) {
    if (text.find('\0') != std::string::npos)
      refuse(path, fmt::format("a NUL byte in {}", what), "text");
  }
}

void check_fits(const Network& network, const std::string& path) {
  const std::size_t accounts = network.graph.accounts();
  if (accounts == 0)
    refuse(path, "a graph without accounts cannot be stored", "at least one account");
  if (accounts > most_accounts) {
    refuse(path, fmt::format("{} accounts are too many for a graph file", accounts),
           fmt::format("at most {}", most_accounts));
  }
  if (network.niches.niches() > most_niches) {
    refuse(path, fmt::format("{} niches are too many for a graph file", network.niches.niches()),
           fmt::format("at most {}", most_niches));
  }
  check_texts(network.names, "an account's name", path);
  check_texts(network.niches.names, "a niche's name", path);
  CLOUT_EXPECT(network.niches.home.size() == accounts);
  CLOUT_EXPECT(network.names.empty() || network.names.size() == accounts);
}

class Writer {
 public:
  Writer(const Network& network, const GraphFileOptions& options, const std::string& temporary)
      : network_(network), options_(options), file_(hdf5::create_file(temporary)) {}

  void write() {
    write_attributes();
    write_graph();
    if (!network_.influencers.empty()) write_influencers();
    // Closes what was written; a full disk shows here at the latest.
    hdf5::check(H5Fflush(file_.id(), H5F_SCOPE_LOCAL), "the disk is full or cannot be written");
    file_.close("the disk is full or cannot be written");
  }

 private:
  void write_attributes() {
    hdf5::write_attribute(file_.id(), "Conventions", std::string("CF-1.11"));
    hdf5::write_attribute(file_.id(), "title", std::string("Follower graph"));
    hdf5::write_attribute(file_.id(), "schema_name", std::string(graph_layout::schema.name));
    hdf5::write_attribute(file_.id(), "schema_version", std::int64_t{graph_schema_version});
    hdf5::write_attribute(file_.id(), "software", options_.software);
    hdf5::write_attribute(file_.id(), "origin", network_.origin);
    hdf5::write_attribute(file_.id(), "people_per_agent", network_.people_per_agent);
  }

  hdf5::Handle column(const hdf5::Handle& group, const hdf5::ColumnInfo& info,
                      const hdf5::Handle& dimension) const {
    return hdf5::create_column(group.id(), info, dimension.id(), options_.compression);
  }

  void write_graph() {
    using namespace graph_layout;
    const graph::FollowerGraph& rows = network_.graph;
    const auto accounts = hdf5::create_dimension(file_.id(), account, rows.accounts());
    const auto bounds = hdf5::create_dimension(file_.id(), account_bound, rows.accounts() + 1);
    const auto niches = hdf5::create_dimension(file_.id(), niche, network_.niches.niches());
    const auto group = hdf5::create_group(file_.id(), graph_group);
    // Offsets stay below 2^63 and account numbers below 2^31, so their bits are the same signed and
    // unsigned.
    hdf5::write_column(column(group, indptr, bounds).id(), H5T_NATIVE_INT64, rows.offsets().data(),
                       rows.offsets().size());
    if (rows.follows() > 0) {
      const auto follows = hdf5::create_dimension(file_.id(), follow, rows.follows());
      hdf5::write_column(column(group, indices, follows).id(), H5T_NATIVE_INT32, rows.rows().data(),
                         rows.follows());
    }
    hdf5::write_column(column(group, home_niche, accounts).id(), H5T_NATIVE_INT16,
                       network_.niches.home.data(), rows.accounts());
    hdf5::write_column(column(group, niche_name, niches).id(), network_.niches.names);
    if (!network_.names.empty())
      hdf5::write_column(column(group, account_name, accounts).id(), network_.names);
  }

  template <typename Value>
  void write_profiles(const hdf5::Handle& group, const hdf5::ColumnInfo& info,
                      const hdf5::Handle& dimension, hid_t type, Value value) {
    std::vector<std::invoke_result_t<Value, const InfluencerProfile&>> values;
    for (const InfluencerProfile& profile : network_.influencers) values.push_back(value(profile));
    hdf5::write_column(column(group, info, dimension).id(), type, values.data(), values.size());
  }

  void write_influencers() {
    using namespace graph_layout;
    const auto dimension =
        hdf5::create_dimension(file_.id(), influencer, network_.influencers.size());
    const auto group = hdf5::create_group(file_.id(), influencer_group);
    write_profiles(
        group, influencer_account, dimension, H5T_NATIVE_INT32,
        [](const InfluencerProfile& each) { return static_cast<std::int32_t>(each.account); });
    write_profiles(group, nominal_followers, dimension, H5T_NATIVE_DOUBLE,
                   [](const auto& each) { return each.nominal_followers; });
    write_profiles(group, engagement_rate, dimension, H5T_NATIVE_DOUBLE,
                   [](const auto& each) { return each.engagement_rate; });
    write_profiles(group, price_per_post, dimension, H5T_NATIVE_DOUBLE,
                   [](const auto& each) { return each.price_per_post_usd; });
    std::vector<std::string> categories;
    for (const InfluencerProfile& profile : network_.influencers)
      categories.push_back(profile.category);
    hdf5::write_column(column(group, category, dimension).id(), categories);
  }

  const Network& network_;
  const GraphFileOptions& options_;
  hdf5::Handle file_;
};

}  // namespace

void write_graph_file(const Network& network, const std::string& path,
                      const GraphFileOptions& options) {
  CLOUT_EXPECT(options.compression >= 0 && options.compression <= 9);
  check_fits(network, path);
  write_sealed(path,
               [&](const std::string& temporary) { Writer(network, options, temporary).write(); });
}

}  // namespace clout::store
