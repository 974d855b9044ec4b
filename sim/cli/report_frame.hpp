// What all pages of clout report have around their sections.
#pragma once

#include <string>
#include <vector>

namespace clout::cli {

struct PageSection {
  const char* id;
  const char* title;
  std::string body;  ///< HTML; empty: the section is left out
};

/// What stands above the sections. All of it is text.
struct PageHeading {
  std::string study;  ///< the study's title
  std::string asked;  ///< its question; empty: the title once more
  std::string about;  ///< replicates, days, seed
};

/// HTML that needs no other file and no network. methods: the page of docs that says how numbers
/// are made.
std::string report_frame(const PageHeading& heading, const std::vector<PageSection>& sections,
                         const std::string& methods);

}  // namespace clout::cli
