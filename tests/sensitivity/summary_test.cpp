// What is said of a sign: nothing turns it where it is not known.
#include "analysis/sensitivity/summary.hpp"

#include "tests/support/catch.hpp"

using namespace clout;
using namespace clout::sensitivity;

namespace {

/// A difference of two arms at the study's own settings and at both ends of one setting, four
/// replicates each.
std::string said_of(const std::vector<std::vector<double>>& replicates) {
  store::SweepRecord sweep;
  sweep.settings = {{"platform.sponsored_share", "1", "", std::vector<double>{0.05, 0.02, 0.5}}};
  Sensitivity found;
  found.outcome.figure.unit = "people";
  found.outcome.less = 1;
  found.outcome.text = "customers won, micro less celebrity";
  found.outcome.replicates = replicates.front().size();
  for (std::size_t n = 0; n < found.outcome.replicates; ++n)
    sweep.replicates.push_back(static_cast<random::Replicate>(n));
  for (const auto& point : replicates)
    found.outcome.values.insert(found.outcome.values.end(), point.begin(), point.end());
  found.blocks = {{Method::own_settings, 1, 1}, {Method::one_at_a_time, 2, 1}};
  found.indices = indices_of(found.outcome, found.blocks, {{0.5}, {0.0}, {1.0}}, random::Seed{1});
  return summary_text(sweep, found);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const std::vector<double> above{9, 10, 11, 10};
const std::vector<double> far_above{20, 19, 21, 20};
const std::vector<double> about{-9, 12, -8, 9};
const std::vector<double> below{-9, -10, -11, -10};

}  // namespace

TEST_CASE("a sign that is open at the study's own settings neither turns nor stays") {
  const std::string text = said_of({about, below, above});
  CHECK(has(text, "Its sign is open at the study's own settings, where the interval holds 0"));
  CHECK_FALSE(has(text, "turns"));
  CHECK_FALSE(has(text, "None of them"));
}

TEST_CASE("a sign turns where both intervals do not hold 0, and may turn where one does") {
  CHECK(
      has(said_of({above, below, above}), "Its sign turns, each alone, at sponsored share = 2%."));
  const std::vector<double> slightly_below{9, -12, 8, -9};
  const std::string open = said_of({above, above, slightly_below});
  CHECK(has(open, "It may turn, the interval there holding 0, at sponsored share = 50%."));
  CHECK_FALSE(has(open, "Its sign turns"));
  CHECK(has(said_of({above, far_above, above}), "None of them alone turns its sign"));
}

TEST_CASE("one replicate leaves the sign open") {
  CHECK(has(said_of({{10}, {-10}, {10}}), "is open with one replicate"));
}
