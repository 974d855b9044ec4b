// What is in a file, on one screen or for machines. Texts end with a line end.
#pragma once

#include <string>

#include "sim/graph/network.hpp"
#include "sim/store/file_contents.hpp"
#include "sim/store/graph_file.hpp"
#include "sim/store/outcome_file.hpp"
#include "sim/store/sweep_file.hpp"

namespace clout::cli {

std::string outcome_text(const store::FileContents& contents, const store::OutcomeReader& reader);
std::string outcome_json(const store::FileContents& contents, const store::OutcomeReader& reader);

std::string sweep_file_text(const std::string& path, const store::FileContents& contents,
                            const store::SweepRecord& sweep);
std::string sweep_file_json(const std::string& path, const store::FileContents& contents,
                            const store::SweepRecord& sweep);

std::string graph_text(const std::string& path, const store::FileContents& contents,
                       const graph::Network& network);
std::string graph_json(const std::string& path, const store::FileContents& contents,
                       const graph::Network& network);

}  // namespace clout::cli
