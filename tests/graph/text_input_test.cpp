#include "sim/graph/text_input.hpp"

#include <random>

#include <zlib.h>

#include "sim/graph/line_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout::graph;
using clout::test::complaints;

namespace {

std::string gzip(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string whole(const std::string& bytes) {
  TextInput input("file", bytes);
  return read_whole(input, std::size_t{1} << 30U);
}

std::string noise(std::size_t size) {
  std::mt19937 engine(5);
  std::string text(size, '\0');
  for (char& c : text) c = static_cast<char>('a' + engine() % 26);
  return text;
}

}  // namespace

TEST_CASE("plain text and gzip of one or several members are read as the same text") {
  const std::string text = noise(700'000);
  CHECK(whole(text) == text);
  CHECK(whole(gzip(text)) == text);
  CHECK(whole(gzip(text.substr(0, 10)) + gzip("") + gzip(text.substr(10))) == text);
  CHECK(whole("").empty());
  CHECK(whole("\x1f") == "\x1f");
}

TEST_CASE("what a file is, its content says and not its name") {
  const clout::test::TemporaryFolder folder;
  TextInput compressed(folder.file("a.txt", gzip("1 2\n")));
  CHECK(read_whole(compressed, 100) == "1 2\n");
  TextInput plain(folder.file("a.gz", "1 2\n"));
  CHECK(read_whole(plain, 100) == "1 2\n");
}

TEST_CASE("the beginning of a text stays to be read") {
  const std::string text = noise(700'000);
  for (const std::string& bytes : {text, gzip(text)}) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{512}, std::size_t{400'000}}) {
      TextInput input("file", bytes);
      CHECK(input.beginning(size) == text.substr(0, size));
      std::string first(300, '\0');
      CHECK(input.read(first.data(), first.size()) == 300);
      CHECK(first + read_whole(input, text.size()) == text);
    }
  }
  TextInput brief("file", "1 2\n");
  CHECK(brief.beginning(512) == "1 2\n");
  CHECK(read_whole(brief, 100) == "1 2\n");
}

TEST_CASE("gzip that is cut off anywhere, changed or followed by something else is refused") {
  const std::string good = gzip(noise(3000));
  for (std::size_t length = 2; length < good.size(); length += 7) {
    INFO(length);
    CHECK(complaints([&] { whole(good.substr(0, length)); }) ==
          std::vector<std::string>{
              "file: the compressed data ends too early; download or compress the file again"});
  }
  std::string changed = good;
  changed[good.size() - 5] = static_cast<char>(changed[good.size() - 5] ^ 1);  // in the checksum
  CHECK(complaints([&] { whole(changed); }).size() == 1);
  CHECK(complaints([&] { whole(good + "garbage"); }).size() == 1);
}

TEST_CASE("a text beyond the limit is refused, also if it is small when compressed") {
  TextInput input("bomb.gz", gzip(std::string(5'000'000, 'x')));
  CHECK(complaints([&] { read_whole(input, std::size_t{1} << 20U); })
            .front()
            .find("bomb.gz: the text is longer than 1 MiB") == 0);
}

TEST_CASE("files that cannot be opened or read are refused by name") {
  CHECK(complaints([] { TextInput("/nonexistent/file"); }) ==
        std::vector<std::string>{"/nonexistent/file: cannot be opened: No such file or directory"});
  CHECK(complaints([] { TextInput("/tmp"); }) ==
        std::vector<std::string>{"/tmp: cannot be read: Is a directory"});
}

TEST_CASE("lines come back whole across every boundary of the reader's buffer") {
  std::mt19937 engine(9);
  std::string text;
  std::vector<std::string> expected;
  while (text.size() < 6 * longest_line) {
    expected.push_back(noise(engine() % 100 < 2 ? longest_line - engine() % 5 : engine() % 5000));
    text += expected.back() + (engine() % 2 ? "\r\n" : "\n");
  }
  text.pop_back();
  if (text.back() == '\r') text.pop_back();
  LineReader reader(TextInput("file", text));
  std::size_t count = 0;
  for (std::string_view line; reader.next(line); ++count) {
    REQUIRE(count < expected.size());
    REQUIRE(line == expected[count]);
    REQUIRE(reader.line_number() == static_cast<std::int64_t>(count) + 1);
  }
  CHECK(count == expected.size());
}
