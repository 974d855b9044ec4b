// Numbers of a scatter beside its dots, and intervals that are seen to end.
#include <regex>

#include "sim/cli/report_chart.hpp"
#include "tests/support/catch.hpp"

using namespace clout::cli;

namespace {

/// Sixteen dots of which most lie in a heap near zero.
ScatterChart heap() {
  ScatterChart chart;
  chart.head = {"effect", "people", "a scatter"};
  for (int n = 0; n < 16; ++n) {
    const double size = n < 3 ? 1000 - 200 * n : 20 - n;
    chart.dots.push_back({"setting", "c0", {size, size / 2, 1.5 * size, 8}, size});
  }
  return chart;
}

std::vector<std::smatch> all(const std::string& text, const std::string& pattern) {
  const std::regex searched(pattern);
  return {std::sregex_iterator(text.begin(), text.end(), searched), std::sregex_iterator()};
}

}  // namespace

TEST_CASE("every dot of a heap has its number, and no two numbers overlap") {
  const std::string svg = scatter_chart(heap());
  const auto numbers =
      all(svg, "<text x=\"([0-9.]+)\" y=\"([0-9.]+)\" class=\"number name\"[^>]*>([0-9]+)<");
  REQUIRE(numbers.size() == 16);
  for (std::size_t a = 0; a < numbers.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const double across = std::abs(std::stod(numbers[a][1]) - std::stod(numbers[b][1]));
      const double up = std::abs(std::stod(numbers[a][2]) - std::stod(numbers[b][2]));
      INFO(numbers[a][3] << " and " << numbers[b][3]);
      CHECK((across > 7 || up > 10));
    }
  }
}

TEST_CASE("the widest interval ends within the frame") {
  const std::string svg = scatter_chart(heap());
  double farthest = 0;
  for (const auto& each : all(svg, "x2=\"([0-9.]+)\" y2=\"[0-9.]+\" class=\"faint\""))
    farthest = std::max(farthest, std::stod(each[1]));
  CHECK(farthest > chart_width / 2);
  CHECK(farthest < chart_width - 20);
}
