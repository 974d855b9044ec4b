#include "sim/cli/compare_plot.hpp"

#include <sstream>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include "analysis/report/verdict.hpp"
#include "sim/cli/compare_panels.hpp"
#include "tests/report/small_studies.hpp"
#include "tests/support/catch.hpp"

using namespace clout;
using boost::property_tree::ptree;
using tests::results_with;
using tests::small_study;

namespace {

/// Throws if it is not well-formed.
ptree parsed(const std::string& svg) {
  std::istringstream in(svg);
  ptree tree;
  read_xml(in, tree);
  return tree.get_child("svg");
}

report::Comparison comparison_with(std::vector<std::string> names,
                                   const std::vector<std::vector<double>>& customers) {
  const auto results = results_with(small_study(names), customers);
  return report::compare({&results, 1});
}

std::string drawn(const report::Comparison& comparison) {
  return cli::compare_plot(comparison, {"clout compare out.h5 --plot out.svg"});
}

/// A panel's marks, a group for each arm, in their order.
std::vector<ptree> marks(const ptree& svg, const std::string& panel) {
  std::vector<ptree> found;
  for (const auto& [name, group] : svg) {
    if (name != "g" || group.get<std::string>("title").rfind(panel + ":", 0) != 0) continue;
    for (const auto& [inner, mark] : group) {
      if (inner == "g") found.push_back(mark);
    }
  }
  return found;
}

double place(const ptree& mark) { return mark.get<double>("circle.<xmlattr>.cx"); }

/// Every <text> at any depth.
std::string words(const ptree& tree) {
  std::string all;
  for (const auto& [name, child] : tree)
    all += (name == "text" ? child.data() : "") + " " + words(child);
  return all;
}

}  // namespace

TEST_CASE("a larger mean lies further right, and an interval's ends are on the same scale") {
  const auto comparison = comparison_with({"low", "high", "nothing"},
                                          {{12, 15, 11, 14}, {30, 29, 25, 33}, {8, 11, 10, 9}});
  const auto shown = cli::compare_panels(comparison).front();
  const auto drawings = marks(parsed(drawn(comparison)), "New customers");
  REQUIRE(drawings.size() == 3);
  const double zero = place(drawings[2]);
  const double per_person = (place(drawings[1]) - zero) / shown.arms[1].mean;
  CHECK(per_person > 0);
  for (std::size_t arm = 0; arm < 2; ++arm) {
    const auto& value = shown.arms[arm];
    // Places are written to a tenth of a pixel.
    CHECK(place(drawings[arm]) == Approx(zero + per_person * value.mean).margin(0.2));
    const auto line = drawings[arm].get_child("line.<xmlattr>");
    CHECK(line.get<double>("x1") == Approx(zero + per_person * value.low).margin(0.2));
    CHECK(line.get<double>("x2") == Approx(zero + per_person * value.high).margin(0.2));
  }
  CHECK(drawings[2].count("line") == 0);  // it differs from itself by nothing
}

TEST_CASE("the best arm stands out only where it is settled") {
  const auto settled =
      parsed(drawn(comparison_with({"a", "nothing"}, {{30, 29, 31, 30}, {8, 9, 8, 10}})));
  CHECK(marks(settled, "New customers")[0].get<std::string>("<xmlattr>.class") == "best");
  CHECK(words(settled).find("settled to be the best") != std::string::npos);
  const auto open =
      parsed(drawn(comparison_with({"a", "nothing"}, {{30, 9, 8, 9}, {8, 9, 8, 10}})));
  CHECK(marks(open, "New customers")[0].get<std::string>("<xmlattr>.class") == "arm");
  CHECK(marks(open, "New customers")[1].get<std::string>("<xmlattr>.class") == "idle");
  CHECK(words(open).find("settled to be") == std::string::npos);
  CHECK(words(open).find("Grey: no campaign") != std::string::npos);
  const auto busy = parsed(drawn(comparison_with({"a", "b"}, {{3, 9, 8}, {8, 9, 8}})));
  CHECK(words(busy).find("Grey") == std::string::npos);
}

TEST_CASE("a value that is not defined is said to be so, and has no dot") {
  auto results = results_with(small_study({"micro", "nothing"}), {{12, 15, 11}, {8, 11, 10}});
  for (auto& replicate : results.totals) {
    replicate[0].brand.impressions = 30;
    replicate[0].brand.engagements = 3;
  }
  const auto rates = marks(parsed(drawn(report::compare({&results, 1}))), "Engagement");
  REQUIRE(rates.size() == 2);
  CHECK(rates[0].count("circle") == 1);
  CHECK(rates[1].count("circle") == 0);
  CHECK(rates[1].get<std::string>("text") == "n/a");
}

TEST_CASE("one replicate has dots without lines") {
  for (const ptree& mark :
       marks(parsed(drawn(comparison_with({"a", "nothing"}, {{12}, {8}}))), "New customers")) {
    CHECK(mark.count("circle") == 1);
    CHECK(mark.count("line") == 0);
  }
}

TEST_CASE("names, questions and commands may hold anything") {
  auto study = small_study({"a<b & \"c\" that goes on and on and on", "\x01\xFF"});
  study.question = "<svg> & \"more\"?";
  study.arms[0].name = "a<b & \"c\" that goes on and on and on";
  const auto results = results_with(study, {{12, 15, 11}, {8, 11, 10}});
  const auto comparison = report::compare({&results, 1});
  const auto svg = parsed(cli::compare_plot(comparison, {"clout compare '<&>.h5' --plot x.svg"}));
  CHECK(svg.get<std::string>("title") == "<svg> & \"more\"?");
  const std::string all = words(svg);
  CHECK(all.find("a<b & \"c\" that goes…") != std::string::npos);
  CHECK(all.find("'<&>.h5'") != std::string::npos);
  const auto marked = marks(svg, "New customers");
  CHECK(marked[0].get<std::string>("title").rfind(study.arms[0].name + ": ", 0) == 0);
}

TEST_CASE("the picture says what compare says, with how it was made") {
  const auto comparison = comparison_with({"micro", "nothing"}, {{12, 15, 11, 14}, {8, 11, 10, 9}});
  const auto svg = parsed(drawn(comparison));
  CHECK(svg.get<std::string>("<xmlattr>.role") == "img");
  const std::string verdict = report::judge(comparison).text;
  CHECK(svg.get<std::string>("desc").rfind(verdict, 0) == 0);
  const std::string all = words(svg);
  for (const std::string part :
       {"which?", "95% interval over replicates", "4 replicates of 3 days, seed 5; 10.0k people",
        "clout compare out.h5 --plot out.svg"})
    CHECK(all.find(part) != std::string::npos);
  for (const std::string& each : report::caveats(comparison))
    CHECK(all.find(each) != std::string::npos);
}

TEST_CASE("rows of twelve arms lie below one another within the picture") {
  std::vector<std::string> names;
  std::vector<std::vector<double>> customers;
  for (int arm = 0; arm < 12; ++arm) {
    names.push_back("arm " + std::to_string(arm));
    customers.push_back({10.0 + arm, 12.0 + 2 * arm, 11});
  }
  const auto svg = parsed(drawn(comparison_with(names, customers)));
  const auto drawings = marks(svg, "New customers");
  REQUIRE(drawings.size() == 12);
  double above = 0;
  for (const ptree& mark : drawings) {
    const auto y = mark.get<double>("circle.<xmlattr>.cy");
    CHECK(y > above + 20);
    above = y;
  }
  CHECK(above < svg.get<double>("<xmlattr>.height"));
}
