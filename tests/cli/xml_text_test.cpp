#include "sim/cli/xml_text.hpp"

#include "tests/support/catch.hpp"

using clout::cli::cut_text;
using clout::cli::xml_text;

TEST_CASE("what has a meaning in XML is escaped, everything else stays") {
  CHECK(xml_text("a<b> & \"c\"") == "a&lt;b&gt; &amp; &quot;c&quot;");
  CHECK(xml_text("Ümläut, 日本, 😀\t\n") == "Ümläut, 日本, 😀\t\n");
  CHECK(xml_text("").empty());
}

TEST_CASE("what XML does not have becomes a replacement character") {
  CHECK(xml_text("a\x01z\x1Bz") == "a\uFFFDz\uFFFDz");
  CHECK(xml_text(std::string("\0", 1)) == "\uFFFD");
  CHECK(xml_text("\xFF") == "\uFFFD");    // never in UTF-8
  CHECK(xml_text("\xC3") == "\uFFFD");    // cut off
  CHECK(xml_text("\xC3(") == "\uFFFD(");  // no second byte
  CHECK(xml_text("\x80"
                 "a") ==
        "\uFFFD"
        "a");                                       // no first byte
  CHECK(xml_text("\xC0\xBC") == "\uFFFD\uFFFD");    // "<" in more bytes than it need have
  CHECK(xml_text("\xED\xA0\x80") == "\uFFFD");      // half of a surrogate pair
  CHECK(xml_text("\xEF\xBF\xBF") == "\uFFFD");      // U+FFFF
  CHECK(xml_text("\xF4\x90\x80\x80") == "\uFFFD");  // beyond U+10FFFF
  CHECK(xml_text("\xFC\x80\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");  // starts none
}

TEST_CASE("a long text ends in an ellipsis that needs no more than its room") {
  CHECK(cut_text("micro", 5) == "micro");
  CHECK(cut_text("micro!", 5) == "micr…");
  CHECK(cut_text("Ümläut", 6) == "Ümläut");
  CHECK(cut_text("Ümläut", 4) == "Üml…");
  CHECK(cut_text("日本語", 6) == "日本語");
  CHECK(cut_text("日本語", 5) == "日本…");
  CHECK(cut_text("日本語", 4) == "日…");
}
