#include "sim/cli/discover_output.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

namespace json = boost::json;

constexpr std::size_t line_width = 100;

json::object box_json(const store::SweepRecord& sweep, const report::DiscoveredBox& box) {
  json::array restrictions;
  for (const report::Restriction& each : box.restrictions) {
    restrictions.push_back({{"setting", sweep.settings[each.setting].key},
                            {"text", each.text},
                            {"quasi_p", each.quasi_p}});
  }
  return {{"restrictions", std::move(restrictions)},
          {"cases", box.cases},
          {"wins", box.wins},
          {"coverage", box.coverage},
          {"density", box.density},
          {"shown", box.shown}};
}

}  // namespace

std::string quasi_p_text(double value) {
  constexpr double least = 0.001;
  return value < least ? "<0.001" : fmt::format("{:.3f}", value);
}

std::string discovery_table(const report::Discovery& found) {
  std::string text = wrapped(found.text, line_width);
  if (!found.shows_boxes()) return text;
  text += fmt::format("\n{:>3}  {:>8}  {:>7}  {:>7}  {:>7}  {}\n", "box", "coverage", "density",
                      "cases", "quasi p", "restriction");
  for (std::size_t n = 0; n < found.boxes.size(); ++n) {
    const report::DiscoveredBox& box = found.boxes[n];
    if (!box.shown) continue;
    std::string left =
        fmt::format("{:>3}  {:>8}  {:>7}  {:>7}", n + 1, report::number_text(box.coverage, "share"),
                    report::number_text(box.density, "share"), box.cases);
    for (const report::Restriction& each : box.restrictions) {
      text += fmt::format("{}  {:>7}  {}\n", left, quasi_p_text(each.quasi_p), each.text);
      left.assign(left.size(), ' ');
    }
  }
  text += '\n';
  text += wrapped(
      "Coverage: share of all its wins that lie in the box. Density: share of the box's cases that "
      "it wins. Quasi p: chance of so many wins if the restriction were of no use; boxes were "
      "chosen "
      "on the same cases, and replicates of a point are alike, so it is too small.",
      line_width);
  return text;
}

json::object discovery_json(const store::SweepRecord& sweep, const report::Discovery& found) {
  json::array boxes;
  for (const report::DiscoveredBox& each : found.boxes) boxes.push_back(box_json(sweep, each));
  return {{"arm", sweep.study.arms[found.arm].name},
          {"figure", found.figure.name},
          {"summary", found.text},
          {"cases", found.cases},
          {"wins", found.wins},
          {"boxes", std::move(boxes)},
          {"points", sweep.points()},
          {"replicates", sweep.replicates.size()},
          {"seed", sweep.study.seed},
          {"config_sha256", sweep.study.config_sha256}};
}

}  // namespace clout::cli
