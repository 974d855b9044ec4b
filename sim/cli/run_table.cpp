// A run's summary for reading, and for machines.
#include <cmath>

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "sim/cli/run_summary.hpp"

namespace clout::cli {

namespace {

/// "12.3 M", "4.56 k", "0.123": three digits that matter.
std::string short_number(double value) {
  if (!std::isfinite(value)) return "?";
  const double size = std::abs(value);
  if (size >= 999.5e6) return fmt::format("{:.3g} G", value * 1e-9);
  if (size >= 999.5e3) return fmt::format("{:.3g} M", value * 1e-6);
  if (size >= 999.5) return fmt::format("{:.3g} k", value * 1e-3);
  return fmt::format("{:.3g}", value);
}

std::string with_interval(const stats::MeanInterval& interval) {
  if (std::isnan(interval.mean)) return "n/a";
  if (std::isnan(interval.low)) return short_number(interval.mean);
  return fmt::format("{} ({} .. {})", short_number(interval.mean), short_number(interval.low),
                     short_number(interval.high));
}

std::string hired_text(const ArmSummary& arm) {
  std::string text;
  for (std::size_t tier = market::tiers; tier-- > 0;) {
    if (arm.hired[tier] <= 0) continue;
    text += fmt::format("{}{:.4g} {}", text.empty() ? "" : ", ", arm.hired[tier],
                        choice_names<market::Tier>[tier]);
  }
  return text.empty() ? "nobody" : text;
}

std::string trust_text(const ArmSummary& arm) {
  std::string text;
  for (std::size_t tier = 0; tier < market::tiers; ++tier) {
    if (arm.trust.follows_start[tier] <= 0) continue;
    text += fmt::format("  {} {:.3f} to {:.3f}", choice_names<market::Tier>[tier],
                        arm.trust.start[tier], arm.trust.end[tier]);
  }
  return text;
}

/// Claims no more than the replicates show.
std::string verdict(const RunSummary& summary) {
  if (summary.replicates == 0) return "No replicate is complete.\n";
  const std::string& best = summary.arms[summary.best].name;
  if (summary.best == summary.runner_up) return fmt::format("One arm: {}.\n", best);
  const std::string& second = summary.arms[summary.runner_up].name;
  if (std::isnan(summary.lead.low))
    return fmt::format("One replicate decides nothing; in it {} has the most {}, before {}.\n",
                       best, summary.headline, second);
  if (summary.lead.low > 0)
    return fmt::format("{} has the most {}: {} more than {}, the next best.\n", best,
                       summary.headline, with_interval(summary.lead), second);
  return fmt::format(
      "Open which arm has the most {}: {} leads {} by {}; more replicates may tell.\n",
      summary.headline, best, second, with_interval(summary.lead));
}

boost::json::value number(double value) {
  return std::isfinite(value) ? boost::json::value(value) : boost::json::value(nullptr);
}

boost::json::object json_of(const stats::MeanInterval& interval) {
  return {{"mean", number(interval.mean)},
          {"low", number(interval.low)},
          {"high", number(interval.high)},
          {"replicates", interval.count}};
}

boost::json::object json_of_tiers(const std::array<double, market::tiers>& values) {
  boost::json::object object;
  for (std::size_t tier = 0; tier < market::tiers; ++tier)
    object[choice_names<market::Tier>[tier]] = number(values[tier]);
  return object;
}

}  // namespace

std::string to_table(const RunSummary& summary) {
  std::string text = fmt::format("{}\n{}\n\n", summary.title, summary.question);
  text += verdict(summary);
  text += fmt::format("Mean (95% interval) of {} replicates over {} days, seed {}; {} people.\n\n",
                      summary.replicates, summary.days, summary.seed, short_number(summary.people));
  for (std::size_t arm = 0; arm < summary.arms.size(); ++arm) {
    const ArmSummary& each = summary.arms[arm];
    text += fmt::format("{}: {}\n", each.name, each.note.empty() ? "(no note)" : each.note);
    text += fmt::format("  hired            {}; spent {} USD, left over {} USD\n", hired_text(each),
                        short_number(each.spent_usd), short_number(each.left_over_usd));
    for (const Figure& figure : summary.figures) {
      text += fmt::format("  {:<16} {:<34}", figure.name, with_interval(figure.of_arm[arm]));
      if (arm > 0 && !std::isnan(figure.to_first[arm].mean))
        text += fmt::format(" against {}: {}", summary.arms.front().name,
                            with_interval(figure.to_first[arm]));
      text += '\n';
    }
    text += fmt::format("  trust          {}\n\n", trust_text(each));
  }
  return text;
}

boost::json::object to_json(const RunSummary& summary) {
  boost::json::array arms;
  for (std::size_t arm = 0; arm < summary.arms.size(); ++arm) {
    const ArmSummary& each = summary.arms[arm];
    boost::json::object figures;
    for (const Figure& figure : summary.figures) {
      boost::json::object object = json_of(figure.of_arm[arm]);
      object["unit"] = figure.unit;
      object["difference_to_first"] = json_of(figure.to_first[arm]);
      figures[figure.name] = std::move(object);
    }
    arms.push_back({{"name", each.name},
                    {"note", each.note},
                    {"hired", json_of_tiers(each.hired)},
                    {"spent_usd", each.spent_usd},
                    {"left_over_usd", each.left_over_usd},
                    {"trust_start", json_of_tiers(each.trust.start)},
                    {"trust_end", json_of_tiers(each.trust.end)},
                    {"follows_start", json_of_tiers(each.trust.follows_start)},
                    {"follows_end", json_of_tiers(each.trust.follows_end)},
                    {"figures", std::move(figures)}});
  }
  return {{"title", summary.title},
          {"question", summary.question},
          {"seed", summary.seed},
          {"days", summary.days},
          {"replicates", summary.replicates},
          {"people", summary.people},
          {"headline", summary.headline},
          {"best", summary.arms[summary.best].name},
          {"runner_up", summary.arms[summary.runner_up].name},
          {"lead", json_of(summary.lead)},
          {"arms", std::move(arms)}};
}

}  // namespace clout::cli
