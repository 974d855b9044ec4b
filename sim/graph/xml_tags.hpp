// The tags of an XML text, one after another, with their lines: enough to look a file over before a
// real parser is let at it. Stricter than the parser (no entities of its own, no '<' inside
// attribute values), so that both see the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clout::graph {

struct XmlTag {
  enum class Kind { open, close, empty };  // <a>, </a>, <a/>
  Kind kind = Kind::open;
  std::string_view name;
  std::vector<std::pair<std::string_view, std::string_view>>
      attributes;  ///< values as written, entities not resolved
  std::int64_t line = 0;

  /// The attribute's value as written, or none.
  std::optional<std::string_view> attribute(std::string_view attribute_name) const;
};

class XmlTags {
 public:
  /// file: the name for messages. The text must outlive this object and the tags it gives.
  XmlTags(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  /// Sets tag to the next tag; comments, CDATA, processing instructions and document types are
  /// passed over. False at the end. Throws InputError with the line for anything that is not
  /// well-formed and for entity definitions.
  bool next(XmlTag& tag);

 private:
  [[noreturn]] void fail(std::string problem) const;
  void skip_past(std::string_view end, const char* what);
  void skip_blanks();
  bool skip_markup();
  std::string_view take_name();
  void take_attribute(XmlTag& tag);
  void advance(std::size_t count);

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
};

/// The value with &lt; &gt; &amp; &quot; &apos; and character numbers resolved; none if it holds
/// another entity.
std::optional<std::string> resolved_entities(std::string_view value);

}  // namespace clout::graph
