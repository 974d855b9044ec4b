#include "sim/graph/problem_list.hpp"
#include "sim/store/outcome_file.hpp"
#include "sim/store/outcome_input.hpp"

namespace clout::store {

struct OutcomeReader::File {
  explicit File(const CheckedFile& checked) : input(checked) {}

  OutcomeInput input;
};

OutcomeReader::OutcomeReader(const CheckedFile& checked) {
  const hdf5::Silence silence;
  file_ = std::make_unique<File>(checked);
}

OutcomeReader::~OutcomeReader() = default;
OutcomeReader::OutcomeReader(OutcomeReader&&) noexcept = default;
OutcomeReader& OutcomeReader::operator=(OutcomeReader&&) noexcept = default;

const std::string& OutcomeReader::path() const noexcept { return file_->input.path(); }

const StudyRecord& OutcomeReader::study() const noexcept { return file_->input.study(); }

const std::vector<random::Replicate>& OutcomeReader::replicates() const noexcept {
  return file_->input.replicates();
}

std::vector<engine::Outcome> OutcomeReader::replicate(std::size_t position) const {
  const hdf5::Silence silence;
  const OutcomeInput& input = file_->input;
  try {
    return decode_replicate(input.study(), input.replicates()[position], input.slabs(position));
  } catch (const hdf5::Failure& failure) {
    throw graph::input_error(input.path(), 0, failure.what(),
                             "an outcome file written by clout run");
  }
}

}  // namespace clout::store
