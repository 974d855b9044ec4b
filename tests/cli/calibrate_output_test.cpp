#include "sim/cli/calibrate_output.hpp"

#include <sstream>

#include <boost/json.hpp>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>

#include "tests/support/catch.hpp"

using namespace clout;
using boost::property_tree::ptree;

namespace {

/// Two parameters that are the statistics themselves, a third statistic that is never there, and
/// bands that ask for b above 0.5 and for the opposite of it.
cli::Calibration calibration() {
  cli::Calibration made;
  made.priors = {{"market.a", 1e-3, 1, abc::Scale::logarithmic}, {"platform.b", 0, 1}};
  made.defaults = {0.1, 0.5};
  made.settings = {
      .first = 60, .waves = 3, .each = 30, .kept = 20, .wanted = 40, .seed = random::Seed{5}};
  const std::vector<abc::Target> targets = {{.name = "a & <b>", .low = 0.01, .high = 0.02},
                                            {.name = "above", .low = 0.6},
                                            {.name = "below", .high = 0.4},
                                            {.name = "never", .low = 0, .high = 1}};
  const auto statistics = [](std::span<const double> values, abc::EvaluationKey,
                             const abc::Hopeless&) {
    return std::vector<double>{values[0], values[1], values[1],
                               std::numeric_limits<double>::quiet_NaN()};
  };
  made.default_statistics = statistics(made.defaults, {}, {});
  made.result = abc::match_history(made.priors, targets, statistics, made.settings);
  return made;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("the table of accepted sets says where it comes from, and has a row for each") {
  const cli::Calibration made = calibration();
  const auto lines = lines_of(cli::calibration_csv(made, {"clout calibrate", "version", "seed 5"}));
  CHECK(lines[0] == "# clout calibrate");
  CHECK(lines[5].starts_with("# above: 0.6, , "));
  CHECK(lines[8] == "weight,distance,market.a,platform.b,a & <b>,above,below,never");
  CHECK(lines.size() == 9 + made.result.accepted.size());
  double weight = 0;
  for (std::size_t row = 9; row < lines.size(); ++row) {
    weight += std::stod(lines[row]);
    CHECK(std::ranges::count(lines[row], ',') == 7);
    CHECK(lines[row].back() == ',');  // a statistic that is not defined is empty
  }
  CHECK(weight == Approx(1));
}

TEST_CASE("bands that exclude one another are named, others are not") {
  const std::string text = cli::calibration_table(calibration());
  CHECK(text.find("- above and below: together in 0 of 60") != std::string::npos);
  CHECK(text.find("- a & <b> and") == std::string::npos);
  CHECK(text.find("at least 0.6") != std::string::npos);
  CHECK(text.find("market.a") != std::string::npos);
}

TEST_CASE("the JSON has what the table has, and null for what is not defined") {
  const auto object = cli::calibration_json(calibration());
  const auto& statistics = object.at("statistics").as_array();
  CHECK(statistics.size() == 4);
  CHECK(statistics[3].at("median").is_null());
  CHECK(statistics[1].at("band_high").is_null());
  CHECK(object.at("conflicts").as_array().size() == 1);
  CHECK(object.at("parameters").as_array()[0].at("mean").as_double() > 0.005);
}

TEST_CASE("the picture is well-formed and has a panel for each parameter and statistic") {
  std::istringstream in(cli::calibration_plot(calibration(), {"clout calibrate --plot a.svg"}));
  ptree svg;
  read_xml(in, svg);
  std::size_t panels = 0;
  double below = 0;
  for (const auto& [name, element] : svg.get_child("svg")) {
    if (name == "g") ++panels;
    if (name == "text") below = std::max(below, element.get<double>("<xmlattr>.y"));
  }
  CHECK(panels == 6);
  CHECK(below < svg.get<double>("svg.<xmlattr>.height"));
}
