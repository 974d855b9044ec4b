#include "sim/base/new_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "sim/base/diagnostic.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using clout::NewFile;
using clout::test::content_of;
using clout::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

void write(const NewFile& file, const std::string& content) {
  std::ofstream(file.temporary(), std::ios::binary) << content;
}

void replace(const std::string& path, const std::string& content) {
  NewFile file(path);
  write(file, content);
  file.commit();
}

std::string refusal_of(const std::string& path) {
  try {
    const NewFile file(path);
  } catch (const clout::InputError& error) {
    return error.what();
  }
  return "";
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a new file stands at its place once it is committed, and else nothing changes") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.txt", "old");
  {
    const NewFile file(path);
    write(file, "half");
    CHECK(content_of(path) == "old");
    CHECK(folder.names().size() == 2);
  }
  CHECK(folder.names() == Names{"a.txt"});
  replace(path, "new");
  CHECK(content_of(path) == "new");
  CHECK(folder.names() == Names{"a.txt"});
}

TEST_CASE(
    "of two that write one path at once each has a file of its own, and the last one stands") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.txt");
  NewFile first(path);
  NewFile second(path);
  REQUIRE(first.temporary() != second.temporary());
  write(second, "second");
  write(first, "the first, which is longer");
  second.commit();
  CHECK(content_of(path) == "second");
  first.commit();
  CHECK(content_of(path) == "the first, which is longer");
  CHECK(folder.names() == Names{"a.txt"});
}

TEST_CASE("what a killed process of the same number left is neither used nor in the way") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.txt");
  const std::string left = NewFile(path).temporary();
  std::ofstream(left) << "left";
  replace(path, "new");
  CHECK(content_of(path) == "new");
  CHECK(content_of(left) == "left");
  clout::remove_unfinished(path);
  CHECK(folder.names() == Names{"a.txt"});
}

TEST_CASE("where the path is a link, what it leads to is written and the link stays") {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("sub"));
  const std::string real = folder.file("sub/real.txt", "old");
  fs::create_symlink("sub/real.txt", folder.file("relative"));
  fs::create_symlink(folder.file("relative"), folder.file("twice"));
  fs::create_symlink("sub/later.txt", folder.file("nowhere yet"));
  for (const char* name : {"relative", "twice"}) {
    replace(folder.file(name), name);
    CHECK(content_of(real) == name);
    CHECK(fs::is_symlink(folder.file(name)));
  }
  replace(folder.file("nowhere yet"), "now");
  CHECK(content_of(folder.file("sub/later.txt")) == "now");
  CHECK(fs::is_symlink(folder.file("nowhere yet")));
  CHECK(folder.names() == Names{"nowhere yet", "relative", "sub", "twice"});
}

TEST_CASE("what is no file to replace is refused for what it is") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  fs::create_symlink("one", folder.file("other"));
  fs::create_symlink("other", folder.file("one"));
  fs::create_symlink(folder.file("pipe"), folder.file("to pipe"));
  fs::create_symlink("/proc/self/fd/1", folder.file("to output"));
  const Names before = folder.names();
  const auto refused = [&](const std::string& path, const std::string& problem) {
    CHECK(refusal_of(path) == path + ": " + problem + " (expected the name of a file to write)");
  };
  refused(folder.file("."), "is a folder");
  refused(folder.file("pipe"), "is no ordinary file");
  refused(folder.file("to pipe"), "is no ordinary file");
  refused(folder.file("one"), "is a link that leads nowhere");
  // Never a device that is there: were it not refused, it would be replaced.
  for (const std::string& path :
       {std::string("/proc/self/fd/1"), std::string("/dev/fd/1"),
        std::string("/dev/../dev/no-device.h5"), folder.file("to output")})
    refused(path, "is a device or stream, and only files are written");
  CHECK(refusal_of(folder.file("none/a.txt")) ==
        folder.file("none/a.txt") + ": cannot be written: No such file or directory");
  CHECK(folder.names() == before);
}

TEST_CASE("names of temporary files are told from those of other files") {
  using clout::file_of_temporary;
  CHECK(file_of_temporary("a.h5.clout-4711.tmp") == "a.h5");
  CHECK(file_of_temporary(NewFile("a.h5").temporary()) == "a.h5");
  for (const char* other : {"a.h5", "a.h5.tmp", "a.h5.4711.tmp", "a.h5.clout-.tmp",
                            "a.h5.clout-47x.tmp", "a.h5.clout-4711", ".tmp", "4711.tmp", ""})
    CHECK(file_of_temporary(other).empty());
}

TEST_CASE("only what was left of the file itself is removed") {
  const TemporaryFolder folder;
  for (const char* name : {"a.h5", "a.h5.clout-1.tmp", "a.h5.clout-23.tmp", "b.h5.clout-1.tmp",
                           "a.h5.tmp", "a.h5.clout-1.tmp.clout-1.tmp"})
    folder.file(name, "x");
  fs::create_symlink("a.h5", folder.file("link"));
  clout::remove_unfinished(folder.file("link"));
  CHECK(folder.names() ==
        Names{"a.h5", "a.h5.clout-1.tmp.clout-1.tmp", "a.h5.tmp", "b.h5.clout-1.tmp", "link"});
}

TEST_CASE("a process that ends at once takes its temporary files with it") {
  const TemporaryFolder folder;
  const NewFile first(folder.file("a.txt"));
  const NewFile second(folder.file("b.txt"));
  { const auto abandoned = clout::abandon_new_files(); }
  CHECK(folder.names().empty());
}
