#include "sim/store/sweep_writer.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "sim/base/contracts.hpp"
#include "sim/base/diagnostic.hpp"
#include "sim/base/new_file.hpp"
#include "sim/graph/problem_list.hpp"
#include "sim/store/parts_folder.hpp"
#include "sim/store/sha256.hpp"
#include "sim/store/study_difference.hpp"

namespace clout::store {

namespace {

constexpr const char* after_full_disk =
    "finished points are kept: make room and run the same with --resume";

constexpr const char* replace_or_choose =
    "leave out --resume to replace it, or choose another output with -o";

/// Why points of one sweep cannot stand in the other; empty if they can.
std::string sweep_difference(const SweepRecord& theirs, const SweepRecord& ours) {
  const std::string study = study_difference(theirs.study, ours.study);
  if (!study.empty()) return study;
  const auto keys = [](const SweepRecord& sweep) {
    std::string text;
    for (const SweptSetting& each : sweep.settings) text += (text.empty() ? "" : ", ") + each.key;
    return text;
  };
  if (keys(theirs) != keys(ours))
    return fmt::format("it varies {} where this one varies {}", keys(theirs), keys(ours));
  const auto same_name = [](const auto& a, const auto& b) { return a.name == b.name; };
  if (!std::ranges::equal(theirs.figures, ours.figures, same_name)) return "it has other figures";
  if (!std::ranges::equal(theirs.study.arms, ours.study.arms, same_name))
    return "it has other arms";
  return {};
}

/// The values of one point alone, or nothing of none.
SweptValues value_at(const SweptValues& values, std::size_t point) {
  return std::visit(
      [&](const auto& all) -> SweptValues { return std::decay_t<decltype(all)>{all[point]}; },
      values);
}

}  // namespace

struct SweepWriter::State {
  State(std::string output, Start the_start)
      : path(std::move(output)), start(the_start), folder(path, "point-") {}

  std::size_t cell(std::size_t point, std::size_t replicate) const {
    return point * sweep.replicates.size() + replicate;
  }
  void copy(const SweepRecord& from, std::size_t there, std::size_t here);
  std::size_t take(const SweepRecord& from);
  SweepRecord checked(const std::string& file, const std::string& if_damaged,
                      const std::string& if_foreign) const;
  void read_finished();
  void prepare(SweepRecord plan);
  void refuse_strangers() const;

  std::string path;
  Start start;
  DesignIs design = DesignIs::whole;
  PartsFolder folder;
  SweepRecord sweep;
  bool goes_on = false;       ///< shards were there at the start: the output is to be replaced
  std::size_t strangers = 0;  ///< points of the output to be resumed that are none of ours
  std::vector<bool> known;    ///< by (point, replicate)
  std::multimap<std::string, std::size_t> points;  ///< by what they set
};

/// Takes what a sweep knows of its point there for the point here.
void SweepWriter::State::copy(const SweepRecord& from, std::size_t there, std::size_t here) {
  for (std::size_t old = 0; old < from.replicates.size(); ++old) {
    const auto at =
        std::lower_bound(sweep.replicates.begin(), sweep.replicates.end(), from.replicates[old]);
    if (at == sweep.replicates.end() || *at != from.replicates[old]) continue;
    const auto replicate = static_cast<std::size_t>(at - sweep.replicates.begin());
    known[cell(here, replicate)] = true;
    for (std::size_t arm = 0; arm < sweep.study.arms.size(); ++arm) {
      for (std::size_t n = 0; n < sweep.figures.size(); ++n) {
        sweep.figures[n].values[sweep.index(here, arm, replicate)] =
            from.figures[n].values[from.index(there, arm, old)];
      }
    }
  }
}

/// Takes all that a sweep knows of our points; returns how many of its points are none of ours.
std::size_t SweepWriter::State::take(const SweepRecord& from) {
  std::size_t others = 0;
  for (std::size_t there = 0; there < from.points(); ++there) {
    const auto [begin, end] = points.equal_range(point_text(from, there));
    if (begin == end) ++others;
    for (auto at = begin; at != end; ++at) copy(from, there, at->second);
  }
  return others;
}

SweepRecord SweepWriter::State::checked(const std::string& file, const std::string& if_damaged,
                                        const std::string& if_foreign) const {
  std::string suggestion = if_damaged;
  try {
    SweepRecord found = read_sweep(file);
    const std::string difference = sweep_difference(found, sweep);
    if (difference.empty()) return found;
    suggestion = if_foreign;
    throw graph::input_error(file, 0, "belongs to another sweep: " + difference, "");
  } catch (const InputError& error) {
    throw error.with_suggestion(suggestion);
  }
}

void SweepWriter::State::read_finished() {
  const std::string start_anew =
      fmt::format("run that one to its end, or delete {} to start anew", folder.path());
  bool any = false;
  for (const std::string& file : folder.shard_paths()) {
    take(checked(file, "delete this file to run its point again", start_anew));
    any = true;
  }
  if (!std::filesystem::exists(path)) return;
  const std::string replace = replace_or_choose;
  try {
    const SweepRecord old = checked(path, replace, replace);
    strangers = take(old);
    if (design == DesignIs::whole) refuse_strangers();
    // With more replicates a growing design may well grow elsewhere.
    if (goes_on || old.replicates != sweep.replicates) strangers = 0;
    if (old.replicates.size() > sweep.replicates.size()) {
      throw graph::input_error(path, 0,
                               fmt::format("has {} replicates, and {} were asked for",
                                           old.replicates.size(), sweep.replicates.size()),
                               fmt::format("--replicates {} or more", old.replicates.size()));
    }
  } catch (const InputError&) {
    // Beside shards of this sweep it is what the sweep, once complete, was to replace anyway.
    if (!any) throw;
  }
}

void SweepWriter::State::refuse_strangers() const {
  if (strangers == 0) return;
  throw graph::input_error(
      path, 0, fmt::format("has {} points that this design does not have", strangers), "")
      .with_suggestion(replace_or_choose);
}

SweepWriter::SweepWriter(std::string path, Start start) {
  { const NewFile writable(path); }  // else noticed after the sweep
  state_ = std::make_unique<State>(std::move(path), start);
  if (start == Start::anew && !state_->folder.shard_paths().empty()) {
    throw graph::input_error(state_->folder.path(), 0,
                             "holds finished points of a sweep that was cut off", "")
        .with_suggestion("add --resume to go on with it, or delete the folder to start anew");
  }
}

SweepWriter::~SweepWriter() = default;

/// Nothing is known yet.
void SweepWriter::State::prepare(SweepRecord plan) {
  sweep = std::move(plan);
  const std::size_t cells = sweep.points() * sweep.replicates.size();
  for (SweepFigure& figure : sweep.figures) {
    figure.values.assign(cells * sweep.study.arms.size(), std::numeric_limits<double>::quiet_NaN());
  }
  known.assign(cells, false);
  points.clear();
  for (std::size_t point = 0; point < sweep.points(); ++point)
    points.emplace(point_text(sweep, point), point);
}

void SweepWriter::begin(SweepRecord plan, DesignIs design) {
  state_->design = design;
  state_->goes_on = !state_->folder.shard_paths().empty();
  state_->prepare(std::move(plan));
  if (state_->start == Start::resume) state_->read_finished();
  state_->folder.remove_unfinished();  // not earlier: a sweep that is refused changes nothing
}

void SweepWriter::extend(SweepRecord plan) {
  CLOUT_EXPECT(state_->design == DesignIs::growing && complete());
  const SweepRecord before = state_->sweep;
  state_->prepare(std::move(plan));
  if (state_->start == Start::resume) state_->read_finished();
  state_->take(before);
}

std::vector<random::Replicate> SweepWriter::finished(std::size_t point) const {
  std::vector<random::Replicate> replicates;
  for (std::size_t n = 0; n < state_->sweep.replicates.size(); ++n) {
    if (state_->known[state_->cell(point, n)]) replicates.push_back(state_->sweep.replicates[n]);
  }
  return replicates;
}

bool SweepWriter::complete() const {
  return std::find(state_->known.begin(), state_->known.end(), false) == state_->known.end();
}

std::size_t SweepWriter::points_finished() const {
  std::size_t count = 0;
  for (std::size_t point = 0; point < state_->sweep.points(); ++point) {
    if (finished(point).size() == state_->sweep.replicates.size()) ++count;
  }
  return count;
}

void SweepWriter::add(std::size_t point, random::Replicate replicate,
                      const std::vector<std::vector<double>>& figures) {
  SweepRecord& sweep = state_->sweep;
  const auto at = std::lower_bound(sweep.replicates.begin(), sweep.replicates.end(), replicate);
  CLOUT_EXPECT(at != sweep.replicates.end() && *at == replicate);
  CLOUT_EXPECT(figures.size() == sweep.study.arms.size());
  const auto position = static_cast<std::size_t>(at - sweep.replicates.begin());
  for (std::size_t arm = 0; arm < figures.size(); ++arm) {
    for (std::size_t n = 0; n < sweep.figures.size(); ++n)
      sweep.figures[n].values[sweep.index(point, arm, position)] = figures[arm][n];
  }
  state_->known[state_->cell(point, position)] = true;
}

void SweepWriter::write_point(std::size_t point) {
  const SweepRecord& all = state_->sweep;
  SweepRecord part;
  part.study = all.study;
  part.design = all.design;
  part.judged_by = all.judged_by;
  part.replicates = finished(point);
  if (part.replicates.empty()) return;
  for (const SweptSetting& setting : all.settings) {
    part.settings.push_back(
        {setting.key, setting.unit, setting.meaning, value_at(setting.values, point)});
  }
  for (const SweepFigure& figure : all.figures) {
    part.figures.push_back({figure.name, figure.unit, figure.definition, {}});
    for (std::size_t arm = 0; arm < all.study.arms.size(); ++arm) {
      for (std::size_t n = 0; n < all.replicates.size(); ++n) {
        if (state_->known[state_->cell(point, n)])
          part.figures.back().values.push_back(figure.values[all.index(point, arm, n)]);
      }
    }
  }
  // Named by what the point sets, so that an extended design, whose points have other numbers,
  // replaces no other point's.
  constexpr std::size_t digits = 16;
  const std::string name = sha256_of_text(point_text(all, point)).substr(0, digits);
  try {
    write_sweep(state_->folder.shard_path(name), part);
  } catch (const InputError& error) {
    throw error.with_suggestion(after_full_disk);
  }
}

void SweepWriter::finish() {
  CLOUT_EXPECT(complete());
  if (state_->design == DesignIs::growing) state_->refuse_strangers();
  try {
    write_sweep(state_->path, state_->sweep);
  } catch (const InputError& error) {
    throw error.with_suggestion(after_full_disk);
  }
  state_->folder.remove_shards();
}

const SweepRecord& SweepWriter::sweep() const noexcept { return state_->sweep; }

}  // namespace clout::store
