#include "sim/cli/validate_output.hpp"

#include <limits>

#include <boost/json.hpp>

#include "tests/support/catch.hpp"

using namespace clout;
using patterns::Band;
using patterns::Reading;
using patterns::Rule;
using patterns::Verdict;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Verdict verdict(std::string_view id, bool good) {
  const double mean = good ? 0.001 : 0.1;
  Verdict made;
  made.pattern = {.id = id,
                  .finding = "A <b> finding | with a bar",
                  .source = "Someone & Other 2020",
                  .grade = "A",
                  .published = "0.19% of subscribers",
                  .criterion = "0.05% to 0.5%",
                  .calibrated_on = false,
                  .measure = nullptr};
  made.evidence = {
      {{"loss", "share of followers", {mean, mean / 2, 2 * mean, 8}, {0.0005, 0.005}, {}}},
      "A <note>."};
  made.holds = good;
  return made;
}

const cli::ValidationHeading heading{
    .parameters = "the defaults", .command = "clout validate", .version = "clout 1"};

}  // namespace

TEST_CASE("a reading is told with its interval, unit and seeds") {
  CHECK(cli::reading_text({"", "share of followers", {0.0019, 0.0015, 0.0023, 8}, {}, {}}) ==
        "0.190% (0.150% .. 0.230%), 8 seeds");
  CHECK(cli::reading_text({"", "days", {21, none, none, 1}, {}, {}}) == "21.0 days, 1 seed");
  CHECK(cli::reading_text({"", "1", {none, none, none, 0}, {}, {}}) == "n/a");
}

TEST_CASE("a band says what is asked for, and of what") {
  const auto text = [](Band band, Rule rule) { return cli::band_text({"", "1", {}, band, rule}); };
  CHECK(text({0.5, 2}, Rule::mean_inside) == "0.500 to 2.00");
  CHECK(text({.low = 0}, Rule::mean_inside) == "at least 0");
  CHECK(text({.low = 0}, Rule::interval_inside) == "at least 0, whole interval");
  CHECK(text({.high = 3}, Rule::mean_inside) == "at most 3.00");
  CHECK(text({0, 0}, Rule::interval_meets) == "interval includes 0");
  CHECK(text({}, Rule::mean_inside) == "shown, not judged");
}

TEST_CASE("the summary counts what holds and names what does not") {
  const std::vector<Verdict> all{verdict("P01", true), verdict("P02", false),
                                 verdict("P03", false)};
  CHECK(cli::validation_summary(all) == "1 of 3 patterns hold; P02 and P03 do not.");
  CHECK(cli::validation_summary(std::span(all).first(1)) == "1 of 1 pattern holds.");
}

TEST_CASE("no line of the table is wider than a hundred columns, and a failure is marked") {
  const std::vector<Verdict> all{verdict("P01", true), verdict("P02", false)};
  const std::string table = cli::validation_table(all, heading, false);
  std::size_t begin = 0;
  for (std::size_t end = table.find('\n'); end != std::string::npos;
       begin = end + 1, end = table.find('\n', begin))
    CHECK(end - begin <= 100);
  CHECK(has(table, "P02  FAILS"));
  CHECK(has(table, "x loss"));
  CHECK(!has(table, "\x1b["));
}

TEST_CASE("a page escapes what would be markup and refers to nothing outside") {
  const std::vector<Verdict> all{verdict("P01", true), verdict("P02", false)};
  const std::string page = cli::validation_html(all, heading);
  CHECK(has(page, "A &lt;b&gt; finding"));
  CHECK(has(page, "Someone &amp; Other"));
  CHECK(!has(page, "http"));
  CHECK(has(page, "href=\"#P02\""));
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("a Markdown cell cannot be broken by a bar, and JSON keeps open bands as null") {
  const std::vector<Verdict> all{verdict("P01", true)};
  CHECK(has(cli::validation_markdown(all, heading), "finding \\| with a bar"));
  Verdict open = verdict("P01", true);
  open.evidence.readings[0].band = {.low = 0};
  const auto json = cli::validation_json({&open, 1}, heading);
  const auto& reading = json.at("patterns").as_array()[0].at("readings").as_array()[0];
  CHECK(reading.at("band_high").is_null());
  CHECK(reading.at("holds").as_bool());
  CHECK(json.at("patterns_held").to_number<int>() == 1);
}
