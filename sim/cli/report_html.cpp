#include "sim/cli/report_html.hpp"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "analysis/report/number_text.hpp"
#include "sim/cli/xml_text.hpp"

namespace clout::cli {

namespace {

/// RFC 4648, with padding.
std::string base64(std::string_view text) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string coded;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    const std::size_t bytes = std::min<std::size_t>(3, text.size() - at);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (i < bytes ? static_cast<unsigned char>(text[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      coded += i <= bytes ? letters[group >> (18 - 6 * i) & 63U] : '=';
  }
  return coded;
}

}  // namespace

std::string html_table(const HtmlTable& table) {
  const std::string caption = xml_text(table.caption);
  // The caption stands outside of the region, so that it does not scroll away.
  std::string html = fmt::format(
      "<p class=\"caption\">{0}</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"{0}\">\n<table aria-label=\"{0}\"{1}>\n<thead><tr>",
      caption, table.text ? " class=\"words\"" : "");
  for (const std::string& each : table.head) html += "<th scope=\"col\">" + each + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    html += "<tr><th scope=\"row\">" + row.front() + "</th>";
    for (std::size_t i = 1; i < row.size(); ++i) html += "<td>" + row[i] + "</td>";
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

std::string html_figure(const std::string& svg, const std::string& caption, const HtmlTable& data) {
  return "<figure>\n<figcaption>" + xml_text(caption) + "</figcaption>\n" + svg +
         html_details("Numbers of this chart", html_table(data)) + "</figure>\n";
}

std::string html_details(const std::string& summary, const std::string& body) {
  return "<details><summary>" + xml_text(summary) + "</summary>\n" + body + "</details>\n";
}

std::string html_breakable(std::string_view text) {
  std::string html;
  for (const char letter : xml_text(text)) {
    html += letter;
    if (letter == '.' || letter == '_') html += "<wbr>";
  }
  return html;
}

std::string html_paragraph(std::string_view text, std::string_view style) {
  const std::string attribute = style.empty() ? "" : fmt::format(" class=\"{}\"", style);
  return "<p" + attribute + ">" + xml_text(text) + "</p>\n";
}

std::string html_value(const stats::MeanInterval& value, std::string_view unit) {
  std::string html = xml_text(report::number_text(value.mean, unit));
  if (std::isfinite(value.low)) {
    html += fmt::format("<br><small>{} .. {}</small>", report::number_text(value.low, unit),
                        report::number_text(value.high, unit));
  }
  return html;
}

std::size_t first_sentence(const std::string& text) {
  for (std::size_t at = 1; at + 2 < text.size(); ++at) {
    const bool upper = text[at + 2] >= 'A' && text[at + 2] <= 'Z';
    if (text[at] == '.' && text[at - 1] != '.' && text[at + 1] == ' ' && upper) return at + 1;
  }
  return text.size();
}

std::string html_download(const std::string& name, const std::string& type, std::string_view text) {
  return fmt::format("<a download=\"{}\" href=\"data:{};base64,{}\">{}</a>", xml_text(name), type,
                     base64(text), xml_text(name));
}

}  // namespace clout::cli
