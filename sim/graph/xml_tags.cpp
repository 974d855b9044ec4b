#include "sim/graph/xml_tags.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include <boost/locale/utf.hpp>

#include "sim/graph/problem_list.hpp"

namespace clout::graph {

namespace {

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte >= 0x80 ||
         std::string_view("_:.-").find(c) != std::string_view::npos;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::optional<std::string_view> XmlTag::attribute(std::string_view attribute_name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& each) { return each.first == attribute_name; });
  if (found == attributes.end()) return std::nullopt;
  return found->second;
}

void XmlTags::fail(std::string problem) const {
  throw input_error(file_, line_, std::move(problem), "well-formed XML");
}

void XmlTags::advance(std::size_t count) {
  line_ += std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                      text_.begin() + static_cast<std::ptrdiff_t>(at_ + count), '\n');
  at_ += count;
}

void XmlTags::skip_past(std::string_view end, const char* what) {
  const std::size_t found = text_.find(end, at_);
  if (found == std::string_view::npos) fail(std::string("a ") + what + " that does not end");
  advance(found + end.size() - at_);
}

void XmlTags::skip_blanks() {
  std::size_t count = 0;
  while (at_ + count < text_.size() && is_blank(text_[at_ + count])) ++count;
  advance(count);
}

/// Passes over one piece of markup that is not a tag; false if a tag begins here.
bool XmlTags::skip_markup() {
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("<!--")) {
    skip_past("-->", "comment");
  } else if (rest.starts_with("<![CDATA[")) {
    skip_past("]]>", "CDATA section");
  } else if (rest.starts_with("<?")) {
    skip_past("?>", "processing instruction");
  } else if (rest.starts_with("<!")) {
    const std::string_view declaration = rest.substr(0, rest.find('>'));
    if (!declaration.starts_with("<!DOCTYPE") || declaration.find('[') != std::string_view::npos) {
      fail("a document type with definitions of its own, which is refused");
    }
    skip_past(">", "document type");
  } else {
    return false;
  }
  return true;
}

std::string_view XmlTags::take_name() {
  std::size_t length = 0;
  while (at_ + length < text_.size() && is_name_byte(text_[at_ + length])) ++length;
  if (length == 0) fail("a tag or attribute without a name");
  const std::string_view name = text_.substr(at_, length);
  at_ += length;
  return name;
}

void XmlTags::take_attribute(XmlTag& tag) {
  const std::string_view name = take_name();
  skip_blanks();
  if (at_ >= text_.size() || text_[at_] != '=')
    fail("an attribute without a value: " + in_quotes(name));
  ++at_;
  skip_blanks();
  const char quote = at_ < text_.size() ? text_[at_] : '\0';
  if (quote != '"' && quote != '\'')
    fail("an attribute's value without quotes: " + in_quotes(name));
  const std::size_t end = text_.find(quote, at_ + 1);
  if (end == std::string_view::npos)
    fail("an attribute's value that does not end: " + in_quotes(name));
  const std::string_view value = text_.substr(at_ + 1, end - at_ - 1);
  if (value.find('<') != std::string_view::npos)
    fail("a '<' inside the value of the attribute " + in_quotes(name));
  if (tag.attribute(name)) fail("the attribute " + in_quotes(name) + " twice in one tag");
  tag.attributes.emplace_back(name, value);
  advance(end + 1 - at_);
}

bool XmlTags::next(XmlTag& tag) {
  do {
    const std::size_t found = text_.find('<', at_);
    if (found == std::string_view::npos) return false;
    advance(found - at_);
  } while (skip_markup());
  ++at_;
  tag.attributes.clear();
  tag.line = line_;
  tag.kind = XmlTag::Kind::open;
  if (at_ < text_.size() && text_[at_] == '/') {
    tag.kind = XmlTag::Kind::close;
    ++at_;
  }
  tag.name = take_name();
  for (skip_blanks(); at_ < text_.size() && is_name_byte(text_[at_]); skip_blanks()) {
    if (tag.kind == XmlTag::Kind::close) fail("a closing tag with attributes");
    take_attribute(tag);
  }
  if (tag.kind == XmlTag::Kind::open && text_.substr(at_).starts_with("/>")) {
    tag.kind = XmlTag::Kind::empty;
    ++at_;
  }
  if (at_ >= text_.size() || text_[at_] != '>')
    fail("the tag " + in_quotes(tag.name) + " does not end with '>'");
  ++at_;
  return true;
}

namespace {

/// Text of what stands between & and ;, or empty if it is unknown.
std::string entity_text(std::string_view entity) {
  constexpr std::array<std::pair<std::string_view, char>, 5> known{
      {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [name, letter] : known) {
    if (entity == name) return std::string(1, letter);
  }
  if (!entity.starts_with('#')) return {};
  entity.remove_prefix(1);
  const bool hexadecimal = entity.starts_with('x');
  if (hexadecimal) entity.remove_prefix(1);
  std::uint32_t point = 0;
  const auto [end, error] =
      std::from_chars(entity.data(), entity.data() + entity.size(), point, hexadecimal ? 16 : 10);
  const bool whole = error == std::errc{} && end == entity.data() + entity.size();
  if (!whole || point == 0 || !boost::locale::utf::is_valid_codepoint(point)) return {};
  std::string text;
  boost::locale::utf::utf_traits<char>::encode(point, std::back_inserter(text));
  return text;
}

}  // namespace

std::optional<std::string> resolved_entities(std::string_view value) {
  std::string text;
  while (!value.empty()) {
    const std::size_t plain = std::min(value.find('&'), value.size());
    text += value.substr(0, plain);
    value.remove_prefix(plain);
    if (value.empty()) break;
    const std::size_t end = value.find(';');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string resolved = entity_text(value.substr(1, end - 1));
    if (resolved.empty()) return std::nullopt;
    text += resolved;
    value.remove_prefix(end + 1);
  }
  return text;
}

}  // namespace clout::graph
