#include "sim/store/sha256.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace clout;

TEST_CASE("SHA-256 gives the digests of the standard's examples, of texts and of files") {
  // FIPS 180-2, appendix B; the empty text from NIST's test vectors.
  const std::pair<std::string, const char*> examples[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {std::string(1'000'000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
      {std::string(3'000'000, 'a'), ""},
  };
  const test::TemporaryFolder folder;
  for (const auto& [text, digest] : examples) {
    if (*digest != '\0') CHECK(store::sha256_of_text(text) == digest);
    CHECK(store::sha256_of_file(folder.file("a", text)) == store::sha256_of_text(text));
  }
  CHECK(test::complaints([&] { store::sha256_of_file(folder.file("none")); }).size() == 1);
}
