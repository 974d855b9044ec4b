// Pieces of a report's page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/stats/mean_interval.hpp"

namespace clout::cli {

/// A table whose first column names its rows. Cells and headings are HTML, the caption is text.
struct HtmlTable {
  std::string caption;  ///< a full sentence; tells tables of a page apart
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
  bool text = false;  ///< cells hold words rather than numbers
};

/// In a region of its own that scrolls sideways where the page is narrow.
std::string html_table(const HtmlTable& table);

/// A picture with its caption, a full sentence as text, and its numbers, folded away.
std::string html_figure(const std::string& svg, const std::string& caption, const HtmlTable& data);

/// Folded away until asked for. body is HTML.
std::string html_details(const std::string& summary, const std::string& body);

/// A text as HTML with places to break within long keys, after their dots and underscores.
std::string html_breakable(std::string_view text);

/// "<p>...</p>" of a text.
std::string html_paragraph(std::string_view text, std::string_view style = {});

/// Mean, and below it the interval. HTML.
std::string html_value(const stats::MeanInterval& value, std::string_view unit);

/// Where the first sentence ends; the dots of "1.2k .. 3.4k" and of numbers do not end one.
std::size_t first_sentence(const std::string& text);

/// A link that saves the text as a file, without a network or JavaScript.
std::string html_download(const std::string& name, const std::string& type, std::string_view text);

/// The style sheet of the page, and that of its charts, which goes with a chart that is saved.
std::string_view report_style();
std::string_view report_chart_style();

/// What the page can do with JavaScript beside being read.
std::string_view report_script();

}  // namespace clout::cli
