// What a sweep's file holds, for writing and reading. Only sources of sim/store include this.
//
// All lies in the root group, where xarray and pandas look first, but what was asked for:
//   point, arm, replicate        the axes
//   a variable per setting       along point; its name is the key, with '_' for blanks and '/'
//   a variable per figure        along point, arm and replicate
//   config/setting, /figure      the keys and names, in their order
//   config/setting_variable      the names of the settings' variables
//   config/scenario, /resolved   as in outcome files
#pragma once

#include <array>

#include "sim/store/hdf5_array.hpp"
#include "sim/store/outcome_layout.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::store::sweep_layout {

using hdf5::ArrayInfo;
using hdf5::Element;

inline constexpr Schema schema{"clout-sweep", 1, "a sweep written by clout sweep"};

/// Root attributes beside those of the study.
inline constexpr const char* design = "sweep_design";
inline constexpr const char* judged_by = "judged_by";

inline const outcome_layout::Attribute attributes[] = {
    {"title", "title of the study", &StudyRecord::title},
    {"question", "what the study asks", &StudyRecord::question},
    {"software", "what wrote the file", &StudyRecord::software},
    {"git_sha1", "commit that it was built from", &StudyRecord::git_sha1},
    {"seed", "seed of all random draws, the same at every point", &StudyRecord::seed},
    {"config_sha256", "SHA-256 of the study without its sweep and its number of replicates",
     &StudyRecord::config_sha256},
    {"days", "days of the run", &StudyRecord::days},
    {"warm_up_days", "days simulated before day 0", &StudyRecord::warm_up_days},
    {"planned_replicates", "replicates that were asked for", &StudyRecord::planned_replicates},
};

inline const ArrayInfo point{"point", Element::int32, "1", "number of the point in the design", {}};
inline const ArrayInfo arm{"arm", Element::text, "1", "name of the arm", {}};
inline const ArrayInfo replicate{"replicate", Element::int32, "1", "number of the replicate", {}};

inline constexpr const char* config = "config";
inline const ArrayInfo setting{"setting", Element::text, "1", "key of a setting that varies", {}};
inline const ArrayInfo figure{"figure", Element::text, "1", "name of a figure", {}};
inline const ArrayInfo setting_variable{
    "setting_variable", Element::text, "1", "name of the setting's variable", {}};
inline const ArrayInfo scenario{"scenario", Element::text, "1", "the scenario file's text", {}};
inline const ArrayInfo resolved{
    "resolved",
    Element::text,
    "1",
    "every setting with its value, as a scenario that reads back to the same",
    {}};

/// Elements of a setting's variable, by the alternatives of SweptValues.
inline constexpr std::array<Element, 3> setting_elements{Element::real, Element::text,
                                                         Element::int8};

inline ArrayInfo info_of(const char* name, const SweptSetting& each) {
  ArrayInfo info{
      name, setting_elements[each.values.index()], each.unit.c_str(), each.meaning.c_str(), {}};
  if (info.element == Element::int8) info.categories = {"no", "yes"};
  return info;
}

inline ArrayInfo info_of(const SweepFigure& each) {
  return {each.name.c_str(), Element::real, each.unit.c_str(), each.definition.c_str(), {}};
}

}  // namespace clout::store::sweep_layout
