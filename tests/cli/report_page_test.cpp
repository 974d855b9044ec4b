#include "sim/cli/report_page.hpp"

#include <limits>

#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A study in which arm a has customers[a][r] first purchases in replicate r.
cli::ReportInput input_with(const store::StudyRecord& study,
                            const std::vector<std::vector<double>>& customers) {
  const report::Results results = tests::results_with(study, customers);
  cli::ReportInput input;
  input.histories = report::histories_of(study);
  for (std::size_t r = 0; r < customers.front().size(); ++r) {
    std::vector<engine::Outcome> outcomes;
    for (std::size_t arm = 0; arm < customers.size(); ++arm)
      outcomes.push_back(tests::quiet_outcome(study, arm, static_cast<int>(r)));
    report::add_replicate(input.histories, study, outcomes);
  }
  input.comparison = report::compare({&results, 1});
  input.verdict = report::judge(input.comparison);
  input.command = "clout report out.h5";
  input.inspect = "clout inspect out.h5 --config";
  return input;
}

std::vector<std::vector<double>> rising(std::size_t arms, std::size_t replicates) {
  std::vector<std::vector<double>> customers(arms);
  for (std::size_t arm = 0; arm < arms; ++arm) {
    for (std::size_t r = 0; r < replicates; ++r)
      customers[arm].push_back(static_cast<double>(100 * arm + r * (arm + 1)));
  }
  return customers;
}

}  // namespace

TEST_CASE("a page tells the verdict first and has its sections in order") {
  const auto page =
      cli::report_page(input_with(tests::small_study({"nothing", "a"}), rising(2, 4)));
  std::size_t at = 0;
  for (const char* each :
       {"<h1>which?", "id=\"verdict\"", "a has the most", "id=\"scorecard\"", "id=\"why\"",
        "id=\"days\"", "id=\"risk\"", "id=\"assumptions\"", "id=\"repeat\"", "</html>"}) {
    INFO(each);
    at = page.find(each, at);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("what a user wrote is text on the page and nothing else") {
  store::StudyRecord study = tests::small_study({"nothing", "<script>alert('a')</script>"});
  study.title = "<img src=x onerror=alert(1)>";
  study.question = "\"which\" & <why>?";
  study.arms[1].note = "</td><b>";
  study.scenario = "</pre><script>";
  study.brands[1] = study.campaigns[0].brand = "<i>acme";
  study.campaigns[0].name = "<u>";
  study.graph_origin = "<s>";
  const std::string page = cli::report_page(input_with(study, rising(2, 3)));
  for (const char* each :
       {"<img", "<script>alert", "</td><b>", "</pre><script", "<i>", "<u>", "<s>", "<why>"}) {
    INFO(each);
    CHECK(!has(page, each));
  }
  CHECK(has(page, "&lt;script&gt;alert"));
  CHECK(has(page, "&quot;which&quot; &amp; &lt;why&gt;?"));
}

TEST_CASE("a page refers to nothing outside and may load nothing") {
  const std::string page =
      cli::report_page(input_with(tests::small_study({"nothing", "a"}), rising(2, 3)));
  CHECK(has(page, "default-src 'none'"));
  for (const char* each : {"src=\"", "href=\"http", "url(", "@import", "<link"}) {
    INFO(each);
    CHECK(!has(page, each));
  }
}

TEST_CASE("one arm, one replicate, no idle arm and twelve arms are pages as well") {
  const std::string one_arm = cli::report_page(input_with(tests::small_study({"a"}), rising(1, 3)));
  CHECK(has(one_arm, "nothing to compare with"));
  CHECK(!has(one_arm, "id=\"differences\""));
  CHECK(!has(one_arm, "Wins a further run"));
  const auto one_replicate =
      cli::report_page(input_with(tests::small_study({"nothing", "a"}), rising(2, 1)));
  CHECK(has(one_replicate, "One replicate: nothing is decided"));
  CHECK(!has(one_replicate, "95% intervals"));
  const auto no_idle = cli::report_page(input_with(tests::small_study({"a", "b"}), rising(2, 3)));
  CHECK(!has(no_idle, "Margin won"));
  std::vector<std::string> names{"nothing"};
  for (int arm = 1; arm < 12; ++arm) names.push_back("arm " + std::to_string(arm));
  const auto twelve = cli::report_page(input_with(tests::small_study(names), rising(12, 3)));
  CHECK(twelve.size() < 2'000'000);
  CHECK(has(twelve, "c3 second"));
}

TEST_CASE("no replicate is no figure, and said so") {
  store::StudyRecord study = tests::small_study({"nothing", "a"});
  cli::ReportInput input;
  const report::Results results{"file", study, {}, {}};
  input.histories = report::histories_of(study);
  input.comparison = report::compare({&results, 1});
  input.verdict = report::judge(input.comparison);
  CHECK(has(cli::report_page(input), "Nothing to decide"));
}

TEST_CASE("a chart of ratios is symmetric about one") {
  cli::DotChart chart;
  chart.ratio = true;
  chart.rows = {{"half", "c0", {0.5, 0.5, 0.5, 2}, false}, {"twice", "c0", {2, 2, 2, 2}, false}};
  const std::string svg = cli::dot_chart(chart);
  CHECK(has(svg, "1/2\u00D7"));
  CHECK(has(svg, "2.0\u00D7"));
}

TEST_CASE("a value that is no number leaves no mark and is told as n/a") {
  cli::DotChart chart;
  const double none = std::numeric_limits<double>::quiet_NaN();
  chart.rows = {{"a", "c0", {none, none, none, 0}, false}};
  const std::string svg = cli::dot_chart(chart);
  CHECK(!has(svg, "<circle"));
  CHECK(has(svg, "n/a"));
  CHECK(!has(svg, "nan"));
}
