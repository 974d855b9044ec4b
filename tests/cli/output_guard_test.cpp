#include "sim/cli/output_guard.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using clout::cli::same_file;

TEST_CASE("names of one file are told from names of two, also by links to what is not there yet") {
  const clout::test::TemporaryFolder folder;
  const std::string there = folder.file("there", "x");
  std::filesystem::create_symlink("there", folder.file("link"));
  std::filesystem::create_symlink("later", folder.file("early"));
  CHECK(same_file(there, folder.file("./there")));
  CHECK(same_file(there, folder.file("link")));
  CHECK_FALSE(same_file(there, folder.file("later")));
  CHECK(same_file(folder.file("later"), folder.file("early")));
  CHECK_FALSE(same_file(folder.file("there"), folder.file("early")));
}
