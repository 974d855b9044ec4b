// What an outcome file says about a study, and how to read its replicates.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sim/engine/replicate.hpp"
#include "sim/store/seal.hpp"

namespace clout::store {

/// A campaign of the study, whether or not an arm runs it.
struct CampaignRecord {
  std::string name;
  std::string brand;
  std::string objective;  ///< "awareness", "engagement" or "sales"

  bool operator==(const CampaignRecord&) const = default;
};

/// What of an arm the figures need; the rest stands in the scenario's text.
struct ArmRecord {
  std::string name;
  std::string note;
  std::vector<double> price_usd;       ///< per brand
  std::vector<double> margin;          ///< per brand, share of the price
  std::vector<std::size_t> campaigns;  ///< that run in it: positions in StudyRecord::campaigns, in
                                       ///< the order of Outcome::campaigns
  std::int64_t idle = -1;  ///< the first arm without campaigns whose market, platform and brands
                           ///< are the same: what this arm adds is measured against it; -1: none

  bool operator==(const ArmRecord&) const = default;
};

/// What is the same for all replicates of a study.
struct StudyRecord {
  std::string title;
  std::string question;
  std::int64_t seed = 0;
  std::int64_t days = 0;
  std::int64_t warm_up_days = 0;
  std::int64_t planned_replicates = 0;  ///< a file of an interrupted run holds fewer
  std::int64_t accounts = 0;
  std::int64_t follows = 0;
  double people_per_agent = 1;
  std::string graph_origin;  ///< how the graph came to be, in words
  std::vector<std::string> brands;
  std::vector<std::string> niches;
  std::vector<CampaignRecord> campaigns;
  std::vector<ArmRecord> arms;
  std::string scenario;       ///< the scenario file's text, as the user wrote it
  std::string resolved;       ///< every setting with its value, as TOML that reads back to the same
  std::string config_sha256;  ///< of what decides the bits: resolved without the number of
                              ///< replicates, and the graph if it came from a file
  std::string software;       ///< "clout 0.1.0"
  std::string git_sha1;

  bool operator==(const StudyRecord&) const = default;
};

/// Reads an outcome file, replicate by replicate: memory does not grow with their number.
class OutcomeReader {
 public:
  /// Throws InputError with one clear message if the file is not HDF5, not an outcome file, of a
  /// newer schema, cut off, or lacks or bends a dataset.
  explicit OutcomeReader(const CheckedFile& checked);
  ~OutcomeReader();
  OutcomeReader(OutcomeReader&&) noexcept;
  OutcomeReader& operator=(OutcomeReader&&) noexcept;

  const std::string& path() const noexcept;
  const StudyRecord& study() const noexcept;
  /// The replicates that are in the file, ascending.
  const std::vector<random::Replicate>& replicates() const noexcept;
  /// Outcomes of all arms, in their order, of the replicate at a position of replicates(); just as
  /// the engine reported them. Throws InputError if the file is damaged there.
  std::vector<engine::Outcome> replicate(std::size_t position) const;

 private:
  struct File;
  std::unique_ptr<File> file_;
};

}  // namespace clout::store
