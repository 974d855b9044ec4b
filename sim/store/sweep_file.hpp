// What a sweep's file holds, and how it is written and read as a whole.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/store/outcome_file.hpp"

namespace clout::store {

/// Values of a setting: numbers, words, or switches (0 and 1).
using SweptValues =
    std::variant<std::vector<double>, std::vector<std::string>, std::vector<std::int32_t>>;

/// A setting that varies over the points.
struct SweptSetting {
  std::string key;      ///< "platform.sponsored_share"
  std::string unit;     ///< "USD"; "1" for pure numbers, words and switches
  std::string meaning;  ///< one sentence
  SweptValues values;   ///< by point

  bool operator==(const SweptSetting&) const = default;
};

/// A figure of an arm in a replicate.
struct SweepFigure {
  std::string name;  ///< "first_purchases", "trust_end.micro"
  std::string unit;
  std::string definition;
  std::vector<double> values;  ///< by (point, arm, replicate), last fastest; NaN: not defined

  bool operator==(const SweepFigure&) const = default;
};

/// A sweep with all it came to.
struct SweepRecord {
  /// What is the same at all points: headline, seed, days, texts, versions, and of arms their names
  /// only. resolved is the study with its sweep; config_sha256 is of the study without it, so that
  /// a sweep and one with more points have the same.
  StudyRecord study;
  std::string design;                  ///< "grid", "list", "latin_hypercube", "sobol", "crossover"
  std::string judged_by;               ///< the figure that says which arm wins
  std::vector<SweptSetting> settings;  ///< at least one
  std::vector<SweepFigure> figures;    ///< at least one
  std::vector<random::Replicate> replicates;  ///< ascending, at least one

  std::size_t points() const;
  /// Position of a value in SweepFigure::values.
  std::size_t index(std::size_t point, std::size_t arm, std::size_t replicate) const noexcept {
    return (point * study.arms.size() + arm) * replicates.size() + replicate;
  }

  bool operator==(const SweepRecord&) const = default;
};

/// In the order of the axes.
std::vector<std::string> arm_names(const SweepRecord& sweep);
std::vector<std::string> setting_keys(const SweepRecord& sweep);

/// The values of a point in words that no other point has: "platform.sponsored_share = 0.05\n".
std::string point_text(const SweepRecord& sweep, std::size_t point);

/// Writes the file, whole or not at all: equal records give equal bytes. Throws InputError if the
/// disk refuses.
void write_sweep(const std::string& path, const SweepRecord& sweep);

/// Throws InputError with one clear message if the file is not HDF5, not a sweep, of a newer
/// schema, cut off, or lacks or bends a dataset.
SweepRecord read_sweep(const CheckedFile& checked);

}  // namespace clout::store
