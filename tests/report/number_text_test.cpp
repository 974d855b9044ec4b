#include "analysis/report/number_text.hpp"

#include <limits>

#include "tests/support/catch.hpp"

using namespace clout::report;

TEST_CASE("numbers have three digits that matter and a short unit") {
  CHECK(number_text(0, "people") == "0");
  CHECK(number_text(0.1234, "1") == "0.123");
  CHECK(number_text(9.996, "1") == "10.0");
  CHECK(number_text(99.96, "1") == "100");
  CHECK(number_text(999.4, "people") == "999");
  CHECK(number_text(999.6, "people") == "1.00k");
  CHECK(number_text(-45678, "USD") == "-45.7k");
  CHECK(number_text(999'600, "people") == "1.00M");
  CHECK(number_text(12.3e9, "people") == "12.3G");
  CHECK(number_text(0.4567, "share") == "45.7%");
  CHECK(number_text(0.00312, "1") == "0.00312");
  CHECK(number_text(-0.09996, "1", 2) == "-0.10");
  CHECK(number_text(0.00012, "1") == "1e-04");
  CHECK(number_text(std::numeric_limits<double>::quiet_NaN(), "USD") == "n/a");
  CHECK(number_text(1234, "USD", 2) == "1.2k");
}

TEST_CASE("chances are never told to be nothing or certain") {
  CHECK(chance_text(0) == "<0.1%");
  CHECK(chance_text(1) == ">99.9%");
  CHECK(chance_text(0.5) == "50%");
  CHECK(chance_text(0.985) == "98.5%");
}

TEST_CASE("an interval without ends is its mean") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  CHECK(interval_text({1500, none, none, 1}, "people") == "1.50k");
  CHECK(interval_text({1500, 1000, 2000, 3}, "people") == "1.50k (1.00k .. 2.00k)");
}

TEST_CASE("a mean and what it may be off by are in one unit, that of the larger") {
  CHECK(plus_minus(35.9, 82'000, "USD") == "0k +-82k");
  CHECK(plus_minus(-35.9, 82'000, "USD") == "0k +-82k");
  CHECK(plus_minus(-61'400, 82'000, "USD") == "-61k +-82k");
  CHECK(plus_minus(1234, 45, "people") == "1.23k +-0.045k");
  CHECK(plus_minus(998.4, 1234, "people") == "1.0k +-1.2k");
  CHECK(plus_minus(0.359, 0.82, "share") == "36% +-82%");
  CHECK(plus_minus(0, 0.012, "share") == "0% +-1.2%");
}

TEST_CASE("a mean goes no further than what it may be off by, nor than three digits") {
  CHECK(plus_minus(12'345'000, 390'000, "people") == "12.3M +-0.39M");
  CHECK(plus_minus(12'345'000, 3'900'000, "people") == "12.3M +-3.9M");
  CHECK(plus_minus(12'345'000, 11'600'000, "people") == "12M +-12M");
  CHECK(plus_minus(0.00012, 0.012, "share") == "0.0% +-1.2%");
  CHECK(plus_minus(12'345'000, 45, "people") == "12.3M +-4e-05M");
  CHECK(plus_minus(0.00012, 0.00002, "1") == "1e-04 +-2e-05");
  CHECK(plus_minus(12, std::numeric_limits<double>::quiet_NaN(), "1") == "12.0 +-n/a");
}
