#include "analysis/stats/sobol_indices.hpp"

#include <cmath>
#include <functional>

#include "analysis/design/design.hpp"
#include "tests/stats/test_functions.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

std::vector<stats::SobolIndex> estimated(
    const std::function<double(const std::vector<double>&)>& function, std::size_t dimensions,
    std::size_t rows, random::Seed seed) {
  std::vector<double> outcomes;
  for (const auto& point : design::saltelli(seed, dimensions, rows))
    outcomes.push_back(function(point));
  return stats::sobol_indices(outcomes, dimensions, seed);
}

void check_close(const std::vector<stats::SobolIndex>& found, const tests::KnownIndices& known,
                 double tolerance) {
  REQUIRE(found.size() == known.first.size());
  for (std::size_t d = 0; d < found.size(); ++d) {
    CAPTURE(d);
    CHECK(found[d].first.value == Approx(known.first[d]).margin(tolerance));
    CHECK(found[d].total.value == Approx(known.total[d]).margin(tolerance));
    CHECK(found[d].first.low <= found[d].first.high);
  }
}

}  // namespace

TEST_CASE("Ishigami's indices from 4,096 rows are within 0.01 of the closed form") {
  check_close(estimated(tests::ishigami, 3, 4096, random::Seed{1}), tests::ishigami_indices(),
              0.01);
}

TEST_CASE("the G function's indices from 4,096 rows are within 0.01 of the closed form") {
  const std::vector<double> a{0, 1, 4.5, 9, 99, 99, 99, 99};
  const auto g = [&](const std::vector<double>& x) { return tests::sobol_g(x, a); };
  check_close(estimated(g, 8, 4096, random::Seed{2}), tests::sobol_g_indices(a), 0.01);
}

TEST_CASE("bootstrap intervals of Sobol indices hold the truth at least 9 times in 10") {
  // Rows of a scrambled Sobol sequence: intervals are rather too wide, which is the safe side.
  const tests::KnownIndices known = tests::ishigami_indices();
  int covered = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto found = estimated(tests::ishigami, 3, 256, random::Seed{seed});
    for (std::size_t d = 0; d < 3; ++d) {
      covered += found[d].first.low <= known.first[d] && known.first[d] <= found[d].first.high;
      covered += found[d].total.low <= known.total[d] && known.total[d] <= found[d].total.high;
    }
  }
  CHECK(covered >= 216);  // of 240
}

TEST_CASE("indices do not depend on the outcome's level, and are not defined without variance") {
  const auto plain = estimated(tests::ishigami, 3, 64, random::Seed{3});
  const auto high =
      estimated([](const auto& x) { return 1e6 + tests::ishigami(x); }, 3, 64, random::Seed{3});
  for (std::size_t d = 0; d < 3; ++d)
    CHECK(high[d].first.value == Approx(plain[d].first.value).margin(1e-8));
  const auto flat = estimated([](const auto&) { return 4.0; }, 3, 8, random::Seed{4});
  CHECK(std::isnan(flat[0].first.value));
  CHECK(std::isnan(flat[0].total.low));
}
