// What is in a file, on one screen.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/inspect_output.hpp"
#include "sim/cli/wrapped_text.hpp"

namespace clout::cli {

namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t label_width = 12;

std::string size_text(std::uint64_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (size >= 1e9) return fmt::format("{:.2f} GB", size / 1e9);
  if (size >= 1e6) return fmt::format("{:.2f} MB", size / 1e6);
  return fmt::format("{:.1f} kB", size / 1e3);
}

/// A line "label   text", wrapped under itself; nothing without text.
std::string entry(const std::string& label, const std::string& text) {
  if (text.empty()) return {};
  std::string all;
  for (const std::string& line : lines_of(text, line_width - label_width, 0))
    all += fmt::format("{:<{}}{}\n", all.empty() ? label : "", label_width, line);
  return all;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& each : parts) text += (text.empty() ? "" : ", ") + each;
  return text;
}

std::string shape_text(const std::vector<std::uint64_t>& shape) {
  std::string text;
  for (const std::uint64_t length : shape)
    text += (text.empty() ? "" : " x ") + std::to_string(length);
  return text.empty() ? "one value" : text;
}

/// The part of a path before and behind its last slash.
std::pair<std::string, std::string> split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {"/", path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

/// Names by what they are, in the order in which that was first seen.
using Kinds = std::vector<std::pair<std::string, std::vector<std::string>>>;

std::vector<std::string>& names_of(Kinds& kinds, const std::string& kind) {
  const auto at = std::find_if(kinds.begin(), kinds.end(),
                               [&](const auto& each) { return each.first == kind; });
  if (at != kinds.end()) return at->second;
  return kinds.emplace_back(kind, std::vector<std::string>()).second;
}

/// Group by group: its axes with their lengths in one line, then the datasets of each shape and
/// type.
std::string datasets_text(const store::FileContents& contents) {
  std::vector<std::pair<std::string, Kinds>> groups;
  for (const store::DatasetInfo& each : contents.datasets) {
    const auto [group, name] = split(each.path);
    if (groups.empty() || groups.back().first != group) groups.emplace_back(group, Kinds());
    const std::string shape = shape_text(each.shape);
    if (each.axis) {
      names_of(groups.back().second, "along").push_back(name + " " + shape);
    } else {
      names_of(groups.back().second, shape + " " + each.type).push_back(name);
    }
  }
  std::string text;
  for (const auto& [group, kinds] : groups) {
    text += group + "\n";
    for (const auto& [kind, names] : kinds)
      text += "  " + wrapped(kind + ": " + joined(names), line_width - 2, 4);
  }
  return text;
}

std::string replicates_text(const store::OutcomeReader& reader) {
  const auto done = static_cast<std::int64_t>(reader.replicates().size());
  const std::int64_t planned = reader.study().planned_replicates;
  return fmt::format("{} of {} planned{}", done, planned, done < planned ? ": incomplete" : "");
}

std::string campaigns_text(const store::StudyRecord& study) {
  std::vector<std::string> parts;
  for (const store::CampaignRecord& each : study.campaigns)
    parts.push_back(fmt::format("{} for {} ({})", each.name, each.brand, each.objective));
  return joined(parts);
}

}  // namespace

std::string outcome_text(const store::FileContents& contents, const store::OutcomeReader& reader) {
  const store::StudyRecord& study = reader.study();
  std::string text =
      fmt::format("{}: outcomes of a study, {}\n", reader.path(), size_text(contents.bytes));
  text += entry("title", study.title) + entry("question", study.question);
  text += entry("replicates", replicates_text(reader));
  text += entry("days", fmt::format("{}, after {} of warm-up", study.days, study.warm_up_days));
  text += entry("graph", fmt::format("{} accounts, {} follows; each account {:.6g} people; {}",
                                     study.accounts, study.follows, study.people_per_agent,
                                     study.graph_origin));
  text += entry("seed", std::to_string(study.seed));
  text += entry("brands", joined(study.brands)) + entry("campaigns", campaigns_text(study));
  for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
    const store::ArmRecord& each = study.arms[arm];
    text +=
        entry(arm == 0 ? "arms" : "", each.note.empty() ? each.name : each.name + ": " + each.note);
  }
  text += entry("settings", "sha256 " + study.config_sha256);
  text += entry("made by", study.software + ", commit " + study.git_sha1);
  return text + "\n" + datasets_text(contents);
}

std::string sweep_file_text(const std::string& path, const store::FileContents& contents,
                            const store::SweepRecord& sweep) {
  const store::StudyRecord& study = sweep.study;
  std::string text = fmt::format("{}: a sweep, {}\n", path, size_text(contents.bytes));
  text += entry("title", study.title) + entry("question", study.question);
  text += entry("points", fmt::format("{} of a {} over {}", sweep.points(), sweep.design,
                                      joined(setting_keys(sweep))));
  text += entry("replicates", std::to_string(sweep.replicates.size()));
  text += entry("days", fmt::format("{}, after {} of warm-up", study.days, study.warm_up_days));
  text += entry("seed", std::to_string(study.seed)) + entry("arms", joined(arm_names(sweep)));
  text += entry("judged by", sweep.judged_by);
  text += entry("settings", "sha256 " + study.config_sha256);
  text += entry("made by", study.software + ", commit " + study.git_sha1);
  return text + "\n" + datasets_text(contents);
}

std::string graph_text(const std::string& path, const store::FileContents& contents,
                       const graph::Network& network) {
  std::string text = fmt::format("{}: a follower graph, {}\n", path, size_text(contents.bytes));
  text += entry("origin", network.origin);
  text += entry("accounts", fmt::format("{}, each {:.6g} people", network.graph.accounts(),
                                        network.people_per_agent));
  text += entry("follows", std::to_string(network.graph.follows()));
  text += entry("niches", joined(network.niches.names));
  text += entry("influencers", fmt::format("{} with a profile", network.influencers.size()));
  text += entry("more", "clout graph describe " + path);
  return text + "\n" + datasets_text(contents);
}

}  // namespace clout::cli
