#include "sim/cli/degree_plot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "sim/cli/describe_table.hpp"
#include "sim/cli/svg.hpp"

namespace clout::cli {

namespace {

// Okabe & Ito's colours that keep a distance from both white and black, with dashes so that colour
// is not needed.
struct Stroke {
  const char* color;
  const char* dashes;
};
constexpr std::array<Stroke, 7> strokes = {{{"#0072b2", "none"},
                                            {"#d55e00", "none"},
                                            {"#009e73", "7 3"},
                                            {"#cc79a7", "3 3"},
                                            {"#e69f00", "10 3 2 3"},
                                            {"#56b4e9", "4 2"},
                                            {"#767676", "1 3"}}};
constexpr const char* grey = "#767676";

constexpr double width = 920;
constexpr double panel_width = 372;
constexpr double panel_height = 330;
constexpr double left_margin = 72;
constexpr double gap = 84;
constexpr double legend_top = 66;
constexpr double legend_line = 20;

/// Decades that an axis spans.
struct Decades {
  int from;
  int to;
};

struct Panel {
  double left;
  double top;
  Decades x;
  Decades y;

  double at_x(double value) const {
    return left + panel_width * (std::log10(value) - x.from) / (x.to - x.from);
  }
  double at_y(double value) const {
    return top + panel_height * (y.to - std::log10(value)) / (y.to - y.from);
  }
};

const Stroke& stroke_of(std::size_t graph) { return strokes[graph % strokes.size()]; }

/// The first graph is the one that the others stand beside.
double stroke_width(std::size_t graph) { return graph == 0 ? 3 : 1.75; }

/// Points (x, share of accounts with at least x), at most one per half pixel either way.
std::string curve(const Panel& panel, const graph::DegreeHistogram& histogram, std::size_t graph) {
  const double accounts = static_cast<double>(histogram.total_accounts());
  double left = static_cast<double>(histogram.accounts_from(1));
  std::string points;
  double last_x = -1e9;
  double last_y = -1e9;
  for (std::size_t i = 0; i < histogram.degree.size(); ++i) {
    if (histogram.degree[i] == 0) continue;
    const double x = panel.at_x(histogram.degree[i]);
    const double y = panel.at_y(left / accounts);
    left -= static_cast<double>(histogram.accounts[i]);
    if (std::abs(x - last_x) + std::abs(y - last_y) < 0.5 && i + 1 < histogram.degree.size())
      continue;
    points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x, y);
    last_x = x;
    last_y = y;
  }
  return fmt::format(
      "<polyline points=\"{}\" stroke=\"{}\" stroke-dasharray=\"{}\" stroke-width=\"{}\"/>\n",
      points, stroke_of(graph).color, stroke_of(graph).dashes, stroke_width(graph));
}

/// 1, 10, 100, 1k, ... 1M
std::string whole_tick(int decade) {
  constexpr std::array<const char*, 3> suffix = {"", "k", "M"};
  constexpr std::array<const char*, 3> lead = {"1", "10", "100"};
  const auto d = static_cast<std::size_t>(decade);
  return d / 3 < suffix.size() ? fmt::format("{}{}", lead[d % 3], suffix[d / 3])
                               : fmt::format("1e{}", decade);
}

/// 100%, 10%, 1%, 0.1%, ...
std::string share_tick(int decade) {
  return fmt::format("{:.{}f}%", std::pow(10, decade + 2), std::max(0, -decade - 2));
}

/// kind: "followers" or "follows".
std::string axes(const Panel& panel, const std::string& kind) {
  std::string svg;
  const double right = panel.left + panel_width;
  const double bottom = panel.top + panel_height;
  for (int d = panel.x.from; d <= panel.x.to; ++d) {
    const double x = panel.at_x(std::pow(10, d));
    svg += svg_line({x, panel.top}, {x, bottom}, "class=\"grid\"");
    svg += svg_text({x, bottom + 18}, whole_tick(d), "text-anchor=\"middle\"");
  }
  for (int d = panel.y.from; d <= panel.y.to; ++d) {
    const double y = panel.at_y(std::pow(10, d));
    svg += svg_line({panel.left, y}, {right, y}, "class=\"grid\"");
    svg += svg_text({panel.left - 8, y + 4.5}, share_tick(d), "text-anchor=\"end\"");
  }
  svg += svg_text({panel.left + panel_width / 2, bottom + 42},
                  kind + " of an account, x (accounts)", "text-anchor=\"middle\"");
  svg += svg_text({panel.left, panel.top - 12},
                  fmt::format("accounts with at least x {} (% of all)", kind), "class=\"panel\"");
  return svg;
}

int decades_above(double value) {
  return std::max(1, static_cast<int>(std::ceil(std::log10(std::max(value, 1.0)) - 1e-9)));
}

std::string count_text(std::uint64_t count) {
  return written(static_cast<double>(count), graph::Writing::count);
}

/// The file's name without what only says its format: "soc-Epinions1" of "soc-Epinions1.txt.gz".
std::string shown_name(const std::string& name) {
  const std::filesystem::path path(name);
  return (path.extension() == ".gz" ? path.stem().stem() : path.stem()).string();
}

/// Rows of the legend, which has two columns.
std::size_t legend_rows(std::size_t graphs) { return (graphs + 1) / 2; }

/// Entries read down the first column, then down the second.
std::string legend(std::span<const PlottedGraph> graphs) {
  std::string svg;
  for (std::size_t g = 0; g < graphs.size(); ++g) {
    const std::size_t rows = legend_rows(graphs.size());
    const double x = left_margin + static_cast<double>(g / rows) * (panel_width + gap);
    const double y = legend_top + legend_line * static_cast<double>(g % rows);
    svg += svg_line({x, y}, {x + 36, y},
                    fmt::format("stroke=\"{}\" stroke-dasharray=\"{}\" stroke-width=\"{}\"",
                                stroke_of(g).color, stroke_of(g).dashes, stroke_width(g)));
    svg += svg_text({x + 46, y + 4.5},
                    fmt::format("{}: {} accounts, {} follows", shown_name(graphs[g].name),
                                count_text(graphs[g].followers.total_accounts()),
                                count_text(graphs[g].followers.total_degree())));
  }
  return svg;
}

std::string curves(const Panel& panel, std::span<const PlottedGraph> graphs,
                   graph::DegreeHistogram PlottedGraph::*histogram) {
  std::string svg = "<g fill=\"none\" stroke-linejoin=\"round\">\n";
  // The first is drawn last, on top.
  for (std::size_t g = graphs.size(); g-- > 0;) svg += curve(panel, graphs[g].*histogram, g);
  return svg + "</g>\n";
}

}  // namespace

std::string degree_plot(std::span<const PlottedGraph> graphs) {
  double largest = 1;
  double accounts = 1;
  for (const PlottedGraph& each : graphs) {
    largest = std::max<double>(largest, std::max(each.followers.largest(), each.follows.largest()));
    accounts = std::max(accounts, static_cast<double>(each.followers.total_accounts()));
  }
  const double top =
      legend_top + legend_line * static_cast<double>(legend_rows(graphs.size())) + 26;
  const Decades x{0, decades_above(largest)};
  const Decades y{-decades_above(accounts), 0};
  const Panel followers{left_margin, top, x, y};
  const Panel follows{left_margin + panel_width + gap, top, x, y};
  const double height = top + panel_height + 58;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1:.0f}\" width=\"{0}\" "
      "height=\"{1:.0f}\" role=\"img\">\n"
      "<title>Degree distributions</title>\n"
      "<style>text {{ font: 13px 'DejaVu Sans', Verdana, sans-serif; fill: {2}; }}\n"
      ".title {{ font-size: 17px; font-weight: bold; }}\n"
      ".panel {{ font-weight: bold; }}\n"
      ".grid {{ stroke: {2}; stroke-opacity: 0.3; }}</style>\n"
      "<text class=\"title\" x=\"20\" y=\"32\">Few accounts have large audiences, and few follow "
      "very many</text>\n",
      width, height, grey);
  svg += legend(graphs);
  svg += axes(followers, "followers") + curves(followers, graphs, &PlottedGraph::followers);
  svg += axes(follows, "follows") + curves(follows, graphs, &PlottedGraph::follows);
  return svg + "</svg>\n";
}

}  // namespace clout::cli
